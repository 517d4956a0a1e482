package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Rate;

/**
 * What a borrower owes, as plain values: every rule of dueness, accrual and covering is here, for
 * the loan that changes as for the many that are read. Amounts in minor units.
 *
 * @param instalments those of every schedule version
 * @param creditMinor money received and not yet used
 */
public record Debt(List<InstalmentFacts> instalments, long creditMinor, Rules rules) {

  /**
   * What the contract and the books say about counting.
   *
   * @param writtenOffOn day of the write-off, after which nothing grows any more, or null
   */
  public record Rules(Rate penaltyRate, int graceDays, DayCount dayCount, LocalDate writtenOffOn) {

    boolean writtenOff(LocalDate day) {
      return writtenOffOn != null && !writtenOffOn.isAfter(day);
    }

    /** The day to which interest and penalty have grown at the end of a day. */
    LocalDate grownTo(LocalDate day) {
      return writtenOff(day) ? writtenOffOn : day;
    }
  }

  /** The debt after money covered a part of it, and what it covered. */
  public record Covered(Debt debt, Allocation allocation) {}

  public Debt {
    instalments = List.copyOf(instalments);
  }

  /** The instalments of the schedule of a day, oldest first. */
  List<InstalmentFacts> live(LocalDate day) {
    return instalments.stream()
        .filter(f -> f.liveOn(day))
        .sorted(
            Comparator.comparing(InstalmentFacts::dueDate).thenComparing(InstalmentFacts::number))
        .toList();
  }

  /**
   * What the books hold as claims at the end of a day on which, or after which, nothing more has
   * happened: recognised and unpaid, by component; nothing once the loan is given up.
   */
  public Breakdown receivables(LocalDate day) {
    return rules.writtenOff(day) ? Breakdown.NOTHING : open(live(day), day);
  }

  /** The same without regard to a write-off: what the borrower owes. */
  Breakdown open(List<InstalmentFacts> live, LocalDate day) {
    Breakdown open = Breakdown.NOTHING;
    for (InstalmentFacts f : live) {
      open = open.plus(open(f, day));
    }
    return open;
  }

  /** The same of one instalment. */
  public Breakdown open(InstalmentFacts instalment, LocalDate day) {
    return instalment.open(rules.grownTo(day), rules.penaltyRate(), rules.dayCount());
  }

  public Position position(LocalDate day) {
    return Position.of(this, day);
  }

  boolean allPaid(LocalDate day) {
    return live(day).stream().allMatch(InstalmentFacts::isPaid);
  }

  /** The instalments of a day's schedule that are not fully paid, oldest first. */
  public List<InstalmentFacts> unpaid(LocalDate day) {
    return live(day).stream().filter(f -> !f.isPaid()).toList();
  }

  /** The debt with every instalment that is not fully paid taken out of the schedule. */
  Debt withoutUnpaid(LocalDate day) {
    return new Debt(
        instalments.stream()
            .map(f -> f.replacedOn() == null && !f.isPaid() ? f.replaced(day) : f)
            .toList(),
        creditMinor,
        rules);
  }

  /** Money comes in: it covers what is due, or anything once the loan is given up. */
  Covered receive(long minor, LocalDate day) {
    return apply(Allocation.of(minor, claims(day)), day);
  }

  /** Earlier surplus covers what is due; its allocation takes from the credit what it covers. */
  Covered useCredit(LocalDate day) {
    Allocation all = Allocation.of(creditMinor, claims(day));
    return apply(new Allocation(all.lines(), -all.total().totalMinor()), day);
  }

  Covered apply(Allocation allocation, LocalDate day) {
    List<InstalmentFacts> after = new ArrayList<>(instalments);
    for (Allocation.Line line : allocation.lines()) {
      int at = indexOfLive(after, line.instalmentId());
      after.set(
          at,
          after
              .get(at)
              .pay(line.component(), line.minor(), rules.grownTo(day), rules.penaltyRate()));
    }
    return new Covered(new Debt(after, creditMinor + allocation.surplusMinor(), rules), allocation);
  }

  /** The debt as it stood at the end of a past day, from the lines that count until then. */
  Debt asOf(LocalDate day, MoneyUntil past) {
    List<InstalmentFacts> then =
        instalments.stream().map(f -> f.untouched(rules.graceDays())).toList();
    List<InstalmentFacts> paid = new ArrayList<>(then);
    for (MoneyUntil.Line line : past.lines()) {
      int at = indexOf(paid, line.covered().instalmentId());
      paid.set(
          at,
          paid.get(at)
              .pay(
                  line.covered().component(),
                  line.covered().minor(),
                  rules.grownTo(line.day()),
                  rules.penaltyRate()));
    }
    return new Debt(paid, past.creditMinor(), rules);
  }

  private List<Claim> claims(LocalDate day) {
    return live(day).stream()
        .filter(f -> f.dueOn(day) || rules.writtenOff(day))
        .map(f -> new Claim(f.id(), open(f, day)))
        .toList();
  }

  private static int indexOfLive(List<InstalmentFacts> instalments, UUID id) {
    int at = indexOf(instalments, id);
    if (instalments.get(at).replacedOn() != null) {
      throw RuleViolation.conflict(
          "REVERSAL_BEFORE_RESCHEDULE",
          "the payment covered instalments that a newer schedule has replaced");
    }
    return at;
  }

  private static int indexOf(List<InstalmentFacts> instalments, UUID id) {
    for (int at = 0; at < instalments.size(); at++) {
      if (instalments.get(at).id().equals(id)) {
        return at;
      }
    }
    throw new IllegalArgumentException("not an instalment of this loan: " + id);
  }
}
