package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Superuser;

/** Arrangements over HTTP on a real PostgreSQL and Kafka; the books stay right through each. */
@QuarkusTest
class ArrangementIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void whatIsOverduePaysInNewInstalmentsAndIsWatched() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    assertThat(ask(borrower, loanId, "RE_AGE", "\"months\":3").getString("rule"))
        .isEqualTo("ARRANGEMENT_NOT_LATE");
    String forgotten =
        ask(borrower, loanId, "EXTENSION", "\"months\":1").getString("arrangementId");
    lender.closeUntil(lender.dueDate(loanId, 1).plusDays(8));
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        lender
                            .as(borrower)
                            .get("/v1/loans/" + loanId + "/arrangements/" + forgotten)
                            .jsonPath()
                            .getString("state"))
                    .isEqualTo("LAPSED"));
    JsonPath late = lender.balance(loanId);
    assertThat(late.getString("stage")).isEqualTo("M1");

    JsonPath quote = ask(borrower, loanId, "RE_AGE", "\"months\":3");
    assertThat(quote.getString("state")).isEqualTo("REQUESTED");
    assertThat(quote.<Object>getList("instalments")).hasSize(11);
    assertThat(amount(quote, "costDifference")).isPositive();
    JsonPath accepted = accept(borrower, loanId, quote, 200);

    assertThat(accepted.getString("state")).isEqualTo("ACCEPTED");
    assertThat(LocalDate.parse(accepted.getString("watchUntil")))
        .isEqualTo(LocalDate.parse(quote.getString("instalments[0].dueDate")).plusYears(1));
    JsonPath now = lender.balance(loanId);
    assertThat(now.getString("stage")).isEqualTo("CURRENT");
    assertThat(now.getString("principalOutstanding.amount")).isEqualTo("1200.00");
    assertThat(amount(now, "payoff")).isEqualByComparingTo(amount(late, "payoff"));
    BigDecimal penalty = BigDecimal.ZERO;
    for (String part : accepted.<String>getList("instalments.penalty.amount")) {
      penalty = penalty.add(new BigDecimal(part));
    }
    assertThat(penalty).isEqualByComparingTo(amount(late, "penaltyDue")).isPositive();
    lender.assertBooksBalance();
  }

  @Test
  void beyondPolicyAPersonDecides() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    LocalDate due = lender.dueDate(loanId, 1);

    JsonPath asked =
        ask(borrower, loanId, "PAYMENT_HOLIDAY", "\"months\":4,\"treatment\":\"SPREAD\"");
    assertThat(asked.getString("state")).isEqualTo("REFERRED");
    assertThat(asked.getString("rule")).isEqualTo("ARRANGEMENT_MONTHS");
    String id = asked.getString("arrangementId");
    assertThat(accept(borrower, loanId, asked, 409).getString("rule"))
        .isEqualTo("ARRANGEMENT_NOT_QUOTED");
    assertThat(
            lender
                .as("reviewer")
                .get("/v1/arrangements?state=REFERRED")
                .jsonPath()
                .<String>getList("items.arrangementId"))
        .contains(id);
    assertThat(decide(id, "true", ",\"months\":7").getString("rule"))
        .isEqualTo("ARRANGEMENT_MONTHS");
    JsonPath granted = decide(id, "true", ",\"months\":3");
    assertThat(granted.getString("state")).isEqualTo("REQUESTED");
    assertThat(granted.getString("costDifference.amount")).isEqualTo("36.00");
    assertThat(decide(id, "false", "").getString("rule")).isEqualTo("ARRANGEMENT_DECIDED");

    accept(borrower, loanId, asked, 200);
    assertThat(lender.dueDate(loanId, 1)).isAfter(due.plusDays(80));
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(
                        lender.events(loanId).stream()
                            .filter(e -> e.type().contains("arrangement-changed"))
                            .map(e -> e.payload().path("state").asText()))
                    .containsExactly("REQUESTED", "REQUESTED", "ACCEPTED"));
    lender.assertBooksBalance();
  }

  @Test
  void hardshipNeedsProofAndARateIsLoweredByTheLenderOnly() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String rate = "\"annualRate\":\"0.06\",\"effectiveFrom\":\"" + lender.today() + "\"";

    assertThat(ask(borrower, loanId, "HARDSHIP", "\"months\":3").getString("rule"))
        .isEqualTo("ARRANGEMENT_EVIDENCE");
    assertThat(ask(borrower, loanId, "RATE_CHANGE", rate).getString("rule"))
        .isEqualTo("ARRANGEMENT_LENDER_ONLY");
    JsonPath day = ask(borrower, loanId, "CHANGE_DUE_DAY", "\"dueDay\":15");
    assertThat(day.getString("state")).isEqualTo("REQUESTED");
    JsonPath lower =
        lender
            .keyed(lender.as("officer"), body("RATE_CHANGE", rate))
            .post("/v1/loans/" + loanId + "/arrangements")
            .jsonPath();
    assertThat(amount(lower, "costDifference")).isEqualByComparingTo("-39.00");
    accept(borrower, loanId, lower, 200);
    assertThat(lender.as(borrower).get("/v1/loans/" + loanId).jsonPath().getString("annualRate"))
        .isEqualTo("0.060000");

    assertThat(accept(borrower, loanId, day, 409).getString("rule"))
        .isEqualTo("ARRANGEMENT_OUTDATED");
    post(borrower, loanId, day, "quote", 200);
    accept(borrower, loanId, day, 200);
    assertThat(lender.dueDate(loanId, 1).getDayOfMonth()).isEqualTo(15);
    JsonPath ill =
        ask(borrower, loanId, "HARDSHIP", "\"months\":3,\"evidenceReference\":\"hospital-7\"");
    assertThat(ill.getString("state")).isEqualTo("REQUESTED");
    assertThat(
            refused(borrower, loanId, "\"months\":3,\"evidenceReference\":\"11010519491231002X\""))
        .isEqualTo("PERSONAL_DATA");
    assertThat(refused(borrower, loanId, "\"months\":3,\"evidence\":\"call 13800138000\""))
        .isEqualTo("PERSONAL_DATA");
    assertThat(refused(borrower, loanId, "\"months\":3,\"evidenceReference\":\"a letter\""))
        .isEqualTo("EVIDENCE_REFERENCE");
    assertThat(post(borrower, loanId, ill, "withdrawal", 200).getString("state"))
        .isEqualTo("WITHDRAWN");
    assertThat(
            lender
                .as(borrower)
                .get("/v1/loans/" + loanId + "/arrangements")
                .jsonPath()
                .<Object>getList("items"))
        .hasSize(5);
    lender.assertBooksBalance();
  }

  @Test
  void theDaysOfAHardshipHolidayAreNotPastDue() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    LocalDate today = lender.today();
    JsonPath flooded =
        lender
            .keyed(
                lender.as(borrower),
                """
                {"kind":"HARDSHIP","reason":"DISASTER","months":2,"evidenceReference":"flood-17"}""")
            .post("/v1/loans/" + loanId + "/arrangements")
            .jsonPath();

    accept(borrower, loanId, flooded, 200);

    assertThat(
            Superuser.count(
                "select count(*) from loan where id = '%s' and past_due_pauses = '%s/%s'"
                    .formatted(loanId, today, lender.dueDate(loanId, 1).minusDays(1))))
        .isEqualTo(1);
    lender.assertBooksBalance();
  }

  private String refused(Borrower borrower, UUID loanId, String terms) {
    return lender
        .keyed(lender.as(borrower), body("HARDSHIP", terms))
        .post("/v1/loans/" + loanId + "/arrangements")
        .jsonPath()
        .getString("rule");
  }

  private JsonPath ask(Borrower borrower, UUID loanId, String kind, String terms) {
    Response asked =
        lender
            .keyed(lender.as(borrower), body(kind, terms))
            .post("/v1/loans/" + loanId + "/arrangements");
    assertThat(asked.statusCode()).as(asked.asString()).isEqualTo(201);
    return asked.jsonPath();
  }

  private static String body(String kind, String terms) {
    return "{\"kind\":\"%s\",\"reason\":\"ILLNESS\",%s}".formatted(kind, terms);
  }

  private JsonPath accept(Borrower borrower, UUID loanId, JsonPath quote, int status) {
    return post(borrower, loanId, quote, "acceptance", status);
  }

  private JsonPath post(Borrower borrower, UUID loanId, JsonPath quote, String what, int status) {
    String path =
        "/v1/loans/%s/arrangements/%s/%s".formatted(loanId, quote.getString("arrangementId"), what);
    Response answer = lender.keyed(lender.as(borrower), "").post(path);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    return answer.jsonPath();
  }

  private JsonPath decide(String id, String approved, String terms) {
    return lender
        .keyed(
            lender.as("reviewer"),
            "{\"approved\":%s,\"reason\":\"income resumes\"%s}".formatted(approved, terms))
        .post("/v1/arrangements/" + id + "/decision")
        .jsonPath();
  }

  private static BigDecimal amount(JsonPath view, String name) {
    return new BigDecimal(view.getString(name + ".amount"));
  }
}
