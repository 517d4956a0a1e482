package org.shouxin.gateway.document;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.gateway.proxy.Upstream;
import org.shouxin.gateway.proxy.Upstreams;
import org.shouxin.gateway.route.RouteTable;

/**
 * The merged API document, asked of the services and kept for a while. A service that can't be
 * reached is shown with its last known part, or named as missing.
 */
@ApplicationScoped
public class Documents {

  private static final String OWN_DOCUMENT = "/q/openapi?format=json";
  private static final int OK = 200;

  private final RouteTable table;
  private final Upstreams upstreams;
  private final DocumentSettings settings;
  private final Map<String, JsonObject> lastKnown = new ConcurrentHashMap<>();
  private volatile Kept kept;

  Documents(RouteTable table, Upstreams upstreams, DocumentSettings settings) {
    this.table = table;
    this.upstreams = upstreams;
    this.settings = settings;
  }

  private record Kept(Buffer document, long until) {}

  /** The document as JSON; never fails for a service that is down. */
  Future<Buffer> current() {
    Kept now = kept;
    if (now != null && now.until - System.nanoTime() > 0) {
      return Future.succeededFuture(now.document);
    }
    Map<String, Future<Optional<JsonObject>>> asked = new LinkedHashMap<>();
    for (String service : table.services()) {
      asked.put(service, ask(upstreams.of(service)));
    }
    return Future.all(List.copyOf(asked.values())).map(all -> merge(asked));
  }

  private Future<Optional<JsonObject>> ask(Upstream upstream) {
    return upstream
        .ask(OWN_DOCUMENT, settings.askWithin())
        .map(answer -> answer.status() == OK ? parsed(answer.body()) : Optional.<JsonObject>empty())
        .otherwise(Optional.empty());
  }

  private static Optional<JsonObject> parsed(Buffer body) {
    try {
      return Optional.of(new JsonObject(body));
    } catch (DecodeException | ClassCastException e) {
      return Optional.empty();
    }
  }

  private Buffer merge(Map<String, Future<Optional<JsonObject>>> asked) {
    MergedDocument merged = new MergedDocument(table);
    asked.forEach(
        (service, answer) -> {
          Optional<JsonObject> own = answer.result();
          own.ifPresent(document -> lastKnown.put(service, document));
          JsonObject known = lastKnown.get(service);
          if (own.isPresent()) {
            merged.add(service, MergedDocument.State.CURRENT, own.get());
          } else if (known != null) {
            merged.add(service, MergedDocument.State.STALE, known);
          } else {
            merged.missing(service);
          }
        });
    Buffer document = merged.build().toBuffer();
    Duration keep = merged.complete() ? settings.cacheFor() : settings.incompleteCacheFor();
    kept = new Kept(document, System.nanoTime() + keep.toNanos());
    return document;
  }
}
