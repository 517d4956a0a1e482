package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.consent.GiveConsent;
import org.shouxin.origination.contactpoint.model.Channel;
import org.shouxin.origination.contactpoint.model.Channel.Kind;
import org.shouxin.origination.contactpoint.model.ContactDisclosure;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.vault.Vault;

/**
 * Tells a service where a person can be reached, for one purpose, and records that it did. A number
 * whose status is no longer fresh is looked up at the carrier first; one that is not proven to be
 * the person's is told to nobody.
 */
@ApplicationScoped
public class DiscloseContact {

  /** What an address may be asked for. */
  public enum Purpose {
    /** Before and after the due date, by servicing. */
    REPAYMENT_REMINDER(true),
    /** What the law has a lender tell whoever did not agree to be contacted, by servicing. */
    LEGAL_NOTICE(false),
    /** About a late loan. */
    COLLECTION(false);

    private final boolean needsConsent;

    Purpose(boolean needsConsent) {
      this.needsConsent = needsConsent;
    }
  }

  /** The service may not ask for this purpose. */
  public static final String RULE_PURPOSE = "PURPOSE_NOT_ALLOWED";

  /** The person does not agree to be contacted. */
  public static final String RULE_CONSENT = "CONTACT_CONSENT_REQUIRED";

  private static final Map<String, Set<Purpose>> PURPOSES =
      Map.of(
          "servicing-service",
              Set.of(Purpose.REPAYMENT_REMINDER, Purpose.LEGAL_NOTICE, Purpose.COLLECTION),
          "collections-service", Set.of(Purpose.COLLECTION));
  private static final String NO_SUCH_POINT = "NONE";

  private final ContactPoints points;
  private final Holders holders;
  private final GiveConsent consents;
  private final CheckNumber checkNumber;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;
  private final Duration statusFreshFor;

  DiscloseContact(
      ContactPoints points,
      Holders holders,
      GiveConsent consents,
      CheckNumber checkNumber,
      Vault vault,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock,
      @ConfigProperty(name = "shouxin.origination.number-status-fresh-for")
          Duration statusFreshFor) {
    this.points = points;
    this.holders = holders;
    this.consents = consents;
    this.checkNumber = checkNumber;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
    this.statusFreshFor = statusFreshFor;
  }

  /** What a service asks. */
  public record Question(UUID borrowerId, Channel channel, Purpose purpose, String reference) {}

  /** What it is told. */
  public record Disclosed(
      UUID disclosureId,
      Channel channel,
      String address,
      UUID contactPointId,
      String status,
      String language,
      String zone) {}

  /** Tells and records, or refuses. */
  public Uni<Disclosed> disclose(Question question, String clientId) {
    if (!PURPOSES.getOrDefault(clientId, Set.of()).contains(question.purpose())) {
      throw RuleViolation.refused(RULE_PURPOSE, "the service may not ask for this purpose")
          .field("/purpose");
    }
    return freshStatus(question)
        .chain(
            () ->
                unitOfWork.inTransaction(
                    () ->
                        holders
                            .holder(question.borrowerId())
                            .call(() -> requireConsent(question))
                            .chain(holder -> tell(question, clientId, holder))));
  }

  /** The consent may have been withdrawn since the service asked for the person's wishes. */
  private Uni<Void> requireConsent(Question question) {
    return !question.purpose().needsConsent
        ? Uni.createFrom().voidItem()
        : consents
            .allowing(question.borrowerId(), org.shouxin.origination.consent.Purpose.CONTACT)
            .invoke(
                given -> {
                  if (given.isEmpty()) {
                    throw RuleViolation.conflict(
                        RULE_CONSENT, "the person does not agree to be contacted");
                  }
                })
            .replaceWithVoid();
  }

  /**
   * A number may have been given up since it was last looked at, and a stranger has it now: before
   * it is told, the carrier is asked again. A carrier that is away leaves the last known status.
   */
  private Uni<Void> freshStatus(Question question) {
    if (question.channel().kind() != Kind.PHONE) {
      return Uni.createFrom().voidItem();
    }
    return unitOfWork
        .reading(() -> points.current(question.borrowerId(), Kind.PHONE))
        .chain(
            point ->
                point == null || !point.isStatusOlderThan(statusFreshFor, clock.instant())
                    ? Uni.createFrom().voidItem()
                    : checkNumber.check(question.borrowerId()).replaceWithVoid());
  }

  private Uni<Disclosed> tell(Question question, String clientId, Holder holder) {
    return points
        .current(question.borrowerId(), question.channel().kind())
        .onItem()
        .ifNull()
        .failWith(DiscloseContact::none)
        .invoke(ContactPoint::requireUsable)
        .chain(
            point -> {
              ContactDisclosure record =
                  new ContactDisclosure(
                      ids.next(),
                      point,
                      question.channel(),
                      question.purpose().name(),
                      question.reference(),
                      clientId,
                      clock.instant());
              return points
                  .record(record)
                  .replaceWith(() -> answer(record, point, question, holder));
            });
  }

  private Disclosed answer(
      ContactDisclosure record, ContactPoint point, Question question, Holder holder) {
    return new Disclosed(
        record.id(),
        question.channel(),
        vault.open(point.id(), KeepContacts.COLUMN, point.sealed()),
        point.id(),
        point.status().name(),
        holder.language(),
        holder.zone());
  }

  private static RuleViolation none() {
    return RuleViolation.conflict(ContactPoint.RULE_BLOCKED, "there is no such contact point")
        .with("contactStatus", NO_SUCH_POINT);
  }
}
