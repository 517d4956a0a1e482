package org.shouxin.chassis.outbox;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Rows given to a producer in order, up to the first that fails. Whichever thread learns of that
 * failure closes the producer there and then. On the producer's own thread this is before the next
 * request: what is still in the buffer, and may be of the same key, is dropped and not sent to a
 * broker that came back a moment too late for the first.
 */
final class Handover {

  private final Producer<String, String> producer;
  private final Clock clock;
  private final List<UUID> ids = new ArrayList<>();
  private final List<Future<RecordMetadata>> acknowledgements = new ArrayList<>();
  private final AtomicReference<Exception> failure = new AtomicReference<>();

  Handover(Producer<String, String> producer, Clock clock) {
    this.producer = producer;
    this.clock = clock;
  }

  void give(UUID id, ProducerRecord<String, String> record) {
    try {
      acknowledgements.add(producer.send(record, this::answered));
      ids.add(id);
    } catch (RuntimeException refused) {
      fail(refused);
    }
  }

  boolean isWhole() {
    return failure.get() == null;
  }

  void assertWhole() throws NotSent {
    if (!isWhole()) {
      throw new NotSent(failure.get());
    }
  }

  /** The rows before the first that was not acknowledged in time. */
  UUID[] acknowledged(Duration within) throws InterruptedException {
    long deadline = clock.millis() + within.toMillis();
    int count = 0;
    try {
      for (Future<RecordMetadata> acknowledgement : acknowledgements) {
        acknowledgement.get(Math.max(1, deadline - clock.millis()), TimeUnit.MILLISECONDS);
        count++;
      }
    } catch (ExecutionException | TimeoutException lost) {
      fail(lost);
    }
    return ids.subList(0, count).toArray(UUID[]::new);
  }

  private void answered(RecordMetadata place, Exception refused) {
    if (refused != null) {
      fail(refused);
    }
  }

  private void fail(Exception reason) {
    if (failure.compareAndSet(null, reason)) {
      producer.close(Duration.ZERO);
    }
  }
}
