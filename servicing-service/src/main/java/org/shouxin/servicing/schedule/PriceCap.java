package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * The highest all-in annual cost that the law allows for a contract of a given day; {@link
 * PriceLaw} holds the figures.
 *
 * @param rule id of the rule, cited by refusals
 * @param limit yearly, compared with the nominal annual cost
 */
public record PriceCap(String rule, Rate limit) {

  /** The cap of a micro-loan company for a contract made on the day. */
  public static PriceCap on(LocalDate contractDay) {
    return PriceLaw.cap(Law.microLoan(contractDay)).orElseThrow();
  }

  /** The cap for a contract; empty where the law names no yearly one. */
  public static Optional<PriceCap> of(Law law) {
    return PriceLaw.cap(law);
  }

  /** Refuses a cost above the cap; the cost is compared as stated, to 0.01 percentage point. */
  public void check(AnnualCost cost) {
    if (cost.nominal().compareTo(limit.yearly()) > 0) {
      throw RuleViolation.refused(
              rule, "all-in annual cost " + cost.nominal() + " is above the cap " + limit)
          .field("/annualRate");
    }
  }
}
