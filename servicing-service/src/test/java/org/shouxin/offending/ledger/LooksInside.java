package org.shouxin.offending.ledger;

import org.shouxin.offending.loan.LoanManager;
import org.shouxin.offending.loan.model.ImpureModel;

/** Looks inside another feature; also the other half of a circle of features. */
public final class LooksInside {
  ImpureModel model;
  LoanManager loan;
}
