package org.shouxin.risk.training;

import java.util.Map;
import org.shouxin.risk.boosting.FlatTrees;
import org.shouxin.risk.boosting.TreeShap;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.scorecard.card.CardScorer;

/** A model laid out for speed; a row alone gets the probability it gets in a batch. */
public final class ModelScorer {

  private final TrainedModel model;
  private final CardScorer card;
  private final FlatTrees trees;

  public ModelScorer(TrainedModel model) {
    this.model = model;
    card = model.card() == null ? null : new CardScorer(model.card());
    trees = model.trees() == null ? null : new FlatTrees(model.trees());
  }

  public TrainedModel model() {
    return model;
  }

  /** Calibrated probability of the bad outcome; texts by feature name, left out is missing. */
  public double probability(Map<String, String> values) {
    double byCard = card == null ? 0 : logOdds(card.probabilityOfBad(card.rows().of(values)));
    double byTrees =
        trees == null ? 0 : trees.margin(trees.encoder().encode(trees.encoder().rows().of(values)));
    return model.calibration().probability(mixed(model.kind(), byCard, byTrees));
  }

  double probability(Dataset data, int row) {
    return model.calibration().probability(raw(data, row, model.kind()));
  }

  /** Log odds before calibration, of the kind asked for as far as the model has it. */
  double raw(Dataset data, int row, Study.Kind kind) {
    double byCard = card == null ? 0 : logOdds(card.probabilityOfBad(card.rows().at(data, row)));
    double byTrees =
        trees == null
            ? 0
            : trees.margin(trees.encoder().encode(trees.encoder().rows().at(data, row)));
    return mixed(kind, byCard, byTrees);
  }

  /**
   * What each feature of the trees adds to their log odds; nothing for a card, whose points say.
   */
  public double[] shapleyValues(Map<String, String> values) {
    return trees == null
        ? new double[0]
        : new TreeShap(model.trees())
            .values(trees.encoder().encode(trees.encoder().rows().of(values)));
  }

  private static double mixed(Study.Kind kind, double byCard, double byTrees) {
    return switch (kind) {
      case CARD -> byCard;
      case BOOSTING -> byTrees;
      case BLEND -> (byCard + byTrees) / 2;
    };
  }

  private static double logOdds(double probability) {
    return StrictMath.log(probability / (1 - probability));
  }
}
