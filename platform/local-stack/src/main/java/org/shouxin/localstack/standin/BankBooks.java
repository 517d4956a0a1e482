package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.localstack.standin.BankOrder.Kind;
import org.shouxin.localstack.standin.BankOrder.State;

/**
 * The bank's accounts, orders and the lender's statement. Every change is one line of the journal,
 * written before it is applied, so that a restarted bank has the same books.
 */
final class BankBooks {

  record Account(
      String card, String name, String idNumber, String phone, Fen balance, boolean closed) {

    Account with(Fen newBalance) {
      return new Account(card, name, idNumber, phone, newBalance, closed);
    }
  }

  /**
   * A line of the lender's account: OUT is a payout or a debit given back, IN a debit or a
   * transfer.
   *
   * @param kind PAYOUT, DEBIT, TRANSFER or {@value #RETURN}; a return has its debit's requestId
   */
  record Entry(
      long seq,
      String bookedAt,
      String direction,
      String kind,
      Fen amount,
      String requestId,
      String reference) {

    static final String RETURN = "RETURN";

    JsonObject json() {
      return new JsonObject()
          .put("seq", seq)
          .put("bookedAt", bookedAt)
          .put("direction", direction)
          .put("kind", kind)
          .put("amount", amount.json())
          .put("requestId", requestId)
          .put("bankReference", reference);
    }
  }

  private final Journal journal;
  private final Map<String, Account> accounts = new HashMap<>();
  private final Map<String, String> cardByAgreement = new HashMap<>();
  private final Map<String, BankOrder> orders = new LinkedHashMap<>();
  private final List<Entry> statement = new ArrayList<>();

  BankBooks(Journal journal) {
    this.journal = journal;
    journal.replay(this::apply);
  }

  Optional<Account> account(String card) {
    return Optional.ofNullable(accounts.get(card));
  }

  Optional<Account> accountOf(String agreement) {
    return Optional.ofNullable(cardByAgreement.get(agreement)).flatMap(this::account);
  }

  Optional<BankOrder> order(String requestId) {
    return Optional.ofNullable(orders.get(requestId));
  }

  List<BankOrder> unfinished() {
    return orders.values().stream().filter(order -> !order.told()).toList();
  }

  List<BankOrder> orders() {
    return List.copyOf(orders.values());
  }

  List<Entry> statement() {
    return statement;
  }

  void open(String card, String name, String idNumber, String phone, Fen balance) {
    record(
        event("account")
            .put("card", card)
            .put("name", name)
            .put("idNumber", idNumber)
            .put("phone", phone)
            .put("fen", balance.value()));
  }

  void close(String card) {
    record(event("closure").put("card", known(card).card()));
  }

  Account deposit(String card, Fen amount) {
    record(event("deposit").put("card", known(card).card()).put("fen", amount.value()));
    return known(card);
  }

  Account withdraw(String card, Fen amount) {
    if (!known(card).balance().covers(amount)) {
      throw Refusal.conflict("INSUFFICIENT_FUNDS", "the account does not hold that much");
    }
    record(event("withdrawal").put("card", card).put("fen", amount.value()));
    return known(card);
  }

  /** The token that stands for the holder's permission to pay into and debit this account. */
  String agree(String card) {
    UUID token = UUID.nameUUIDFromBytes(("agreement" + card).getBytes(StandardCharsets.UTF_8));
    String agreement = "agr_" + token.toString().replace("-", "");
    if (!cardByAgreement.containsKey(agreement)) {
      record(event("agreement").put("agreement", agreement).put("card", card));
    }
    return agreement;
  }

  BankOrder accept(
      Kind kind,
      String requestId,
      String card,
      String agreement,
      Fen amount,
      boolean partial,
      String reference) {
    record(
        event("accepted")
            .put("kind", kind.name())
            .put("requestId", requestId)
            .put("card", card)
            .put("agreement", agreement)
            .put("fen", amount.value())
            .put("allowPartial", partial)
            .put("reference", reference));
    return orders.get(requestId);
  }

  /**
   * Settles an accepted order: money moves and the lender's statement gets its line, or it fails.
   */
  BankOrder settle(BankOrder order, String at) {
    Account account = known(order.card());
    Fen amount =
        order.kind() == Kind.PAYOUT ? order.requested() : order.requested().min(account.balance());
    boolean whole = amount.equals(order.requested());
    if (account.closed()) {
      fail(order, "ACCOUNT_CLOSED", at);
    } else if (whole || (order.allowPartial() && amount.value() > 0)) {
      record(
          event("settled")
              .put("requestId", order.requestId())
              .put("fen", amount.value())
              .put("bankReference", "BK%010d".formatted(statement.size() + 1))
              .put("at", at));
    } else {
      fail(order, "INSUFFICIENT_FUNDS", at);
    }
    return orders.get(order.requestId());
  }

