package org.shouxin.servicing.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.shouxin.localstack.Ports;
import org.shouxin.localstack.testing.TestTokens;

/** The packaged service as a process of its own, with the heap it gets in production. */
final class Service implements AutoCloseable {

  private static final Path JAR = Path.of("servicing-service/target/quarkus-app/quarkus-run.jar");
  private static final Duration READY_MAX = Duration.ofSeconds(120);
  private static final int STOP_SECONDS_MAX = 40;
  private static final Set<Integer> GOES_ON = Set.of(202, 503);
  private static final int CLOSED = 200;
  private static final int POLL_MILLIS = 20;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final int port;
  private final HttpClient http = HttpClient.newHttpClient();

  private Service(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static Service start(Map<String, String> config, Path log)
      throws IOException, InterruptedException {
    int port = Ports.free();
    List<String> command =
        new ArrayList<>(List.of("java", "-Xmx512m", "-XX:+UseSerialGC", "-jar", JAR.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    config.forEach((key, value) -> builder.environment().put(variable(key), value));
    builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
    Service service = new Service(builder.start(), port);
    long end = System.nanoTime() + READY_MAX.toNanos();
    while (!service.ready()) {
      if (System.nanoTime() > end || !service.process.isAlive()) {
        service.close();
        throw new IllegalStateException("the service is not ready, see " + log);
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return service;
  }

  long pid() {
    return process.pid();
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(send(request(path).GET().build()).body());
  }

  HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(json))
            .build());
  }

  /** Closes the day and waits until it is closed; gives the milliseconds that took. */
  long close(String day) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    HttpResponse<String> answer = post("/v1/business-days/" + day + "/close", "");
    while (GOES_ON.contains(answer.statusCode())) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
      answer = post("/v1/business-days/" + day + "/close", "");
    }
    if (answer.statusCode() != CLOSED) {
      throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(uri(path))
        .timeout(Duration.ofMinutes(2))
        .header("Authorization", "Bearer " + TestTokens.token("bench", "admin", "officer"));
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  private boolean ready() throws InterruptedException {
    try {
      return send(HttpRequest.newBuilder(uri("/q/health/ready")).build()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static String variable(String key) {
    return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException end) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
