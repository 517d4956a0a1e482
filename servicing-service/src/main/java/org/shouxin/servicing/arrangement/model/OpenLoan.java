package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * What is open of a loan on a day, as plain values: all that a change is worked out from. For a
 * loan with flat interest, time that a change adds bears the contract's rate on the unpaid
 * principal, which is never more than flat interest on the whole.
 *
 * @param valueDate the loan's first day
 * @param bullet true when the loan has one instalment at the end of its term
 * @param flat true when interest does not follow the balance
 * @param open instalments that are not fully paid, oldest first, at least one
 */
public record OpenLoan(
    LocalDate day,
    LocalDate valueDate,
    Bearing bearing,
    boolean bullet,
    boolean flat,
    List<OpenInstalment> open) {

  /** Smallest unpaid principal that is worth a new schedule, minor units: 100.00. */
  public static final long PRINCIPAL_MINOR_MIN = 100_00L;

  public OpenLoan {
    open = List.copyOf(open);
    if (open.stream().mapToLong(OpenInstalment::principalMinor).sum() < PRINCIPAL_MINOR_MIN) {
      throw RuleViolation.refused(
          "ARRANGEMENT_PRINCIPAL_MIN", "less than 100.00 of principal is unpaid");
    }
  }

  /** Whether the instalments fall due on one day of the month. */
  boolean isMonthly() {
    List<LocalDate> ahead = counted(open, day).map(OpenInstalment::dueDate).toList();
    int dueDay = ahead.stream().mapToInt(LocalDate::getDayOfMonth).max().orElseThrow();
    return ahead.stream().allMatch(date -> date.equals(DueDays.in(YearMonth.from(date), dueDay)));
  }

  /** Refuses what only a loan with monthly due days can have. */
  void requireMonthly() {
    if (!isMonthly()) {
      throw RuleViolation.refused(
          "ARRANGEMENT_NOT_MONTHLY", "only a loan that falls due once a month can have it");
    }
  }

  /** Refuses what has no meaning for interest that does not follow the balance. */
  void requireInterestOnBalance() {
    if (flat) {
      throw RuleViolation.refused(
          "ARRANGEMENT_FLAT_INTEREST", "flat interest does not follow rate or balance");
    }
  }

  /**
   * A due date moved by months. With monthly due days, on that day of the month; otherwise by as
   * many days as the months after the first open due date have, so that the rhythm is kept.
   */
  LocalDate moved(LocalDate date, int months) {
    if (isMonthly()) {
      return DueDays.moved(date, months, dueDay());
    }
    LocalDate first = open.get(0).dueDate();
    return date.plusDays(ChronoUnit.DAYS.between(first, first.plusMonths(months)));
  }

  /** The instalments whose dates say the due day: those ahead, or all when none is. */
  private static Stream<OpenInstalment> counted(List<OpenInstalment> open, LocalDate day) {
    boolean anyAhead = open.stream().anyMatch(row -> row.dueDate().isAfter(day));
    return open.stream().filter(row -> !anyAhead || row.dueDate().isAfter(day));
  }

  /** What fell due, oldest first. */
  List<OpenInstalment> due() {
    return open.stream().filter(row -> !row.dueDate().isAfter(day)).toList();
  }

  /** What is not due yet, in order. */
  List<OpenInstalment> ahead() {
    return open.stream().filter(row -> row.dueDate().isAfter(day)).toList();
  }

  long principalMinor() {
    return principal(open);
  }

  /** The day of the month that the instalments fall due on, before short months cut it. */
  int dueDay() {
    return counted(open, day).mapToInt(row -> row.dueDate().getDayOfMonth()).max().orElseThrow();
  }

  int firstNumber() {
    return open.get(0).number();
  }

  static long principal(List<OpenInstalment> rows) {
    return rows.stream().mapToLong(OpenInstalment::principalMinor).sum();
  }
}
