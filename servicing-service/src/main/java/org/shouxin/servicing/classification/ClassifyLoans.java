package org.shouxin.servicing.classification;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.classification.LoanClasses.Moved;
import org.shouxin.servicing.classification.model.ClassFloor;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;

/**
 * Classifies the book at the end of a business day, posts what the provision has to grow or shrink
 * by, and takes back income of classes that do not accrue as long as it is not paid. Partition by
 * partition, each with at most one posting group; what a loan needs is worked out whole each time
 * and the difference to what was posted is posted, so a second run finds nothing to post.
 *
 * <p>A loan that was closed or written off needs nothing any more: its provision is released
 * against the loss that the write-off posted.
 */
@ApplicationScoped
public class ClassifyLoans {

  private final LoanClasses classes;
  private final PostToLedger ledger;
  private final BusinessDays days;
  private final UnitOfWork work;

  ClassifyLoans(LoanClasses classes, PostToLedger ledger, BusinessDays days, UnitOfWork work) {
    this.classes = classes;
    this.ledger = ledger;
    this.days = days;
    this.work = work;
  }

  /** What a run did; minor units in the book's currency. */
  public record Run(LocalDate day, long loans, long changed, long provisionMovedMinor) {
    Run plus(Moved moved) {
      return new Run(
          day,
          loans + moved.loans(),
          changed + moved.changed(),
          provisionMovedMinor + moved.provisionMinor());
    }
  }

  @Scheduled(
      every = "${shouxin.classification.every:off}",
      concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> tick() {
    return work.reading(
            () -> days.current().chain(today -> classes.lastDay().map(last -> due(today, last))))
        .chain(
            due -> due.isEmpty() ? Uni.createFrom().voidItem() : run(due.get()).replaceWithVoid());
  }

  private static Optional<LocalDate> due(LocalDate today, Optional<LocalDate> last) {
    return last.filter(today::equals).isPresent() ? Optional.empty() : Optional.of(today);
  }

  /** Classifies every partition; the day must be the one that is not closed yet. */
  public Uni<Run> run(LocalDate day) {
    return Multi.createFrom()
        .range(0, LoanClasses.PARTITIONS)
        .onItem()
        .transformToUniAndConcatenate(p -> work.inTransaction(() -> partition(p, day)))
        .onItem()
        .transformToIterable(moved -> moved)
        .collect()
        .in(() -> new Run[] {new Run(day, 0, 0, 0)}, (sum, moved) -> sum[0] = sum[0].plus(moved))
        .map(sum -> sum[0]);
  }

  private Uni<List<Moved>> partition(int partition, LocalDate day) {
    return days.postingDay()
        .invoke(open -> requireOpen(open, day))
        .chain(() -> classes.classify(partition, day, ClassFloor.on(day)))
        .call(
            moved ->
                Multi.createFrom()
                    .iterable(moved)
                    .onItem()
                    .transformToUniAndConcatenate(m -> post(partition, day, m))
                    .collect()
                    .last());
  }

  private Uni<Void> post(int partition, LocalDate day, Moved moved) {
    PostingGroup group = group(day, moved);
    return group.entries().isEmpty()
        ? classes.done(partition, day, moved, null)
        : ledger
            .post(group)
            .chain(receipt -> classes.done(partition, day, moved, receipt.groupId()));
  }

  static PostingGroup group(LocalDate day, Moved moved) {
    return PostingGroup.of(null, day, "class.provided", moved.currency())
        .debit(Account.IMPAIRMENT_LOSS, moved.provisionMinor())
        .credit(Account.LOAN_LOSS_ALLOWANCE, moved.provisionMinor())
        .debit(Account.INTEREST_INCOME, moved.suspendedInterestMinor())
        .debit(Account.PENALTY_INCOME, moved.suspendedPenaltyMinor())
        .credit(
            Account.SUSPENDED_INTEREST,
            moved.suspendedInterestMinor() + moved.suspendedPenaltyMinor())
        .build();
  }

  private static void requireOpen(LocalDate open, LocalDate day) {
    if (!open.equals(day)) {
      throw RuleViolation.conflict(
          "CLASSIFY_OPEN_DAY", "only the day that is not closed yet is classified");
    }
  }
}
