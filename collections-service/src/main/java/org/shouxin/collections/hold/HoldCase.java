package org.shouxin.collections.hold;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.CaseWatcher;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.hold.model.Hold;
import org.shouxin.collections.hold.model.HoldEvent;
import org.shouxin.collections.hold.model.HoldKind;

/** Places and releases holds, for people and for arrangements; in its caller's transaction. */
@ApplicationScoped
public class HoldCase implements CaseWatcher {
  private static final String SYSTEM = "system";

  private final Holds holds;
  private final TellHold tellHold;
  private final FindCase findCase;
  private final Ids ids;
  private final List<HoldWatcher> watchers;

  public HoldCase(
      Holds holds, TellHold tellHold, FindCase findCase, Ids ids, @All List<HoldWatcher> watchers) {
    this.holds = holds;
    this.tellHold = tellHold;
    this.findCase = findCase;
    this.ids = ids;
    this.watchers = watchers;
  }

  /** A person's decision; a closed case takes none. */
  public Uni<Hold> place(CaseFile on, HoldKind kind, String reason, LocalDate day, String by) {
    if (!on.open()) {
      throw RuleViolation.conflict("CASE_CLOSED", "The case is closed.");
    }
    return save(Hold.place(ids.next(), subject(on), kind, reason, day, by), day);
  }

  /** A person's decision to let work go on. */
  public Uni<Hold> release(UUID caseId, UUID holdId, LocalDate day, String by) {
    return holds
        .find(holdId)
        .map(
            found ->
                found
                    .filter(hold -> hold.caseId().equals(caseId))
                    .orElseThrow(() -> new NotFound("hold", holdId)))
        .call(hold -> tellHold.tell(hold.release(day, by)));
  }

  /**
   * The borrower asked for an arrangement, or got an answer: asking and acceptance hold, refusal
   * releases. An accepted arrangement keeps its hold until the case is cured or the loan falls
   * behind again.
   */
  public Uni<Void> arrangementChanged(
      UUID loanId, UUID arrangementId, String state, LocalDate day) {
    return findCase
        .openOf(loanId)
        .chain(
            open ->
                open.isPresent()
                    ? follow(open.get(), arrangementId, state, day)
                    : Uni.createFrom().voidItem());
  }

  /** The loan is late past its grace on this date: an arrangement accepted before has failed. */
  public Uni<Void> delinquent(UUID loanId, LocalDate day) {
    return findCase
        .openOf(loanId)
        .chain(
            open ->
                open.isPresent()
                    ? releaseWhere(open.get(), hold -> hold.isArrangementBroken(day), day)
                    : Uni.createFrom().voidItem());
  }

  @Override
  public Uni<Void> caseClosed(CaseFile closed, LocalDate day) {
    return releaseWhere(closed, Hold::isActive, day);
  }

  private Uni<Void> follow(CaseFile on, UUID arrangementId, String state, LocalDate day) {
    return holds
        .activeOfCase(on.id())
        .chain(
            active -> {
              List<Hold> mine =
                  active.stream()
                      .filter(hold -> arrangementId.equals(hold.arrangementId()))
                      .toList();
              return switch (state) {
                case "REQUESTED" -> mine.isEmpty() ? placeFor(on, arrangementId, day) : nothing();
                case "ACCEPTED" -> accepted(on, arrangementId, mine, day);
                case "REJECTED" ->
                    releaseWhere(on, hold -> arrangementId.equals(hold.arrangementId()), day);
                default -> nothing();
              };
            });
  }

  private Uni<Void> accepted(CaseFile on, UUID arrangementId, List<Hold> mine, LocalDate day) {
    if (!mine.isEmpty()) {
      mine.forEach(hold -> hold.arrangementAccepted(day));
      return nothing();
    }
    Hold.Placing placing = Hold.placeFor(ids.next(), subject(on), arrangementId, day, SYSTEM);
    placing.hold().arrangementAccepted(day);
    return save(placing, day).replaceWithVoid();
  }

  private Uni<Void> placeFor(CaseFile on, UUID arrangementId, LocalDate day) {
    return save(Hold.placeFor(ids.next(), subject(on), arrangementId, day, SYSTEM), day)
        .replaceWithVoid();
  }

  private Uni<Hold> save(Hold.Placing placing, LocalDate day) {
    return holds
        .add(placing.hold())
        .chain(() -> tellHold.tell(placing.events()))
        .chain(
            () ->
                Multi.createFrom()
                    .iterable(watchers)
                    .onItem()
                    .transformToUniAndConcatenate(
                        watcher -> watcher.holdPlaced(placing.hold().borrowerId(), day))
                    .collect()
                    .last())
        .replaceWith(placing.hold());
  }

  private Uni<Void> releaseWhere(CaseFile on, Predicate<Hold> which, LocalDate day) {
    return holds
        .activeOfCase(on.id())
        .chain(
            active -> {
              List<HoldEvent> happened = new ArrayList<>();
              active.stream()
                  .filter(which)
                  .forEach(hold -> happened.addAll(hold.release(day, SYSTEM)));
              return tellHold.tell(happened);
            });
  }

  private static Hold.Subject subject(CaseFile on) {
    return new Hold.Subject(on.id(), on.loanId(), on.borrowerId());
  }

  private static Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
