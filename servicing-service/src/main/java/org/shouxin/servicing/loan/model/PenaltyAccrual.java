package org.shouxin.servicing.loan.model;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shouxin.servicing.schedule.Rate;

/**
 * Penalty interest of one instalment, worked out on the day {@code to}.
 *
 * <p>Over a stretch of days in which the overdue principal stays the same, penalty = overdue
 * principal x yearly penalty rate x days / 360, rounded half up once for the whole stretch. What is
 * booked on the way is the difference to what was booked of the stretch before, so that it does not
 * matter how often, or when, it is worked out. There is never one accrual a day.
 *
 * @param stretchFrom day after which the stretch counts
 * @param stretchBeforeMinor what had been booked of the stretch before
 * @param baseMinor overdue principal that bore the penalty
 * @param amountMinor what this accrual adds
 */
public record PenaltyAccrual(
    UUID instalmentId,
    LocalDate stretchFrom,
    long stretchBeforeMinor,
    LocalDate to,
    long baseMinor,
    long amountMinor) {

  private static final int DAYS_PER_YEAR = 360;

  /** Penalty of a stretch up to and with the day {@code to}. */
  public static long stretchMinor(long baseMinor, Rate yearly, LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    return days <= 0
        ? 0
        : yearly.interestMinor(baseMinor, days, DAYS_PER_YEAR, RoundingMode.HALF_UP);
  }
}
