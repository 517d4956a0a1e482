package org.shouxin.servicing.loan.model;

/** What a debt consists of, in the order in which a payment covers it (CN-PAY-01). */
public enum Component {
  COST,
  INTEREST,
  /** Penalty interest ranks with interest, after the contract's own. */
  PENALTY,
  PRINCIPAL
}
