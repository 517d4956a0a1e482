package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.util.Arrays;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Convention.InterestBy;
import org.shouxin.servicing.schedule.Timing.BrokenPeriod;

/**
 * The periods of a loan and what a unit of principal grows in each, as exact ratios.
 *
 * <p>Index k is the k-th period; index 0 is the start. Growth of a period = its part of the year,
 * month or day that the rate is written for x the rate.
 */
final class Periods {

  private static final int MONTHS_PER_YEAR = 12;
  private static final int WEEKS_PER_YEAR = 52;
  private static final int DAYS_PER_MONTH = 30;

  /** Growth of periods up to so many days is worked out once for each number of days. */
  static final int DAYS_ALIKE_MAX = 31;

  final LocalDate[] due;
  final long[] numerator;
  final long[] denominator;

  /** Periods with the same number here grow alike; of 0 nothing is known. */
  final int[] alike;

  /** The growth that equal amounts are worked out with; differs when a broken first period does. */
  final Fraction levelFirst;

  private final Terms terms;
  private final Fraction[] byDays = new Fraction[DAYS_ALIKE_MAX + 1];

  private Periods(Terms terms, LocalDate[] due) {
    this.terms = terms;
    this.due = due;
    int n = due.length - 1;
    numerator = new long[n + 1];
    denominator = new long[n + 1];
    alike = new int[n + 1];
    Arrays.fill(denominator, 1);
    Fraction whole =
        terms.convention().interestBy() == InterestBy.PERIOD ? wholeGrowth(terms) : null;
    for (int k = 1 + terms.relief().interestFree(); k <= n; k++) {
      Fraction growth = whole != null && isWhole(k) ? whole : grown(k);
      numerator[k] = growth.numerator();
      denominator[k] = growth.denominator();
    }
    levelFirst = levelFirst(whole);
  }

  static Periods of(Terms terms) {
    return new Periods(
        terms,
        terms.method() == RepaymentMethod.OWN_SCHEDULE
            ? agreed(terms)
            : DueDates.of(terms.timing()));
  }

  int count() {
    return due.length - 1;
  }

  /**
   * The growth of the time from the first period that bears interest to the end, not compounded.
   */
  Fraction whole() {
    int first = terms.relief().interestFree() + 1;
    int n = count();
    if (first > n) {
      return Fraction.NONE;
    }
    boolean regular = terms.convention().interestBy() == InterestBy.PERIOD;
    for (int k = first; k <= n; k++) {
      regular &= isWhole(k);
    }
    return regular
        ? new Fraction(Math.multiplyExact(numerator[n], (n - first + 1L)), denominator[n])
        : growth(due[first - 1], due[n]);
  }

  /** Whether the period is as long as the frequency says. */
  boolean isWhole(int k) {
    return terms.method() != RepaymentMethod.OWN_SCHEDULE && DueDates.isWhole(terms.timing(), k);
  }

  /** The part of the rate's unit that a period is. */
  Fraction part(int k) {
    boolean byPeriod = terms.convention().interestBy() == InterestBy.PERIOD && isWhole(k);
    Fraction whole = byPeriod ? wholePart(terms) : null;
    return whole != null ? whole : part(due[k - 1], due[k]);
  }

  private Fraction levelFirst(Fraction whole) {
    if (numerator[1] == 0
        || terms.timing().brokenPeriod() == BrokenPeriod.LEVEL
        || count() == 1
        || isWhole(1)) {
      return new Fraction(numerator[1], denominator[1]);
    }
    return whole != null
        ? whole
        : growth(terms.timing().start(), DueDates.regularFirst(terms.timing()));
  }

  /** The growth of the days of a period. */
  private Fraction grown(int k) {
    DayCount dayCount = terms.convention().dayCount();
    long days = dayCount.days(due[k - 1], due[k]);
    if (days > DAYS_ALIKE_MAX || dayCount.looksAtTheYear()) {
      return growth(due[k - 1], due[k]);
    }
    alike[k] = (int) days;
    if (byDays[alike[k]] == null) {
      byDays[alike[k]] = growth(due[k - 1], due[k]);
    }
    return byDays[alike[k]];
  }

  private Fraction growth(LocalDate from, LocalDate to) {
    return part(from, to).times(terms.rate());
  }

  private Fraction part(LocalDate from, LocalDate to) {
    Convention convention = terms.convention();
    return switch (terms.rate().per()) {
      case YEAR -> convention.dayCount().ofYear(from, to);
      case MONTH -> new Fraction(convention.dayCount().days(from, to), DAYS_PER_MONTH);
      case DAY -> new Fraction(convention.dayCount().days(from, to), 1);
    };
  }

  private static Fraction wholeGrowth(Terms terms) {
    Fraction part = wholePart(terms);
    return part == null ? null : part.times(terms.rate());
  }

  /** The part that every whole period is; null when its real days decide (a daily rate). */
  private static Fraction wholePart(Terms terms) {
    Frequency frequency = terms.timing().frequency();
    return switch (terms.rate().per()) {
      case YEAR ->
          switch (frequency.unit()) {
            case MONTH -> new Fraction(frequency.every(), MONTHS_PER_YEAR);
            case WEEK -> new Fraction(frequency.every(), WEEKS_PER_YEAR);
            case DAY -> new Fraction(frequency.every(), terms.convention().dayCount().daysOfYear());
          };
      case MONTH ->
          frequency.isMonthly()
              ? new Fraction(frequency.every(), 1)
              : new Fraction(frequency.days(), DAYS_PER_MONTH);
      case DAY -> null;
    };
  }

  private static LocalDate[] agreed(Terms terms) {
    LocalDate[] due = new LocalDate[terms.timing().instalments() + 1];
    due[0] = terms.start();
    for (int k = 1; k < due.length; k++) {
      due[k] = terms.shape().agreed().get(k - 1).dueDate();
    }
    return due;
  }
}
