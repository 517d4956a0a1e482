package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Topics;

/** Credit lines over HTTP and topics, on a real PostgreSQL, Kafka and bank. */
@QuarkusTest
class CreditLineIT {

  private static final int TWINS = 50;

  private final Lender lender = new Lender();

  @Test
  void aLineIsReadDrawnBlockedRepaidAndDrawnAgain() {
    Borrower borrower = lender.borrower("0.00");
    String line = open(borrower, "3000.00").jsonPath().getString("lineId");
    assertThat(open(borrower, "3000.00").jsonPath().getString("rule")).isEqualTo("LINE_OPEN_ONCE");

    JsonPath shown = disclose(borrower, line, "1200.00").jsonPath();
    assertThat(shown.<Object>getList("disclosure.instalments")).hasSize(3);
    assertThat(shown.getString("disclosure.annualPercentageRate")).isEqualTo("0.1200");
    String disclosure = shown.getString("disclosure.disclosureId");
    assertThat(draw(borrower, line, disclosure).jsonPath().getString("rule"))
        .isEqualTo("CN-DISC-01");
    readUntil(shown);
    Response drawn = draw(borrower, line, disclosure);
    assertThat(drawn.statusCode()).as(drawn.asString()).isEqualTo(201);
    assertThat(drawn.jsonPath().getString("available.amount")).isEqualTo("1800.00");
    assertThat(draw(borrower, line, disclosure).jsonPath().getString("rule"))
        .isEqualTo("LINE_DISCLOSURE_USED");
    UUID loanId = UUID.fromString(drawn.jsonPath().getString("loanId"));
    lender.awaitState(loanId, "ACTIVE");
    assertThat(lender.world.balance(borrower.card())).isEqualByComparingTo("1200.00");
    assertThat(lender.as(borrower).get("/v1/loans/" + loanId).jsonPath().getString("productCode"))
        .isEqualTo("REVOLVING");

    riskSays(borrower, "1000.00", 1);
    awaitBlockedBy(borrower, line, "LINE_RISK_LIMIT");
    assertThat(disclose(borrower, line, "100.00").jsonPath().getString("rule"))
        .isEqualTo("LINE_RISK_LIMIT");
    riskSays(borrower, "2000.00", 2);
    awaitBlockedBy(borrower, line, null);
    assertThat(view(borrower, line).getString("available.amount")).isEqualTo("800.00");

    lender.world.withdrawAll(borrower.card());
    LocalDate due = lender.dueDate(loanId, 1);
    lender.closeUntil(due.plusDays(3));
    assertThat(view(borrower, line).getString("blockedBy")).isNull();
    lender.closeDay();
    assertThat(view(borrower, line).getString("blockedBy")).isEqualTo("LINE_OVERDUE");
    lender.world.deposit(borrower.card(), "500.00");
    lender.world.transfer(
        UUID.randomUUID().toString(), borrower.card(), "420.00", loanId.toString());
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(view(borrower, line).getString("available.amount"))
                    .isEqualTo("1196.03"));
    assertThat(
            lender
                .as("officer")
                .get("/v1/lines/" + line + "/draws")
                .jsonPath()
                .<String>getList("items.loanId"))
        .containsExactly(loanId.toString());
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(told(line))
                    .containsExactly(
                        "opened null",
                        "drawn null",
                        "limit-changed LINE_RISK_LIMIT",
                        "frozen LINE_RISK_LIMIT",
                        "limit-changed null",
                        "released null",
                        "frozen LINE_OVERDUE"));
    lender.assertBooksBalance();
  }

  private static List<String> told(String line) {
    return Topics.read("servicing.line", line).stream()
        .map(
            event ->
                event.type().replaceAll("servicing.line.(.*).v1", "$1")
                    + " "
                    + event.payload().path("blockedBy").asText(null))
        .toList();
  }

  @Test
  void fiftyDrawsAtOnceNeverExceedTheLimit() throws InterruptedException {
    Borrower borrower = lender.borrower("0.00");
    String line = open(borrower, "2000.00").jsonPath().getString("lineId");
    List<String> disclosures = new ArrayList<>();
    JsonPath last = null;
    for (int i = 0; i < TWINS; i++) {
      last = disclose(borrower, line, "100.00").jsonPath();
      disclosures.add(last.getString("disclosure.disclosureId"));
    }
    readUntil(last);

    List<Response> answers = drawAtOnce(borrower, line, disclosures);

    assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(20);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() != 201)
        .allSatisfy(
            answer -> assertThat(answer.jsonPath().getString("rule")).isEqualTo("LINE_LIMIT"));
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () ->
                assertThat(lender.world.balance(borrower.card())).isEqualByComparingTo("2000.00"));
    assertThat(view(borrower, line).getString("available.amount")).isEqualTo("0.00");
    lender.assertBooksBalance();
  }

  @Test
  void drawsHaveTheTermsOfTheirLine() {
    Borrower borrower = lender.borrower("0.00");
    String terms =
        """
        {"rate":{"value":"0.0004","per":"DAY"},"dayCount":"ACT_360","principalGracePeriods":1}""";
    assertThat(open(borrower, "2000.00", "0.12", terms).jsonPath().getString("rule"))
        .isEqualTo("RATE_TWICE");
    assertThat(open(borrower, "2000.00", "0.12", "{\"termMonths\":3}").jsonPath().getString("rule"))
        .isEqualTo("TEMPLATE_MEMBER");
    String line = open(borrower, "2000.00", "0.144", terms).jsonPath().getString("lineId");

    JsonPath shown = disclose(borrower, line, "1000.00").jsonPath();
    readUntil(shown);
    Response drawn = draw(borrower, line, shown.getString("disclosure.disclosureId"));
    UUID loanId = UUID.fromString(drawn.jsonPath().getString("loanId"));
    lender.awaitState(loanId, "ACTIVE");

    assertThat(shown.getString("disclosure.terms.rate.per")).isEqualTo("DAY");
    assertThat(shown.getString("disclosure.instalments[0].principal.amount")).isEqualTo("0.00");
    JsonPath schedule = lender.as(borrower).get("/v1/loans/" + loanId + "/schedule").jsonPath();
    for (String figure : List.of("dueDate", "principal.amount", "interest.amount")) {
      assertThat(schedule.getList("instalments.sort { it.number }." + figure))
          .isEqualTo(shown.getList("disclosure.instalments." + figure));
    }
  }

  @Test
  void aForeignLineLooksLikeNoneAndAWrongOneIsRefusedByField() {
    Borrower owner = lender.borrower("0.00");
    Borrower stranger = lender.borrower("0.00");
    String line = open(owner, "2000.00").jsonPath().getString("lineId");

    assertThat(lender.as(stranger).get("/v1/lines/" + line).statusCode()).isEqualTo(404);
    assertThat(disclose(stranger, line, "100.00").statusCode()).isEqualTo(404);
    assertThat(lender.as(stranger).get("/v1/lines").jsonPath().<Object>getList("items")).isEmpty();
    Response small = disclose(owner, line, "99.99");
    assertThat(small.statusCode()).isEqualTo(400);
    assertThat(small.jsonPath().getString("errors[0].rule")).isEqualTo("LINE_AMOUNT_MIN");
    assertThat(open(lender.borrower("0.00"), "200000.01").jsonPath().getString("rule"))
        .isEqualTo("CN-LIMIT-02");
    Response closed = lender.keyed(lender.as(owner), "").post("/v1/lines/" + line + "/closure");
    assertThat(closed.jsonPath().getString("state")).isEqualTo("CLOSED");
    assertThat(disclose(owner, line, "100.00").jsonPath().getString("rule"))
        .isEqualTo("LINE_CLOSED");
  }

  private List<Response> drawAtOnce(Borrower borrower, String line, List<String> disclosures)
      throws InterruptedException {
    ExecutorService callers = Executors.newFixedThreadPool(TWINS);
    try {
      List<Future<Response>> calls =
          callers.invokeAll(
              disclosures.stream()
                  .map(disclosure -> (Callable<Response>) () -> draw(borrower, line, disclosure))
                  .toList());
      List<Response> answers = new ArrayList<>();
      for (Future<Response> call : calls) {
        answers.add(call.get());
      }
      return answers;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed);
    } finally {
      callers.shutdown();
    }
  }

  private Response open(Borrower borrower, String limit) {
    return open(borrower, limit, "0.12", "null");
  }

  private Response open(Borrower borrower, String limit, String rate, String terms) {
    return lender
        .keyed(
            lender.as("officer"),
            """
            {"borrowerId":"%s","borrowerSubject":"%s","applicationId":"%s","agreement":"%s",
             "productCode":"REVOLVING","limit":{"amount":"%s","currency":"CNY"},
             "annualRate":"%s","termMonthsMax":12,"contractHash":"%s","expiresOn":"%s",
             "scheduleTerms":%s}"""
                .formatted(
                    borrower.borrowerId(),
                    borrower.subject(),
                    UUID.randomUUID(),
                    borrower.agreement(),
                    limit,
                    rate,
                    "ab".repeat(32),
                    lender.today().plusYears(1),
                    terms))
        .post("/v1/lines");
  }

  private Response disclose(Borrower borrower, String line, String amount) {
    return lender
        .keyed(
            lender.as(borrower),
            """
            {"amount":{"amount":"%s","currency":"CNY"},"method":"EQUAL_INSTALMENT",
             "termMonths":3,"purpose":"TRAVEL"}"""
                .formatted(amount))
        .post("/v1/lines/" + line + "/disclosures");
  }

  private Response draw(Borrower borrower, String line, String disclosure) {
    return lender
        .keyed(lender.as(borrower), "{\"disclosureId\":\"" + disclosure + "\"}")
        .post("/v1/lines/" + line + "/draws");
  }

  private void readUntil(JsonPath shown) {
    Instant readable = Instant.parse(shown.getString("confirmableFrom"));
    await().atMost(Lender.SOON).until(() -> Instant.now().isAfter(readable));
  }

  private void riskSays(Borrower borrower, String limit, int version) {
    Topics.send(
        "risk.borrower",
        borrower.borrowerId().toString(),
        UUID.randomUUID(),
        "risk.limit.changed.v1",
        version,
        """
        {"borrowerId":"%s","limit":{"amount":"%s","currency":"CNY"},
         "previousLimit":{"amount":"9000.00","currency":"CNY"},"reason":"GRANTED"}"""
            .formatted(borrower.borrowerId(), limit));
  }

  private void awaitBlockedBy(Borrower borrower, String line, String rule) {
    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> assertThat(view(borrower, line).getString("blockedBy")).isEqualTo(rule));
  }

  private JsonPath view(Borrower borrower, String line) {
    return lender.as(borrower).get("/v1/lines/" + line).jsonPath();
  }
}
