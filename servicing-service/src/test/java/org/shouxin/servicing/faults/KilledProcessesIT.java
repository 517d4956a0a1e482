package org.shouxin.servicing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.shouxin.localstack.testing.BrokerProcess;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.localstack.testing.ServiceProcess;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.OriginationStub;
import org.shouxin.servicing.testing.Topics;

/**
 * The packaged service and the broker are killed while work goes on, and the bank answers twice,
 * late, wrongly or not at all: afterwards the books balance, agree with the bank's journal entry by
 * entry, and nothing is doubled or lost. At full length with -Dfaults.full=true.
 */
@Tag("fault")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledProcessesIT {

  private static final boolean FULL = Boolean.getBoolean("shouxin.faults.full");
  private static final long SEED = Long.getLong("shouxin.faults.seed", 20_260_131L);
  private static final int PAYMENTS = 1_000;
  private static final int LOANS = 40;
  private static final int PAYMENT_KILLS = FULL ? 20 : 2;
  private static final int DAY_KILLS = FULL ? 50 : 2;
  private static final int BROKER_DOWN_SECONDS = FULL ? 60 : 10;
  private static final int KILL_WITHIN_MS = 80;
  private static final double STOP_SECONDS_MAX = 6;
  private static final Duration SETTLED_MAX = Duration.ofSeconds(90);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
  private static final Deal DEAL = new Deal("10000.00", "0.12", "EQUAL_INSTALMENT", 12);

  /** Logs stay there after a failure. */
  private static final Path DIRECTORY =
      Path.of("target", "faults", Long.toString(ProcessHandle.current().pid())).toAbsolutePath();

  private static final OriginationStub ORIGINATION = new OriginationStub();
  private static BrokerProcess broker;
  private static ServiceProcess one;
  private static ServiceProcess other;

  private final Lender lender = new Lender();
  private final Facts facts = new Facts();
  private final Books books = new Books(facts, lender.world);
  private final SplittableRandom random = new SplittableRandom(SEED);

  /** A borrower with a loan paid out. */
  private record Customer(Borrower borrower, UUID loan) {}

  @BeforeAll
  static void start() {
    LocalStackResource stack = new LocalStackResource();
    stack.init(Map.of("service", "servicing"));
    Map<String, String> config = new HashMap<>(stack.start());
    broker = BrokerProcess.takeOver(DIRECTORY);
    config.put("kafka.bootstrap.servers", broker.bootstrapServers());
    config.putAll(ORIGINATION.start());
    config.put("shouxin.business-date.start", "2026-01-31");
    config.put("shouxin.shutdown.delay", "0S");
    Path jar = Path.of("target", "quarkus-app", "quarkus-run.jar");
    one = ServiceProcess.start("one", jar, config, DIRECTORY);
    other = ServiceProcess.start("other", jar, config, DIRECTORY);
    RestAssured.port = one.port();
  }

  @AfterAll
  static void stop() {
    other.close();
    one.close();
    broker.close();
    ORIGINATION.stop();
  }

  @AfterEach
  void booksBalance() {
    lender.world.clearFaults();
    awaitSettled();
    books.assertWhole();
    facts.close();
  }

  @Test
  @Order(1)
  void aThousandPaymentsWhileTheServiceIsKilled() throws Exception {
    List<Customer> customers = customers(LOANS, "100000.00");
    long start = System.nanoTime();
    Map<String, String> answers = new ConcurrentHashMap<>();
    List<String> keys = new ArrayList<>();
    try (Crowd crowd = new Crowd()) {
      for (int i = 0; i < PAYMENTS; i++) {
        Customer customer = customers.get(i % LOANS);
        if (i < LOANS) {
          String key = UUID.randomUUID().toString();
          keys.add(key);
          crowd.have(() -> answers.put(key, accepted(pay(customer, key, "1.00"))));
        } else {
          crowd.have(() -> transfer(customer));
        }
      }
      for (int kill = 1; kill <= PAYMENT_KILLS; kill++) {
        long reached = (long) PAYMENTS * kill / (PAYMENT_KILLS + 1);
        await().pollInterval(LOOK_AGAIN).atMost(SETTLED_MAX).until(() -> payments() >= reached);
        one.kill();
        one.restart();
      }
      crowd.awaitAll();
    }
    await().atMost(SETTLED_MAX).until(() -> payments() == PAYMENTS);
    told("%d payments, %d kills, %.1f s", PAYMENTS, PAYMENT_KILLS, seconds(start));
    for (int i = 0; i < LOANS; i++) {
      String key = keys.get(i);
      assertThat(accepted(pay(customers.get(i), key, "1.00"))).isEqualTo(answers.get(key));
    }
    awaitSettled();
    assertThat(payments()).isEqualTo(PAYMENTS);
    assertThat(facts.column("select sum(amount_minor) from loan_transaction where kind='PAYMENT'"))
        .containsExactly(Integer.toString(PAYMENTS * 100));
  }

  /** The instance that closes the day dies somewhere in it; the other one goes on at once. */
  @Test
  @Order(2)
  void daysCloseWhileTheInstanceThatClosesThemIsKilled() throws Exception {
    LocalDate due = lender.dueDate(loans().get(0), 1);
    lender.closeUntil(due.minusDays(3));
    CompletableFuture<Void> back = CompletableFuture.completedFuture(null);
    for (int kill = 0; kill < DAY_KILLS; kill++) {
      LocalDate day = lender.today();
      ServiceProcess victim = kill % 2 == 0 ? one : other;
      ServiceProcess heir = kill % 2 == 0 ? other : one;
      back.get();
      CompletableFuture<Response> cut =
          CompletableFuture.supplyAsync(() -> close(victim, day)).exceptionally(died -> null);
      await()
          .pollInterval(LOOK_AGAIN)
          .atMost(SETTLED_MAX)
          .until(() -> !"OPEN".equals(facts.column(state(day)).get(0)));
      TimeUnit.MILLISECONDS.sleep(random.nextInt(KILL_WITHIN_MS));
      victim.kill();
      boolean within = "CLOSING".equals(facts.column(state(day)).get(0));
      RestAssured.port = heir.port();
      back = CompletableFuture.runAsync(victim::restart);
      await()
          .atMost(SETTLED_MAX)
          .ignoreExceptions()
          .until(() -> close(heir, day).statusCode() == 200);
      cut.get();
      told("day %s: killed %s, closed by the other", day, within ? "within" : "after");
      assertThat(books.breaches()).isEmpty();
    }
    back.get();
    RestAssured.port = one.port();
    lender.closeUntil(due);
    awaitSettled();
    assertThat(
            facts.column(
                """
                select i.id from instalment i
                join business_day d on d.state <> 'CLOSED' and i.due_date <= d.day
                where i.replaced_on is null and not exists (
                  select 1 from bank_order o where o.loan_id = i.loan_id
                    and o.cause = 'SCHEDULED' and o.business_date = i.due_date)"""))
        .as("instalments due without a debit")
        .isEmpty();
  }

  @Test
  @Order(3)
  void theBankAnswersTwiceLateAndWrongly() throws Exception {
    List<Customer> customers = customers(20, "100000.00");
    long breaksBefore = breaks();
    List<String> kinds =
        List.of(
            "DUPLICATE_CALLBACK",
            "LATE_CALLBACK",
            "WRONG_AMOUNT",
            "NO_CALLBACK",
            "ERROR_AFTER_EFFECT",
            "ERROR_500",
            "DELAY");
    for (int i = 0; i < customers.size(); i++) {
      String agreement = customers.get(i).borrower().agreement();
      lender.world.fault("bank", "debits", kinds.get(i % kinds.size()), 1, 1_000, agreement);
    }
    long before = payments();
    try (Crowd crowd = new Crowd()) {
      for (Customer customer : customers) {
        crowd.have(() -> accepted(pay(customer, UUID.randomUUID().toString(), "7.00")));
      }
      crowd.awaitAll();
    }
    await().atMost(SETTLED_MAX).until(() -> payments() == before + customers.size());
    awaitSettled();
    assertThat(breaks() - breaksBefore)
        .as("wrong amounts told by the bank")
        .isEqualTo(IntStream.range(0, 20).filter(i -> i % kinds.size() == 2).count());
    told("%d debits, each with a fault of the bank: %s", customers.size(), kinds);
  }

  @Test
  @Order(4)
  void theBrokerIsAway() throws Exception {
    List<Customer> customers = customers(10, "100000.00");
    broker.kill();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(BROKER_DOWN_SECONDS);
    int paid = 0;
    while (System.nanoTime() < end) {
      Customer customer = customers.get(paid % customers.size());
      transfer(customer);
      paid++;
      assertThat(one.status("/q/health/live")).isEqualTo(200);
      assertThat(one.status("/q/health/ready")).isEqualTo(200);
      TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN.toMillis());
    }
    long waiting = unsent();
    assertThat(waiting).isPositive();
    broker.restart();
    long back = System.nanoTime();
    await().atMost(SETTLED_MAX).until(() -> unsent() == 0);
    told(
        "broker away %d s, %d payments meanwhile, %d events waited and were sent in %.1f s",
        BROKER_DOWN_SECONDS, paid, waiting, seconds(back));
    UUID late = lender.sign(lender.borrower("0.00"), DEAL);
    await()
        .atMost(SETTLED_MAX)
        .until(() -> number("select count(*) from loan where id = '%s'".formatted(late)) == 1);
    assertThat(one.status("/q/health/live")).isEqualTo(200);
    for (Customer customer : customers) {
      assertEveryEventArrived(customer.loan());
    }
  }

  /** Asked to end while payments come in: those it took are whole, and nothing is torn in haste. */
  @Test
  @Order(5)
  void aServiceThatIsStoppedEndsSoonAndInGoodOrder() throws Exception {
    List<Customer> customers = customers(5, "100000.00");
    Path log = DIRECTORY.resolve("one.log");
    int linesBefore = Files.readAllLines(log).size();
    double stopped;
    try (Crowd crowd = new Crowd()) {
      for (Customer customer : customers) {
        crowd.have(() -> accepted(pay(customer, UUID.randomUUID().toString(), "1.00")));
        transfer(customer);
      }
      long start = System.nanoTime();
      one.stop();
      stopped = seconds(start);
      List<String> lines = Files.readAllLines(log);
      assertThat(lines.subList(linesBefore, lines.size()))
          .noneMatch(line -> line.contains("ERROR") || line.contains("closed"));
      one.restart();
      crowd.awaitAll();
    }
    told("stopped under load in %.1f s", stopped);
    assertThat(stopped).isLessThan(STOP_SECONDS_MAX);
  }

  private void assertEveryEventArrived(UUID loan) {
    List<Long> versions =
        Topics.read("servicing.loan", loan.toString()).stream().map(Topics.Seen::version).toList();
    List<String> written =
        facts.column(
            "select aggregate_version from outbox where topic = 'servicing.loan' and key = '%s'"
                .formatted(loan));
    assertThat(versions.stream().distinct().map(String::valueOf).sorted().toList())
        .isEqualTo(written.stream().distinct().sorted().toList());
    assertThat(versions.stream().distinct().toList()).isSorted();
  }

  private List<Customer> customers(int count, String balance) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Borrower borrower = lender.borrower(balance);
      customers.add(new Customer(borrower, lender.sign(borrower, DEAL)));
    }
    customers.forEach(customer -> lender.awaitState(customer.loan(), "ACTIVE"));
    return customers;
  }

  private Response pay(Customer customer, String key, String amount) throws InterruptedException {
    return Crowd.definite(
        () ->
            lender
                .as(customer.borrower())
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body("{\"amount\":{\"amount\":\"%s\",\"currency\":\"CNY\"}}".formatted(amount))
                .post("/v1/loans/" + customer.loan() + "/payments"));
  }

  private static String accepted(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(202);
    return answer.asString();
  }

  private String transfer(Customer customer) {
    String id = UUID.randomUUID().toString();
    lender.world.transfer(id, customer.borrower().card(), "1.00", customer.loan().toString());
    return id;
  }

  private Response close(ServiceProcess service, LocalDate day) {
    return lender.as("admin").port(service.port()).post("/v1/business-days/" + day + "/close");
  }

  private static String state(LocalDate day) {
    return "select state from business_day where day = '%s'".formatted(day);
  }

  private List<UUID> loans() {
    return facts.column("select id from loan where state = 'ACTIVE' order by id").stream()
        .map(UUID::fromString)
        .toList();
  }

  private long payments() {
    return number("select count(*) from loan_transaction where kind = 'PAYMENT'");
  }

  private long breaks() {
    return number("select count(*) from bank_break");
  }

  private long unsent() {
    return number("select count(*) from outbox where published_at is null");
  }

  private long number(String sql) {
    return Long.parseLong(facts.column(sql).get(0));
  }

  private void awaitSettled() {
    await()
        .atMost(SETTLED_MAX)
        .until(
            () ->
                lender.world.bankTotals().untold() == 0
                    && unsent() == 0
                    && number("select count(*) from bank_order where state in ('CREATED', 'SENT')")
                        == 0);
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }

  private static void told(String line, Object... figures) {
    System.out.printf(line + "%n", figures);
  }
}
