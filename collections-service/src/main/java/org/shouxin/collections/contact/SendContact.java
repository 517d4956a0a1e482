package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;

/**
 * Sends a reserved contact and records what came of it. When the party's answer is lost the contact
 * becomes UNKNOWN, keeps its places and is asked about again under the same request id.
 */
@ApplicationScoped
public class SendContact {
  private static final Logger LOG = Logger.getLogger(SendContact.class);

  private final Senders senders;
  private final Scripts scripts;
  private final RecordOutcome outcomes;
  private final Contacts contacts;
  private final UnitOfWork work;
  private final Clock clock;

  public SendContact(
      Senders senders,
      Scripts scripts,
      RecordOutcome outcomes,
      Contacts contacts,
      UnitOfWork work,
      Clock clock) {
    this.senders = senders;
    this.scripts = scripts;
    this.outcomes = outcomes;
    this.contacts = contacts;
    this.work = work;
    this.clock = clock;
  }

  /** Sends a contact that its caller has claimed; opens its own transactions; does not fail. */
  public Uni<Void> send(Contact contact, Disclosure told) {
    return senders
        .send(message(contact, told))
        .onItemOrFailure()
        .transformToUni(
            (result, failure) ->
                failure == null
                    ? work.inTransaction(() -> outcomes.answered(contact.id(), result))
                    : unknown(contact.id(), failure))
        .onFailure()
        .invoke(failed -> LOG.warnf("Outcome of contact %s is not recorded yet", contact.id()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> unknown(UUID contactId, Throwable failure) {
    LOG.warnf("Contact %s: no answer (%s)", contactId, failure.getClass().getSimpleName());
    return work.inTransaction(
        () ->
            contacts
                .lock(contactId)
                .invoke(found -> found.ifPresent(contact -> contact.lost(clock.instant())))
                .replaceWithVoid());
  }

  private Message message(Contact contact, Disclosure told) {
    return new Message(
        contact.id(),
        contact.channel(),
        told.address(),
        scripts.key(contact),
        contact.channel() == Channel.EMAIL ? scripts.subject(contact) : "",
        scripts.words(contact));
  }
}
