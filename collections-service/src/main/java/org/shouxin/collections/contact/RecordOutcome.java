package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.ContactState;
import org.shouxin.collections.contact.model.SendResult;
import org.shouxin.collections.contact.model.Signal;
import org.shouxin.collections.contact.model.SlotKind;
import org.shouxin.collections.reachability.FollowReachability;

/**
 * Records what came of a contact, gives back the places it no longer counts for, and tells
 * reachability; in its caller's transaction.
 */
@ApplicationScoped
public class RecordOutcome {
  private final Contacts contacts;
  private final ContactSlots slots;
  private final FollowReachability reachability;
  private final LogContact log;
  private final Clock clock;

  public RecordOutcome(
      Contacts contacts,
      ContactSlots slots,
      FollowReachability reachability,
      LogContact log,
      Clock clock) {
    this.contacts = contacts;
    this.slots = slots;
    this.reachability = reachability;
    this.log = log;
    this.clock = clock;
  }

  Uni<Void> answered(UUID contactId, SendResult result) {
    return settle(contactId, contact -> contact.answered(result, clock.instant()));
  }

  /** A delivery receipt; one for a request that is not ours is ignored. */
  public Uni<Void> receipt(UUID requestId, boolean delivered, String code) {
    return settle(requestId, contact -> contact.receipt(delivered, code, clock.instant()));
  }

  private Uni<Void> settle(UUID contactId, Function<Contact, Signal> step) {
    return contacts
        .lock(contactId)
        .chain(found -> found.isPresent() ? take(found.get(), step) : Uni.createFrom().voidItem());
  }

  private Uni<Void> take(Contact contact, Function<Contact, Signal> step) {
    ContactState before = contact.state();
    Signal signal = step.apply(contact);
    Uni<Void> followed = follow(contact, signal);
    return contact.state() == before ? followed : followed.chain(() -> log.answered(contact));
  }

  private Uni<Void> follow(Contact contact, Signal signal) {
    return release(contact)
        .chain(
            () ->
                switch (signal) {
                  case NOTHING -> Uni.createFrom().voidItem();
                  case FAILURE ->
                      reachability.attemptFailed(contact.borrowerId(), contact.businessDate());
                  case NUMBER_FAILURE ->
                      reachability.receiptFailed(contact.borrowerId(), contact.businessDate());
                  case ANSWERED ->
                      reachability.answered(contact.borrowerId(), contact.businessDate());
                });
  }

  private Uni<Void> release(Contact contact) {
    if (contact.channel() != Channel.VOICE) {
      return Uni.createFrom().voidItem();
    }
    Uni<Void> calls =
        contact.countsAsCall()
            ? Uni.createFrom().voidItem()
            : slots.release(SlotKind.CALL, contact.id());
    return contact.countsAsAttempt()
        ? calls
        : calls.chain(() -> slots.release(SlotKind.ATTEMPT, contact.id()));
  }
}
