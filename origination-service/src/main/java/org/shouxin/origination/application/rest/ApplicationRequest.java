package org.shouxin.origination.application.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.origination.application.model.Wish;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.RepaymentMethod;

/** What is asked for, and what it would be paid from. */
record ApplicationRequest(
    @NotBlank @Pattern(regexp = "[A-Z_]{1,40}") String productCode,
    @NotNull Money amount,
    @Min(1) @Max(600) int termMonths,
    @NotNull RepaymentMethod method,
    @NotNull LoanPurpose purpose,
    @NotNull Money monthlyIncome,
    @NotNull Money monthlyDebtService) {

  private static final String NEGATIVE = "MONEY_NEGATIVE";
  private static final String RANGE = "MONEY_RANGE";
  private static final Money MONTHLY_MAX = Money.of("1000000000.00", "CNY");
  private static final String CURRENCY = "MONEY_CURRENCY_MIXED";

  Wish wish() {
    positive("/amount", amount);
    notNegative("/monthlyIncome", monthlyIncome);
    notNegative("/monthlyDebtService", monthlyDebtService);
    return new Wish(
        productCode, amount, termMonths, method, purpose, monthlyIncome, monthlyDebtService);
  }

  private static void positive(String field, Money money) {
    if (!money.isPositive()) {
      throw Invalid.field(field, NEGATIVE, "more than nothing is expected");
    }
  }

  private void notNegative(String field, Money money) {
    if (money.isNegative()) {
      throw Invalid.field(field, NEGATIVE, "not less than nothing is expected");
    }
    if (!money.currency().equals(amount.currency())) {
      throw Invalid.field(field, CURRENCY, "one currency for all amounts is expected");
    }
    if (money.minor() > MONTHLY_MAX.minor()) {
      throw Invalid.field(field, RANGE, "no more than " + MONTHLY_MAX.amount() + " is expected");
    }
  }
}
