package org.shouxin.servicing.bench.payments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own load generator. */
final class PgBench {

  private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+)");
  private static final int THREADS = 2;

  private PgBench() {}

  /** Transactions per second. */
  static double run(Service service, String script, int loans, int connections, int seconds)
      throws IOException, InterruptedException {
    Path file = Files.createTempFile("payment", ".sql");
    Files.writeString(file, script);
    ProcessBuilder command =
        new ProcessBuilder(
            Optional.ofNullable(System.getenv("PGBENCH")).orElse("pgbench"),
            "-n",
            "-M",
            "prepared",
            "-h",
            "127.0.0.1",
            "-p",
            Integer.toString(service.databasePort()),
            "-U",
            "servicing",
            "-c",
            Integer.toString(connections),
            "-j",
            Integer.toString(THREADS),
            "-T",
            Integer.toString(seconds),
            "-D",
            "loans=" + loans,
            "-f",
            file.toString(),
            "servicing");
    command.environment().put("PGPASSWORD", "servicing");
    Process process = command.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    Files.delete(file);
    Matcher found = PER_SECOND.matcher(output);
    if (process.exitValue() != 0 || !found.find()) {
      throw new IllegalStateException("pgbench: " + output);
    }
    return Double.parseDouble(found.group(1));
  }
}
