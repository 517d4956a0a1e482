package org.shouxin.collections.hold;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.hold.model.Hold;
import org.shouxin.collections.hold.model.HoldKind;

/** What people do with holds. */
@ApplicationScoped
public class DecideHold {
  private final HoldCase holdCase;
  private final Holds holds;
  private final FindCase findCase;
  private final CurrentDay currentDay;
  private final UnitOfWork work;
  private final Caller caller;

  public DecideHold(
      HoldCase holdCase,
      Holds holds,
      FindCase findCase,
      CurrentDay currentDay,
      UnitOfWork work,
      Caller caller) {
    this.holdCase = holdCase;
    this.holds = holds;
    this.findCase = findCase;
    this.currentDay = currentDay;
    this.work = work;
    this.caller = caller;
  }

  /** The business date the decision belongs to; may ask servicing. */
  public Uni<LocalDate> day() {
    return currentDay.now();
  }

  /** Places a hold; in its caller's transaction. */
  public <T> Uni<T> place(
      UUID caseId, HoldKind kind, String reason, LocalDate day, Function<Hold, T> view) {
    String checked = ReasonText.checked(reason);
    String by = caller.subject();
    return findCase
        .seenBy(caller, caseId)
        .chain(on -> holdCase.place(on, kind, checked, day, by))
        .map(view);
  }

  /** Releases a hold; in its caller's transaction. */
  public <T> Uni<T> release(UUID caseId, UUID holdId, LocalDate day, Function<Hold, T> view) {
    String by = caller.subject();
    return findCase
        .seenBy(caller, caseId)
        .chain(on -> holdCase.release(on.id(), holdId, day, by))
        .map(view);
  }

  public Uni<List<Hold>> all(UUID caseId) {
    return work.reading(() -> findCase.seenBy(caller, caseId).chain(on -> holds.ofCase(on.id())));
  }
}
