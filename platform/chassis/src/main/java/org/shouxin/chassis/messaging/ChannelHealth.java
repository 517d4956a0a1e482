package org.shouxin.chassis.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Down, so that the process is restarted, once a channel has ended for good. */
@Liveness
@ApplicationScoped
public class ChannelHealth implements HealthCheck {

  private final ChannelWatch watch;

  ChannelHealth(ChannelWatch watch) {
    this.watch = watch;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("channels")
        .status(watch.ended().isEmpty())
        .withData("ended", String.join(",", watch.ended()))
        .build();
  }
}
