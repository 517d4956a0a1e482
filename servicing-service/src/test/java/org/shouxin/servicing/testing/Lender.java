package org.shouxin.servicing.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.shouxin.localstack.standin.RegisteredPerson;
import org.shouxin.localstack.standin.StandInAdmin;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.localstack.testing.TestTokens;
import org.shouxin.servicing.testing.Topics.Seen;

/**
 * A lender with a bank, borrowers and days, around the running service. PostgreSQL, Kafka, the bank
 * and the messaging provider are local-stack's; origination is WireMock.
 */
@QuarkusTestResource(
    value = LocalStackResource.class,
    initArgs = @ResourceArg(name = "service", value = "servicing"))
@QuarkusTestResource(OriginationStub.class)
public final class Lender {

  public static final Duration SOON = Duration.ofSeconds(20);

  private static final AtomicLong NUMBER = new AtomicLong(1_000_000);
  private static final Duration POLL = Duration.ofMillis(50);
  private static final String LOAN_TOPIC = "servicing.loan";

  public final StandInAdmin world = new StandInAdmin(URI.create(LocalStackResource.standInUrl()));

  /** A person with an account, known to servicing by ids only. */
  public record Borrower(
      UUID borrowerId, String subject, String phone, String card, String agreement) {}

  /** What was signed. */
  public record Deal(String principal, String rate, String method, int months) {}

  public Borrower borrower(String balance) {
    listen();
    long number = NUMBER.incrementAndGet();
    String phone = "+86138" + "%08d".formatted(number);
    String idNumber = "1101051990010" + "%05d".formatted(number % 100_000);
    String card = "622200" + "%010d".formatted(number);
    world.enter(RegisteredPerson.of("测试" + number, idNumber, phone, card).withBalance(balance));
    String agreement =
        given()
            .baseUri(LocalStackResource.standInUrl())
            .port(URI.create(LocalStackResource.standInUrl()).getPort())
            .contentType("application/json")
            .body(
                """
                {"name":"测试%d","idNumber":"%s","phone":"%s","cardNumber":"%s"}"""
                    .formatted(number, idNumber, phone, card))
            .post("/bank/v1/agreements")
            .jsonPath()
            .getString("agreement");
    UUID borrowerId = UUID.randomUUID();
    OriginationStub.reachable(borrowerId.toString(), "SMS", phone);
    return new Borrower(borrowerId, UUID.randomUUID().toString(), phone, card, agreement);
  }

  /** Tells the bank and the messaging provider where the service under test listens. */
  private void listen() {
    String base = "http://127.0.0.1:" + RestAssured.port;
    world.callbacks(base + "/v1/bank-webhooks", base + "/v1/messaging-receipts");
  }

  /** Origination tells that a contract was signed; gives the loan's id. */
  public UUID sign(Borrower borrower, Deal deal) {
    UUID loanId = UUID.randomUUID();
    tellContract(UUID.randomUUID(), loanId, borrower, deal);
    return loanId;
  }

  /** The same with all terms of the schedule, as JSON; the deal says the plain form of them. */
  public UUID sign(Borrower borrower, Deal deal, String scheduleTerms) {
    UUID loanId = UUID.randomUUID();
    tellContract(UUID.randomUUID(), loanId, borrower, deal, today(), scheduleTerms);
    return loanId;
  }

  public void tellContract(UUID eventId, UUID loanId, Borrower borrower, Deal deal) {
    tellContract(eventId, loanId, borrower, deal, today());
  }

  /** As above, asking the service nothing. */
  public void tellContract(
      UUID eventId, UUID loanId, Borrower borrower, Deal deal, LocalDate signedOn) {
    tellContract(eventId, loanId, borrower, deal, signedOn, "null");
  }

  private void tellContract(
      UUID eventId,
      UUID loanId,
      Borrower borrower,
      Deal deal,
      LocalDate signedOn,
      String scheduleTerms) {
    Topics.send(
        "origination.loan",
        loanId.toString(),
        eventId,
        "origination.loan.contracted.v1",
        """
        {"loanId":"%s","applicationId":"%s","borrowerId":"%s","borrowerSubject":"%s",
         "assessmentId":"%s","principal":{"amount":"%s","currency":"CNY"},"annualRate":"%s",
         "method":"%s","termMonths":%d,"signedAt":"%sT04:00:00Z","contractHash":"abc",
         "logLeafId":"%s","paymentAgreement":"%s","preferredChannel":"SMS",
         "terms":{"penaltyRateMultiple":"1.5","graceDays":3,"productCode":"CASH",
                  "purpose":"EDUCATION"},"scheduleTerms":%s}"""
            .formatted(
                loanId,
                UUID.randomUUID(),
                borrower.borrowerId(),
                borrower.subject(),
                UUID.randomUUID(),
                deal.principal(),
                deal.rate(),
                deal.method(),
                deal.months(),
                signedOn,
                UUID.randomUUID(),
                borrower.agreement(),
                scheduleTerms));
  }

