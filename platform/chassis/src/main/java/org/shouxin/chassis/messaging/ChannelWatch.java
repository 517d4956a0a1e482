package org.shouxin.chassis.messaging;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.reactive.messaging.PublisherDecorator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Sees when a channel that reads from the broker ends. Nothing subscribes to it again, so the
 * process would run on without its events: it is logged, counted in the gauge {@code
 * channel.ended}, and fails liveness.
 *
 * <p>A broker that is away ends no channel: its clients wait for it. A channel ends when its polls
 * keep failing while the broker answers (a forbidden topic, a group it may not join), when its dead
 * letters cannot be written, or by a defect.
 */
@ApplicationScoped
public class ChannelWatch implements PublisherDecorator {

  private static final Logger LOG = Logger.getLogger(ChannelWatch.class);

  private final MeterRegistry metrics;
  private final Set<String> ended = new ConcurrentSkipListSet<>();
  private volatile boolean stopping;

  ChannelWatch(MeterRegistry metrics) {
    this.metrics = metrics;
  }

  @Override
  public Multi<? extends Message<?>> decorate(
      Multi<? extends Message<?>> publisher, List<String> channels, boolean isConnector) {
    return isConnector ? watched(publisher, String.join(",", channels)) : publisher;
  }

  private Multi<? extends Message<?>> watched(
      Multi<? extends Message<?>> publisher, String channel) {
    Gauge.builder("channel.ended", () -> ended.contains(channel) ? 1 : 0)
        .tag("channel", channel)
        .register(metrics);
    return publisher.onTermination().invoke((failure, cancelled) -> end(channel, failure));
  }

  /** The channels that ended, by name. */
  public Set<String> ended() {
    return ended;
  }

  void stop(@Observes ShutdownEvent event) {
    stopping = true;
  }

  private void end(String channel, Throwable failure) {
    if (!stopping && ended.add(channel)) {
      LOG.errorf(
          failure, "channel %s has ended and takes no events until this process restarts", channel);
    }
  }
}
