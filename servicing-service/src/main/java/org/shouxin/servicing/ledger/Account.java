package org.shouxin.servicing.ledger;

/** The accounts that postings name; the chart of accounts itself is data (table account). */
public enum Account {
  CASH_AT_BANK("1001"),
  LOAN_PRINCIPAL("1101"),
  INTEREST_RECEIVABLE("1102"),
  PENALTY_RECEIVABLE("1103"),
  FEES_RECEIVABLE("1104"),
  BANK_DIFFERENCES("1191"),
  LOAN_LOSS_ALLOWANCE("1801"),
  SUSPENDED_INTEREST("1802"),
  UNAPPLIED_PAYMENTS("2101"),
  UNKNOWN_RECEIPTS("2102"),
  REFUNDS_UNDER_WAY("2103"),
  INTEREST_INCOME("4101"),
  PENALTY_INCOME("4102"),
  FEE_INCOME("4103"),
  RECOVERY_INCOME("4104"),
  WRITTEN_OFF("5101"),
  IMPAIRMENT_LOSS("5102");

  private final String code;

  Account(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }
}
