package org.shouxin.risk.validation;

/** Mean squared distance of a probability from what happened (Brier 1950); 0 is perfect. */
public final class Brier {

  private Brier() {}

  public static double score(double[] probabilities, int[] bad) {
    double sum = 0;
    for (int i = 0; i < bad.length; i++) {
      double miss = probabilities[i] - bad[i];
      sum += miss * miss;
    }
    return sum / bad.length;
  }
}
