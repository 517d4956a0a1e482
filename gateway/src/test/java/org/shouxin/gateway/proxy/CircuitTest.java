package org.shouxin.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private final AtomicLong nanos = new AtomicLong();
  private final Circuit circuit = new Circuit(3, Duration.ofSeconds(5), nanos::get);

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(circuit.tryPass()).isTrue();
      circuit.failed();
    }
  }

  @Test
  void failuresInARowOpenIt() {
    fail(3);

    assertThat(circuit.tryPass()).isFalse();
    assertThat(circuit.nanosUntilTrial()).isEqualTo(Duration.ofSeconds(5).toNanos());
  }

  @Test
  void successBetweenBeginsTheCountAnew() {
    fail(2);
    circuit.succeeded();
    fail(2);

    assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
  }

  @Test
  void afterTheWaitOneTrialPassesAndItsSuccessCloses() {
    fail(3);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());

    assertThat(circuit.tryPass()).isTrue();
    assertThat(circuit.tryPass()).isFalse();
    circuit.succeeded();
    assertThat(circuit.tryPass()).isTrue();
  }

  @Test
  void failedTrialOpensItAgainForTheWholeWait() {
    fail(3);
    nanos.addAndGet(Duration.ofSeconds(6).toNanos());
    fail(1);

    assertThat(circuit.tryPass()).isFalse();
    assertThat(circuit.nanosUntilTrial()).isEqualTo(Duration.ofSeconds(5).toNanos());
  }

  @Test
  void abandonedTrialLetsAnotherTry() {
    fail(3);
    nanos.addAndGet(Duration.ofSeconds(5).toNanos());
    assertThat(circuit.tryPass()).isTrue();
    circuit.abandoned();

    assertThat(circuit.tryPass()).isTrue();
  }
}
