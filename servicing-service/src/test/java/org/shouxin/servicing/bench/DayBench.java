package org.shouxin.servicing.bench;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.shouxin.localstack.testing.LocalStackResource;

/**
 * Measures the close of a day against a bare one-column UPDATE of all loans in the same database in
 * the same run, and the payments posted meanwhile against payments in quiet times.
 *
 * <p>The service runs as a process of its own with 512 MB of heap, on a PostgreSQL with fsync on.
 * Run from the root of the project after {@code mvn -pl servicing-service package}, with the test
 * class path of servicing-service. Arguments:
 *
 * <ol>
 *   <li>a directory for the database; a book that is there is used again
 *   <li>the number of loans
 *   <li>what to measure, with commas between: {@code make} (only the book), {@code day} (update,
 *       quiet payments, one day's close with payments), {@code alone} (update and one day's close),
 *       {@code days} (days closed one by one, then a catch-up over 30), {@code reading} (a loan on
 *       day 1 and after 700 days; for a small book)
 * </ol>
 */
public final class DayBench {

  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 16);
  private static final int UPDATES = 3;
  private static final int PAYMENTS_PER_SECOND = 20;
  private static final int QUIET_SECONDS = 30;
  private static final int WARM_DAYS = 3;
  private static final int SINGLE_DAYS = 5;
  private static final int CATCH_UP_DAYS = 30;
  private static final int OLD_DAYS = 700;
  private static final int READS = 2_000;
  private static final int PAYERS_MAX = 20_000;

  private final Database database;
  private final Service service;
  private final Book book;

  private DayBench(Database database, Service service) {
    this.database = database;
    this.service = service;
    this.book = new Book(database);
  }

  public static void main(String[] arguments) throws Exception {
    int loans = Integer.parseInt(arguments[1]);
    List<String> wanted = List.of(arguments[2].split(","));
    LocalStackResource stack = new LocalStackResource();
    stack.init(Map.of("service", "servicing"));
    Map<String, String> config = new LinkedHashMap<>(stack.start());
    try (Database database = Database.start(Path.of(arguments[0], "postgres"))) {
      config.put("shouxin.db.port", Integer.toString(database.port()));
      config.put("shouxin.require-durable-database", "true");
      config.put("shouxin.business-date.start", FIRST_DAY.toString());
      // the bank does not answer: debits are settled by the book, in bulk
      config.put("shouxin.parties.bank.url", "http://127.0.0.1:1");
      config.put("shouxin.parties.messaging.url", "http://127.0.0.1:1");
      Path log = Path.of(arguments[0], "service.log");
      try (Service service = Service.start(config, log)) {
        new DayBench(database, service).run(loans, wanted);
      }
    }
    System.exit(0);
  }

  private void run(int loans, List<String> wanted) throws Exception {
    say("%,d loans, %s, service heap 512 MB".formatted(loans, database.durability()));
    if (database.number("select count(*) from loan") == 0) {
      long begin = System.nanoTime();
      book.make(loans, today());
      say("book made in " + TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin) + " s");
    }
    if (wanted.contains("day")) {
      day();
    }
    if (wanted.contains("alone")) {
      alone();
    }
    if (wanted.contains("days")) {
      days();
    }
    if (wanted.contains("reading")) {
      reading();
    }
  }

  private void day() throws Exception {
    String day = today();
    long update = bareUpdate();
    try (PaymentLoad warm = payments()) {
      warm.start(PAYMENTS_PER_SECOND);
      TimeUnit.SECONDS.sleep(QUIET_SECONDS);
      warm.seen();
      TimeUnit.SECONDS.sleep(QUIET_SECONDS);
      PaymentLoad.Seen quiet = warm.seen();
      say("payments in quiet: " + quiet);
      long close = service.close(day);
      PaymentLoad.Seen meanwhile = warm.seen();
      say("close of %s with payments: %,d ms, %s".formatted(day, close, counts(day)));
      say("payments meanwhile: " + meanwhile);
      say(
          "p99 meanwhile / quiet: %.2f"
              .formatted((double) meanwhile.p99Micros() / quiet.p99Micros()));
      say("close with payments / bare update: %.2f".formatted((double) close / update));
    }
    say("heap of the service: " + heap());
  }

  private void alone() throws Exception {
    book.settle(today());
    database.execute("vacuum (analyze) loan");
    long update = bareUpdate();
    String day = today();
    long close = service.close(day);
    say("close of %s alone: %,d ms, %s".formatted(day, close, counts(day)));
    say("close alone / bare update: %.2f".formatted((double) close / update));
  }

  /** Median of several, each after a vacuum and a checkpoint. */
  private long bareUpdate() throws SQLException {
    long[] millis = new long[UPDATES];
    for (int i = 0; i < UPDATES; i++) {
      database.execute("vacuum loan");
      database.execute("checkpoint");
      long begin = System.nanoTime();
      database.execute("update loan set transitions = transitions + 1");
      millis[i] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
      say("bare update of all loans: %,d ms".formatted(millis[i]));
    }
    database.execute("vacuum (analyze) loan");
    database.execute("checkpoint");
    long median = PaymentLoad.median(millis);
    say("bare update, median: %,d ms".formatted(median));
    return median;
  }

  private void days() throws Exception {
    long sum = 0;
    for (int i = -WARM_DAYS; i < SINGLE_DAYS; i++) {
      String day = today();
      book.settle(day);
      long close = service.close(day);
      sum += i < 0 ? 0 : close;
      say("close of %s: %,d ms, %s".formatted(day, close, counts(day)));
    }
    long settling = 0;
    LocalDate to = LocalDate.parse(today()).plusDays(CATCH_UP_DAYS - 1);
    long begin = System.nanoTime();
    CompletableFuture<Void> caughtUp = CompletableFuture.runAsync(() -> catchUp(to));
    while (!caughtUp.isDone()) {
      String day = today();
      if (openDebits(day) > 0) {
        long settle = System.nanoTime();
        book.settle(day);
        settling += System.nanoTime() - settle;
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
    caughtUp.join();
    long all = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin - settling);
    say(
        "catch-up over %d days: %,d ms (without %,d ms of settling by the book)"
            .formatted(CATCH_UP_DAYS, all, TimeUnit.NANOSECONDS.toMillis(settling)));
    say(
        "catch-up, per day / single day (mean): %.2f"
            .formatted((double) all / CATCH_UP_DAYS / ((double) sum / SINGLE_DAYS)));
  }

  private void catchUp(LocalDate to) {
    try {
      HttpResponse<String> answer;
      do {
        answer = service.post("/v1/business-days/catch-up", "{\"to\":\"" + to + "\"}");
      } while (answer.statusCode() == 202);
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(answer.statusCode() + " " + answer.body());
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  /** Days on which the loan's own account grows as it does in life: it pays each instalment. */
  private void reading() throws Exception {
    String loan = database.text("select id from loan where state = 'ACTIVE' order by id limit 1");
    long young = medianReadMicros(loan);
    say("reading a loan on day 1: %,d us".formatted(young));
    for (int i = 0; i < OLD_DAYS; i++) {
      book.settle(today());
      service.close(today());
    }
    long old = medianReadMicros(loan);
    say(
        "reading it after %d days: %,d us, %.2f times"
            .formatted(OLD_DAYS, old, (double) old / young));
  }

  private long medianReadMicros(String loan) throws Exception {
    long[] micros = new long[READS];
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < READS; i++) {
        long begin = System.nanoTime();
        service.get("/v1/loans/" + loan + "/balance");
        micros[i] = TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - begin);
      }
    }
    return PaymentLoad.median(micros);
  }

  private PaymentLoad payments() throws SQLException {
    List<String> ids = new ArrayList<>();
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select id from loan tablesample system (5) where state = 'ACTIVE' limit "
                    + PAYERS_MAX)) {
      while (rows.next()) {
        ids.add(rows.getString(1));
      }
    }
    return new PaymentLoad(service, LocalStackResource.webhookSecret(), ids);
  }

  private long openDebits(String day) throws SQLException {
    return database.number(
        "select count(*) from bank_order where kind = 'DEBIT' and state in ('CREATED', 'SENT')"
            + " and business_date <= '"
            + day
            + "'");
  }

  private String today() throws IOException, InterruptedException {
    return service.get("/v1/business-days/current").path("date").asText();
  }

  private String counts(String day) throws IOException, InterruptedException {
    var closed = service.get("/v1/business-days/" + day);
    return "%,d loans turned, %,d debits, %,d reminders"
        .formatted(
            closed.path("loansTurned").asInt(),
            closed.path("debitsOrdered").asInt(),
            closed.path("remindersPlanned").asInt());
  }

  /** Peak of the old generation, as the process itself counts it. */
  private String heap() throws IOException, InterruptedException {
    Process jcmd = new ProcessBuilder("jcmd", Long.toString(service.pid()), "GC.heap_info").start();
    return new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
        .lines()
        .skip(1)
        .limit(1)
        .findFirst()
        .orElse("unknown");
  }

  private static void say(String line) {
    System.out.println(line);
  }
}
