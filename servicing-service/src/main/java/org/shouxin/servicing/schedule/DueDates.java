package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.Timing.MonthEnd;

/** The due dates of a timing. */
final class DueDates {

  private static final int MONTHS_PER_YEAR = 12;
  private static final int DAYS_OF_EVERY_MONTH = 28;

  private DueDates() {}

  /** The start at 0 and the k-th due date at k. */
  static LocalDate[] of(Timing timing) {
    LocalDate[] dates = new LocalDate[timing.instalments() + 1];
    dates[0] = timing.start();
    for (int k = 1; k < dates.length; k++) {
      dates[k] = at(timing, k);
    }
    return dates;
  }

  /** The last due date. */
  static LocalDate last(Timing timing) {
    return at(timing, timing.instalments());
  }

  /** Refuses a fixed length that ends before the last but one due date. */
  static void check(Timing timing) {
    int n = timing.instalments();
    LocalDate ahead = n == 1 ? timing.start() : at(timing, n - 1);
    if (!last(timing).isAfter(ahead)) {
      throw Invalid.field(
          "/fixedLengthDays", "FIXED_LENGTH_SHORT", "the last due date is not the last");
    }
  }

  /** Whether the k-th period is as long as the frequency says. */
  static boolean isWhole(Timing timing, int k) {
    if (k == timing.instalments() && timing.fixedLengthDays() != null) {
      return false;
    }
    return k > 1
        || timing.firstDue() == null && timing.dueDay() == null
        || at(timing, 1).equals(regularFirst(timing));
  }

  /** Where the first due date is when the first period is a whole one. */
  static LocalDate regularFirst(Timing timing) {
    LocalDate start = timing.start();
    Frequency frequency = timing.frequency();
    return frequency.isMonthly()
        ? inMonth(month(start) + frequency.every(), start.getDayOfMonth(), timing.monthEnd())
        : start.plusDays(frequency.days());
  }

  private static LocalDate at(Timing timing, int k) {
    if (timing.fixedLengthDays() != null && k == timing.instalments()) {
      return timing.start().plusDays(timing.fixedLengthDays());
    }
    LocalDate first = timing.firstDue();
    if (k == 1 && first != null) {
      return first;
    }
    LocalDate anchor = first == null ? timing.start() : first;
    int steps = first == null ? k : k - 1;
    Frequency frequency = timing.frequency();
    if (!frequency.isMonthly()) {
      return anchor.plusDays((long) frequency.days() * steps);
    }
    int day = timing.dueDay() == null ? anchor.getDayOfMonth() : timing.dueDay();
    return inMonth(month(anchor) + (long) frequency.every() * steps, day, timing.monthEnd());
  }

  private static long month(LocalDate date) {
    return (long) date.getYear() * MONTHS_PER_YEAR + date.getMonthValue() - 1;
  }

  private static LocalDate inMonth(long month, int day, MonthEnd rule) {
    int year = (int) (month / MONTHS_PER_YEAR);
    int monthOfYear = (int) (month % MONTHS_PER_YEAR) + 1;
    if (day <= DAYS_OF_EVERY_MONTH) {
      return LocalDate.of(year, monthOfYear, day);
    }
    int length = Month.of(monthOfYear).length(Year.isLeap(year));
    LocalDate date = LocalDate.of(year, monthOfYear, Math.min(day, length));
    return day > length && rule == MonthEnd.FIRST_OF_NEXT ? date.plusDays(1) : date;
  }
}
