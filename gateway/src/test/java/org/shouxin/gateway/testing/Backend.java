package org.shouxin.gateway.testing;

import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A service behind the gateway that does what a test says for a path, and remembers what it saw.
 */
public final class Backend {

  private static final Map<String, Backend> RUNNING = new ConcurrentHashMap<>();
  private static final Vertx VERTX = Vertx.vertx();

  private final Map<String, Handler<HttpServerRequest>> handlers = new ConcurrentHashMap<>();
  private final List<HttpServerRequest> seen = new CopyOnWriteArrayList<>();

  private Backend() {}

  /** The service of this name, started at the address the gateway has for it. */
  public static Backend of(String service) {
    return RUNNING.computeIfAbsent(service, Backend::start);
  }

  private static Backend start(String service) {
    Backend backend = new Backend();
    String url =
        ConfigProvider.getConfig().getValue("shouxin.peers." + service + ".url", String.class);
    VERTX
        .createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
        .requestHandler(backend::receive)
        .listen(URI.create(url).getPort())
        .toCompletionStage()
        .toCompletableFuture()
        .join();
    return backend;
  }

  /** Does this for requests to the path. */
  public Backend on(String path, Handler<HttpServerRequest> handler) {
    handlers.put(path, handler);
    return this;
  }

  /** Answers 200 with this text. */
  public Backend says(String path, String text) {
    return on(path, request -> request.response().end(text));
  }

  /** The requests a path got. */
  public List<HttpServerRequest> seen(String path) {
    return seen.stream().filter(request -> request.path().equals(path)).toList();
  }

  /** All requests it got. */
  public List<HttpServerRequest> seen() {
    return seen;
  }

  private void receive(HttpServerRequest request) {
    seen.add(request);
    handlers
        .getOrDefault(request.path(), unknown -> unknown.response().setStatusCode(404).end())
        .handle(request);
  }
}
