package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.ContactLaw;
import org.shouxin.collections.contact.model.ContactLimits;
import org.shouxin.collections.contact.model.Person;
import org.shouxin.collections.contact.model.Proposal;
import org.shouxin.collections.contact.model.Refusal;
import org.shouxin.collections.contact.model.RuleIds;
import org.shouxin.collections.contact.model.Script;
import org.shouxin.collections.contact.model.SlotKind;
import org.shouxin.collections.reachability.FindReach;

/**
 * Makes a contact if the law allows it: {@link #prepare} judges by what is known here and asks
 * origination for the address, {@link #reserve} judges again and takes the day's places in one
 * transaction, {@link SendContact} sends and records.
 */
@ApplicationScoped
public class MakeContact {
  private final FindCase findCase;
  private final GatherFacts facts;
  private final ContactAddresses addresses;
  private final Contacts contacts;
  private final ContactSlots slots;
  private final Scripts scripts;
  private final LawInForce law;
  private final LogContact log;
  private final FindReach reach;
  private final CurrentDay currentDay;
  private final UnitOfWork work;
  private final Ids ids;
  private final Clock clock;

  public MakeContact(
      FindCase findCase,
      GatherFacts facts,
      ContactAddresses addresses,
      Contacts contacts,
      ContactSlots slots,
      Scripts scripts,
      LawInForce law,
      LogContact log,
      FindReach reach,
      CurrentDay currentDay,
      UnitOfWork work,
      Ids ids,
      Clock clock) {
    this.findCase = findCase;
    this.facts = facts;
    this.addresses = addresses;
    this.contacts = contacts;
    this.slots = slots;
    this.scripts = scripts;
    this.law = law;
    this.log = log;
    this.reach = reach;
    this.currentDay = currentDay;
    this.work = work;
    this.ids = ids;
    this.clock = clock;
  }

  /** An order with everything that had to be asked outside the transaction. */
  public record Prepared(UUID contactId, ContactOrder order, Disclosure told) {}

  /** Judges by what is known here, then asks for the address; opens its own units of work. */
  public Uni<Prepared> prepare(ContactOrder order) {
    UUID contactId = ids.next();
    LocalDate planned = order.plannedAt().toLocalDate();
    return currentDay
        .forPlan(planned)
        .invoke(today -> requireToday(planned, today))
        .chain(() -> work.reading(() -> judgeBefore(order)))
        .invoke(() -> requireDebtor(order))
        .chain(file -> addresses.disclose(file.borrowerId(), order.channel(), contactId))
        .map(told -> new Prepared(contactId, order, told));
  }

  /** Judges by the whole law and takes the day's places; in its caller's transaction. */
  public Uni<Contact> reserve(Prepared prepared) {
    ContactOrder order = prepared.order();
    Optional<ZoneId> zone = FindReach.zone(prepared.told().zone());
    return file(order)
        .chain(
            file ->
                facts
                    .underPlaces(file, order.channel(), prepared.told().contactPointId(), zone)
                    .invoke(
                        known ->
                            refuse(
                                ContactLaw.judge(
                                    proposal(order), known.uncounted(), limits(order))))
                    .chain(known -> take(prepared, known, zone.orElseThrow())));
  }

  private Uni<CaseFile> file(ContactOrder order) {
    return findCase
        .byId(order.caseId())
        .map(found -> found.orElseThrow(() -> new NotFound("case", order.caseId())));
  }

  private Uni<CaseFile> judgeBefore(ContactOrder order) {
    return file(order)
        .call(
            file ->
                facts
                    .beforeAsking(file, order.plannedAt(), order.channel())
                    .invoke(
                        known ->
                            refuse(
                                ContactLaw.beforeAsking(proposal(order), known, limits(order)))));
  }

  private Uni<Contact> take(Prepared prepared, GatherFacts.Known known, ZoneId zone) {
    CaseFile file = known.file();
    ContactOrder order = prepared.order();
    Disclosure told = prepared.told();
    ContactLimits limits = limits(order);
    LocalDate day = planned(order).withZoneSameInstant(zone).toLocalDate();
    Contact contact = contact(prepared, file, day);
    contact.claim(clock.instant());
    return takeCall(order, file, day, limits, contact)
        .chain(
            () ->
                slots.take(
                    SlotKind.ATTEMPT,
                    told.contactPointId(),
                    day,
                    limits.unansweredPerPoint(),
                    contact.id()))
        .invoke(taken -> refuseUnless(taken, RuleIds.UNANSWERED_ATTEMPTS))
        .chain(() -> learn(known, order, told))
        .chain(() -> contacts.add(contact))
        .chain(() -> log.made(contact, known))
        .replaceWith(contact);
  }

  private Uni<Void> learn(GatherFacts.Known known, ContactOrder order, Disclosure told) {
    Optional<UUID> number =
        Optional.of(told.contactPointId()).filter(id -> order.channel().usesNumber());
    return known.reach().knows(known.zone(), number)
        ? Uni.createFrom().voidItem()
        : reach.learn(known.file().borrowerId(), told.zone(), number.orElse(null));
  }

  private Uni<Void> takeCall(
      ContactOrder order, CaseFile file, LocalDate day, ContactLimits limits, Contact contact) {
    return order.channel() == Channel.VOICE
        ? slots
            .take(
                SlotKind.CALL, file.borrowerId(), day, limits.effectiveCallsPerDay(), contact.id())
            .invoke(taken -> refuseUnless(taken, RuleIds.EFFECTIVE_CALLS))
            .replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private Contact contact(Prepared prepared, CaseFile file, LocalDate debtorDay) {
    ContactOrder order = prepared.order();
    Script script = scripts.find(order.script()).orElseThrow();
    String language = order.language() == null ? prepared.told().language() : order.language();
    return Contact.reserve(
        prepared.contactId(),
        new Contact.Reservation(
            file.id(),
            file.borrowerId(),
            order.channel(),
            order.person(),
            script,
            language,
            order.plannedAt(),
            debtorDay,
            prepared.told().contactPointId(),
            order.actor()),
        clock.instant());
  }

  private Proposal proposal(ContactOrder order) {
    return new Proposal(
        order.channel(),
        order.person(),
        planned(order),
        order.script(),
        scripts.find(order.script()));
  }

  private ContactLimits limits(ContactOrder order) {
    return law.limitsAt(order.plannedAt().toLocalDate());
  }

  private static ZonedDateTime planned(ContactOrder order) {
    return order.plannedAt().atZone(CurrentDay.INSTITUTION);
  }

  /** Origination keeps no contact points of anybody but the borrower. */
  private static void requireDebtor(ContactOrder order) {
    if (order.person() != Person.DEBTOR) {
      throw RuleViolation.refused(
          RuleIds.CONTACT_POINT_UNKNOWN, "No contact point of this person is on record.");
    }
  }

  private static void requireToday(LocalDate planned, LocalDate today) {
    if (!planned.equals(today)) {
      throw RuleViolation.refused(
              RuleIds.NOT_THE_BUSINESS_DATE, "The business date is " + today + ".")
          .with("businessDate", today.toString());
    }
  }

  private static void refuse(Optional<Refusal> refusal) {
    refusal.ifPresent(
        no -> {
          throw RuleViolation.refused(no.rule(), no.detail());
        });
  }

  private static void refuseUnless(boolean taken, String rule) {
    if (!taken) {
      throw RuleViolation.refused(rule, "Every place of the day is taken.");
    }
  }
}
