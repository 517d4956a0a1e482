package org.shouxin.gateway.health;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.shouxin.gateway.token.Tokens;

/**
 * Not ready until the realm's keys have been read once. From then on the gateway can check tokens
 * without the identity provider, so its outage changes nothing here.
 */
@Readiness
@ApplicationScoped
public class KeysCheck implements AsyncHealthCheck {

  private final Tokens tokens;

  KeysCheck(Tokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return tokens
        .keysHeld()
        .map(held -> HealthCheckResponse.named("realm keys").status(held).build());
  }
}
