package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.ContactFacts;
import org.shouxin.collections.contact.model.NumberHealth;
import org.shouxin.collections.contact.model.SlotKind;
import org.shouxin.collections.hold.ActiveHold;
import org.shouxin.collections.hold.FindHolds;
import org.shouxin.collections.reachability.FindReach;
import org.shouxin.collections.reachability.Reach;

/** Collects what the contact law asks about; runs in its caller's unit of work. */
@ApplicationScoped
public class GatherFacts {
  private final FindHolds holds;
  private final FindReach reach;
  private final ContactSlots slots;

  public GatherFacts(FindHolds holds, FindReach reach, ContactSlots slots) {
    this.holds = holds;
    this.reach = reach;
    this.slots = slots;
  }

  /**
   * The facts about one contact.
   *
   * @param point where it would end, if that is known
   * @param toldZone the debtor's zone if it has just been told; otherwise the one remembered
   */
  Uni<ContactFacts> about(
      CaseFile file, LocalDateTime at, Optional<UUID> point, Optional<ZoneId> toldZone) {
    return holds
        .of(file.borrowerId())
        .chain(
            hold ->
                reach
                    .of(file.borrowerId())
                    .chain(found -> counted(file, at, point, toldZone, hold, found)));
  }

  private Uni<ContactFacts> counted(
      CaseFile file,
      LocalDateTime at,
      Optional<UUID> point,
      Optional<ZoneId> toldZone,
      ActiveHold hold,
      Reach found) {
    Optional<ZoneId> zone = toldZone.or(found::zone);
    var day =
        at.atZone(CurrentDay.INSTITUTION)
            .withZoneSameInstant(zone.orElse(CurrentDay.INSTITUTION))
            .toLocalDate();
    return slots
        .taken(SlotKind.CALL, file.borrowerId(), day)
        .chain(
            calls ->
                point
                    .map(id -> slots.taken(SlotKind.ATTEMPT, id, day))
                    .orElseGet(() -> Uni.createFrom().item(0))
                    .map(
                        attempts ->
                            new ContactFacts(
                                file.open(),
                                hold.held(),
                                hold.incapable(),
                                health(found),
                                found.failuresInRow(),
                                zone,
                                calls,
                                attempts)));
  }

  /** The same facts for a contact point that was closed for ever. */
  static ContactFacts recycled(ContactFacts facts) {
    return new ContactFacts(
        facts.caseOpen(),
        facts.held(),
        facts.debtorIncapable(),
        NumberHealth.RECYCLED,
        facts.failuresInRow(),
        facts.zone(),
        facts.effectiveCallsToday(),
        facts.attemptsToday());
  }

  Uni<Boolean> isRecycled(Channel channel, UUID point) {
    return channel.usesNumber() ? reach.isRecycled(point) : Uni.createFrom().item(false);
  }

  private static NumberHealth health(Reach found) {
    if (found.numberRecycled()) {
      return NumberHealth.RECYCLED;
    }
    return found.numberEmpty() ? NumberHealth.EMPTY : NumberHealth.USABLE;
  }
}
