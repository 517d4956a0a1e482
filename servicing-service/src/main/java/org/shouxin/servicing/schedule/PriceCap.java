package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * The highest all-in annual cost that the law allows for a contract of a given day.
 *
 * <p>CN-PRICE-01 (guidance for micro-loan companies, December 2025): 24 % for new loans, and four
 * times the one-year loan prime rate for loans contracted after 2027-12-31.
 *
 * @param rule id of the rule, cited by refusals
 */
public record PriceCap(String rule, Rate limit) {

  private static final LocalDate LAST_DAY_OF_24_PERCENT = LocalDate.of(2027, 12, 31);
  private static final Rate TWENTY_FOUR_PERCENT = Rate.of("0.24");
  private static final BigDecimal LPR_MULTIPLE = BigDecimal.valueOf(4);

  /** One-year loan prime rate by the day it was published, newest first. */
  private static final List<LoanPrimeRate> LOAN_PRIME_RATES =
      List.of(
          new LoanPrimeRate(LocalDate.of(2025, 5, 20), Rate.of("0.0300")),
          new LoanPrimeRate(LocalDate.of(2024, 10, 21), Rate.of("0.0310")));

  private record LoanPrimeRate(LocalDate from, Rate rate) {}

  /** The cap for a contract made on the day. */
  public static PriceCap on(LocalDate contractDay) {
    return new PriceCap(
        "CN-PRICE-01",
        contractDay.isAfter(LAST_DAY_OF_24_PERCENT)
            ? new Rate(primeRateOn(contractDay).yearly().multiply(LPR_MULTIPLE))
            : TWENTY_FOUR_PERCENT);
  }

  /** Refuses a cost above the cap; the cost is compared as stated, to 0.01 percentage point. */
  public void check(AnnualCost cost) {
    if (cost.nominal().compareTo(limit.yearly()) > 0) {
      throw RuleViolation.refused(
              rule, "all-in annual cost " + cost.nominal() + " is above the cap " + limit)
          .field("/annualRate");
    }
  }

  private static Rate primeRateOn(LocalDate day) {
    return LOAN_PRIME_RATES.stream()
        .filter(published -> !published.from().isAfter(day))
        .findFirst()
        .orElseThrow()
        .rate();
  }
}
