package org.shouxin.collections.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Neighbours;
import org.shouxin.collections.app.Topics;

/** Promises are judged by servicing's ledger when the day closes. */
@QuarkusTest
class PromiseIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static Map<String, Object> promise(String amount, LocalDate due) {
    return Map.of("amount", Debtor.cny(amount), "dueDate", due.toString());
  }

  private static void is(Debtor debtor, String state) {
    await()
        .atMost(SOON)
        .until(
            () -> Database.strings("select state from promise where case_id = ?", debtor.caseId()),
            List.of(state)::equals);
  }

  @Test
  void kept() {
    Debtor debtor = Debtor.reachable().withCase();
    LocalDate due = Days.today().plusDays(1);
    Response made = debtor.post("/promises", promise("300.00", due));
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    debtor.cleared("300.00");
    Days.close();
    is(debtor, "MADE");
    Days.close();
    is(debtor, "KEPT");
    assertThat(Topics.types(Topics.CASE, debtor.caseId().toString(), 3))
        .containsExactly(
            "collections.case.opened.v1",
            "collections.promise.made.v1",
            "collections.promise.kept.v1");
    Neighbours.stubs()
        .verifyThat(
            WireMock.getRequestedFor(
                    WireMock.urlPathEqualTo("/v1/loans/" + debtor.loanId + "/cleared"))
                .withQueryParam("from", WireMock.equalTo(due.minusDays(1).toString()))
                .withQueryParam("to", WireMock.equalTo(due.toString())));
  }

  @Test
  void brokenWithTheShortfall() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.post("/promises", promise("300.00", Days.today()));
    debtor.cleared("100.00");
    Days.close();
    is(debtor, "BROKEN");
    assertThat(
            Topics.payload(Topics.CASE, debtor.caseId().toString(), "collections.promise.broken.v1")
                .path("shortfall")
                .path("amount")
                .asText())
        .isEqualTo("200.00");
    assertThat(debtor.get("/promises").<String>path("[0].cleared.amount")).isEqualTo("100.00");
  }

  @Test
  void theCloseWaitsForALedgerThatIsAway() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.post("/promises", promise("300.00", Days.today()));
    debtor.cleared("300.00");
    Neighbours.stubs()
        .register(
            WireMock.get(WireMock.urlPathEqualTo("/v1/loans/" + debtor.loanId + "/cleared"))
                .atPriority(1)
                .inScenario("away" + debtor.loanId)
                .whenScenarioStateIs("Started")
                .willSetStateTo("still away")
                .willReturn(WireMock.serviceUnavailable()));
    Neighbours.stubs()
        .register(
            WireMock.get(WireMock.urlPathEqualTo("/v1/loans/" + debtor.loanId + "/cleared"))
                .atPriority(1)
                .inScenario("away" + debtor.loanId)
                .whenScenarioStateIs("still away")
                .willSetStateTo("back")
                .willReturn(WireMock.serviceUnavailable()));
    Days.close();
    is(debtor, "KEPT");
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, 0, PROMISE_AMOUNT_POSITIVE, /amount",
    "-5.00, 0, PROMISE_AMOUNT_POSITIVE, /amount",
    "1000.01, 0, PROMISE_AMOUNT_MAX, /amount",
    "100.00, -1, PROMISE_DUE_PAST, /dueDate",
    "100.00, 15, PROMISE_DUE_MAX, /dueDate"
  })
  void rulesAreNamed(String amount, int days, String rule, String field) {
    Debtor debtor = Debtor.reachable().withCase();
    Response refused = debtor.post("/promises", promise(amount, Days.today().plusDays(days)));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.<String>path("rule")).isEqualTo(rule);
    assertThat(refused.<String>path("errors[0].field")).isEqualTo(field);
  }

  @Test
  void aCaseHasOneOpenPromise() {
    Debtor debtor = Debtor.reachable().withCase();
    assertThat(debtor.post("/promises", promise("10.00", Days.today())).statusCode())
        .isEqualTo(201);
    Response second = debtor.post("/promises", promise("10.00", Days.today()));
    assertThat(second.statusCode()).isEqualTo(409);
    assertThat(second.<String>path("rule")).isEqualTo("PROMISE_OPEN");
  }

  @Test
  void differentCollectorsAtOnceStillMakeOnePromise() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.caseId();
    long made =
        IntStream.range(0, 12)
            .parallel()
            .mapToObj(i -> debtor.post("/promises", promise("10.00", Days.today())))
            .filter(answer -> answer.statusCode() == 201)
            .count();
    assertThat(made).isEqualTo(1);
  }

  @Test
  void theSameKeyGivesTheSameBytes() {
    Debtor debtor = Debtor.reachable().withCase();
    String key = UUID.randomUUID().toString();
    Response first = debtor.post("/promises", promise("10.00", Days.today()), key);
    Response again = debtor.post("/promises", promise("10.00", Days.today()), key);
    assertThat(again.asString()).isEqualTo(first.asString());
    assertThat(debtor.post("/promises", promise("11.00", Days.today()), key).<String>path("rule"))
        .isEqualTo("IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void aHoldWithdrawsIt() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.post("/promises", promise("10.00", Days.today().plusDays(3)));
    debtor.post("/holds", Map.of("kind", "DISPUTE", "reason", "amount is disputed"));
    is(debtor, "WITHDRAWN");
    assertThat(debtor.post("/promises", promise("10.00", Days.today())).<String>path("rule"))
        .isEqualTo("HOLD_ACTIVE");
  }

  @Test
  void aWrittenOffLoanWithdrawsIt() {
    Debtor debtor = Debtor.reachable().withCase();
    UUID caseId = debtor.caseId();
    debtor.post("/promises", promise("10.00", Days.today().plusDays(3)));
    debtor.loanEvent("servicing.loan.written-off.v1", Map.of());
    is(debtor, "WITHDRAWN");
    assertThat(
            debtor.postTo(caseId, "/promises", promise("10.00", Days.today())).<String>path("rule"))
        .isEqualTo("CASE_CLOSED");
  }
}
