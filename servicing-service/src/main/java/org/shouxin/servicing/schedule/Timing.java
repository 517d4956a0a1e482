package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.shouxin.chassis.problem.Invalid;

/**
 * When the instalments of a loan fall due.
 *
 * @param start the value date; interest counts from it
 * @param instalments how many periods there are, those without a payment included, 1 to 600
 * @param firstDue the first due date, or null for one period after the start
 * @param dueDay day of the month that is due, or null for the day of the first due date; with a due
 *     day alone the first due date lies in the month that is one period after the start
 * @param monthEnd what happens in a month that has no such day
 * @param fixedLengthDays days from the start to the last due date, which then is where it is
 *     whatever the frequency says; or null
 * @param brokenPeriod what a first period of another length does to equal instalments
 */
public record Timing(
    LocalDate start,
    int instalments,
    Frequency frequency,
    LocalDate firstDue,
    Integer dueDay,
    MonthEnd monthEnd,
    Integer fixedLengthDays,
    BrokenPeriod brokenPeriod) {

  public static final int INSTALMENTS_MAX = 600;
  public static final int YEARS_MAX = 50;

  private static final LocalDate START_MIN = LocalDate.of(2000, 1, 1);
  private static final LocalDate START_MAX = LocalDate.of(2100, 1, 1);
  private static final int DUE_DAY_MAX = 31;
  private static final int LENGTH_DAYS_MAX = 18_300;

  public Timing {
    if (start.isBefore(START_MIN) || start.isAfter(START_MAX)) {
      throw Invalid.field("/startDate", "START_RANGE", "a start is from 2000 to 2100");
    }
    if (instalments < 1 || instalments > INSTALMENTS_MAX) {
      throw Invalid.field(
          "/instalments", "INSTALMENTS_RANGE", "from 1 to " + INSTALMENTS_MAX + " instalments");
    }
    if (firstDue != null && !firstDue.isAfter(start)) {
      throw Invalid.field(
          "/firstDueDate", "FIRST_DUE_AFTER_START", "the first due date is after the payout");
    }
    if (firstDue != null && firstDue.isAfter(start.plusYears(YEARS_MAX))) {
      throw Invalid.field("/firstDueDate", "FIRST_DUE_RANGE", "the first due date is too late");
    }
    if (dueDay != null && (dueDay < 1 || dueDay > DUE_DAY_MAX)) {
      throw Invalid.field("/dueDay", "DUE_DAY_RANGE", "a due day is from 1 to 31");
    }
    if (dueDay != null && !frequency.isMonthly()) {
      throw Invalid.field("/dueDay", "DUE_DAY_MONTHLY", "only months have a due day");
    }
    if (fixedLengthDays != null && (fixedLengthDays < 1 || fixedLengthDays > LENGTH_DAYS_MAX)) {
      throw Invalid.field(
          "/fixedLengthDays", "FIXED_LENGTH_RANGE", "a length is from 1 to 18300 days");
    }
  }

  /** Due every month on the day of the start. */
  public static Timing monthly(LocalDate start, int instalments) {
    return every(start, instalments, Frequency.MONTHLY);
  }

  public static Timing every(LocalDate start, int instalments, Frequency frequency) {
    return new Timing(
        start, instalments, frequency, null, null, MonthEnd.LAST_DAY, null, BrokenPeriod.LEVEL);
  }

  /**
   * The same from another start, its named due date moved by some days. A fixed length grows by as
   * much as the months of another season are longer.
   */
  Timing movedTo(LocalDate otherStart, long days) {
    LocalDate first = firstDue == null ? null : firstDue.plusDays(days);
    Integer day = days == 0 ? dueDay : movedDay(days);
    Timing open =
        new Timing(otherStart, instalments, frequency, first, day, monthEnd, null, brokenPeriod);
    if (fixedLengthDays == null) {
      return open;
    }
    LocalDate lastButOne = DueDates.of(open)[instalments - 1];
    int length =
        Math.max(fixedLengthDays, (int) ChronoUnit.DAYS.between(otherStart, lastButOne) + 1);
    return new Timing(
        otherStart, instalments, frequency, first, day, monthEnd, length, brokenPeriod);
  }

  /** With a named first due date that moves, its own day of the month is due from then on. */
  private Integer movedDay(long days) {
    return dueDay == null || firstDue == null
        ? dueDay
        : Integer.valueOf(firstDue.plusDays(days).getDayOfMonth());
  }

  /** Where a due day goes in a month that is too short for it. */
  public enum MonthEnd {
    LAST_DAY,
    FIRST_OF_NEXT
  }

  /** What a first period that is longer or shorter does to equal instalments. */
  public enum BrokenPeriod {
    /** All instalments are equal; the amount takes the real length into account. */
    LEVEL,
    /** Instalments are those of whole periods; the first has more or less interest. */
    FIRST_INSTALMENT
  }
}
