package org.shouxin.collections.architecture.offending.gossip;

import org.shouxin.collections.architecture.offending.lending.model.ImpureModel;

/** Offends: reaches into another feature's inside, and its name says nothing. */
public class LoanHelper {
  private final ImpureModel model = new ImpureModel();

  public ImpureModel model() {
    return model;
  }
}
