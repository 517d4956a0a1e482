package org.shouxin.chassis.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.persistence.UnitOfWork;

/** The end waits for what is under way, but not for ever. */
@QuarkusTest
class OrderlyStopIT {

  private static final Duration SOON = Duration.ofSeconds(10);

  @Inject OrderlyStop stop;
  @Inject UnitOfWork unitOfWork;

  private final CompletableFuture<Void> mayEnd = new CompletableFuture<>();

  @Test
  void aUnitUnderWayIsWaitedFor() {
    CompletableFuture<Void> unit = begin();
    CompletableFuture<Boolean> quiet = CompletableFuture.supplyAsync(this::awaitQuiet);
    await().during(Duration.ofMillis(500)).until(() -> !quiet.isDone());
    mayEnd.complete(null);
    assertThat(quiet.join()).isTrue();
    assertThat(unit).isCompleted();
  }

  @Test
  void aUnitThatDoesNotEndIsNotWaitedForAnyLonger() {
    CompletableFuture<Void> unit = begin();
    assertThat(awaitQuiet()).isFalse();
    assertThat(unit).isNotDone();
    mayEnd.complete(null);
    await().atMost(SOON).until(unit::isDone);
    await().atMost(SOON).until(() -> unitOfWork.underWay() == 0);
  }

  private CompletableFuture<Void> begin() {
    CompletableFuture<Void> unit =
        unitOfWork
            .reading(() -> Uni.createFrom().completionStage(mayEnd))
            .subscribeAsCompletionStage();
    await().atMost(SOON).until(() -> unitOfWork.underWay() > 0);
    return unit;
  }

  private boolean awaitQuiet() {
    try {
      return stop.awaitQuiet();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
