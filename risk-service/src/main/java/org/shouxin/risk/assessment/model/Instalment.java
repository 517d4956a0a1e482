package org.shouxin.risk.assessment.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.shouxin.chassis.money.Money;

/**
 * The monthly burden a new loan is judged by: the annuity {@code P i / (1 - (1 + i)^-n)} with i =
 * annual rate / 12; for equal principal the first and largest instalment {@code P / n + P i}. Loans
 * repaid at the end are judged by the annuity too, for the principal must come out of the same
 * income. Sixteen digits inside, rounded up to the minor unit.
 */
public final class Instalment {

  private static final MathContext DIGITS = MathContext.DECIMAL64;
  private static final BigDecimal MONTHS_A_YEAR = BigDecimal.valueOf(12);

  private Instalment() {}

  public static Money of(AssessmentFacts.Loan loan, BigDecimal annualRate) {
    BigDecimal monthly = annualRate.divide(MONTHS_A_YEAR, DIGITS);
    BigDecimal months = BigDecimal.valueOf(loan.termMonths());
    return loan.amount().times(share(loan, monthly, months), RoundingMode.UP);
  }

  private static BigDecimal share(
      AssessmentFacts.Loan loan, BigDecimal monthly, BigDecimal months) {
    if (monthly.signum() == 0) {
      return BigDecimal.ONE.divide(months, DIGITS);
    }
    if (loan.method() == RepaymentMethod.EQUAL_PRINCIPAL) {
      return BigDecimal.ONE.divide(months, DIGITS).add(monthly);
    }
    BigDecimal growth = BigDecimal.ONE.add(monthly).pow(loan.termMonths(), DIGITS);
    BigDecimal discount = BigDecimal.ONE.subtract(BigDecimal.ONE.divide(growth, DIGITS));
    return monthly.divide(discount, DIGITS);
  }
}