  /** A loan that is paid out. */
  public UUID activeLoan(Borrower borrower, Deal deal) {
    UUID loanId = sign(borrower, deal);
    awaitState(loanId, "ACTIVE");
    return loanId;
  }

  public void awaitState(UUID loanId, String state) {
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              Response response = as("officer").get("/v1/loans/" + loanId);
              assertThat(response.statusCode()).isEqualTo(200);
              assertThat(response.jsonPath().getString("state")).isEqualTo(state);
            });
  }

  public LocalDate today() {
    return LocalDate.parse(as("officer").get("/v1/business-days/current").path("date"));
  }

  /** Closes the current day once its debits are settled; gives the closed day. */
  public JsonPath closeDay() {
    return close(today());
  }

  /** Closes days until the date is open. */
  public void closeUntil(LocalDate open) {
    for (LocalDate day = today(); day.isBefore(open); day = day.plusDays(1)) {
      close(day);
    }
  }

  private JsonPath close(LocalDate day) {
    String path = "/v1/business-days/" + day + "/close";
    Response first = as("admin").post(path);
    return first.statusCode() == 200
        ? first.jsonPath()
        : await()
            .atMost(SOON)
            .pollInterval(POLL)
            .until(() -> as("admin").post(path), closed -> closed.statusCode() == 200)
            .jsonPath();
  }

  public LocalDate dueDate(UUID loanId, int number) {
    List<String> dates =
        as("officer")
            .get("/v1/loans/" + loanId + "/schedule")
            .jsonPath()
            .getList("instalments.dueDate");
    return LocalDate.parse(
        dates.stream().sorted(Comparator.naturalOrder()).toList().get(number - 1));
  }

  public JsonPath balance(UUID loanId) {
    return as("collector").get("/v1/loans/" + loanId + "/balance").jsonPath();
  }

  public List<Seen> events(UUID loanId) {
    return Topics.read(LOAN_TOPIC, loanId.toString());
  }

  public List<String> eventTypes(UUID loanId) {
    return events(loanId).stream().map(Seen::type).toList();
  }

  public RequestSpecification as(String role) {
    return bearer(TestTokens.token("person-" + role, role));
  }

  public RequestSpecification as(Borrower borrower) {
    return bearer(TestTokens.token(borrower.subject(), "borrower"));
  }

  /** A POST of JSON under a fresh key. */
  public RequestSpecification keyed(RequestSpecification request, String json) {
    return request
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .contentType("application/json")
        .body(json);
  }

  public static RequestSpecification bearer(String token) {
    return given().header("Authorization", "Bearer " + token).header("Accept-Language", "en");
  }

  /**
   * Tells of a transfer as the bank would, which the bank's own books do not have; a test that uses
   * it takes it back with {@link #takeBack}, or the books no longer agree with the bank.
   */
  public Response toldTransfer(String webhookId, UUID loanId, String reference, String amount) {
    return Webhooks.bank(
        webhookId,
        """
        {"type":"transfer.received","data":{"reference":"%s","bankReference":"%s",
         "amount":{"amount":"%s","currency":"CNY"},"bookedAt":"2026-01-31T00:00:00Z"}}"""
            .formatted(loanId, reference, amount));
  }

  /** Has an officer take the loan's only payment back. */
  public Response takeBack(UUID loanId) {
    String paymentId =
        as("officer")
            .get("/v1/loans/" + loanId + "/transactions")
            .jsonPath()
            .getString("items.find { it.kind == 'PAYMENT' }.paymentId");
    return keyed(as("officer"), "{\"reason\":\"returned by the bank\"}")
        .post("/v1/payments/" + paymentId + "/reversal");
  }

  /** Every posting sums to zero, and the cash account is the bank's statement. */
  public void assertBooksBalance() {
    JsonPath trial = as("auditor").get("/v1/ledger/trial-balance").jsonPath();
    assertThat(trial.getString("sum.amount")).isEqualTo("0.00");
    BigDecimal cash =
        new BigDecimal(trial.getString("lines.find { it.account == '1001' }.balance.amount"));
    StandInAdmin.BankTotals bank = world.bankTotals();
    assertThat(cash).isEqualByComparingTo(bank.received().subtract(bank.paidOut()));
  }
}
