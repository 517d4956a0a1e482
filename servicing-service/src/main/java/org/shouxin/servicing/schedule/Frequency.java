package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import org.shouxin.chassis.problem.Invalid;

/**
 * How far due dates are apart: every so many days, weeks or months.
 *
 * @param every 1 to 3,660 days, 520 weeks or 120 months
 */
public record Frequency(int every, Unit unit) {

  public static final Frequency MONTHLY = new Frequency(1, Unit.MONTH);

  public Frequency {
    if (every < 1 || every > unit.everyMax) {
      throw Invalid.field(
          "/frequency/every", "FREQUENCY_RANGE", "every 1 to " + unit.everyMax + " of " + unit);
    }
  }

  /** What the distance is counted in. */
  public enum Unit {
    DAY(3_660, 1),
    WEEK(520, 7),
    MONTH(120, 0);

    private final int everyMax;
    private final int days;

    Unit(int everyMax, int days) {
      this.everyMax = everyMax;
      this.days = days;
    }

    /** The furthest apart that due dates can be. */
    public int everyMax() {
      return everyMax;
    }
  }

  public static Frequency months(int every) {
    return new Frequency(every, Unit.MONTH);
  }

  boolean isMonthly() {
    return unit == Unit.MONTH;
  }

  /** One period before a date. */
  LocalDate before(LocalDate date) {
    return isMonthly() ? date.minusMonths(every) : date.minusDays(days());
  }

  /** Days from one due date to the next; of no use when months are counted. */
  int days() {
    return every * unit.days;
  }
}
