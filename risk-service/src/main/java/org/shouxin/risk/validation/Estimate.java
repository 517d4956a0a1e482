package org.shouxin.risk.validation;

import java.util.List;

/**
 * A mean of repeated measurements.
 *
 * @param standardError standard deviation of the values over the root of their count; the folds of
 *     one repeat share rows, so it is somewhat too small
 */
public record Estimate(double mean, double standardError, int count) {

  public static Estimate of(List<Double> values) {
    int count = values.size();
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = values.stream().mapToDouble(each -> (each - mean) * (each - mean)).sum();
    double deviation = count < 2 ? Double.NaN : StrictMath.sqrt(squares / (count - 1));
    return new Estimate(mean, deviation / StrictMath.sqrt(count), count);
  }
}
