package org.shouxin.servicing.bench.payments;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.shouxin.localstack.Ports;
import org.shouxin.localstack.postgres.Postgres;
import org.shouxin.localstack.postgres.PostgresOptions;
import org.shouxin.localstack.testing.LocalStackResource;
import org.shouxin.servicing.testing.OriginationStub;

/**
 * The packaged service as a process of its own on a durable PostgreSQL, with local-stack's broker,
 * issuer and bank around it.
 */
record Service(Process process, Postgres postgres, long postmaster, int port)
    implements AutoCloseable {

  private static final int START_SECONDS_MAX = 120;
  private static final String SERVICE = "servicing";

  static Service start(Path directory) throws IOException, InterruptedException {
    Files.createDirectories(directory);
    LocalStackResource stack = new LocalStackResource();
    stack.init(Map.of("service", SERVICE));
    Map<String, String> config = new HashMap<>(stack.start());
    config.putAll(new OriginationStub().start());
    Path data = Files.createTempDirectory(directory.toAbsolutePath(), "pg");
    PostgresOptions options =
        PostgresOptions.durable(data.resolve("data"), 0, null, directory.resolve("pg.log"));
    Postgres postgres = Postgres.start(options);
    if (Statements.wanted()) {
      postgres = Statements.counting(postgres, options);
    }
    int port = Ports.free();
    config.put("shouxin.db.port", Integer.toString(postgres.port()));
    config.put("shouxin.require-durable-database", "true");
    config.put("quarkus.http.host", "127.0.0.1");
    config.put("quarkus.http.port", Integer.toString(port));
    config.put("shouxin.receipts-url", "http://127.0.0.1:" + port + "/v1/messaging-receipts");
    Process process = run(config, directory.resolve("service.log"));
    Service service = new Service(process, postgres, postmaster(data.resolve("data")), port);
    service.awaitReady();
    RestAssured.baseURI = "http://127.0.0.1";
    RestAssured.port = port;
    return service;
  }

  private static Process run(Map<String, String> config, Path log) throws IOException {
    String java =
        Optional.ofNullable(System.getenv("BENCH_JAVA"))
            .orElse(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ProcessBuilder command =
        new ProcessBuilder(
            java, "-Xmx512m", "-jar", Path.of("target/quarkus-app/quarkus-run.jar").toString());
    config.forEach((key, value) -> command.environment().put(variable(key), value));
    command.environment().remove("JAVA_TOOL_OPTIONS");
    return command.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static long postmaster(Path data) throws IOException {
    return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
  }

  private void awaitReady() throws InterruptedException {
    for (int second = 0; second < START_SECONDS_MAX; second++) {
      if (isReady()) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IllegalStateException("the service is not ready");
  }

  private boolean isReady() {
    try {
      URI health = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
      return ((HttpURLConnection) health.toURL().openConnection()).getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  String jdbcUrl() {
    return postgres.jdbcUrl(SERVICE);
  }

  int databasePort() {
    return postgres.port();
  }

  CpuTimes cpu() {
    return CpuTimes.now(process.pid(), postmaster);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    postgres.close();
  }
}
