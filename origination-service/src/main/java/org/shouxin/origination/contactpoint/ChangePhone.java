package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.problem.Unavailable;
import org.shouxin.origination.contactpoint.model.Channel.Kind;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.contactpoint.model.PhoneChange;
import org.shouxin.origination.identity.Claim;
import org.shouxin.origination.identity.IdentityChecks;
import org.shouxin.origination.identity.Verification;
import org.shouxin.origination.identity.VerifyIdentity;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.stepup.SentCode;
import org.shouxin.origination.stepup.StepUp;
import org.shouxin.origination.vault.Vault;

/** Another number for a borrower: the carrier confirms the person, a code confirms the phone. */
@ApplicationScoped
public class ChangePhone {

  /** The carrier does not know the person as the holder, or the number is not in service. */
  public static final String RULE_NOT_PROVEN = "PHONE_NOT_PROVEN";

  private static final String PURPOSE = "CHANGE_PHONE";
  private static final String COLUMN = "phone_change.phone";

  private final ContactPoints points;
  private final Holders holders;
  private final VerifyIdentity verifyIdentity;
  private final IdentityChecks checks;
  private final KeepContacts contacts;
  private final ContactEvents events;
  private final StepUp stepUp;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;

  ChangePhone(
      ContactPoints points,
      Holders holders,
      VerifyIdentity verifyIdentity,
      IdentityChecks checks,
      KeepContacts contacts,
      ContactEvents events,
      StepUp stepUp,
      Vault vault,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock) {
    this.points = points;
    this.holders = holders;
    this.verifyIdentity = verifyIdentity;
    this.checks = checks;
    this.contacts = contacts;
    this.events = events;
    this.stepUp = stepUp;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
  }

  /** A wish that the carrier has confirmed and a code is on its way for. */
  public record Asked(
      UUID id, Holder holder, PhoneNumber phone, Verification verification, SentCode code) {}

  /** What the person is told. */
  public record Answer(UUID id, String codeSentTo, Instant codeExpiresAt) {}

  /** Asks the carrier and sends the code; outside any transaction. */
  public Uni<Asked> prepare(String subject, PhoneNumber phone, Locale locale) {
    UUID id = ids.next();
    return unitOfWork
        .inTransaction(
            () ->
                holders
                    .behind(subject)
                    .call(holder -> contacts.requireFree(phone, holder.personTag())))
        .chain(
            holder ->
                verifyIdentity
                    .verifyPhone(new Claim(holder.name(), holder.idNumber(), phone, null))
                    .invoke(ChangePhone::requireProven)
                    .chain(
                        verification ->
                            stepUp
                                .send(PURPOSE, id, phone, locale)
                                .map(code -> new Asked(id, holder, phone, verification, code))));
  }

  /** Keeps the wish, in a transaction. */
  public Uni<Answer> keep(Asked asked) {
    PhoneChange change =
        new PhoneChange(
            asked.id(),
            asked.holder().borrowerId(),
            vault.seal(asked.id(), COLUMN, asked.phone().value()),
            asked.verification().number().monthsInNetwork(),
            clock.instant());
    return checks
        .record(asked.holder().borrowerId(), asked.verification().results())
        .chain(() -> points.add(change))
        .chain(() -> stepUp.keep(asked.code()))
        .replaceWith(
            () -> new Answer(asked.id(), asked.phone().masked(), asked.code().expiresAt()));
  }

  /** Judges the code; in transactions of its own, before {@link #confirm}. */
  public Uni<UUID> prove(String subject, UUID changeId, String code) {
    return unitOfWork
        .reading(() -> owned(subject, changeId).replaceWith(changeId))
        .call(() -> stepUp.prove(PURPOSE, changeId, code));
  }

  /** Puts the new number in the old one's place, in a transaction. */
  public Uni<ContactSummary> confirm(String subject, UUID changeId) {
    Instant now = clock.instant();
    return owned(subject, changeId)
        .chain(
            found -> {
              PhoneNumber phone =
                  new PhoneNumber(vault.open(changeId, COLUMN, found.change().sealed()));
              found.change().confirmed(now);
              return contacts
                  .requireFree(phone, found.holder().personTag())
                  .chain(() -> replace(found, phone, now));
            });
  }

  private Uni<ContactSummary> replace(Found found, PhoneNumber phone, Instant now) {
    UUID borrowerId = found.holder().borrowerId();
    UUID id = ids.next();
    ContactPoint fresh =
        new ContactPoint(
            id,
            borrowerId,
            found.holder().personTag(),
            Kind.PHONE,
            vault.seal(id, KeepContacts.COLUMN, phone.value()),
            vault.tag(phone));
    var changed = fresh.proven(found.change().monthsInNetwork(), now);
    return points
        .current(borrowerId, Kind.PHONE)
        .invoke(old -> old.replaced(now))
        // The old row must leave the unique index before the new one enters it.
        .call(() -> unitOfWork.session().chain(session -> session.flush()))
        .chain(() -> points.add(fresh))
        .chain(() -> events.publish(changed))
        .replaceWith(
            () ->
                new ContactSummary(Kind.PHONE.name(), phone.masked(), fresh.status().name(), now));
  }

  private Uni<Found> owned(String subject, UUID changeId) {
    return holders
        .behind(subject)
        .chain(
            holder ->
                points
                    .phoneChange(changeId)
                    .map(
                        change -> {
                          if (change == null || !change.borrowerId().equals(holder.borrowerId())) {
                            throw new NotFound("phone change", changeId);
                          }
                          return new Found(holder, change);
                        }));
  }

  private static void requireProven(Verification verification) {
    if (verification.outcome(CheckKind.PHONE_THREE_FACTOR) == CheckOutcome.MISMATCH
        || verification.outcome(CheckKind.NUMBER_STATUS) == CheckOutcome.MISMATCH) {
      throw RuleViolation.refused(RULE_NOT_PROVEN, "the carrier does not confirm the number")
          .field("/phone");
    }
    if (!verification.phoneProven()) {
      throw new Unavailable("carrier");
    }
  }

  private record Found(Holder holder, PhoneChange change) {}
}
