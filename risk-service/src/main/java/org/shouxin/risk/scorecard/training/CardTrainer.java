package org.shouxin.risk.scorecard.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.shouxin.risk.scorecard.model.CardFeature;
import org.shouxin.risk.scorecard.model.CardScorer;
import org.shouxin.risk.scorecard.model.Feature;
import org.shouxin.risk.scorecard.model.Scorecard;
import org.shouxin.risk.scorecard.model.TrainingReport;

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

  public Scorecard train(TrainingTable table) {
    check(table);
    TrainingTable.Split split = table.split(options.settings().testShare(), options.seed());
    List<CandidateFeature> candidates =
        Arrays.stream(Feature.values())
            .map(each -> CandidateFeature.of(each, table, split.train(), options.settings()))
            .toList();
    LogisticFit fit = fitWithRightSigns(candidates, table, split.train());
    List<CandidateFeature> kept = candidates.stream().filter(CandidateFeature::kept).toList();
    List<CardFeature> features = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      double coefficient = Rounded.sixPlaces(fit.coefficients()[i]);
      features.add(kept.get(i).onCard(coefficient, options.scaling().factor()));
    }
    double intercept = Rounded.sixPlaces(fit.intercept());
    Scorecard unmeasured = card(table, intercept, features, unmeasuredReport(table));
    Measurement measurement = new Measurement(table, new CardScorer(unmeasured), options);
    return card(
        table,
        intercept,
        features,
        measurement.report(split, candidates.stream().map(CandidateFeature::report).toList()));
  }

  private void check(TrainingTable table) {
    if (table.rows() == 0) {
      throw new TrainingRefused("DATA_HAS_ROWS", "the file holds no rows");
    }
    long bads = table.bads();
    long goods = table.rows() - bads;
    if (bads == 0 || goods == 0) {
      throw new TrainingRefused(
          "DATA_BOTH_CLASSES",
          "column " + options.target() + " holds only " + (bads == 0 ? "0" : "1"));
    }
    if (Math.min(bads, goods) < CLASS_ROWS_MIN) {
      throw new TrainingRefused(
          "DATA_ENOUGH_ROWS",
          "at least %d goods and %d bads are needed, found %d and %d"
              .formatted(CLASS_ROWS_MIN, CLASS_ROWS_MIN, goods, bads));
    }
  }

  private LogisticFit fitWithRightSigns(
      List<CandidateFeature> candidates, TrainingTable table, int[] rows) {
    int[] labels = Arrays.stream(rows).map(row -> table.bad()[row]).toArray();
    while (true) {
      List<CandidateFeature> kept = candidates.stream().filter(CandidateFeature::kept).toList();
      if (kept.isEmpty()) {
        throw new TrainingRefused(
            "DATA_INFORMS", "no column of the vocabulary tells goods from bads");
      }
      double[][] x =
          kept.stream().map(each -> each.evidenceOf(table, rows)).toArray(double[][]::new);
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

  private Scorecard card(
      TrainingTable table, double intercept, List<CardFeature> features, TrainingReport report) {
    String version =
        options.version() == null
            ? "card-" + table.sha256().substring(0, 12) + "-" + options.seed()
            : options.version();
    return new Scorecard(
        Scorecard.SCHEMA,
        version,
        options.scaling(),
        intercept,
        Scorecard.basePointsOf(options.scaling(), intercept),
        features,
        report);
  }

  private TrainingReport unmeasuredReport(TrainingTable table) {
    return new TrainingReport(
        table.sha256(),
        options.target(),
        table.rows(),
        table.bads(),
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
