package org.shouxin.servicing.loan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.shouxin.servicing.schedule.Convention.DayCount;

/**
 * What the books still have to recognise of a loan, laid out so that a day's accrual of many loans
 * is one sum over their rows. It is worked out anew on every change of the loan and at the opening
 * of every day that brings it something.
 *
 * @param from first day of the running period; null when nothing runs
 * @param to the due date that ends it
 * @param interestMinor interest of the running period, without what was carried into it
 * @param tailOn day on which the tail is added, or null
 * @param tailInterestMinor the rest of the interest of what falls due on {@code tailOn}
 * @param tailFeesMinor fees that fall due on {@code tailOn}
 * @param oldestDueDate oldest due date of which something is unpaid; null when the loan is not late
 */
@Embeddable
public record Accrual(
    @Column(name = "accrual_from") LocalDate from,
    @Column(name = "accrual_to") LocalDate to,
    @Column(name = "accrual_interest_minor") long interestMinor,
    @Column(name = "tail_on") LocalDate tailOn,
    @Column(name = "tail_interest_minor") long tailInterestMinor,
    @Column(name = "tail_fees_minor") long tailFeesMinor,
    @Column(name = "oldest_due_date") LocalDate oldestDueDate) {

  /** Of a loan that accrues nothing. */
  public static final Accrual NONE = new Accrual(null, null, 0, null, 0, 0, null);

  /**
   * The layout from a day on.
   *
   * @param live instalments of the newest schedule
   * @param opened the last day that was opened for the loan
   */
  static Accrual of(List<InstalmentFacts> live, LocalDate opened, Debt.Rules rules) {
    Optional<InstalmentFacts> running =
        live.stream()
            .filter(f -> !f.dueOn(opened) && f.runningInterestMinor() > 0)
            .min(Comparator.comparing(InstalmentFacts::dueDate));
    List<InstalmentFacts> falling = live.stream().filter(f -> f.dueDate().equals(opened)).toList();
    LocalDate before = opened.minusDays(1);
    long tailInterest =
        falling.stream()
            .mapToLong(
                f ->
                    f.accruedMinor(opened, rules.dayCount())
                        - f.accruedMinor(before, rules.dayCount()))
            .sum();
    long tailFees = falling.stream().mapToLong(f -> f.planned().costMinor()).sum();
    return new Accrual(
        running.map(InstalmentFacts::periodStart).orElse(null),
        running.map(InstalmentFacts::dueDate).orElse(null),
        running.map(InstalmentFacts::runningInterestMinor).orElse(0L),
        tailInterest == 0 && tailFees == 0 ? null : opened,
        tailInterest,
        tailFees,
        PastDue.oldest(live, opened).orElse(null));
  }

  /** Interest and fees that the days after {@code after}, up to and with {@code to}, add. */
  public Breakdown grown(LocalDate after, LocalDate through, DayCount dayCount) {
    boolean tail = tailOn != null && tailOn.isAfter(after) && !tailOn.isAfter(through);
    long running =
        from == null
            ? 0
            : shareMinor(interestMinor, from, to, through, dayCount)
                - shareMinor(interestMinor, from, to, after, dayCount);
    return new Breakdown(tail ? tailFeesMinor : 0, running + (tail ? tailInterestMinor : 0), 0, 0);
  }

  /**
   * Interest of a period that is recognised at the end of a day: interest x days passed / days of
   * the period, rounded down; nothing before the period, all of it from its last day on.
   */
  static long shareMinor(
      long interestMinor, LocalDate from, LocalDate to, LocalDate day, DayCount dayCount) {
    if (!day.isBefore(to)) {
      return interestMinor;
    }
    long period = days(from, to, dayCount);
    long passed = Math.min(days(from, day, dayCount), period);
    return passed <= 0 ? 0 : Math.multiplyExact(interestMinor, passed) / period;
  }

  /**
   * Days that share a period's interest out: those of 30E/360 for any 30/360, else the real ones.
   */
  static long days(LocalDate from, LocalDate to, DayCount dayCount) {
    return switch (dayCount) {
      case THIRTY_360_PER_PERIOD, THIRTY_360_US, THIRTY_360_EU ->
          DayCount.THIRTY_360_EU.days(from, to);
      default -> ChronoUnit.DAYS.between(from, to);
    };
  }
}
