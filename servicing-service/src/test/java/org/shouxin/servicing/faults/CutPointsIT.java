package org.shouxin.servicing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouxin.chassis.outbox.OutboxRelay;
import org.shouxin.localstack.proxy.CutPoint.Moment;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.servicing.faults.Trial.Answer;
import org.shouxin.servicing.faults.Trial.Words;
import org.shouxin.servicing.payment.persistence.CarelessTransfers;
import org.shouxin.servicing.payment.persistence.SqlTransfers;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.SubLedger;
import org.shouxin.servicing.testing.Webhooks;
import org.shouxin.servicing.webhook.persistence.CarelessReceipts;
import org.shouxin.servicing.webhook.persistence.SqlWebhookReceipts;

/**
 * The connection to PostgreSQL is cut at every protocol message of the use cases that move money:
 * all or nothing, and said again the effect comes once. What runs by the clock is paused meanwhile,
 * so that the messages counted are those of the use case.
 */
@QuarkusTest
@Tag("fault")
@QuarkusTestResource(value = DatabaseLine.class, restrictToAnnotatedClass = true)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CutPointsIT {

  private static final Deal LARGE = new Deal("50000.00", "0.12", "EQUAL_INSTALMENT", 24);
  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 24);
  private static final int DUE_DAYS = 28;
  private static final boolean FULL = Boolean.getBoolean("shouxin.faults.full");

  /** Closes cut before, and as many after a message, unless every one is wanted. */
  private static final int CLOSES_MAX = 20;

  private static final int TRIES_MAX = FULL ? 5 : 2;
  private static final int TIMES_MAX = 10_000;

  /** Events that the service tells itself and has not heard yet. */
  private static final String UNHEARD =
      """
      select id from outbox o where topic = 'servicing.day'
        and not exists (select 1 from inbox i where i.event_id = o.id)\
      """;

  private static final int LAST = Integer.MAX_VALUE - 1;
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
  private static final Duration BANK_MAX = Duration.ofSeconds(60);

  @Inject Scheduler scheduler;
  @Inject OutboxRelay relay;
  @Inject MeterRegistry metrics;
  @Inject Pool pool;
  @Inject SubLedger subLedger;

  private final Lender lender = new Lender();
  private final Facts facts = new Facts();
  private final Books books = new Books(facts, lender.world);
  private final Trial trial = new Trial(facts);
  private final long started = System.nanoTime();
  private boolean planted;

  @BeforeEach
  void standStill() {
    scheduler.pause();
    relay.pause();
  }

  @AfterEach
  void goOn() {
    lender.world.clearFaults();
    relay.resume();
    scheduler.resume();
    awaitBank();
    await().atMost(BANK_MAX).until(() -> facts.column(UNHEARD).isEmpty());
    if (!planted) {
      books.assertWhole();
      subLedger.assertAgreesWithLedger();
    }
    facts.close();
  }

  @Test
  void payingAtOnce() {
    Borrower borrower = lender.borrower("0.00");
    UUID loan = lender.activeLoan(borrower, LARGE);
    lender.world.fault("bank", "debits", "ERROR_500", TIMES_MAX, 0, borrower.agreement());

    told("POST payments", trial.everyCutPoint(() -> freshPayment(borrower, loan)));
    refuseOpen();
  }

  @Test
  void theBankTellsThatADebitSucceeded() {
    Borrower borrower = lender.borrower("1000.00");
    UUID loan = lender.activeLoan(borrower, LARGE);
    lender.world.fault("bank", "debits", "NO_CALLBACK", TIMES_MAX, 0, borrower.agreement());

    told("debit webhook", trial.everyCutPoint(() -> freshDebitWebhook(borrower, loan)));
  }

  @Test
  void aContractOpensALoan() {
    Borrower borrower = lender.borrower("0.00");
    lender.world.fault("bank", "payouts", "ERROR_500", TIMES_MAX, 0, borrower.agreement());

    LocalDate today = lender.today();
    told(
        "contracted event",
        trial.everyCutPoint(
            () -> {
              trial.awaitQuiet();
              UUID event = UUID.randomUUID();
              UUID loan = UUID.randomUUID();
              return () -> contract(event, loan, borrower, today);
            }));
  }

  @Test
  void aDayCloses() {
    List<Integer> counts = new ArrayList<>();
    for (int day = 0; day < DUE_DAYS; day++) {
      lender.activeLoan(lender.borrower("5000.00"), SMALL);
      trial.awaitQuiet();
      DatabaseLine.cutPoint().arm(Integer.MAX_VALUE, Moment.BEFORE);
      lender.closeDay();
      counts.add((int) DatabaseLine.cutPoint().seen());
    }
    System.out.printf("%d days closed undisturbed, %.1f s%n", DUE_DAYS, seconds());
    int points = 0;
    counts.sort(null);
    int messages = counts.get(FULL ? DUE_DAYS - 1 : DUE_DAYS / 2);
    int step = FULL ? 1 : 1 + messages / CLOSES_MAX;
    for (Moment moment : Moment.values()) {
      for (int message = 1 + moment.ordinal() * step / 2; message <= messages; message += step) {
        points += closeCutAt(message, moment) ? 1 : 0;
      }
    }
    told("day close, every message of " + messages + " in steps of " + step, points);
    assertThat(points).isGreaterThan(messages / step);
  }

  /** What the trial is worth: these bugs must not pass it. */
  @Test
  @Order(LAST)
  void aReceiptKeptOutsideTheTransactionIsFound() {
    Borrower borrower = lender.borrower("1000.00");
    UUID loan = lender.activeLoan(borrower, LARGE);
    lender.world.fault("bank", "debits", "NO_CALLBACK", TIMES_MAX, 0, borrower.agreement());
    QuarkusMock.installMockForType(new CarelessReceipts(pool), SqlWebhookReceipts.class);

    assertThatThrownBy(() -> trial.everyCutPoint(() -> freshDebitWebhook(borrower, loan)))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("rows of webhook_receipt");
  }

  @Test
  @Order(LAST)
  void aKeyThatIsNotLookedAtIsFound() {
    Borrower borrower = lender.borrower("0.00");
    UUID loan = lender.activeLoan(borrower, LARGE);
    lender.world.fault("bank", "debits", "ERROR_500", TIMES_MAX, 0, borrower.agreement());

    assertThatThrownBy(() -> trial.everyCutPoint(() -> () -> freshPayment(borrower, loan).say()))
        .isInstanceOf(AssertionError.class);
    refuseOpen();
  }

  /** The books are wrong after this one. */
  @Test
  @Order(LAST + 1)
  void aTransferTakenTwiceIsFound() {
    Borrower borrower = lender.borrower("0.00");
    UUID loan = lender.activeLoan(borrower, LARGE);
    QuarkusMock.installMockForType(new CarelessReceipts(null), SqlWebhookReceipts.class);
    QuarkusMock.installMockForType(new CarelessTransfers(), SqlTransfers.class);

    assertThatThrownBy(() -> trial.everyCutPoint(() -> transferWebhook(loan)))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(books::assertWhole)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("a payment that nobody made");
    planted = true;
  }

  /**
   * A day with less to do may end before the message comes; then it is tried on the next. What a
   * worker held when it was cut off is free at once, as it would be a lease later.
   */
  private boolean closeCutAt(int message, Moment moment) {
    for (int tries = 0; tries < TRIES_MAX; tries++) {
      scheduler.pause();
      trial.awaitQuiet();
      LocalDate day = lender.today();
      String path = "/v1/business-days/" + day + "/close";
      DatabaseLine.cutPoint().arm(message, moment);
      Response told = lender.as("admin").post(path);
      DatabaseLine.cutPoint().disarm();
      boolean fired = DatabaseLine.cutPoint().hasFired();
      if (fired) {
        String point = "day cut %s message %d: %s".formatted(moment, message, told.asString());
        await().pollInterval(LOOK_AGAIN).until(DatabaseLine.cutPoint()::hasSettled);
        assertThat(told.statusCode()).as(point).isIn(200, 202, 503);
        assertThat(books.breaches()).as(point).isEmpty();
        facts.change("update day_partition set lease_until = now() where state = 'CLAIMED'");
      }
      scheduler.resume();
      Response closed = closed(path);
      awaitBank();
      assertThat(lender.as("admin").post(path).asString()).isEqualTo(closed.asString());
      assertThat(lender.today()).isEqualTo(day.plusDays(1));
      if (fired) {
        assertThat(books.breaches()).isEmpty();
        return true;
      }
    }
    return false;
  }

  private Response closed(String path) {
    return await()
        .pollInterval(LOOK_AGAIN)
        .atMost(BANK_MAX)
        .until(() -> lender.as("admin").post(path), answer -> answer.statusCode() == 200);
  }

  private Words payment(Borrower borrower, UUID loan) {
    String key = UUID.randomUUID().toString();
    return () ->
        answer(
            lender
                .as(borrower)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}")
                .post("/v1/loans/" + loan + "/payments"));
  }

  private Words freshPayment(Borrower borrower, UUID loan) {
    refuseOpen();
    trial.awaitQuiet();
    return payment(borrower, loan);
  }

  private Words freshDebitWebhook(Borrower borrower, UUID loan) {
    Answer ordered = payment(borrower, loan).say();
    assertThat(ordered.status()).as(ordered.body()).isEqualTo(202);
    String order = ordered.body().replaceFirst(".*\"paymentId\":\"([^\"]+)\".*", "$1");
    String booked = bookedAtTheBank(order);
    trial.awaitQuiet();
    return webhook(
        """
        {"type":"debit.succeeded","data":{"requestId":"%s","bankReference":"%s",
         "requested":{"amount":"1.00","currency":"CNY"},
         "collected":{"amount":"1.00","currency":"CNY"}}}\
        """
            .formatted(order, booked));
  }

  private static Words transferWebhook(UUID loan) {
    return webhook(
        """
        {"type":"transfer.received","data":{"reference":"%s","bankReference":"%s",
         "amount":{"amount":"1.00","currency":"CNY"}}}\
        """
            .formatted(loan, UUID.randomUUID()));
  }

  private static Words webhook(String body) {
    String id = UUID.randomUUID().toString();
    return () -> answer(Webhooks.bank(id, body));
  }

  /** Ends debits that the bank does not take, so that the next may be ordered. */
  private void refuseOpen() {
    facts
        .column("select id from bank_order where kind = 'DEBIT' and state in ('CREATED', 'SENT')")
        .forEach(this::refuse);
  }

  private void refuse(String order) {
    Answer refused =
        webhook(
                """
                {"type":"debit.failed","data":{"requestId":"%s","reason":"INSUFFICIENT_FUNDS"}}\
                """
                    .formatted(order))
            .say();
    assertThat(refused.status()).as(refused.body()).isEqualTo(204);
  }

  /** The event is sent; it is answered when it had its effect, or was seen to be known. */
  private Answer contract(UUID event, UUID loan, Borrower borrower, LocalDate today) {
    String opened = "select id from loan where id = '%s'".formatted(loan);
    boolean known = !facts.column(opened).isEmpty();
    double before = duplicates();
    lender.tellContract(event, loan, borrower, SMALL, today);
    await()
        .pollInterval(LOOK_AGAIN)
        .atMost(Lender.SOON)
        .until(() -> known ? duplicates() > before : !facts.column(opened).isEmpty());
    return new Answer(200, "taken");
  }

  private double duplicates() {
    return metrics.counter("inbox.duplicates", "topic", "origination.loan").count();
  }

  private static String bookedAtTheBank(String order) {
    String url = LocalStackResource.standInUrl() + "/bank/v1/debits/" + order;
    return await()
        .pollInterval(LOOK_AGAIN)
        .atMost(Lender.SOON)
        .until(
            () -> RestAssured.get(url).jsonPath(),
            state -> "SUCCEEDED".equals(state.getString("status")))
        .getString("bankReference");
  }

  private void awaitBank() {
    await()
        .pollInterval(LOOK_AGAIN)
        .atMost(BANK_MAX)
        .until(
            () ->
                facts
                    .column("select id from bank_order where state in ('CREATED', 'SENT')")
                    .isEmpty());
  }

  private static Answer answer(Response response) {
    return new Answer(response.statusCode(), response.asString());
  }

  private void told(String what, int points) {
    System.out.printf(
        "%s: cut at %d points, each all or nothing and once, %.1f s%n", what, points, seconds());
  }

  private double seconds() {
    return (System.nanoTime() - started) / 1e9;
  }
}
