package org.shouxin.collections.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.security.Caller;
import org.shouxin.collections.businessday.CurrentDay;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.FindCase;
import org.shouxin.collections.hold.FindHolds;
import org.shouxin.collections.promise.model.Promise;
import org.shouxin.collections.promise.model.PromiseTerms;

/** Takes a promise to pay. */
@ApplicationScoped
public class MakePromise {
  private final Promises promises;
  private final TellPromise tellPromise;
  private final LoanLedger ledger;
  private final FindCase findCase;
  private final FindHolds findHolds;
  private final CurrentDay currentDay;
  private final UnitOfWork work;
  private final Ids ids;
  private final Caller caller;

  public MakePromise(
      Promises promises,
      TellPromise tellPromise,
      LoanLedger ledger,
      FindCase findCase,
      FindHolds findHolds,
      CurrentDay currentDay,
      UnitOfWork work,
      Ids ids,
      Caller caller) {
    this.promises = promises;
    this.tellPromise = tellPromise;
    this.ledger = ledger;
    this.findCase = findCase;
    this.findHolds = findHolds;
    this.currentDay = currentDay;
    this.work = work;
    this.ids = ids;
    this.caller = caller;
  }

  /** What was asked outside the transaction. */
  public record Asked(CaseFile on, LocalDate today, Money payoff, String by) {}

  /** Looks up the case and asks servicing; opens its own units of work. */
  public Uni<Asked> ask(UUID caseId) {
    String by = caller.subject();
    return work.reading(() -> findCase.seenBy(caller, caseId))
        .invoke(MakePromise::requireOpen)
        .chain(
            on ->
                currentDay
                    .now()
                    .chain(
                        today ->
                            ledger
                                .payoff(on.loanId(), today)
                                .map(payoff -> new Asked(on, today, payoff, by))));
  }

  /** Takes the promise; in its caller's transaction. */
  public <T> Uni<T> make(Asked asked, Money amount, LocalDate dueDate, Function<Promise, T> view) {
    CaseFile on = asked.on();
    Promise.Wording said =
        new Promise.Wording(on.id(), on.loanId(), on.borrowerId(), amount, dueDate, asked.by());
    Promise.Making making =
        Promise.make(ids.next(), said, asked.payoff(), asked.today(), PromiseTerms.current());
    return findCase
        .byId(on.id())
        .invoke(again -> requireOpen(again.orElse(on)))
        .chain(() -> findHolds.of(on.borrowerId()))
        .invoke(
            hold -> {
              if (hold.held()) {
                throw RuleViolation.conflict("HOLD_ACTIVE", "A hold stops everything.");
              }
            })
        .chain(() -> promises.addIfNoneOpen(making.promise()))
        .invoke(
            added -> {
              if (!added) {
                throw RuleViolation.conflict(
                    "PROMISE_OPEN", "The case has an open promise already.");
              }
            })
        .chain(() -> tellPromise.tell(making.events()))
        .map(done -> view.apply(making.promise()));
  }

  public Uni<List<Promise>> all(UUID caseId) {
    return work.reading(
        () -> findCase.seenBy(caller, caseId).chain(on -> promises.ofCase(on.id())));
  }

  private static void requireOpen(CaseFile on) {
    if (!on.open()) {
      throw RuleViolation.conflict("CASE_CLOSED", "The case is closed.");
    }
  }
}
