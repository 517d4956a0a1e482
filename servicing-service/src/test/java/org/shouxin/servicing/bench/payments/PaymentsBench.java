package org.shouxin.servicing.bench.payments;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Measures payments against pgbench on the same database in the same run: the packaged service as a
 * process with both compilers, PostgreSQL with fsync and synchronous commit on, the outbox relay
 * and the log's sequencer at work. Not run by the build:
 *
 * <pre>
 * mvn -pl servicing-service -am package -DskipTests
 * mvn -q -pl servicing-service dependency:build-classpath -Dmdep.outputFile=target/test.classpath
 * cd servicing-service
 * java -cp target/test-classes:target/classes:$(cat target/test.classpath) \
 *   org.shouxin.servicing.bench.payments.PaymentsBench [LOANS] [SECONDS] [CONNECTIONS]
 * </pre>
 *
 * <p>pgbench (Debian: postgresql-contrib) is taken from the path or from the variable PGBENCH.
 */
public final class PaymentsBench {

  private static final int LOANS = 200_000;
  private static final int SECONDS = 6;
  private static final int CONNECTIONS = 16;
  private static final int ROUNDS = 3;
  private static final int WARM_UP_PAYMENTS = 15_000;
  private static final int WARM_UP_SECONDS_MAX = 100;
  private static final int FILE_LINES = 5_000;
  private static final double MILLION = 1_000_000.0;

  private final Book book;
  private final Service service;
  private final int seconds;
  private final int connections;
  private final Requests requests;
  private final List<Double> pgbench = new ArrayList<>();
  private final List<Double> receipts = new ArrayList<>();
  private final List<Double> webhooks = new ArrayList<>();
  private final List<Double> files = new ArrayList<>();

  private PaymentsBench(Book book, Service service, int seconds, int connections) {
    this.book = book;
    this.service = service;
    this.seconds = seconds;
    this.connections = connections;
    this.requests = new Requests(book, connections);
  }

  /** Runs the comparison. */
  public static void main(String[] arguments) throws Exception {
    int loans = number(arguments, 0, LOANS);
    try (Service service = Service.start(Path.of("target", "payments-bench"))) {
      Book book = Book.fill(service.jdbcUrl(), loans);
      PaymentsBench bench =
          new PaymentsBench(
              book, service, number(arguments, 1, SECONDS), number(arguments, 2, CONNECTIONS));
      bench.compare();
    }
    System.exit(0);
  }

  private static int number(String[] arguments, int place, int otherwise) {
    return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
  }

  private void compare() throws IOException, InterruptedException {
    printf("loans %d, connections %d, %d s a round%n", book.loans(), connections, seconds);
    warmUp(Requests.Kind.WEBHOOK);
    warmUp(Requests.Kind.RECEIPT);
    file();
    files.clear();
    for (int round = 0; round < ROUNDS; round++) {
      pgbench.add(pgbench("the same SQL", Scripts.SAME_SQL));
      receipts.add(flat("receipts", Requests.Kind.RECEIPT, seconds));
      webhooks.add(flat("webhooks", Requests.Kind.WEBHOOK, seconds));
      file();
    }
    pgbench("every row of a payment", Scripts.EVERY_ROW);
    double receiptsP99 =
        paced("receipts at half load", Requests.Kind.RECEIPT, median(receipts) / 2);
    double webhooksP99 =
        paced("webhooks at half load", Requests.Kind.WEBHOOK, median(webhooks) / 2);
    book.assertPosted(requests.posted());
    double base = median(pgbench);
    printf("%n%-52s %9s   %s%n", "medians of " + ROUNDS + " rounds", "measured", "wanted");
    told("receipts, against pgbench", median(receipts) / base, "at least 0.45");
    told("webhooks of debits, against pgbench", median(webhooks) / base, "at least 0.9");
    told("debit file, against pgbench", median(files) / base, "");
    told("debit file, against receipts", median(files) / median(receipts), "at least 5");
    told("receipts at half load, p99 in ms", receiptsP99, "at most 50");
    told("webhooks at half load, p99 in ms", webhooksP99, "at most 50");
  }

  private double pgbench(String name, String script) throws IOException, InterruptedException {
    CpuTimes before = service.cpu();
    double perSecond = PgBench.run(service, script, book.loans(), connections, seconds);
    print("pgbench, " + name, perSecond, null, before, (long) (perSecond * seconds));
    return perSecond;
  }

  private void warmUp(Requests.Kind kind) {
    List<byte[]> ready = requests.ready(kind, WARM_UP_SECONDS_MAX);
    List<byte[]> some = ready.subList(0, Math.min(ready.size(), WARM_UP_PAYMENTS));
    flat("warm-up", kind, some, WARM_UP_SECONDS_MAX);
  }

  private double flat(String name, Requests.Kind kind, int forSeconds) {
    return flat(name, kind, requests.ready(kind, forSeconds), forSeconds);
  }

  private double flat(String name, Requests.Kind kind, List<byte[]> ready, int forSeconds) {
    CpuTimes before = service.cpu();
    Statements.reset(service.databasePort());
    Load.Result result = Load.flat(service.port(), connections, ready, forSeconds);
    requests.sent(kind, result.answered());
    print(name, result.perSecond(), result, before, result.answered());
    Statements.print(service.databasePort(), result.answered());
    return result.perSecond();
  }

  private double paced(String name, Requests.Kind kind, double perSecond) {
    List<byte[]> ready = requests.ready(kind, seconds);
    CpuTimes before = service.cpu();
    Load.Result result = Load.paced(service.port(), connections, ready, perSecond, seconds);
    requests.sent(kind, result.answered());
    print(name, result.perSecond(), result, before, result.answered());
    return result.latencyNanos(0.99) / MILLION;
  }

  private void file() {
    byte[] file = requests.file(FILE_LINES);
    CpuTimes before = service.cpu();
    Load.Result result = Load.flat(service.port(), 1, List.of(file), Integer.MAX_VALUE);
    double perSecond = FILE_LINES / (result.latencyNanos(1.0) / 1_000_000_000.0);
    print("debit file of " + FILE_LINES + " lines", perSecond, null, before, FILE_LINES);
    files.add(perSecond);
  }

  private void print(
      String name, double perSecond, Load.Result result, CpuTimes before, long payments) {
    CpuTimes spent = service.cpu().minus(before);
    String times =
        result == null
            ? ""
            : "p50 %.1f p99 %.1f ms"
                .formatted(result.latencyNanos(0.5) / MILLION, result.latencyNanos(0.99) / MILLION);
    printf(
        "%-34s %8.0f/s  %-24s CPU us each: service %.0f, PostgreSQL %.0f, load and broker %.0f%n",
        name,
        perSecond,
        times,
        spent.serviceMicros() / (double) payments,
        spent.databaseMicros() / (double) payments,
        spent.benchMicros() / (double) payments);
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    return sorted[sorted.length / 2];
  }

  private static void told(String what, double measured, String wanted) {
    printf("%-52s %9.2f   %s%n", what, measured, wanted);
  }

  private static void printf(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
    System.out.flush();
  }
}
