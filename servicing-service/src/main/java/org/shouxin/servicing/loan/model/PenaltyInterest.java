package org.shouxin.servicing.loan.model;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.shouxin.servicing.schedule.Rate;

/**
 * Penalty interest of one instalment.
 *
 * <p>Over a stretch of days in which the overdue principal stays the same, penalty = overdue
 * principal x yearly penalty rate x days / 360, rounded half up once for the whole stretch. It does
 * not matter how often, or when, it is worked out, and no row is written for a day.
 */
final class PenaltyInterest {

  private static final int DAYS_PER_YEAR = 360;

  private PenaltyInterest() {}

  /** Penalty of a stretch, from the day after {@code from} up to and with the day {@code to}. */
  static long stretchMinor(long baseMinor, Rate yearly, LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    return days <= 0
        ? 0
        : yearly.interestMinor(baseMinor, days, DAYS_PER_YEAR, RoundingMode.HALF_UP);
  }
}
