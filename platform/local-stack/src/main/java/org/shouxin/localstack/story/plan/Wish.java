package org.shouxin.localstack.story.plan;

import java.util.Map;
import java.util.Optional;

/**
 * What a borrower asks for, and what the outside world knows about the borrower then. Amounts are
 * whole yuan.
 *
 * @param bureau empty for a person the bureau has no record of
 * @param features the facts under their column names in the card's training file; a missing fact is
 *     an absent key
 */
public record Wish(
    long amountYuan,
    int termMonths,
    String method,
    String purpose,
    long monthlyIncomeYuan,
    long monthlyDebtServiceYuan,
    Optional<Bureau> bureau,
    int monthsInNetwork,
    Map<String, String> features) {

  /**
   * The bureau's record.
   *
   * @param utilisationPercent used part of the credit lines
   * @param lastPaymentPercent last payment over the last statement's balance
   */
  public record Bureau(
      int openLoans,
      long openDebtYuan,
      int enquiries90d,
      int worstStatus24m,
      int utilisationPercent,
      int lastPaymentPercent) {}
}
