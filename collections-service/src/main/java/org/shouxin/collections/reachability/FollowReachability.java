package org.shouxin.collections.reachability;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.CaseWatcher;
import org.shouxin.collections.collectioncase.NoteReachability;
import org.shouxin.collections.reachability.model.NumberStatus;
import org.shouxin.collections.reachability.model.ReachState;
import org.shouxin.collections.reachability.model.Reachability;
import org.shouxin.collections.reachability.model.Transition;

/** Moves a borrower's reachability on and keeps the evidence; in its caller's transaction. */
@ApplicationScoped
public class FollowReachability implements CaseWatcher {
  private static final Set<String> BY_NUMBER = Set.of("SMS", "VOICE");

  private final Reachabilities reachabilities;
  private final ContactPoints points;
  private final NoteReachability cases;

  public FollowReachability(
      Reachabilities reachabilities, ContactPoints points, NoteReachability cases) {
    this.reachabilities = reachabilities;
    this.points = points;
    this.cases = cases;
  }

  public Uni<Void> attemptFailed(UUID borrowerId, LocalDate day) {
    return step(borrowerId, reach -> reach.attemptFailed(day));
  }

  public Uni<Void> receiptFailed(UUID borrowerId, LocalDate day) {
    return step(borrowerId, reach -> reach.receiptFailed(day));
  }

  public Uni<Void> answered(UUID borrowerId, LocalDate day) {
    return step(borrowerId, reach -> reach.answered(day));
  }

  /** A stranger answered a call. */
  public Uni<Void> wrongPerson(UUID borrowerId, LocalDate day) {
    return step(borrowerId, reach -> reach.wrongPerson(day));
  }

  /** Servicing could not deliver a reminder. */
  public Uni<Void> reminderFailed(UUID borrowerId, String channel, LocalDate day) {
    return BY_NUMBER.contains(channel)
        ? receiptFailed(borrowerId, day)
        : Uni.createFrom().voidItem();
  }

  /** Origination says that a contact point changed. */
  public Uni<Void> contactChanged(UUID borrowerId, String channel, String status, LocalDate day) {
    NumberStatus reported = NumberStatus.valueOf(status);
    return BY_NUMBER.contains(channel)
        ? step(borrowerId, reach -> reach.reported(reported, day))
        : Uni.createFrom().voidItem();
  }

  Uni<Void> checked(UUID borrowerId, NumberStatus status, LocalDate day) {
    return step(borrowerId, reach -> reach.checked(status, day))
        .chain(() -> reachabilities.checked(borrowerId, day));
  }

  @Override
  public Uni<Void> caseOpened(CaseFile opened, LocalDate day) {
    return reachabilities
        .find(opened.borrowerId())
        .chain(
            found ->
                found.map(Reachability::state).filter(ReachState::isLost).isPresent()
                    ? cases.lost(opened.borrowerId(), found.get().state().name(), day)
                    : Uni.createFrom().voidItem());
  }

  private Uni<Void> step(UUID borrowerId, Function<Reachability, Optional<Transition>> move) {
    return reachabilities
        .lock(borrowerId)
        .chain(reach -> move.apply(reach).map(this::follow).orElseGet(this::nothing));
  }

  private Uni<Void> follow(Transition step) {
    Uni<Void> kept = reachabilities.keep(step);
    if (step.needsCheck()) {
      return kept.chain(() -> reachabilities.forgetCheck(step.borrowerId()));
    }
    Uni<Void> closed =
        step.to() == ReachState.RECYCLED
            ? kept.chain(() -> points.recycle(step.borrowerId()))
            : kept;
    if (step.isLoss()) {
      return closed.chain(() -> cases.lost(step.borrowerId(), step.to().name(), step.day()));
    }
    if (step.isReturn()) {
      return closed.chain(() -> cases.found(step.borrowerId(), "ACTIVE", step.day()));
    }
    return closed;
  }

  private Uni<Void> nothing() {
    return Uni.createFrom().voidItem();
  }
}
