package org.shouxin.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;

/**
 * One service behind the gateway, with its own connections, waiting room and circuit, so that a
 * slow service takes nothing from the others. The gateway's own questions (health, document) use
 * connections apart and are never behind callers' requests.
 */
public final class Upstream {

  private static final int OWN_CONNECTIONS_MAX = 2;
  private static final int HEADER_BYTES_MAX = 16 * 1024;
  private static final int HTTP_PORT = 80;
  private static final int HTTPS_PORT = 443;
  private static final int KEEP_ALIVE_SECONDS = 30;

  private final String service;
  private final URI url;
  private final HttpClient callers;
  private final HttpClient own;
  private final Duration waitWithin;
  private final long ownAnswerBytesMax;
  private final Circuit circuit;

  Upstream(Vertx vertx, String service, URI url, UpstreamSettings settings) {
    this.service = service;
    this.url = url;
    this.waitWithin = settings.waitWithin();
    this.ownAnswerBytesMax = settings.ownAnswerMax().asLongValue();
    this.callers = client(vertx, settings, settings.connectionsMax(), settings.waitingMax());
    this.own = client(vertx, settings, OWN_CONNECTIONS_MAX, settings.waitingMax());
    this.circuit =
        new Circuit(settings.circuitFailuresMax(), settings.circuitOpenFor(), System::nanoTime);
  }

  private HttpClient client(
      Vertx vertx, UpstreamSettings settings, int connectionsMax, int waitingMax) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout(Math.toIntExact(settings.connectWithin().toMillis()))
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
            .setMaxHeaderSize(HEADER_BYTES_MAX)
            .setTcpNoDelay(true)
            .setSsl("https".equals(url.getScheme()))
            .setDefaultHost(url.getHost())
            .setDefaultPort(port())
            .setName("upstream-" + service);
    PoolOptions pool =
        new PoolOptions().setHttp1MaxSize(connectionsMax).setMaxWaitQueueSize(waitingMax);
    return vertx.httpClientBuilder().with(options).with(pool).build();
  }

  private int port() {
    return port(url);
  }

  private static int port(URI uri) {
    if (uri.getPort() > 0) {
      return uri.getPort();
    }
    return "https".equals(uri.getScheme()) ? HTTPS_PORT : HTTP_PORT;
  }

  public String service() {
    return service;
  }

  Circuit circuit() {
    return circuit;
  }

  /** True while the gateway sends this service nothing. */
  public boolean circuitOpen() {
    return circuit.state() == Circuit.State.OPEN;
  }

  /** A request on a connection that stands. */
  Future<HttpClientRequest> connect() {
    return callers.request(
        new RequestOptions()
            .setHost(url.getHost())
            .setPort(port())
            .setConnectTimeout(waitWithin.toMillis()));
  }

  /** The service's own path under its address. */
  String target(String path) {
    String base = url.getRawPath();
    return base == null || base.equals("/") ? path : base + path;
  }

  /** True if an absolute URI points at this service. */
  boolean at(URI location) {
    return url.getHost().equalsIgnoreCase(location.getHost()) && port() == port(location);
  }

  /** Asks the service something on the gateway's own behalf. */
  public Future<Answer> ask(String path, Duration within) {
    return own.request(
            new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(url.getHost())
                .setPort(port())
                .setURI(target(path))
                .putHeader("Accept", "application/json")
                .setTimeout(within.toMillis()))
        .compose(HttpClientRequest::send)
        .compose(this::read);
  }

  private Future<Answer> read(HttpClientResponse response) {
    Buffer body = Buffer.buffer();
    response.handler(
        chunk -> {
          body.appendBuffer(chunk);
          if (body.length() > ownAnswerBytesMax) {
            response.request().reset();
          }
        });
    return response.end().map(done -> new Answer(response.statusCode(), body));
  }

  void close() {
    callers.close();
    own.close();
  }

  /** What a service said to the gateway itself. */
  public record Answer(int status, Buffer body) {}
}
