package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * What is open of a loan on a day, as plain values: all that a change is worked out from.
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
    if (flat || !isMonthly(open, day)) {
      throw RuleViolation.refused(
          "ARRANGEMENT_METHOD", "a loan with flat interest or without monthly due days is kept");
    }
  }

  private static boolean isMonthly(List<OpenInstalment> open, LocalDate day) {
    List<LocalDate> ahead = counted(open, day).map(OpenInstalment::dueDate).toList();
    int dueDay = ahead.stream().mapToInt(LocalDate::getDayOfMonth).max().orElseThrow();
    return ahead.stream().allMatch(date -> date.equals(DueDays.in(YearMonth.from(date), dueDay)));
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
