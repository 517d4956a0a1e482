package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
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
    List<Agreement> agreements = Agreement.since(now, from, history);
    Run run = new Run(now, history, from);
    List<MoneyEntry> later = payments.stream().filter(e -> !e.valueDate().isBefore(from)).toList();
    for (LocalDate day : days(now, later, from, today)) {
      List<MoneyEntry> ofDay = later.stream().filter(e -> e.valueDate().equals(day)).toList();
      run.live(day, ofDay, agreements, contract);
    }
    return new Replay(run.debt, run.entries, moved(history, run.entries));
  }

  /** The entry as it counts now; empty when it was left out. */
  Optional<MoneyEntry> entry(MoneyEntry wanted) {
    return entries.stream().filter(wanted::isSameAs).findFirst();
  }

  /** The days, one after the other. Of one day: surplus, agreements, money, write-off, recovery. */
  private static final class Run {
    private final Debt.Rules rules;
    private final List<MoneyEntry> entries;
    private Debt debt;

    Run(Debt now, List<MoneyEntry> history, LocalDate from) {
      rules = now.rules();
      List<MoneyEntry> kept = history.stream().filter(e -> e.valueDate().isBefore(from)).toList();
      entries = new ArrayList<>(kept);
      boolean givenUp = rules.writtenOff(from.minusDays(1));
      debt = now.plannedBefore(from).with(givenUp ? rules : rules.notWrittenOff()).withMoney(kept);
    }

    void live(
        LocalDate day, List<MoneyEntry> money, List<Agreement> agreements, Contract contract) {
      List<MoneyEntry> left = new ArrayList<>(money);
      if (!debt.rules().writtenOff(day) && debt.fallsDue(day)) {
        useSurplus(day);
      }
      for (Agreement agreement : agreements) {
        if (agreement.day().equals(day)) {
          cover(left, e -> agreement.paidBefore().contains(e.paymentId()), contract);
          debt = agreement.make(debt, contract.ids());
        }
      }
      cover(left, e -> !e.recovery(), contract);
      if (day.equals(rules.writtenOffOn())) {
        debt = debt.with(rules);
        useSurplus(day);
      }
      cover(left, MoneyEntry::recovery, contract);
      if (!debt.rules().writtenOff(day) && debt.allPaid(day)) {
        debt = debt.ended(day);
      }
    }

    /** Covers those of the payments that are meant, and takes them off the list. */
    private void cover(List<MoneyEntry> left, Predicate<MoneyEntry> meant, Contract contract) {
      for (MoneyEntry payment : left.stream().filter(meant).toList()) {
        Debt.Covered covered = debt.cover(payment, contract);
        debt = covered.debt();
        requireCredit(debt);
        entries.add(payment.covering(covered.allocation()));
        left.remove(payment);
      }
    }

    private void useSurplus(LocalDate day) {
      Debt.Covered used = debt.useCredit(day);
      debt = used.debt();
      if (used.allocation().lines().isEmpty()) {
        return;
      }
      MoneyEntry use = MoneyEntry.ofCredit(day, used.allocation());
      for (int at = 0; at < entries.size(); at++) {
        if (entries.get(at).isSameAs(use)) {
          entries.set(at, entries.get(at).and(used.allocation()));
          return;
        }
      }
      entries.add(use);
    }
  }

  private static Collection<LocalDate> days(
      Debt now, List<MoneyEntry> later, LocalDate from, LocalDate today) {
    TreeSet<LocalDate> days = new TreeSet<>();
    now.instalments()
        .forEach(
            f -> {
              days.add(f.dueDate());
              days.add(f.plannedOn());
              Optional.ofNullable(f.replacedOn()).ifPresent(days::add);
            });
    Optional.ofNullable(now.rules().writtenOffOn()).ifPresent(days::add);
    later.forEach(payment -> days.add(payment.valueDate()));
    return days.subSet(from, true, today, true);
  }

  /** Credit that went back to the borrower can't be missing afterwards. */
  private static void requireCredit(Debt debt) {
    if (debt.creditMinor() < 0) {
      throw RuleViolation.conflict(
          "REVERSAL_OF_REFUNDED", "credit of this payment was paid back to the borrower");
    }
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
