package org.shouxin.risk.validation;

/**
 * How good a model's probabilities are on some rows.
 *
 * @param aucStandardError Hanley and McNeil
 * @param predicted mean probability
 */
public record Quality(
    long rows,
    long bads,
    double auc,
    double aucStandardError,
    double gini,
    double ks,
    double brier,
    double predicted) {

  /** Both classes must be present. */
  public static Quality of(double[] probabilities, int[] bad) {
    Discrimination found = Discrimination.ofProbabilities(probabilities, bad);
    long bads = 0;
    double sum = 0;
    for (int i = 0; i < bad.length; i++) {
      bads += bad[i];
      sum += probabilities[i];
    }
    return new Quality(
        bad.length,
        bads,
        Rounded.sixPlaces(found.auc()),
        Rounded.sixPlaces(Roc.standardError(found.auc(), bad.length - bads, bads)),
        Rounded.sixPlaces(found.gini()),
        Rounded.sixPlaces(found.ks()),
        Rounded.sixPlaces(Brier.score(probabilities, bad)),
        Rounded.sixPlaces(sum / bad.length));
  }
}
