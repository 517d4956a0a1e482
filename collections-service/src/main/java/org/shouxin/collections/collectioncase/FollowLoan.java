package org.shouxin.collections.collectioncase;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.collections.collectioncase.model.CaseEvent;
import org.shouxin.collections.collectioncase.model.CollectionCase;
import org.shouxin.collections.collectioncase.model.Delinquency;

/**
 * Opens, updates and closes cases as servicing reports on the loans; runs in its caller's
 * transaction.
 */
@ApplicationScoped
public class FollowLoan {
  private final Cases cases;
  private final TellCase tellCase;
  private final Ids ids;
  private final List<CaseWatcher> watchers;

  public FollowLoan(Cases cases, TellCase tellCase, Ids ids, @All List<CaseWatcher> watchers) {
    this.cases = cases;
    this.tellCase = tellCase;
    this.ids = ids;
    this.watchers = watchers;
  }

  public Uni<Void> delinquencyChanged(DelinquencyReport report) {
    Delinquency facts = report.facts();
    return cases
        .openOf(facts.loanId())
        .chain(
            open ->
                open.isPresent()
                    ? change(open.get(), aCase -> aCase.delinquencyChanged(facts))
                    : openIfNeeded(facts));
  }

  public Uni<Void> loanClosed(UUID loanId, LocalDate day) {
    return changeOpen(loanId, aCase -> aCase.loanClosed(day));
  }

  public Uni<Void> loanWrittenOff(UUID loanId, LocalDate day) {
    return changeOpen(loanId, aCase -> aCase.loanWrittenOff(day));
  }

  private Uni<Void> openIfNeeded(Delinquency facts) {
    if (!facts.stage().needsCase()) {
      return Uni.createFrom().voidItem();
    }
    return cases
        .isWrittenOff(facts.loanId())
        .chain(gone -> gone ? Uni.createFrom().voidItem() : open(facts));
  }

  private Uni<Void> open(Delinquency facts) {
    CollectionCase.Opening opening = CollectionCase.open(ids.next(), facts);
    return cases
        .add(opening.opened())
        .chain(() -> tellCase.tell(opening.events()))
        .chain(() -> tell(opening.opened(), facts.businessDate(), CaseWatcher::caseOpened));
  }

  private Uni<Void> changeOpen(UUID loanId, Function<CollectionCase, List<CaseEvent>> step) {
    return cases
        .openOf(loanId)
        .chain(open -> open.isPresent() ? change(open.get(), step) : Uni.createFrom().voidItem());
  }

  private Uni<Void> change(CollectionCase open, Function<CollectionCase, List<CaseEvent>> step) {
    List<CaseEvent> happened = step.apply(open);
    Uni<Void> published = tellCase.tell(happened);
    return open.isOpen()
        ? published
        : published.chain(() -> tell(open, open.closedOn(), CaseWatcher::caseClosed));
  }

  private Uni<Void> tell(CollectionCase about, LocalDate day, Call call) {
    CaseFile file = CaseFile.of(about);
    Uni<Void> told = Uni.createFrom().voidItem();
    for (CaseWatcher watcher : watchers) {
      told = told.chain(() -> call.on(watcher, file, day));
    }
    return told;
  }

  @FunctionalInterface
  private interface Call {
    Uni<Void> on(CaseWatcher watcher, CaseFile file, LocalDate day);
  }
}
