package org.shouxin.servicing.loan.model;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shouxin.servicing.schedule.Rate;

/**
 * Penalty interest of one instalment over the days after {@code from} up to and with {@code to}.
 *
 * <p>amount = overdue principal x yearly penalty rate x days / 360, rounded half up once. There is
 * one accrual for a stretch of days in which the overdue principal did not change, never one a day.
 *
 * @param baseMinor overdue principal that bore the penalty
 */
public record PenaltyAccrual(
    UUID instalmentId, LocalDate from, LocalDate to, long baseMinor, long amountMinor) {

  private static final int DAYS_PER_YEAR = 360;

  public static long amountMinor(long baseMinor, Rate yearly, LocalDate from, LocalDate to) {
    long days = ChronoUnit.DAYS.between(from, to);
    return days <= 0
        ? 0
        : yearly.interestMinor(baseMinor, days, DAYS_PER_YEAR, RoundingMode.HALF_UP);
  }
}
