package org.shouxin.servicing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/** A link pays a loan once, for whoever holds it. The bank is local-stack's. */
@QuarkusTest
class PayLinkIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);
  private static final int TWINS = 8;

  private final Lender lender = new Lender();

  @Inject UnitOfWork work;

  @Test
  void aLinkForAnAmountPaysOnceHoweverOftenItIsUsed() throws Exception {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String link = issue(borrower, loanId, "{\"amount\":" + money("40.00") + "}");
    assertThat(show(link).jsonPath().getString("state")).isEqualTo("OPEN");
    assertThat(show(link).jsonPath().getString("amount.amount")).isEqualTo("40.00");

    for (Response answer : atOnce(() -> pay(link))) {
      assertThat(answer.statusCode()).as(answer.asString()).isIn(202, 409);
    }

    assertThat(awaitState(link, "PAID").getString("collected.amount")).isEqualTo("40.00");
    assertRule(pay(link), 409, "PAY_LINK_USED");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("40.00");
    lender.assertBooksBalance();
  }

  @Test
  void aLinkForAllThatIsDueAsksForItWhenItIsUsed() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    String link = issue(borrower, loanId, "{\"validHours\":720}");
    assertRule(pay(link), 409, "PAY_LINK_NOTHING_DUE");
    lender.closeUntil(lender.dueDate(loanId, 1));
    String due = lender.balance(loanId).getString("amountDue.amount");
    awaitNoOpenDebit(link, due);
    awaitState(link, "FAILED");
    lender.world.deposit(borrower.card(), "1000.00");

    assertThat(pay(link).statusCode()).isEqualTo(202);

    assertThat(awaitState(link, "PAID").getString("collected.amount")).isEqualTo(due);
    assertThat(lender.balance(loanId).getString("amountDue.amount")).isEqualTo("0.00");
    lender.assertBooksBalance();
  }

  @Test
  void aForgedAlteredOrExpiredLinkIsRefused() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String link = issue(borrower, loanId, "{\"amount\":" + money("40.00") + "}");
    char old = link.charAt(30);
    String altered = link.substring(0, 30) + (old == 'A' ? 'B' : 'A') + link.substring(31);

    for (String wrong : List.of(altered, link + "AAAA", "x", " ", "?".repeat(1_000))) {
      assertThat(show(wrong).statusCode()).as(wrong).isEqualTo(404);
      assertThat(pay(wrong).statusCode()).as(wrong).isEqualTo(404);
    }
    assertThat(show(altered).contentType()).startsWith("application/problem+json");
    expire(loanId);
    assertRule(show(link), 409, "PAY_LINK_EXPIRED");
    assertRule(pay(link), 409, "PAY_LINK_EXPIRED");
    assertThat(lender.balance(loanId).getString("unapplied.amount")).isEqualTo("0.00");
  }

  @Test
  void aLinkIsGivenOutForTheOwnLoanAndWithinLimitsOnly() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);

    assertThat(ask(lender.borrower("0.00"), loanId, "{}").statusCode()).isEqualTo(404);
    assertRule(ask(borrower, loanId, "{\"validHours\":0}"), 400, "PAY_LINK_HOURS");
    assertRule(ask(borrower, loanId, "{\"validHours\":721}"), 400, "PAY_LINK_HOURS");
    assertRule(
        ask(borrower, loanId, "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"USD\"}}"),
        400,
        "CURRENCY_MISMATCH");
  }

  private Response ask(Borrower borrower, UUID loanId, String body) {
    return lender.keyed(lender.as(borrower), body).post("/v1/loans/" + loanId + "/pay-links");
  }

  /** The text of the link. */
  private String issue(Borrower borrower, UUID loanId, String body) {
    Response issued = ask(borrower, loanId, body);
    assertThat(issued.statusCode()).as(issued.asString()).isEqualTo(201);
    String url = issued.path("url");
    return url.substring(url.indexOf('#') + 1);
  }

  private static Response show(String link) {
    return post("/v1/pay-link-views", link);
  }

  private static Response pay(String link) {
    return post("/v1/pay-link-payments", link);
  }

  private static Response post(String path, String link) {
    return given().contentType("application/json").body(Map.of("link", link)).post(path);
  }

  /** The day's own debit of the empty account comes first; the link is then tried and fails. */
  private void awaitNoOpenDebit(String link, String due) {
    await().atMost(Lender.SOON).until(() -> pay(link).statusCode() == 202);
    assertThat(show(link).jsonPath().getString("amount.amount")).isEqualTo(due);
  }

  private JsonPath awaitState(String link, String state) {
    await().atMost(Lender.SOON).until(() -> state.equals(show(link).jsonPath().getString("state")));
    return show(link).jsonPath();
  }

  private void expire(UUID loanId) {
    try {
      VertxContextSupport.subscribeAndAwait(
          () ->
              work.inTransaction(
                  () ->
                      work.change(
                          "update pay_link set expires_at = issued_at where loan_id = $1",
                          loanId)));
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static List<Response> atOnce(Callable<Response> call) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(TWINS);
    try {
      List<Response> answers = new ArrayList<>();
      for (Future<Response> one : threads.invokeAll(Collections.nCopies(TWINS, call))) {
        answers.add(one.get());
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  private static void assertRule(Response refused, int status, String rule) {
    assertThat(refused.statusCode()).as(refused.asString()).isEqualTo(status);
    assertThat(refused.jsonPath().getString("rule")).isEqualTo(rule);
  }

  private static String money(String amount) {
    return "{\"amount\":\"%s\",\"currency\":\"CNY\"}".formatted(amount);
  }
}
