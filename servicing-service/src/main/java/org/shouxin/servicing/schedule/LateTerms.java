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
  private static final int DAILY_DECIMALS = 8;

  public LateTerms {
    if (graceDays < 0 || graceDays > GRACE_DAYS_MAX) {
      throw Invalid.field("/graceDays", "GRACE_RANGE", "grace is from 0 to 90 days");
    }
  }

  public static LateTerms of(
      Rate contractRate, BigDecimal multiple, int graceDays, LocalDate contractDay) {
    if (multiple.compareTo(BigDecimal.ONE) < 0 || multiple.compareTo(MULTIPLE_MAX) > 0) {
      throw Invalid.field(
          "/penaltyRateMultiple", "PENALTY_MULTIPLE_RANGE", "the multiple is from 1 to 1.5");
    }
    PriceCap cap = PriceCap.on(contractDay);
    return new LateTerms(graceDays, contractRate.timesCapped(multiple, cap.limit()), cap);
  }

  /** The rate of one day, for disclosure: yearly / 360, half up at eight decimals. */
  public BigDecimal penaltyDailyRate() {
    return penaltyRate
        .yearly()
        .divide(BigDecimal.valueOf(DAYS_PER_YEAR), DAILY_DECIMALS, RoundingMode.HALF_UP);
  }
}
