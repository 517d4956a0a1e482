package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * What a schedule is calculated from. Terms that exist are within the ranges named here.
 *
 * @param principal what the borrower receives, and what bears interest (CN-PRICE-04)
 * @param annualRate contract rate of interest a year
 * @param termMonths whole months from start to the last due date
 * @param start the value date; the k-th due date is k months later
 */
public record Terms(
    Money principal,
    Rate annualRate,
    RepaymentMethod method,
    int termMonths,
    LocalDate start,
    Convention convention) {

  /** Smallest principal, minor units: 100.00. */
  public static final long PRINCIPAL_MINOR_MIN = 100_00L;

  /** Largest principal, minor units: 10,000,000.00, the ceiling of CN-LIMIT-02. */
  public static final long PRINCIPAL_MINOR_MAX = 10_000_000_00L;

  public static final int TERM_MONTHS_MAX = 60;

  /** A bullet loan runs one year at most (CN-LIMIT-01). */
  public static final int BULLET_MONTHS_MAX = 12;

  private static final String CURRENCY = "CNY";
  private static final LocalDate START_MIN = LocalDate.of(2000, 1, 1);
  private static final LocalDate START_MAX = LocalDate.of(2100, 1, 1);

  public Terms {
    if (!CURRENCY.equals(principal.currency().getCurrencyCode())) {
      throw Invalid.field(
          "/principal/currency", "CURRENCY_NOT_SERVED", "loans are made in CNY only");
    }
    if (principal.minor() < PRINCIPAL_MINOR_MIN || principal.minor() > PRINCIPAL_MINOR_MAX) {
      throw Invalid.field(
          "/principal/amount", "PRINCIPAL_RANGE", "principal is from 100.00 to 10000000.00");
    }
    if (termMonths < 1 || termMonths > TERM_MONTHS_MAX) {
      throw Invalid.field(
          "/termMonths", "TERM_RANGE", "a term is from 1 to " + TERM_MONTHS_MAX + " months");
    }
    if (start.isBefore(START_MIN) || start.isAfter(START_MAX)) {
      throw Invalid.field("/startDate", "START_RANGE", "a start is from 2000 to 2100");
    }
    if (method == RepaymentMethod.BULLET && termMonths > BULLET_MONTHS_MAX) {
      throw RuleViolation.refused(
              "CN-LIMIT-01", "a bullet loan runs at most " + BULLET_MONTHS_MAX + " months")
          .field("/termMonths");
    }
  }

  /** Terms under the convention that every loan of today has. */
  public static Terms monthly(
      Money principal, Rate annualRate, RepaymentMethod method, int termMonths, LocalDate start) {
    return new Terms(principal, annualRate, method, termMonths, start, Convention.MONTHLY_30_360);
  }
}
