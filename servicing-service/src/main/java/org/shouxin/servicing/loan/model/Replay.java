package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A loan's money worked out anew from a day on, because money is found to count from an earlier
 * day, or not at all. What came before the day stays untouched; what came later is covered again by
 * the rules of every day, and only what then covers something else is moved.
 *
 * @param entries the money as it counts now
 * @param moved what covers something else than before, apart from what was added or left out
 */
public record Replay(Debt debt, List<MoneyEntry> entries, List<Moved> moved) {

  /** Money whose covering changed; either side may have covered nothing. */
  public record Moved(MoneyEntry before, MoneyEntry after) {
    boolean isOf(MoneyEntry entry) {
      return before == null ? after.isSameAs(entry) : before.isSameAs(entry);
    }
  }

  public Replay {
    entries = List.copyOf(entries);
    moved = List.copyOf(moved);
  }

  /**
   * Works the money out anew.
   *
   * @param now the debt as it stands
   * @param history the money as it counted until now, in the order in which it counts
   * @param payments the payments as they shall count, in that order
   * @param from first day on which the two differ
   * @param today last day that was opened for the loan
   * @param contract for schedules that early repayments bring
   */
  static Replay of(
      Debt now,
      List<MoneyEntry> history,
      List<MoneyEntry> payments,
      LocalDate from,
      LocalDate today,
      Contract contract) {
    List<MoneyEntry> kept = history.stream().filter(e -> e.valueDate().isBefore(from)).toList();
    List<MoneyEntry> later = payments.stream().filter(e -> !e.valueDate().isBefore(from)).toList();
    List<MoneyEntry> entries = new ArrayList<>(kept);
    Debt planned = withoutEarlyVersions(now, history, from);
    Debt debt = planned.withMoney(kept);
    for (LocalDate day : days(now, later, from, today)) {
      if (debt.fallsDue(day) && debt.creditMinor() > 0) {
        Debt.Covered used = debt.useCredit(day);
        debt = used.debt();
        if (!used.allocation().lines().isEmpty()) {
          entries.add(MoneyEntry.ofCredit(day, used.allocation()));
        }
      }
      for (MoneyEntry payment : later) {
        if (payment.valueDate().equals(day)) {
          Debt.Covered covered = debt.cover(payment, contract);
          debt = covered.debt();
          requireCredit(debt);
          entries.add(payment.covering(covered.allocation()));
        }
      }
    }
    requireSameReplaced(planned, now, debt);
    return new Replay(debt, entries, moved(history, entries));
  }

  /** The entry as it counts now; empty when it was left out. */
  Optional<MoneyEntry> entry(MoneyEntry wanted) {
    return entries.stream().filter(wanted::isSameAs).findFirst();
  }

  /** Takes the schedules out that early repayments from the day on had brought, newest first. */
  private static Debt withoutEarlyVersions(Debt now, List<MoneyEntry> history, LocalDate from) {
    TreeSet<Integer> versions = new TreeSet<>();
    history.stream()
        .filter(e -> !e.valueDate().isBefore(from) && e.isPayment())
        .forEach(e -> versionOf(now, e).ifPresent(versions::add));
    Debt debt = now;
    for (int version : versions.descendingSet()) {
      requireStanding(debt, version);
      debt = debt.withoutVersion(version);
    }
    return debt;
  }

  /** The version that an early repayment brought: it begins with an instalment of its day. */
  private static Optional<Integer> versionOf(Debt now, MoneyEntry payment) {
    return now.instalments().stream()
        .filter(f -> f.plannedOn().equals(f.dueDate()) && f.periodStart().equals(f.dueDate()))
        .filter(
            f -> payment.covered().lines().stream().anyMatch(l -> l.instalmentId().equals(f.id())))
        .map(InstalmentFacts::scheduleVersion)
        .findFirst();
  }

  private static void requireStanding(Debt debt, int version) {
    if (debt.instalments().stream()
        .anyMatch(f -> f.scheduleVersion() == version && f.replacedOn() != null)) {
      throw rescheduled();
    }
  }

  private static Collection<LocalDate> days(
      Debt now, List<MoneyEntry> later, LocalDate from, LocalDate today) {
    TreeSet<LocalDate> days = new TreeSet<>();
    now.instalments().stream()
        .map(InstalmentFacts::dueDate)
        .filter(due -> !due.isBefore(from) && !due.isAfter(today))
        .forEach(days::add);
    later.forEach(payment -> days.add(payment.valueDate()));
    return days;
  }

  /** A schedule that was agreed on what was unpaid then stands only while that is unchanged. */
  private static void requireSameReplaced(Debt planned, Debt now, Debt then) {
    for (int at = 0; at < planned.instalments().size(); at++) {
      InstalmentFacts agreed = planned.instalments().get(at);
      if (agreed.replacedOn() != null
          && !agreed.isVoid()
          && !now.instalments().get(at).paid().equals(then.instalments().get(at).paid())) {
        throw rescheduled();
      }
    }
  }

  /** Credit that went back to the borrower can't be missing afterwards. */
  private static void requireCredit(Debt debt) {
    if (debt.creditMinor() < 0) {
      throw RuleViolation.conflict(
          "REVERSAL_OF_REFUNDED", "credit of this payment was paid back to the borrower");
    }
  }

  private static RuleViolation rescheduled() {
    return RuleViolation.conflict(
        "REVERSAL_BEFORE_RESCHEDULE",
        "the payment covered instalments that a newer schedule has replaced");
  }

  private static List<Moved> moved(List<MoneyEntry> before, List<MoneyEntry> after) {
    Stream<Moved> changed =
        before.stream()
            .map(
                old ->
                    new Moved(old, after.stream().filter(old::isSameAs).findFirst().orElse(null)));
    Stream<Moved> added =
        after.stream()
            .filter(e -> before.stream().noneMatch(e::isSameAs))
            .map(e -> new Moved(null, e));
    return Stream.concat(changed, added)
        .filter(m -> m.before() == null || m.after() == null || !m.before().countsLike(m.after()))
        .toList();
  }
}
