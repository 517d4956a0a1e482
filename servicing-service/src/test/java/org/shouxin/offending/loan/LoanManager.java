package org.shouxin.offending.loan;

import org.shouxin.offending.ledger.LooksInside;

/** Also one half of a circle of features. */
public final class LoanManager {
  LooksInside ledger;
}
