package org.shouxin.localstack.standin;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Client of the stand-ins' admin paths, for tests and the story. Amounts are CNY as "1250.00". */
public final class StandInAdmin {

  private static final Duration TIMEOUT = Duration.ofSeconds(20);

  private final URI base;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();

  public StandInAdmin(URI base) {
    this.base = base;
  }

  /** A message as the gateway kept it; code is DELIVERED or why it was not. */
  public record SentMessage(
      String requestId, String channel, String address, String template, String text, String code) {
    static SentMessage of(JsonObject json) {
      return new SentMessage(
          json.getString("requestId"),
          json.getString("channel"),
          json.getString("address"),
          json.getString("template"),
          json.getString("text"),
          json.getString("code"));
    }
  }

  /** A mail as the mail server received it. */
  public record ReceivedMail(String to, String subject, String text) {
    static ReceivedMail of(JsonObject json) {
      return new ReceivedMail(
          json.getString("to"), json.getString("subject"), json.getString("text"));
    }
  }

  /**
   * The lender's account at the bank.
   *
   * @param paidOut sum of payouts, CNY
   * @param received sum of debits and transfers, CNY
   * @param returned sum of debits that were given back, CNY
   * @param untold orders not yet final, or whose webhook was not yet accepted
   */
  public record BankTotals(
      BigDecimal paidOut, BigDecimal received, BigDecimal returned, long entries, long untold) {
    static BankTotals of(JsonObject json) {
      return new BankTotals(
          amountOf(json.getJsonObject("out")),
          amountOf(json.getJsonObject("in")),
          amountOf(json.getJsonObject("returned")),
          json.getLong("entries"),
          json.getLong("untold"));
    }
  }

  public void enter(RegisteredPerson... people) {
    enter(List.of(people));
  }

  public void enter(List<RegisteredPerson> people) {
    JsonArray all = new JsonArray();
    people.forEach(person -> all.add(person.json()));
    send("POST", "/admin/people", all.encode());
  }

  /** Changes a line: ACTIVE, SUSPENDED, EMPTY or RECYCLED. */
  public void phoneStatus(String phone, String status) {
    post("/admin/phones/" + encoded(phone) + "/status", new JsonObject().put("status", status));
  }

  public BigDecimal balance(String cardNumber) {
    return balanceIn(send("GET", "/admin/accounts/" + encoded(cardNumber), null));
  }

  public BigDecimal deposit(String cardNumber, String amount) {
    return balanceIn(
        post(
            "/admin/accounts/" + encoded(cardNumber) + "/deposits",
            new JsonObject().put("amount", cny(amount))));
  }

  public BigDecimal withdraw(String cardNumber, String amount) {
    return balanceIn(
        post(
            "/admin/accounts/" + encoded(cardNumber) + "/withdrawals",
            new JsonObject().put("amount", cny(amount))));
  }

  public void withdrawAll(String cardNumber) {
    post(
        "/admin/accounts/" + encoded(cardNumber) + "/withdrawals",
        new JsonObject().put("all", true));
  }

  public void closeAccount(String cardNumber) {
    post("/admin/accounts/" + encoded(cardNumber) + "/closure", new JsonObject());
  }

  /** The borrower sends money to the lender; the reference is the purpose line (a loan id). */
  public void transfer(String requestId, String cardNumber, String amount, String reference) {
    post(
        "/admin/transfers",
        new JsonObject()
            .put("requestId", requestId)
            .put("cardNumber", cardNumber)
            .put("amount", cny(amount))
            .put("reference", reference));
  }

  /** The payer's bank recalls a collected debit: the money goes back to the borrower's account. */
  public void returnDebit(String requestId) {
    post("/admin/debits/" + encoded(requestId) + "/return", new JsonObject());
  }

  public List<SentMessage> messagesTo(String phone) {
    return objects(send("GET", "/admin/messages?phone=" + encoded(phone), null))
        .map(SentMessage::of)
        .toList();
  }

  public List<SentMessage> pushesTo(String deviceToken) {
    return objects(send("GET", "/admin/messages?deviceToken=" + encoded(deviceToken), null))
        .map(SentMessage::of)
        .toList();
  }

  public List<ReceivedMail> mailsTo(String address) {
    return objects(send("GET", "/admin/mails?to=" + encoded(address), null))
        .map(ReceivedMail::of)
        .toList();
  }

  public BankTotals bankTotals() {
    return BankTotals.of(new JsonObject(send("GET", "/admin/bank/journal", null)));
  }

  /** The lines of the lender's account from a sequence number on, oldest first. */
  public List<JsonObject> statement(long fromSeq) {
    JsonObject json = new JsonObject(send("GET", "/bank/v1/statement?fromSeq=" + fromSeq, null));
    return objects(json.getJsonArray("entries").encode()).toList();
  }

  /** The next {@code times} requests of an operation go wrong; kinds as in the README. */
  public void fault(String party, String operation, String kind, int times, long millis) {
    fault(party, operation, kind, times, millis, null);
  }

  /** As above, only for requests whose path or body contains {@code match}. */
  public void fault(
      String party, String operation, String kind, int times, long millis, String match) {
    JsonObject order =
        new JsonObject()
            .put("party", party)
            .put("operation", operation)
            .put("kind", kind)
            .put("times", times)
            .put("millis", millis);
    post("/admin/faults", match == null ? order : order.put("match", match));
  }

  public void clearFaults() {
    send("DELETE", "/admin/faults", null);
  }

  /** Empties the stand-ins' world: people, books, messages, faults, counters. */
  public void reset() {
    send("DELETE", "/admin/state", null);
  }

  public void callbacks(String bankWebhookUrl, String receiptsUrl) {
    JsonObject addresses =
        new JsonObject().put("bankWebhookUrl", bankWebhookUrl).put("receiptsUrl", receiptsUrl);
    send("PUT", "/admin/callbacks", addresses.encode());
  }

  /** How often "party.operation" was called, and the other counts of the README. */
  public long counter(String name) {
    return counters().getLong(name, 0L);
  }

  public JsonObject counters() {
    return new JsonObject(send("GET", "/admin/counters", null));
  }

  static JsonObject cny(String amount) {
    return new JsonObject().put("amount", amount).put("currency", "CNY");
  }

  private static BigDecimal balanceIn(String account) {
    return amountOf(new JsonObject(account).getJsonObject("balance"));
  }

  private static BigDecimal amountOf(JsonObject money) {
    return new BigDecimal(money.getString("amount"));
  }

  private static Stream<JsonObject> objects(String array) {
    return ((JsonArray) Json.decodeValue(array)).stream().map(JsonObject.class::cast);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private String post(String path, JsonObject body) {
    return send("POST", path, body.encode());
  }

  private String send(String method, String path, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path))
            .timeout(TIMEOUT)
            .header("content-type", "application/json")
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .build();
    try {
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2) {
        throw new IllegalArgumentException(
            method + " " + path + " -> " + response.statusCode() + " " + response.body());
      }
      return response.body();
    } catch (IOException broken) {
      throw new UncheckedIOException(method + " " + path, broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
