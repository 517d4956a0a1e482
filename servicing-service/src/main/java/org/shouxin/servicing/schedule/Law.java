package org.shouxin.servicing.schedule;

import java.time.LocalDate;

/**
 * Under whose law and on which day a contract is made; it decides ranges, caps and disclosure.
 *
 * @param contractedOn the day whose law counts
 */
public record Law(Jurisdiction jurisdiction, Lender lender, LocalDate contractedOn) {

  /** A micro-loan company under Chinese law. */
  public static Law microLoan(LocalDate contractedOn) {
    return new Law(Jurisdiction.CN, Lender.MICRO_LOAN_COMPANY, contractedOn);
  }

  /** Calculation alone: nobody offers this loan and nothing limits its price. */
  public static Law none(LocalDate contractedOn) {
    return new Law(Jurisdiction.NONE, Lender.OTHER, contractedOn);
  }

  /** Whose law. */
  public enum Jurisdiction {
    CN("CNY"),
    US("USD"),
    UK("GBP"),
    EU(null),
    /** No law: to recompute a published table. Such terms can be previewed and never booked. */
    NONE(null);

    private final String currency;

    Jurisdiction(String currency) {
      this.currency = currency;
    }

    /** Whether loans are made in the currency. */
    boolean serves(String code) {
      return currency == null || currency.equals(code);
    }
  }

  /** What kind of lender, where the law tells them apart. */
  public enum Lender {
    /** 小额贷款公司. */
    MICRO_LOAN_COMPANY,
    /** 商业银行互联网助贷业务. */
    BANK_ASSISTED,
    /** 民间借贷, unlicensed. */
    PRIVATE,
    /** High-cost short-term credit (CONC 5A). */
    HIGH_COST_SHORT_TERM,
    OTHER
  }
}
