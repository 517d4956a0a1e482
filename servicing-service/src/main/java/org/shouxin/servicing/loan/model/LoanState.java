package org.shouxin.servicing.loan.model;

/** Where a loan stands in its life; being overdue is derived ({@link Stage}), never a state. */
public enum LoanState {
  /** Signed; nothing paid out yet. */
  CONTRACTED,
  /** An order to the bank to pay the borrower exists; its outcome is not known. */
  PAYING_OUT,
  /** The borrower has the money and owes the instalments. */
  ACTIVE,
  /** Everything owed was paid. */
  CLOSED,
  /** Given up in the books; the debt itself lives on and later money is recovery. */
  WRITTEN_OFF,
  /** The bank refused the payout for good; nothing was lent. */
  PAYOUT_FAILED
}
