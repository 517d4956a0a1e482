package org.shouxin.collections.contact;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.contact.model.Contact;

/**
 * Settles contacts whose outcome was lost in a crash or a failed call.
 *
 * <p>One that has not moved for a while becomes UNKNOWN. An unknown one of the current business
 * date is asked about again by sending the same request id, which the party answers as it did
 * before or, if the first never arrived, carries out now, still within the places that were
 * reserved. Mail has no such id and is not sent twice. After its day an unknown contact stays
 * unknown, and counted.
 */
@ApplicationScoped
public class ReconcileContacts {
  static final int CONTACTS_PER_SWEEP_MAX = 50;
  private static final Logger LOG = Logger.getLogger(ReconcileContacts.class);

  private final Contacts contacts;
  private final ContactAddresses addresses;
  private final SendContact sendContact;
  private final CurrentDay currentDay;
  private final UnitOfWork work;
  private final Clock clock;
  private final Duration stuckAfter;

  public ReconcileContacts(
      Contacts contacts,
      ContactAddresses addresses,
      SendContact sendContact,
      CurrentDay currentDay,
      UnitOfWork work,
      Clock clock,
      @ConfigProperty(name = "shouxin.collections.contact.stuck-after", defaultValue = "30S")
          Duration stuckAfter) {
    this.contacts = contacts;
    this.addresses = addresses;
    this.sendContact = sendContact;
    this.currentDay = currentDay;
    this.work = work;
    this.clock = clock;
    this.stuckAfter = stuckAfter;
  }

  @Scheduled(
      identity = "reconcile-contacts",
      every = "${shouxin.collections.reconcile-every:5s}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return loseStuck()
        .chain(() -> work.reading(currentDay::known))
        .chain(day -> day.map(this::askAgain).orElseGet(() -> Uni.createFrom().voidItem()))
        .onFailure()
        .invoke(failed -> LOG.warn("Contacts are reconciled later", failed))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> loseStuck() {
    return work.reading(
            () -> contacts.stuckSince(clock.instant().minus(stuckAfter), CONTACTS_PER_SWEEP_MAX))
        .chain(
            stuck ->
                each(
                    stuck,
                    id ->
                        work.inTransaction(
                            () ->
                                contacts
                                    .lock(id)
                                    .invoke(found -> found.ifPresent(c -> c.lost(clock.instant())))
                                    .replaceWithVoid())));
  }

  private Uni<Void> askAgain(LocalDate day) {
    return work.reading(
            () ->
                contacts.unknownOn(
                    day, clock.instant().minus(stuckAfter.dividedBy(2)), CONTACTS_PER_SWEEP_MAX))
        .chain(unknown -> each(unknown, this::sendAgain));
  }

  private Uni<Void> sendAgain(UUID id) {
    return work.inTransaction(
            () ->
                contacts
                    .lock(id)
                    .map(found -> found.filter(contact -> contact.claim(clock.instant()))))
        .chain(claimed -> claimed.map(this::discloseAndSend).orElseGet(this::nothing));
  }

  private Uni<Void> discloseAndSend(Contact contact) {
    return addresses
        .disclose(contact.borrowerId(), contact.channel(), contact.id())
        .map(Optional::of)
        .onFailure()
        .recoverWithItem(Optional.empty())
        .chain(
            told ->
                told.filter(t -> t.contactPointId().equals(contact.contactPointId()))
                    .map(t -> sendContact.send(contact, t))
                    .orElseGet(this::nothing));
  }

  private Uni<Void> each(List<UUID> ids, Function<UUID, Uni<Void>> step) {
    return Multi.createFrom()
        .iterable(ids)
        .onItem()
        .transformToUniAndConcatenate(step::apply)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
