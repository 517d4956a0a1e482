package org.shouxin.risk.training;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.shouxin.risk.boosting.BoostOptions;
import org.shouxin.risk.boosting.FlatTrees;
import org.shouxin.risk.boosting.TrainTrees;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Splits;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.training.CardTrainer;
import org.shouxin.risk.scorecard.training.TrainingOptions;
import org.shouxin.risk.validation.Discrimination;
import org.shouxin.risk.validation.Estimate;

/**
 * Compares a card, boosted trees and their blend by repeated stratified k-fold: everything, from
 * bins to trees, is learnt inside each fold and measured on rows it never saw.
 */
public final class Study {

  /** What is compared; the blend is the mean of the two models' log odds. */
  public enum Kind {
    CARD,
    BOOSTING,
    BLEND
  }

  private final Dataset data;
  private final TrainingOptions card;
  private final BoostOptions boosting;

  public Study(Dataset data, TrainingOptions card, BoostOptions boosting) {
    this.data = data;
    this.card = card;
    this.boosting = boosting;
  }

  /** Areas under the curve over all folds of all repeats. */
  public Map<Kind, Estimate> run(int repeats, int folds, long seed, Consumer<String> progress) {
    Map<Kind, List<Double>> areas = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      areas.put(kind, new ArrayList<>());
    }
    for (int repeat = 0; repeat < repeats; repeat++) {
      for (Splits.Split split : Splits.folds(data.bad(), folds, seed + repeat)) {
        measure(split, areas);
      }
      progress.accept("repeat " + (repeat + 1) + " of " + repeats);
    }
    Map<Kind, Estimate> estimates = new EnumMap<>(Kind.class);
    areas.forEach((kind, values) -> estimates.put(kind, Estimate.of(values)));
    return estimates;
  }

  private void measure(Splits.Split split, Map<Kind, List<Double>> areas) {
    CardScorer scorer = new CardScorer(new CardTrainer(card).fit(data, split.train()));
    FlatTrees trees = new FlatTrees(new TrainTrees(boosting).fit(data, split.train()));
    int[] test = split.test();
    double[] byCard = new double[test.length];
    double[] byTrees = new double[test.length];
    double[] blend = new double[test.length];
    for (int i = 0; i < test.length; i++) {
      double p = scorer.probabilityOfBad(scorer.rows().at(data, test[i]));
      byCard[i] = StrictMath.log(p / (1 - p));
      byTrees[i] = trees.margin(trees.encoder().encode(trees.encoder().rows().at(data, test[i])));
      blend[i] = (byCard[i] + byTrees[i]) / 2;
    }
    int[] bad = data.bad(test);
    areas.get(Kind.CARD).add(Discrimination.ofProbabilities(byCard, bad).auc());
    areas.get(Kind.BOOSTING).add(Discrimination.ofProbabilities(byTrees, bad).auc());
    areas.get(Kind.BLEND).add(Discrimination.ofProbabilities(blend, bad).auc());
  }
}
