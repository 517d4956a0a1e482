package org.shouxin.gateway.proxy;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the gateway treats each service behind it. */
@ConfigMapping(prefix = "shouxin.gateway.upstream")
public interface UpstreamSettings {

  /** Until a TCP connection stands. */
  @WithDefault("2S")
  Duration connectWithin();

  /** Connections to one service. */
  @WithDefault("128")
  int connectionsMax();

  /** Requests that may wait for a connection to one service; more are refused at once. */
  @WithDefault("256")
  int waitingMax();

  /** Longest wait for a connection, a new one's handshake included. */
  @WithDefault("3S")
  Duration waitWithin();

  /** Failures in a row that open a service's circuit. */
  @WithDefault("10")
  int circuitFailuresMax();

  /** How long an open circuit lets nothing through. */
  @WithDefault("5S")
  Duration circuitOpenFor();

  /** Longest body kept for a second try of a request with an Idempotency-Key. */
  @WithDefault("64K")
  MemorySize retryBodyMax();

  /** Longest answer of a service to the gateway's own questions (health, document). */
  @WithDefault("4M")
  MemorySize ownAnswerMax();
}
