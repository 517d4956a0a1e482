package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Splits;
import org.shouxin.risk.scorecard.card.CardFeature;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.card.TrainingReport;
import org.shouxin.risk.validation.Rounded;

/**
 * Trains a card: monotone bins and weight of evidence on the train rows, features of too little
 * information value dropped, logistic regression on the evidence, features of the wrong sign
 * dropped one by one, points by the scaling, everything measured on the rows held back.
 *
 * <p>Same table and options, same bytes: sums run in row order, logarithms are {@link
 * StrictMath}'s.
 */
public final class CardTrainer {

  /** Rows of either class below which no card is trained, count. */
  public static final int CLASS_ROWS_MIN = 50;

  private final TrainingOptions options;

  public CardTrainer(TrainingOptions options) {
    this.options = options;
  }

  /** Holds a part of the rows back by the seed, learns on the others, measures on both. */
  public Scorecard train(Dataset data) {
    return train(
        data, Splits.stratified(data.bad(), options.settings().testShare(), options.seed()));
  }

  /** Learns on the split's train rows, measures on both parts. */
  public Scorecard train(Dataset data, Splits.Split split) {
    requireBothClasses(data, options.target());
    Learnt learnt = learn(data, split.train());
    Scorecard unmeasured = card(data, learnt, unmeasuredReport(data));
    Measurement measurement = new Measurement(data, new CardScorer(unmeasured), options);
    return card(
        data,
        learnt,
        measurement.report(
            split, learnt.candidates.stream().map(CandidateFeature::report).toList()));
  }

  /** The card alone, learnt on the given rows and not measured. */
  public Scorecard fit(Dataset data, int[] rows) {
    return card(data, learn(data, rows), unmeasuredReport(data));
  }

  /** Refuses data of one class, or of too few rows of one. */
  public static void requireBothClasses(Dataset data, String target) {
    if (data.rows() == 0) {
      throw new DataRefused("DATA_HAS_ROWS", "the file holds no rows");
    }
    long bads = data.bads();
    long goods = data.rows() - bads;
    if (bads == 0 || goods == 0) {
      throw new DataRefused(
          "DATA_BOTH_CLASSES", "column " + target + " holds only " + (bads == 0 ? "0" : "1"));
    }
    if (Math.min(bads, goods) < CLASS_ROWS_MIN) {
      throw new DataRefused(
          "DATA_ENOUGH_ROWS",
          "at least %d goods and %d bads are needed, found %d and %d"
              .formatted(CLASS_ROWS_MIN, CLASS_ROWS_MIN, goods, bads));
    }
  }

  private record Learnt(
      double intercept, List<CardFeature> features, List<CandidateFeature> candidates) {}

  private Learnt learn(Dataset data, int[] rows) {
    List<CandidateFeature> candidates =
        data.features().stream()
            .map(each -> CandidateFeature.of(each, data.bad(), rows, options.settings()))
            .toList();
    LogisticFit fit = fitWithRightSigns(candidates, data, rows);
    List<CandidateFeature> kept = candidates.stream().filter(CandidateFeature::kept).toList();
    List<CardFeature> features = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      double coefficient = Rounded.sixPlaces(fit.coefficients()[i]);
      features.add(kept.get(i).onCard(coefficient, options.scaling().factor()));
    }
    double moved = fit.intercept() + priorShift(data, rows);
    return new Learnt(Rounded.sixPlaces(moved), features, candidates);
  }

  /** Log odds of the prior less log odds of the sample (King and Zeng 2001, section 4.1). */
  private double priorShift(Dataset data, int[] rows) {
    if (options.priorBadRate() == null) {
      return 0;
    }
    double prior = options.priorBadRate();
    if (!(prior > 0 && prior < 1)) {
      throw new DataRefused("PRIOR_IN_RANGE", "the bad rate must lie between 0 and 1");
    }
    double sample = IntStream.of(data.bad(rows)).average().orElseThrow();
    return logOdds(prior) - logOdds(sample);
  }

  private static double logOdds(double probability) {
    return StrictMath.log(probability / (1 - probability));
  }

  private LogisticFit fitWithRightSigns(
      List<CandidateFeature> candidates, Dataset data, int[] rows) {
    int[] labels = data.bad(rows);
    while (true) {
      List<CandidateFeature> kept = candidates.stream().filter(CandidateFeature::kept).toList();
      if (kept.isEmpty()) {
        throw new DataRefused("DATA_INFORMS", "no column of the vocabulary tells goods from bads");
      }
      double[][] x = kept.stream().map(each -> each.evidenceOf(rows)).toArray(double[][]::new);
      LogisticFit fit = LogisticFit.of(x, labels, options.settings().ridge());
      int wrongest = argMax(fit.coefficients());
      if (Rounded.sixPlaces(fit.coefficients()[wrongest]) < 0) {
        return fit;
      }
      kept.get(wrongest).dropForWrongSign();
    }
  }

  private static int argMax(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .max(Comparator.comparingDouble(i -> values[i]))
        .orElseThrow();
  }

  private Scorecard card(Dataset data, Learnt learnt, TrainingReport report) {
    String version =
        options.version() == null
            ? "card-" + data.sha256().substring(0, 12) + "-" + options.seed()
            : options.version();
    return new Scorecard(
        Scorecard.SCHEMA,
        version,
        options.vocabulary(),
        options.scaling(),
        learnt.intercept,
        Scorecard.basePointsOf(options.scaling(), learnt.intercept),
        learnt.features,
        report);
  }

  private TrainingReport unmeasuredReport(Dataset data) {
    return new TrainingReport(
        data.sha256(),
        options.target(),
        data.rows(),
        data.bads(),
        0,
        options.seed(),
        options.settings(),
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
