package org.shouxin.risk.scorecard.model;

import java.util.Map;

/** Values of one row by feature; absent is allowed, infinite is not. */
public final class FeatureVector {

  private final double[] values;

  private FeatureVector(double[] values) {
    this.values = values;
  }

  /** Features left out of the map are missing. */
  public static FeatureVector of(Map<Feature, Double> given) {
    double[] values = new double[Feature.values().length];
    for (Feature feature : Feature.values()) {
      Double value = given.get(feature);
      values[feature.ordinal()] = value == null ? Double.NaN : finite(feature, value);
    }
    return new FeatureVector(values);
  }

  /** One row of a table whose columns stand in the order of {@link Feature}; NaN is missing. */
  public static FeatureVector ofColumns(double[] columns) {
    return new FeatureVector(columns.clone());
  }

  double at(Feature feature) {
    return values[feature.ordinal()];
  }

  private static double finite(Feature feature, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(feature.column() + " is not a finite number");
    }
    return value;
  }
}
