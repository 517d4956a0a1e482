package org.shouxin.origination.application.model;

/** What servicing last said of the loan that came of an application. */
public enum LoanState {
  /** Signed; the money is on its way. */
  CONTRACTED,
  /** The money was paid out. */
  DISBURSED,
  /** Paid back. */
  CLOSED,
  /** Given up. */
  WRITTEN_OFF
}