  /** The payer's bank recalls a debit: the money goes back, and the statement says so. */
  void giveBack(String requestId, String at) {
    BankOrder debit =
        order(requestId)
            .filter(order -> order.kind() == Kind.DEBIT && order.state() == State.SUCCEEDED)
            .orElseThrow(() -> Refusal.unknown("requestId", "no such debit was collected"));
    boolean before =
        statement.stream()
            .anyMatch(e -> e.kind().equals(Entry.RETURN) && e.requestId().equals(requestId));
    if (before) {
      throw Refusal.conflict("RETURNED_BEFORE", "the debit was given back before");
    }
    record(
        event("returned")
            .put("requestId", requestId)
            .put("fen", debit.settled().value())
            .put("bankReference", "BK%010d".formatted(statement.size() + 1))
            .put("at", at));
  }

  void tell(BankOrder order) {
    record(event("told").put("requestId", order.requestId()));
  }

  void clear() {
    journal.clear();
    accounts.clear();
    cardByAgreement.clear();
    orders.clear();
    statement.clear();
  }

  private void fail(BankOrder order, String reason, String at) {
    record(event("failed").put("requestId", order.requestId()).put("reason", reason).put("at", at));
  }

  private Account known(String card) {
    return account(card).orElseThrow(() -> Refusal.unknown("cardNumber", "no such account"));
  }

  private static JsonObject event(String name) {
    return new JsonObject().put("event", name);
  }

  private void record(JsonObject event) {
    journal.append(event);
    apply(event);
  }

  private void apply(JsonObject event) {
    String card = event.getString("card");
    String requestId = event.getString("requestId");
    Fen amount = new Fen(event.getLong("fen", 0L));
    switch (event.getString("event")) {
      case "account" ->
          accounts.put(
              card,
              new Account(
                  card,
                  event.getString("name"),
                  event.getString("idNumber"),
                  event.getString("phone"),
                  amount,
                  false));
      case "closure" ->
          accounts.computeIfPresent(
              card,
              (key, a) -> new Account(key, a.name(), a.idNumber(), a.phone(), a.balance(), true));
      case "deposit" -> move(card, amount);
      case "withdrawal" -> move(card, Fen.ZERO.minus(amount));
      case "agreement" -> cardByAgreement.put(event.getString("agreement"), card);
      case "accepted" ->
          orders.put(
              requestId,
              BankOrder.accepted(
                  Kind.valueOf(event.getString("kind")),
                  requestId,
                  card,
                  event.getString("agreement"),
                  amount,
                  event.getBoolean("allowPartial"),
                  event.getString("reference")));
      case "settled" -> settled(event, amount);
      case "returned" -> returned(event, amount);
      case "failed" ->
          orders.computeIfPresent(
              requestId,
              (key, order) -> order.failed(event.getString("reason"), event.getString("at")));
      case "told" -> orders.computeIfPresent(requestId, (key, order) -> order.toldToLender());
      default -> throw new IllegalStateException("unknown line in the bank's journal: " + event);
    }
  }

  private void settled(JsonObject event, Fen amount) {
    BankOrder order = orders.get(event.getString("requestId"));
    String at = event.getString("at");
    String reference = event.getString("bankReference");
    boolean out = order.kind() == Kind.PAYOUT;
    move(order.card(), out ? amount : Fen.ZERO.minus(amount));
    statement.add(
        new Entry(
            statement.size() + 1L,
            at,
            out ? "OUT" : "IN",
            order.kind().name(),
            amount,
            order.requestId(),
            reference));
    orders.put(order.requestId(), order.succeeded(amount, reference, at));
  }

  private void returned(JsonObject event, Fen amount) {
    BankOrder debit = orders.get(event.getString("requestId"));
    move(debit.card(), amount);
    statement.add(
        new Entry(
            statement.size() + 1L,
            event.getString("at"),
            "OUT",
            Entry.RETURN,
            amount,
            debit.requestId(),
            event.getString("bankReference")));
  }

  private void move(String card, Fen amount) {
    accounts.computeIfPresent(card, (key, a) -> a.with(a.balance().plus(amount)));
  }
}
