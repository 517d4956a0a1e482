package org.shouxin.servicing.classification;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.classification.LoanClasses.Done;
import org.shouxin.servicing.classification.LoanClasses.Moved;
import org.shouxin.servicing.classification.LoanClasses.Scope;
import org.shouxin.servicing.classification.model.ClassFloor;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.LedgerReceipt;
import org.shouxin.servicing.ledger.PostToLedger;
import org.shouxin.servicing.ledger.PostingGroup;

/**
 * Classifies the book at the end of a business day, posts what the provision has to grow or shrink
 * by, and takes back income of classes that do not accrue as long as it is not paid. Share by share
 * of the partitions, each with at most one posting group a currency; what a loan needs is worked
 * out whole each time and the difference to what was posted is posted, so a second run finds
 * nothing to post.
 *
 * <p>Each close of a day runs it: over every loan on the last day of a month, and otherwise over
 * those that do not accrue, or over every loan if the policy says so.
 *
 * <p>A loan that was closed or written off needs nothing any more: its provision is released, and
 * suspended income of one that was written off lessens the loss that the write-off posted.
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

  /** Classifies every loan; the day must be the one that is not closed yet. */
  public Uni<Run> run(LocalDate day) {
    return work.inTransaction(() -> classes.restartWatches(day).chain(classes::shares))
        .chain(shares -> run(shares, day, Scope.ALL, false));
  }

  /** Part of the close of the day; goes on where one that was broken off ended. */
  public Uni<Void> atClose(LocalDate day) {
    return work.inTransaction(() -> classes.restartWatches(day).chain(() -> scope(day)))
        .chain(
            scope ->
                work.reading(() -> classes.left(day, scope))
                    .chain(left -> run(left, day, scope, true)))
        .replaceWithVoid();
  }

  private Uni<Scope> scope(LocalDate day) {
    boolean lastOfMonth = day.plusDays(1).getDayOfMonth() == 1;
    return lastOfMonth ? Uni.createFrom().item(Scope.ALL) : classes.eachDay();
  }

  private Uni<Run> run(List<List<Integer>> shares, LocalDate day, Scope scope, boolean atClose) {
    return Multi.createFrom()
        .iterable(shares)
        .map(partitions -> new Done(day, partitions, atClose))
        .onItem()
        .transformToUniAndConcatenate(share -> work.inTransaction(() -> share(share, scope)))
        .onItem()
        .transformToIterable(moved -> moved)
        .collect()
        .in(() -> new Run[] {new Run(day, 0, 0, 0)}, (sum, moved) -> sum[0] = sum[0].plus(moved))
        .map(sum -> sum[0]);
  }

  private Uni<List<Moved>> share(Done share, Scope scope) {
    LocalDate day = share.day();
    return days.postingDay()
        .invoke(open -> requireOpen(open, day))
        .chain(() -> classes.classify(share.partitions(), day, scope, ClassFloor.on(day)))
        .call(
            moved ->
                post(moved, day)
                    .chain(
                        group ->
                            scope == Scope.ALL
                                ? classes.done(share, moved, group)
                                : Uni.createFrom().voidItem()));
  }

  /** One group a currency; gives the last one's id, null when there is nothing to post. */
  private Uni<UUID> post(List<Moved> moved, LocalDate day) {
    return Multi.createFrom()
        .iterable(
            moved.stream()
                .collect(Collectors.toMap(Moved::currency, m -> m, Moved::plus, TreeMap::new))
                .values())
        .map(sum -> group(day, sum))
        .filter(group -> !group.entries().isEmpty())
        .onItem()
        .transformToUniAndConcatenate(ledger::post)
        .map(LedgerReceipt::groupId)
        .collect()
        .last();
  }

  static PostingGroup group(LocalDate day, Moved moved) {
    return PostingGroup.of(null, day, "class.provided", moved.currency())
        .debit(Account.IMPAIRMENT_LOSS, moved.provisionMinor())
        .credit(Account.LOAN_LOSS_ALLOWANCE, moved.provisionMinor())
        .debit(Account.INTEREST_INCOME, moved.suspendedInterestMinor())
        .debit(Account.PENALTY_INCOME, moved.suspendedPenaltyMinor())
        .credit(
            Account.SUSPENDED_INTEREST,
            moved.suspendedInterestMinor()
                + moved.suspendedPenaltyMinor()
                + moved.suspendedGivenUpMinor())
        .debit(Account.WRITTEN_OFF, moved.suspendedGivenUpMinor())
        .build();
  }

  private static void requireOpen(LocalDate open, LocalDate day) {
    if (!open.equals(day)) {
      throw RuleViolation.conflict(
          "CLASSIFY_OPEN_DAY", "only the day that is not closed yet is classified");
    }
  }
}
