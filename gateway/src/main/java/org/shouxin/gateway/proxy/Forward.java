package org.shouxin.gateway.proxy;

import io.vertx.core.Future;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends an admitted request to its service and brings the answer back. */
@ApplicationScoped
public class Forward {

  private final Upstreams upstreams;
  private final long retryBodyBytesMax;

  Forward(Upstreams upstreams, UpstreamSettings settings) {
    this.upstreams = upstreams;
    this.retryBodyBytesMax = settings.retryBodyMax().asLongValue();
  }

  /** Completes when the service's whole answer is sent; fails with a refusal if none began. */
  public Future<Void> send(RoutingContext context, Progress progress, Onward onward) {
    Upstream upstream = upstreams.of(onward.route().service());
    return new Passage(context, upstream, onward, retryBodyBytesMax, progress).run();
  }
}
