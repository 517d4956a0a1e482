package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.shouxin.chassis.problem.Invalid;

/**
 * What being late costs: nothing within the grace days, then daily penalty interest (罚息) on the
 * principal that is overdue.
 *
 * @param graceDays days after the due date that are free of penalty, 0 to 90
 * @param penaltyRate yearly: contract rate x multiple, never above the cap of price
 */
public record LateTerms(int graceDays, Rate penaltyRate, PriceCap cap) {

  public static final int GRACE_DAYS_DEFAULT = 3;
  public static final BigDecimal MULTIPLE_DEFAULT = new BigDecimal("1.5");

  private static final int GRACE_DAYS_MAX = 90;
  private static final BigDecimal MULTIPLE_MAX = new BigDecimal("1.5");
  private static final int DAYS_PER_YEAR = 360;
  private static final int MONTHS_PER_YEAR = 12;
  private static final int DAILY_DECIMALS = 8;

  public LateTerms {
    if (graceDays < 0 || graceDays > GRACE_DAYS_MAX) {
      throw Invalid.field("/graceDays", "GRACE_RANGE", "grace is from 0 to 90 days");
    }
  }

  /**
   * The terms of lateness of a loan. A penalty rate is yearly and charged by days of 360; of a rate
   * written for a day or a month it is 360 or 12 times that, so that a day of penalty is exactly
   * the daily rate, or a thirtieth of the monthly one, times the multiple.
   */
  public static LateTerms of(Terms terms, BigDecimal multiple, int graceDays) {
    WrittenRate written = terms.rate();
    BigDecimal times =
        switch (written.per()) {
          case YEAR -> BigDecimal.ONE;
          case MONTH -> BigDecimal.valueOf(MONTHS_PER_YEAR);
          case DAY -> BigDecimal.valueOf(DAYS_PER_YEAR);
        };
    Rate yearly =
        new Rate(
            written
                .value()
                .multiply(times)
                .setScale(Rate.DECIMALS_MAX, RoundingMode.DOWN)
                .min(BigDecimal.ONE));
    PriceCap cap = PriceCap.of(terms.law()).orElseThrow();
    return of(yearly, multiple, graceDays, cap);
  }

  public static LateTerms of(
      Rate contractRate, BigDecimal multiple, int graceDays, LocalDate contractDay) {
    return of(contractRate, multiple, graceDays, PriceCap.on(contractDay));
  }

  private static LateTerms of(Rate yearly, BigDecimal multiple, int graceDays, PriceCap cap) {
    if (multiple.compareTo(BigDecimal.ONE) < 0 || multiple.compareTo(MULTIPLE_MAX) > 0) {
      throw Invalid.field(
          "/penaltyRateMultiple", "PENALTY_MULTIPLE_RANGE", "the multiple is from 1 to 1.5");
    }
    return new LateTerms(graceDays, yearly.timesCapped(multiple, cap.limit()), cap);
  }

  /** The rate of one day, for disclosure: yearly / 360, half up at eight decimals. */
  public BigDecimal penaltyDailyRate() {
    return penaltyRate
        .yearly()
        .divide(BigDecimal.valueOf(DAYS_PER_YEAR), DAILY_DECIMALS, RoundingMode.HALF_UP);
  }
}
