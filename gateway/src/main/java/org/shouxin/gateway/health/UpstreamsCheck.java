package org.shouxin.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.shouxin.gateway.proxy.Upstream;
import org.shouxin.gateway.proxy.Upstreams;

/**
 * Tells which services are down. It is always UP: the others must stay reachable, and taking every
 * gateway away would not bring the service back.
 */
@Readiness
@ApplicationScoped
public class UpstreamsCheck implements AsyncHealthCheck {

  private static final Duration ASK_WITHIN = Duration.ofSeconds(1);
  private static final int OK = 200;

  private final Upstreams upstreams;

  UpstreamsCheck(Upstreams upstreams) {
    this.upstreams = upstreams;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    Map<String, Future<String>> states = new LinkedHashMap<>();
    for (Upstream upstream : upstreams.all()) {
      states.put(upstream.service(), state(upstream));
    }
    return Uni.createFrom()
        .completionStage(
            () ->
                Future.all(List.copyOf(states.values()))
                    .map(all -> response(states))
                    .toCompletionStage());
  }

  private static Future<String> state(Upstream upstream) {
    String circuit = upstream.circuitOpen() ? ", circuit open" : "";
    return upstream
        .ask("/q/health/ready", ASK_WITHIN)
        .map(answer -> (answer.status() == OK ? "UP" : "NOT_READY") + circuit)
        .otherwise("DOWN" + circuit);
  }

  private static HealthCheckResponse response(Map<String, Future<String>> states) {
    HealthCheckResponseBuilder response = HealthCheckResponse.named("services").up();
    states.forEach((service, state) -> response.withData(service, state.result()));
    return response.build();
  }
}
