package org.shouxin.collections.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.reachability.FollowReachability;

/** What origination says about borrowers' contact points. */
@ApplicationScoped
public class OriginationBorrowerEvents {
  private static final String CONTACT_CHANGED = "origination.borrower.contact-changed.v1";

  private final Inbox inbox;
  private final FollowReachability reachability;
  private final CurrentDay currentDay;

  public OriginationBorrowerEvents(
      Inbox inbox, FollowReachability reachability, CurrentDay currentDay) {
    this.inbox = inbox;
    this.reachability = reachability;
    this.currentDay = currentDay;
  }

  record ContactChanged(UUID borrowerId, String channel, String status, Instant checkedAt) {}

  @Incoming("origination-borrower")
  public Uni<Void> on(ConsumerRecord<String, String> message) {
    return inbox.receive(message, this::apply);
  }

  Uni<Void> apply(IncomingEvent event) {
    if (!CONTACT_CHANGED.equals(event.type())) {
      return Uni.createFrom().voidItem();
    }
    ContactChanged change = event.as(ContactChanged.class);
    return currentDay
        .known()
        .map(
            day ->
                day.orElseGet(
                    () -> LocalDate.ofInstant(change.checkedAt(), CurrentDay.INSTITUTION)))
        .chain(
            day ->
                reachability.contactChanged(
                    change.borrowerId(), change.channel(), change.status(), day));
  }
}
