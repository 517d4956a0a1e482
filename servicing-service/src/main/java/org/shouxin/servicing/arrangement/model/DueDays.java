package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** Monthly due dates on one day of the month; in a month that is too short, on its last day. */
final class DueDays {

  /** A first instalment comes at least so many days after it was agreed. */
  static final int DAYS_TO_FIRST_MIN = 15;

  private DueDays() {}

  static LocalDate in(YearMonth month, int dueDay) {
    return month.atDay(Math.min(dueDay, month.lengthOfMonth()));
  }

  /** The date moved by whole months, on the given day of the month. */
  static LocalDate moved(LocalDate date, int months, int dueDay) {
    return in(YearMonth.from(date).plusMonths(months), dueDay);
  }

  /** The first date with the day of the month that is not before another date. */
  static LocalDate firstFrom(LocalDate earliest, int dueDay) {
    LocalDate same = in(YearMonth.from(earliest), dueDay);
    return same.isBefore(earliest) ? moved(same, 1, dueDay) : same;
  }

  /** The given dates and as many more, each a month later, as make the number. */
  static List<LocalDate> continued(
      List<LocalDate> dates, LocalDate agreedOn, int dueDay, int number) {
    List<LocalDate> all = new ArrayList<>(dates);
    while (all.size() < number) {
      all.add(
          all.isEmpty()
              ? firstFrom(agreedOn.plusDays(DAYS_TO_FIRST_MIN), dueDay)
              : moved(all.get(all.size() - 1), 1, dueDay));
    }
    return all;
  }
}
