package org.shouxin.chassis.app;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;

/** Channels that a test lets come to grief. */
@ApplicationScoped
public class DoomedConsumers {

  private final Inbox inbox;

  DoomedConsumers(Inbox inbox) {
    this.inbox = inbox;
  }

  @Incoming("test-letterless")
  public Uni<Void> letterless(ConsumerRecord<String, String> record) {
    return take(record);
  }

  @Incoming("test-groupless")
  public Uni<Void> groupless(ConsumerRecord<String, String> record) {
    return take(record);
  }

  @Incoming("test-brokerless")
  public Uni<Void> brokerless(ConsumerRecord<String, String> record) {
    return take(record);
  }

  private Uni<Void> take(ConsumerRecord<String, String> record) {
    return inbox.receive(record, event -> Uni.createFrom().voidItem());
  }
}
