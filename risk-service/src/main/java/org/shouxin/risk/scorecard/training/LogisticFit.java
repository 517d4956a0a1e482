package org.shouxin.risk.scorecard.training;

import java.util.Arrays;
import org.shouxin.risk.dataset.DataRefused;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares) with an L2 penalty
 * on the coefficients; the intercept is free.
 *
 * @param intercept of the log odds of label 1
 * @param coefficients in the order of the inputs
 */
record LogisticFit(double intercept, double[] coefficients) {

  private static final int ITERATIONS_MAX = 50;
  private static final double STEP_TOLERANCE = 1e-10;

  /** Inputs by column: {@code x[column][row]}. */
  static LogisticFit of(double[][] x, int[] label, double ridge) {
    int size = x.length + 1;
    double[] beta = new double[size];
    double share = (double) Arrays.stream(label).sum() / label.length;
    beta[0] = StrictMath.log(share / (1 - share));
    for (int iteration = 0; iteration < ITERATIONS_MAX; iteration++) {
      double[] step = newtonStep(x, label, ridge, beta);
      double largest = 0;
      for (int i = 0; i < size; i++) {
        beta[i] += step[i];
        largest = Math.max(largest, Math.abs(step[i]));
      }
      if (largest < STEP_TOLERANCE) {
        return new LogisticFit(beta[0], Arrays.copyOfRange(beta, 1, size));
      }
    }
    throw new DataRefused("FIT_CONVERGES", "the regression did not converge in 50 steps");
  }

  private static double[] newtonStep(double[][] x, int[] label, double ridge, double[] beta) {
    int size = beta.length;
    double[][] hessian = new double[size][size];
    double[] gradient = new double[size];
    double[] row = new double[size];
    row[0] = 1;
    for (int i = 0; i < label.length; i++) {
      double logit = beta[0];
      for (int j = 1; j < size; j++) {
        row[j] = x[j - 1][i];
        logit += beta[j] * row[j];
      }
      double p = 1 / (1 + StrictMath.exp(-logit));
      double weight = Math.max(p * (1 - p), 1e-12);
      for (int j = 0; j < size; j++) {
        gradient[j] += (label[i] - p) * row[j];
        for (int k = 0; k <= j; k++) {
          hessian[j][k] += weight * row[j] * row[k];
        }
      }
    }
    for (int j = 1; j < size; j++) {
      gradient[j] -= ridge * beta[j];
      hessian[j][j] += ridge;
    }
    return solveByCholesky(hessian, gradient);
  }

  /** Solves for the lower triangle of a symmetric positive definite matrix. */
  private static double[] solveByCholesky(double[][] a, double[] b) {
    int size = b.length;
    double[][] l = new double[size][size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= l[i][k] * l[j][k];
        }
        if (i == j && sum <= 0) {
          throw new DataRefused("FIT_SOLVABLE", "the features depend on each other linearly");
        }
        l[i][j] = i == j ? StrictMath.sqrt(sum) : sum / l[j][j];
      }
    }
    double[] y = new double[size];
    for (int i = 0; i < size; i++) {
      double sum = b[i];
      for (int k = 0; k < i; k++) {
        sum -= l[i][k] * y[k];
      }
      y[i] = sum / l[i][i];
    }
    for (int i = size - 1; i >= 0; i--) {
      double sum = y[i];
      for (int k = i + 1; k < size; k++) {
        sum -= l[k][i] * y[k];
      }
      y[i] = sum / l[i][i];
    }
    return y;
  }
}
