package org.shouxin.collections.promise;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.collectioncase.CaseFile;
import org.shouxin.collections.collectioncase.CaseWatcher;
import org.shouxin.collections.hold.HoldWatcher;
import org.shouxin.collections.promise.model.Promise;
import org.shouxin.collections.promise.model.PromiseEvent;

/**
 * Judges promises when a day closes, by what servicing's ledger cleared from the day the promise
 * was made to its due date; withdraws them when the loan is written off or a hold is placed.
 */
@ApplicationScoped
public class JudgePromises implements CaseWatcher, HoldWatcher {
  static final int PROMISES_PER_DAY_MAX = 5_000;
  static final int LEDGER_CALLS_AT_ONCE_MAX = 8;

  private final Promises promises;
  private final TellPromise tellPromise;
  private final LoanLedger ledger;
  private final UnitOfWork work;

  public JudgePromises(
      Promises promises, TellPromise tellPromise, LoanLedger ledger, UnitOfWork work) {
    this.promises = promises;
    this.tellPromise = tellPromise;
    this.ledger = ledger;
    this.work = work;
  }

  /** What the ledger said about each promise due. */
  public record Answers(Map<UUID, Money> cleared) {}

  /** Asks the ledger; outside any transaction. A promise is judged only with an answer. */
  public Uni<Answers> ask(LocalDate closed) {
    return work.reading(() -> promises.due(closed, PROMISES_PER_DAY_MAX))
        .onItem()
        .transformToMulti(due -> Multi.createFrom().iterable(due))
        .onItem()
        .transformToUni(
            due ->
                ledger
                    .cleared(due.loanId(), due.madeOn(), due.dueDate())
                    .map(money -> Map.entry(due.id(), money)))
        .merge(LEDGER_CALLS_AT_ONCE_MAX)
        .collect()
        .asList()
        .map(
            entries -> {
              Map<UUID, Money> cleared = new HashMap<>();
              entries.forEach(entry -> cleared.put(entry.getKey(), entry.getValue()));
              return new Answers(cleared);
            });
  }

  /** Judges; in its caller's transaction. */
  public Uni<Void> judge(LocalDate closed, Answers answers) {
    return promises
        .byIds(answers.cleared().keySet())
        .chain(
            due -> {
              List<PromiseEvent> happened = new ArrayList<>();
              due.forEach(
                  promise ->
                      happened.addAll(
                          promise.dayClosed(closed, answers.cleared().get(promise.id()))));
              return tellPromise.tell(happened);
            });
  }

  /** Cases among these whose debtor has a promise open; in its caller's unit of work. */
  public Uni<Set<UUID>> casesWithOpen(Collection<UUID> caseIds) {
    return promises.casesWithOpen(caseIds);
  }

  @Override
  public Uni<Void> caseClosed(CaseFile closed, LocalDate day) {
    return promises
        .openOfCase(closed.id())
        .invoke(
            open -> {
              if (closed.cured()) {
                open.forEach(Promise::caseCured);
              } else {
                withdraw(open, day);
              }
            })
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> holdPlaced(UUID borrowerId, LocalDate day) {
    return promises
        .openOfBorrower(borrowerId)
        .invoke(open -> withdraw(open, day))
        .replaceWithVoid();
  }

  private static void withdraw(List<Promise> open, LocalDate day) {
    open.forEach(promise -> promise.withdraw(day));
  }
}
