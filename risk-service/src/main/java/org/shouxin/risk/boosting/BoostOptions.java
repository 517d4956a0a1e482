package org.shouxin.risk.boosting;

/**
 * How trees are grown; names as XGBoost's.
 *
 * @param rounds trees at most, count
 * @param patience rounds without a better AUC on the rows held back after which growing stops; 0 to
 *     grow all rounds without holding rows back
 * @param heldBack share of the train rows held back for that
 */
public record BoostOptions(
    int rounds,
    int depth,
    double eta,
    double subsample,
    double columns,
    double childWeightMin,
    double lambda,
    int patience,
    double heldBack,
    long seed) {

  /** For tens of thousands of rows. */
  public static final BoostOptions STANDARD =
      new BoostOptions(600, 4, 0.05, 0.8, 0.6, 5, 5, 40, 0.15, 1);

  public BoostOptions {
    boolean sane =
        rounds >= 1
            && rounds <= BoostedTrees.TREES_MAX
            && depth >= 1
            && depth <= 12
            && in(eta)
            && in(subsample)
            && in(columns)
            && childWeightMin >= 0
            && lambda >= 0
            && patience >= 0
            && heldBack > 0
            && heldBack < 0.9;
    if (!sane) {
      throw new TreesInvalid("BOOST_OPTIONS_IN_RANGE", "an option of the training is out of range");
    }
  }

  private static boolean in(double share) {
    return share > 0 && share <= 1;
  }

  public BoostOptions seeded(long otherSeed) {
    return new BoostOptions(
        rounds,
        depth,
        eta,
        subsample,
        columns,
        childWeightMin,
        lambda,
        patience,
        heldBack,
        otherSeed);
  }
}
