package org.shouxin.origination.application.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.policy.LoanPurpose;
import org.shouxin.origination.policy.Product;
import org.shouxin.origination.policy.RepaymentMethod;

/** What an application asks for, as it is kept; it never changes. */
@Embeddable
class AskedTerms {

  @Column(name = "product_code")
  private String productCode;

  @Column(name = "product_version")
  private int productVersion;

  private String currency;

  @Column(name = "amount_minor")
  private long amountMinor;

  @Column(name = "term_months")
  private int termMonths;

  @Enumerated(EnumType.STRING)
  private RepaymentMethod method;

  @Enumerated(EnumType.STRING)
  private LoanPurpose purpose;

  @Column(name = "monthly_income_minor")
  private long monthlyIncomeMinor;

  @Column(name = "monthly_debt_service_minor")
  private long monthlyDebtServiceMinor;

  /** For the persistence provider. */
  protected AskedTerms() {}

  AskedTerms(Wish wish, Product product) {
    this.productCode = product.code();
    this.productVersion = product.version();
    this.currency = wish.amount().currency().getCurrencyCode();
    this.amountMinor = wish.amount().minor();
    this.termMonths = wish.termMonths();
    this.method = wish.method();
    this.purpose = wish.purpose();
    this.monthlyIncomeMinor = wish.monthlyIncome().minor();
    this.monthlyDebtServiceMinor = wish.monthlyDebtService().minor();
  }

  Wish wish() {
    return new Wish(
        productCode,
        money(amountMinor),
        termMonths,
        method,
        purpose,
        money(monthlyIncomeMinor),
        money(monthlyDebtServiceMinor));
  }

  int productVersion() {
    return productVersion;
  }

  /** An amount in the currency that was asked for. */
  Money money(long minor) {
    return Money.ofMinor(minor, currency);
  }
}
