package org.shouxin.origination.application;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.policy.RepaymentMethod;

/**
 * What may be offered to an applicant.
 *
 * @param scheduleTerms what else the product says of the schedule, in servicing's members
 * @param penaltyRateMultiple penalty interest as a multiple of the contract rate
 */
public record ApprovedTerms(
    UUID applicationId,
    UUID borrowerId,
    Money principal,
    BigDecimal annualRate,
    RepaymentMethod method,
    int termMonths,
    BigDecimal penaltyRateMultiple,
    int graceDays,
    Map<String, Object> scheduleTerms) {

  /** Keeps the members as they are. */
  public ApprovedTerms {
    scheduleTerms = Map.copyOf(scheduleTerms);
  }
}
