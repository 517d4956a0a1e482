package org.shouxin.origination.contract.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * A contract was signed; servicing opens the loan and pays out.
 *
 * @param annualRate contract rate a year, as a fraction of one
 * @param scheduleTerms all terms of the schedule that was shown, as servicing calculated it; null
 *     where only the plain ones are known
 * @param paymentAgreement the bank's token of the account to pay out to and debit
 */
public record LoanContracted(
    UUID loanId,
    UUID applicationId,
    UUID borrowerId,
    String borrowerSubject,
    UUID assessmentId,
    Money principal,
    BigDecimal annualRate,
    String method,
    int termMonths,
    Instant signedAt,
    String contractHash,
    UUID logLeafId,
    String paymentAgreement,
    Terms terms,
    String preferredChannel,
    Map<String, Object> scheduleTerms) {

  /**
   * What the product says of lateness and use.
   *
   * @param penaltyRateMultiple penalty interest as a multiple of the contract rate
   */
  public record Terms(
      BigDecimal penaltyRateMultiple, int graceDays, String productCode, String purpose) {}
}
