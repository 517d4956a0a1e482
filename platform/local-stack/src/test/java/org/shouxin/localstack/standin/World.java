package org.shouxin.localstack.standin;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/** Running stand-ins with one person in them, and a plain HTTP client as a service would be. */
final class World implements AutoCloseable {

  static final RegisteredPerson SOMEONE =
      RegisteredPerson.of("测试甲", "11010519491231002X", "+8613800000001", "6222020000000000007")
          .withBalance("1000.00")
          .withLine(37, true)
          .withBureau(
              new JsonObject()
                  .put("openLoans", 2)
                  .put("openDebt", StandInAdmin.cny("5000.00"))
                  .put("enquiries90d", 1)
                  .put("worstStatus24m", 0)
                  .put("utilisation", "0.42")
                  .put("lastPaymentRatio", "0.10"));

  record Reply(int status, JsonObject json) {}

  final WebhookReceiver hooks = new WebhookReceiver();
  private final Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private StandIns standIns;

  World(Path directory) throws IOException {
    this.directory = directory;
    start();
    admin().enter(SOMEONE);
  }

  void restart() {
    restart(() -> {});
  }

  void restart(Runnable whileDown) {
    standIns.close();
    whileDown.run();
    start();
  }

  private void start() {
    standIns =
        StandIns.start(StandInConfig.forTests(directory).withCallbacks(hooks.url(), hooks.url()));
  }

  StandIns standIns() {
    return standIns;
  }

  StandInAdmin admin() {
    return new StandInAdmin(standIns.url());
  }

  Reply post(String path, JsonObject body) {
    return post(path, body.encode());
  }

  Reply post(String path, String body) {
    return send(path, HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Reply get(String path) {
    return send(path, HttpRequest.newBuilder());
  }

  String agreement() {
    return post("/bank/v1/agreements", identity().put("cardNumber", SOMEONE.cardNumber()))
        .json()
        .getString("agreement");
  }

  static JsonObject identity() {
    return new JsonObject()
        .put("name", SOMEONE.name())
        .put("idNumber", SOMEONE.idNumber())
        .put("phone", SOMEONE.phone());
  }

  private Reply send(String path, HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          http.send(
              request.uri(standIns.url().resolve(path)).timeout(Duration.ofSeconds(10)).build(),
              HttpResponse.BodyHandlers.ofString());
      return new Reply(response.statusCode(), new JsonObject(response.body()));
    } catch (IOException broken) {
      throw new IllegalStateException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  @Override
  public void close() {
    standIns.close();
    hooks.close();
  }
}
