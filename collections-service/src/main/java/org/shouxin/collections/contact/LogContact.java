package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.collections.caserecord.KeepRecord;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;
import org.shouxin.collections.contact.model.ContactLimits;
import org.shouxin.collections.contact.model.ContactState;
import org.shouxin.collections.contact.model.LegalRule;
import org.shouxin.collections.contact.model.Person;

/**
 * Keeps every contact on record with what the law said to it: made, refused, and what came of it.
 * Runs in its caller's transaction.
 */
@ApplicationScoped
public class LogContact {
  private final KeepRecord records;
  private final LawInForce law;

  public LogContact(KeepRecord records, LawInForce law) {
    this.records = records;
    this.law = law;
  }

  /**
   * A contact that the law allowed, with all that it was judged by.
   *
   * @param rules ids of the rules in force that day
   * @param debtorZone whose clock the hours were read from
   */
  record Made(
      UUID contactId,
      UUID borrowerId,
      Channel channel,
      Person person,
      String script,
      int scriptVersion,
      LocalDateTime plannedAt,
      String debtorZone,
      LocalDate debtorDay,
      UUID contactPointId,
      int failuresInRow,
      ContactLimits limits,
      List<String> rules,
      String actor) {}

  /** A contact that a rule forbade. */
  record Refused(
      Channel channel,
      Person person,
      String script,
      LocalDateTime plannedAt,
      String rule,
      String detail,
      String actor) {}

  /** What a provider said of a contact. */
  record Answered(UUID contactId, ContactState state, String providerCode, Instant at) {}

  /** Somebody else than the debtor answered. */
  record WrongPerson(UUID contactId, UUID contactPointId, String reportedBy) {}

  Uni<Void> made(Contact contact, GatherFacts.Known known) {
    LocalDate day = contact.businessDate();
    return records.keep(
        contact.caseId(),
        "collections.contact.made",
        new Made(
            contact.id(),
            contact.borrowerId(),
            contact.channel(),
            contact.person(),
            contact.scriptCode(),
            contact.scriptVersion(),
            contact.plannedAt(),
            known.zone().map(Object::toString).orElse(null),
            contact.debtorDay(),
            contact.contactPointId(),
            known.reach().failuresInRow(),
            law.limitsAt(day),
            law.rulesAt(day).stream().map(LegalRule::id).sorted().toList(),
            contact.actor()));
  }

  Uni<Void> refused(ContactOrder order, RuleViolation refusal) {
    return records.keep(
        order.caseId(),
        "collections.contact.refused",
        new Refused(
            order.channel(),
            order.person(),
            order.script(),
            order.plannedAt(),
            refusal.rule(),
            refusal.detail(),
            order.actor()));
  }

  Uni<Void> wrongPerson(Contact contact, String by) {
    return records.keep(
        contact.caseId(),
        "collections.contact.wrong-person",
        new WrongPerson(contact.id(), contact.contactPointId(), by));
  }

  Uni<Void> answered(Contact contact) {
    return records.keep(
        contact.caseId(),
        "collections.contact.answered",
        new Answered(contact.id(), contact.state(), contact.providerCode(), contact.changedAt()));
  }
}
