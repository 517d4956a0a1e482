package org.shouxin.origination.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A version of a product: what may be asked of it. Versions are data; an application keeps the
 * version it was made under.
 *
 * @param amountRule the rule that caps the amount
 * @param penaltyRateMultiple penalty interest as a multiple of the contract rate
 * @param graceDays days after the due date before a payment counts as late
 * @param scheduleTerms what else the product says of the schedule, in the members that servicing's
 *     preview takes (frequency, due day, day count, graces, fees ...); null for the plain ones
 */
public record Product(
    String code,
    int version,
    String jurisdiction,
    LocalDate from,
    LocalDate to,
    Money amountMin,
    Money amountMax,
    String amountRule,
    int termMonthsMin,
    int termMonthsMax,
    Set<RepaymentMethod> methods,
    Set<LoanPurpose> purposes,
    BigDecimal penaltyRateMultiple,
    int graceDays,
    Map<String, Object> scheduleTerms) {

  /** What a product may say of the schedule; the rest is each loan's own. */
  private static final Set<String> SCHEDULE_TERMS =
      Set.of(
          "frequency",
          "dueDay",
          "monthEnd",
          "brokenPeriod",
          "dayCount",
          "interestBy",
          "rounding",
          "interestFreePeriods",
          "principalGracePeriods",
          "interestGracePeriods",
          "moratorium",
          "instalmentUnit",
          "smoothLast",
          "fees");

  /** Refuses a catalogue that says what only a loan can. */
  public Product {
    scheduleTerms = scheduleTerms == null ? Map.of() : Map.copyOf(scheduleTerms);
    if (!SCHEDULE_TERMS.containsAll(scheduleTerms.keySet())) {
      throw new IllegalArgumentException("no product says " + scheduleTerms.keySet());
    }
  }

  /** Terms outside the product's range. */
  public static final String RULE_TERM = "SX-PRODUCT-02";

  /** A repayment method the product does not have. */
  public static final String RULE_METHOD = "SX-PRODUCT-03";

  /** A purpose that consumer credit must not serve. */
  public static final String RULE_PURPOSE = "SX-PRODUCT-04";

  /** Less than the product's smallest loan. */
  public static final String RULE_AMOUNT_MIN = "SX-PRODUCT-01";

  /** A currency the product is not lent in. */
  public static final String RULE_CURRENCY = "SX-PRODUCT-05";

  /** Throws the first rule that the wish breaks. */
  public void check(
      Money amount, int termMonths, RepaymentMethod method, LoanPurpose purpose, Parameter bullet) {
    if (!amount.currency().equals(amountMax.currency())) {
      throw RuleViolation.refused(RULE_CURRENCY, "the product is lent in another currency")
          .field("/amount/currency");
    }
    if (!amount.covers(amountMin)) {
      throw RuleViolation.refused(RULE_AMOUNT_MIN, "the smallest loan is " + amountMin)
          .field("/amount");
    }
    if (!amountMax.covers(amount)) {
      throw RuleViolation.refused(amountRule, "the largest loan is " + amountMax).field("/amount");
    }
    if (termMonths < termMonthsMin || termMonths > termMonthsMax) {
      throw RuleViolation.refused(
              RULE_TERM, "the term is " + termMonthsMin + " to " + termMonthsMax + " months")
          .field("/termMonths");
    }
    if (!methods.contains(method)) {
      throw RuleViolation.refused(RULE_METHOD, "the product has no such repayment method")
          .field("/method");
    }
    if (method == RepaymentMethod.BULLET && termMonths > bullet.value().intValueExact()) {
      throw RuleViolation.refused(
              bullet.rule(), "paid in one sum, the term is at most " + bullet.value() + " months")
          .field("/termMonths");
    }
    if (!purposes.contains(purpose)) {
      throw RuleViolation.refused(RULE_PURPOSE, "the product must not serve this purpose")
          .field("/purpose");
    }
  }

  boolean inForceOn(LocalDate day) {
    return !day.isBefore(from) && (to == null || !day.isAfter(to));
  }
}
