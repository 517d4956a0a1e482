package org.shouxin.localstack.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.shouxin.localstack.Ports;
import org.shouxin.localstack.run.ManagedProcess;

/** A packaged service as a process of its own, for tests that kill it. */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(5);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(ANSWER_MAX)
          .build();

  private final int port = Ports.free();
  private final ManagedProcess process;

  private ServiceProcess(String name, Path jar, Map<String, String> config, Path directory) {
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is not there: the service has not been packaged");
    }
    List<String> arguments = new ArrayList<>();
    config.forEach((key, value) -> arguments.add("-D" + key + "=" + value));
    arguments.add("-Dquarkus.http.host=127.0.0.1");
    arguments.add("-Dquarkus.http.port=" + port);
    arguments.addAll(List.of("-jar", jar.toString()));
    process =
        ManagedProcess.alone(name, directory, arguments, () -> status("/q/health/ready") == 200);
  }

  /**
   * Starts the service on a free port and waits until it is ready.
   *
   * @param config as {@link LocalStackResource#start} gives it, and what else the service needs
   * @param directory for its log
   */
  public static ServiceProcess start(
      String name, Path jar, Map<String, String> config, Path directory) {
    ServiceProcess service = new ServiceProcess(name, jar, config, directory);
    service.restart();
    return service;
  }

  public int port() {
    return port;
  }

  /** SIGKILL; comes back when the process is gone. */
  public void kill() {
    process.kill();
  }

  /** SIGTERM; comes back when the process has ended by itself, or was killed after a minute. */
  public void stop() {
    process.stop();
  }

  /** Starts it again, on the same port, and waits until it is ready. */
  public void restart() {
    process.restart();
  }

  /** The status of a GET; 0 when there is no answer. */
  public int status(String path) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .timeout(ANSWER_MAX)
              .build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException notThere) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
