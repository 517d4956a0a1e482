package org.shouxin.localstack.run;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks over HTTP whether a process is ready. */
final class HttpProbe {
  private static final Duration ANSWER_MAX = Duration.ofSeconds(3);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .connectTimeout(ANSWER_MAX)
          .version(HttpClient.Version.HTTP_1_1)
          .build();

  private HttpProbe() {}

  /** Whether a GET of this address is answered with 200. */
  static boolean isOk(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(ANSWER_MAX).build();
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
