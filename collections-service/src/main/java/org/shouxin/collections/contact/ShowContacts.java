package org.shouxin.collections.contact;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.page.Cursor;
import org.shouxin.chassis.page.Page;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.contact.model.Allowance;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.ContactFacts;
import org.shouxin.collections.contact.model.ContactLimits;
import org.shouxin.collections.contact.model.LegalRule;
import org.shouxin.collections.contact.model.Person;
import org.shouxin.collections.contact.model.Proposal;
import org.shouxin.collections.contact.model.Script;

/** Shows the contacts of a case, and how many the law leaves for the day. */
@ApplicationScoped
public class ShowContacts {
  private final Contacts contacts;
  private final GatherFacts facts;
  private final LawInForce law;
  private final Scripts scripts;
  private final FindCase findCase;
  private final CurrentDay currentDay;
  private final UnitOfWork work;
  private final Caller caller;

  public ShowContacts(
      Contacts contacts,
      GatherFacts facts,
      LawInForce law,
      Scripts scripts,
      FindCase findCase,
      CurrentDay currentDay,
      UnitOfWork work,
      Caller caller) {
    this.contacts = contacts;
    this.facts = facts;
    this.law = law;
    this.scripts = scripts;
    this.findCase = findCase;
    this.currentDay = currentDay;
    this.work = work;
    this.caller = caller;
  }

  /**
   * What is left for one business date, between two hours of the debtor's day.
   *
   * @param zone the debtor's zone; null while nobody knows it
   */
  public record DayAllowance(
      LocalDate businessDate, ContactLimits limits, String zone, List<Allowance> channels) {}

  public Uni<Page<Contact>> page(UUID caseId, String cursor, Integer limitAsked) {
    int limit = Cursor.limit(limitAsked);
    UUID after = after(cursor);
    return work.reading(
            () ->
                findCase
                    .seenBy(caller, caseId)
                    .chain(file -> contacts.ofCase(file.id(), after, limit + 1)))
        .map(rows -> Cursor.page(rows, limit, last -> new String[] {last.id().toString()}));
  }

  public Uni<DayAllowance> allowance(UUID caseId) {
    return currentDay
        .now()
        .chain(
            day ->
                work.reading(
                    () -> findCase.seenBy(caller, caseId).chain(file -> allowance(file, day))));
  }

  /** The law as it stands on the business date, with the operator's own limits. */
  public Uni<List<LegalRule>> rules() {
    return currentDay.now().map(law::rulesAt);
  }

  public Uni<ContactLimits> limits() {
    return currentDay.now().map(law::limitsAt);
  }

  private Uni<DayAllowance> allowance(CaseFile file, LocalDate day) {
    ContactLimits limits = law.limitsAt(day);
    return Multi.createFrom()
        .items(Channel.values())
        .onItem()
        .transformToUniAndConcatenate(channel -> allowance(file, channel, day, limits))
        .collect()
        .asList()
        .map(
            found ->
                new DayAllowance(
                    day,
                    limits,
                    found.get(0).zone(),
                    found.stream().map(ChannelFacts::allowance).toList()));
  }

  private record ChannelFacts(Allowance allowance, String zone) {}

  private Uni<ChannelFacts> allowance(
      CaseFile file, Channel channel, LocalDate day, ContactLimits limits) {
    LocalDateTime lawful = day.atTime(limits.opens());
    return contacts
        .lastPoint(file.borrowerId(), channel)
        .chain(point -> facts.forTheDay(file, lawful, channel, point))
        .map(
            known -> {
              Proposal proposal = proposal(channel, lawful, known);
              return new ChannelFacts(
                  Allowance.of(proposal, lawfulHour(known), limits),
                  known.zone().map(Object::toString).orElse(null));
            });
  }

  /** The question is how many, not when: the zone is taken as the institution's if unknown. */
  private static ContactFacts lawfulHour(ContactFacts known) {
    return new ContactFacts(
        known.caseOpen(),
        known.held(),
        known.debtorIncapable(),
        known.number(),
        known.failuresInRow(),
        Optional.of(known.zone().orElse(CurrentDay.INSTITUTION)),
        known.effectiveCallsToday(),
        known.attemptsToday());
  }

  private Proposal proposal(Channel channel, LocalDateTime lawful, ContactFacts known) {
    Script script = scripts.any(channel);
    return new Proposal(
        channel,
        Person.DEBTOR,
        lawful.atZone(known.zone().orElse(CurrentDay.INSTITUTION)),
        script.code(),
        Optional.of(script));
  }

  private static UUID after(String cursor) {
    List<String> key = Cursor.decode(cursor, 1);
    try {
      return key.isEmpty() ? null : UUID.fromString(key.get(0));
    } catch (IllegalArgumentException notOurs) {
      throw Invalid.field("cursor", "CURSOR", "not a cursor of this list");
    }
  }
}
