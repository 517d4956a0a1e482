package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.contactpoint.model.Channel.Kind;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.contactpoint.model.NumberFinding;
import org.shouxin.origination.contactpoint.model.NumberStatus;
import org.shouxin.origination.identity.CarrierRecords;
import org.shouxin.origination.identity.CheckResult;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;
import org.shouxin.origination.person.PhoneNumber;
import org.shouxin.origination.vault.Vault;

/** Asks the carrier whether a person's number still is the person's. */
@ApplicationScoped
public class CheckNumber {

  private static final String NOT_EVALUATED = "NOT_EVALUATED";

  private final ContactPoints points;
  private final Holders holders;
  private final CarrierRecords carrier;
  private final ContactEvents events;
  private final Vault vault;
  private final UnitOfWork unitOfWork;
  private final Clock clock;

  CheckNumber(
      ContactPoints points,
      Holders holders,
      CarrierRecords carrier,
      ContactEvents events,
      Vault vault,
      UnitOfWork unitOfWork,
      Clock clock) {
    this.points = points;
    this.holders = holders;
    this.carrier = carrier;
    this.events = events;
    this.vault = vault;
    this.unitOfWork = unitOfWork;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param status ACTIVE, SUSPENDED, EMPTY, RECYCLED, or NOT_EVALUATED when the carrier could not
   *     be asked or does not confirm the person
   */
  public record Checked(String status, Instant checkedAt) {}

  /** Reads, asks outside any transaction, then writes. */
  public Uni<Checked> check(UUID borrowerId) {
    return unitOfWork
        .reading(() -> subject(borrowerId))
        .chain(asked -> ask(asked).map(finding -> new Found(asked, finding)))
        .chain(found -> unitOfWork.inTransaction(() -> write(borrowerId, found)));
  }

  private Uni<Asked> subject(UUID borrowerId) {
    return holders
        .holder(borrowerId)
        .chain(holder -> phone(borrowerId).map(point -> asked(holder, point)));
  }

  private Uni<ContactPoint> phone(UUID borrowerId) {
    return points
        .current(borrowerId, Kind.PHONE)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("contact point", borrowerId));
  }

  private Asked asked(Holder holder, ContactPoint point) {
    ZoneId zone = ZoneId.of(holder.zone());
    LocalDate provenOn =
        point.provenAt() == null ? null : LocalDate.ofInstant(point.provenAt(), zone);
    return new Asked(
        holder,
        point.id(),
        new PhoneNumber(vault.open(point.id(), KeepContacts.COLUMN, point.sealed())),
        provenOn,
        zone);
  }

  private Uni<NumberFinding> ask(Asked asked) {
    Uni<CheckOutcome> holder =
        carrier
            .holderOf(asked.holder().name(), asked.holder().idNumber(), asked.phone())
            .map(this::outcome)
            .onFailure()
            .recoverWithItem(CheckOutcome.NOT_EVALUATED);
    return Uni.combine()
        .all()
        .unis(carrier.statusOf(asked.phone(), asked.provenOn()), holder)
        .asTuple()
        .map(
            t ->
                new NumberFinding(
                    t.getItem1().status(),
                    t.getItem1().monthsInNetwork(),
                    t.getItem1().recycledSince(),
                    t.getItem2()))
        .onFailure()
        .recoverWithItem(NumberFinding::none);
  }

  private CheckOutcome outcome(String answer) {
    return CheckResult.answered(
            CheckKind.PHONE_THREE_FACTOR, answer, "carrier", null, clock.instant())
        .outcome();
  }

  private Uni<Checked> write(UUID borrowerId, Found found) {
    Instant now = clock.instant();
    return phone(borrowerId)
        .chain(
            point -> {
              if (!point.id().equals(found.asked().pointId())) {
                return Uni.createFrom().item(new Checked(NOT_EVALUATED, now));
              }
              var changed = point.checked(found.finding(), now, found.asked().zone());
              return events.publish(changed).replaceWith(() -> answer(point, found.finding(), now));
            });
  }

  private static Checked answer(ContactPoint point, NumberFinding finding, Instant now) {
    boolean told = finding.evaluated() && point.status() != NumberStatus.UNVERIFIED;
    return new Checked(told ? point.status().name() : NOT_EVALUATED, now);
  }

  private record Asked(
      Holder holder, UUID pointId, PhoneNumber phone, LocalDate provenOn, ZoneId zone) {}

  private record Found(Asked asked, NumberFinding finding) {}
}
