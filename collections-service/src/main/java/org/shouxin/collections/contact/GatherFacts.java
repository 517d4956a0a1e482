package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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

  /** What is known before anything is disclosed; attempts are not counted, the point is unknown. */
  Uni<ContactFacts> beforeAsking(CaseFile file, LocalDateTime at, Channel channel) {
    return known(file)
        .chain(
            known ->
                calls(file, at, channel, known.zone())
                    .map(calls -> known.facts(known.reach().zone(), calls, 0)));
  }

  /**
   * What is known under the reserved places, which do the counting themselves.
   *
   * @param told the debtor's zone as it was just told; an unknown zone stays unknown
   */
  Uni<Known> underPlaces(CaseFile file, Channel channel, UUID point, Optional<ZoneId> told) {
    return known(file)
        .chain(
            known ->
                isRecycled(channel, point)
                    .map(gone -> new Known(file, known.hold(), known.reach(), told, gone)));
  }

  /** What is known for the day as a whole, with both counts. */
  Uni<ContactFacts> forTheDay(
      CaseFile file, LocalDateTime at, Channel channel, Optional<UUID> point) {
    return known(file)
        .chain(
            known ->
                calls(file, at, channel, known.zone())
                    .chain(
                        calls ->
                            point
                                .map(
                                    id ->
                                        slots.taken(
                                            SlotKind.ATTEMPT, id, debtorDay(at, known.zone())))
                                .orElseGet(() -> Uni.createFrom().item(0))
                                .map(attempts -> known.facts(known.zone(), calls, attempts))));
  }

  /**
   * Facts without counts.
   *
   * @param recycled the contact point itself was closed for ever
   */
  record Known(
      CaseFile file, ActiveHold hold, Reach reach, Optional<ZoneId> zone, boolean recycled) {

    ContactFacts facts(Optional<ZoneId> debtorZone, int calls, int attempts) {
      return new ContactFacts(
          file.open(),
          hold.held(),
          hold.incapable(),
          health(),
          reach.failuresInRow(),
          debtorZone,
          calls,
          attempts);
    }

    ContactFacts uncounted() {
      return facts(zone, 0, 0);
    }

    private NumberHealth health() {
      if (recycled || reach.numberRecycled()) {
        return NumberHealth.RECYCLED;
      }
      return reach.numberEmpty() ? NumberHealth.EMPTY : NumberHealth.USABLE;
    }
  }

  private Uni<Known> known(CaseFile file) {
    return holds
        .of(file.borrowerId())
        .chain(
            hold ->
                reach
                    .of(file.borrowerId())
                    .map(found -> new Known(file, hold, found, found.zone(), false)));
  }

  private Uni<Integer> calls(
      CaseFile file, LocalDateTime at, Channel channel, Optional<ZoneId> zone) {
    return channel == Channel.VOICE
        ? slots.taken(SlotKind.CALL, file.borrowerId(), debtorDay(at, zone))
        : Uni.createFrom().item(0);
  }

  private static LocalDate debtorDay(LocalDateTime at, Optional<ZoneId> zone) {
    return at.atZone(CurrentDay.INSTITUTION)
        .withZoneSameInstant(zone.orElse(CurrentDay.INSTITUTION))
        .toLocalDate();
  }

  private Uni<Boolean> isRecycled(Channel channel, UUID point) {
    return channel.usesNumber() ? reach.isRecycled(point) : Uni.createFrom().item(false);
  }
}
