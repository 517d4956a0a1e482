package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.origination.contactpoint.model.Channel;
import org.shouxin.origination.contactpoint.model.ContactDisclosure;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.vault.Vault;

/**
 * Tells a service where a person can be reached, for one purpose, and records that it did. A number
 * that is not proven to be the person's today is told to nobody.
 */
@ApplicationScoped
public class DiscloseContact {

  /** What an address may be asked for. */
  public enum Purpose {
    /** Before and after the due date, by servicing. */
    REPAYMENT_REMINDER,
    /** About a late loan. */
    COLLECTION
  }

  /** The service may not ask for this purpose. */
  public static final String RULE_PURPOSE = "PURPOSE_NOT_ALLOWED";

  private static final Map<String, Set<Purpose>> PURPOSES =
      Map.of(
          "servicing-service", Set.of(Purpose.REPAYMENT_REMINDER, Purpose.COLLECTION),
          "collections-service", Set.of(Purpose.COLLECTION));
  private static final String NO_SUCH_POINT = "NONE";

  private final ContactPoints points;
  private final Holders holders;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Ids ids;
  private final Clock clock;

  DiscloseContact(
      ContactPoints points,
      Holders holders,
      Vault vault,
      UnitOfWork unitOfWork,
      Ids ids,
      Clock clock) {
    this.points = points;
    this.holders = holders;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.ids = ids;
    this.clock = clock;
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
    return unitOfWork.inTransaction(
        () ->
            holders
                .holder(question.borrowerId())
                .chain(holder -> tell(question, clientId, holder)));
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
