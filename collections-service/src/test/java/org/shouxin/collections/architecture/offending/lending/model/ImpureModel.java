package org.shouxin.collections.architecture.offending.lending.model;

import io.smallrye.mutiny.Uni;

/** Offends: a model that knows Mutiny and keeps money as a binary fraction. */
public class ImpureModel {
  private double balance;

  public Uni<Double> balance() {
    return Uni.createFrom().item(balance);
  }
}
