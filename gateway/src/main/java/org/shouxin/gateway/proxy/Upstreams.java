package org.shouxin.gateway.proxy;

import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The services behind the gateway. */
@ApplicationScoped
public class Upstreams {

  private final Map<String, Upstream> byService = new TreeMap<>();

  Upstreams(Vertx vertx, Peers peers, UpstreamSettings settings) {
    peers
        .all()
        .forEach(
            (service, peer) ->
                byService.put(service, new Upstream(vertx, service, peer.url(), settings)));
  }

  /** The services with an address. */
  public Set<String> services() {
    return byService.keySet();
  }

  public Upstream of(String service) {
    return byService.get(service);
  }

  public Collection<Upstream> all() {
    return byService.values();
  }

  @PreDestroy
  void close() {
    byService.values().forEach(Upstream::close);
  }
}
