package org.shouxin.risk.boosting;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.shouxin.risk.dataset.Column;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Splits;
import org.shouxin.risk.validation.Rounded;

/**
 * Grows trees with XGBoost in this process, on one thread: with more it spins and stalls beside
 * other work. Levels are read as the smoothed log odds of their training rows.
 */
public final class TrainTrees {

  /** Rows of the mean odds mixed into each level's own. */
  private static final double LEVEL_ROWS_MIXED = 10;

  private final BoostOptions options;

  public TrainTrees(BoostOptions options) {
    this.options = options;
  }

  /** Learns on the given rows; both classes must be among them. */
  public BoostedTrees fit(Dataset data, int[] rows) {
    int[] grow = rows;
    int[] judge = new int[0];
    if (options.patience() > 0) {
      Splits.Split held = Splits.stratified(data.bad(rows), options.heldBack(), options.seed());
      grow = pick(rows, held.train());
      judge = pick(rows, held.test());
    }
    int[] learnt = grow;
    List<TreeFeature> features =
        data.features().stream().map(each -> feature(each, data.bad(), learnt)).toList();
    RowEncoder encoder = new RowEncoder(features);
    try (Native natives = new Native()) {
      DMatrix train = natives.matrix(encoder, data, grow);
      DMatrix test = judge.length == 0 ? null : natives.matrix(encoder, data, judge);
      return grown(natives, features, train, test, data.bad(grow));
    } catch (XGBoostError | IOException failed) {
      throw new TreesInvalid("TREES_GROWN", "the trees could not be grown: " + failed.getMessage());
    }
  }

  private BoostedTrees grown(
      Native natives, List<TreeFeature> features, DMatrix train, DMatrix test, int[] bad)
      throws XGBoostError, IOException {
    double share = Arrays.stream(bad).average().orElseThrow();
    Map<String, Object> parameters = parameters(features, share);
    int best = options.rounds();
    Booster booster;
    if (test == null) {
      booster = XGBoost.train(train, parameters, options.rounds(), Map.of(), null, null);
    } else {
      float[][] auc = new float[1][options.rounds()];
      booster =
          XGBoost.train(
              train,
              parameters,
              options.rounds(),
              new LinkedHashMap<>(Map.of("held", test)),
              auc,
              null,
              null,
              options.patience());
      best =
          1
              + IntStream.range(0, options.rounds())
                  .reduce(0, (a, b) -> auc[0][b] > auc[0][a] ? b : a);
    }
    natives.close(booster);
    return TrainerModel.read(booster.toByteArray("json"), features, best);
  }

  private Map<String, Object> parameters(List<TreeFeature> features, double share) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("objective", "binary:logistic");
    parameters.put("eval_metric", "auc");
    parameters.put("maximize_evaluation_metrics", "true");
    parameters.put("tree_method", "hist");
    parameters.put("nthread", 1);
    parameters.put("base_score", share);
    parameters.put("max_depth", options.depth());
    parameters.put("eta", options.eta());
    parameters.put("subsample", options.subsample());
    parameters.put("colsample_bytree", options.columns());
    parameters.put("min_child_weight", options.childWeightMin());
    parameters.put("lambda", options.lambda());
    parameters.put("seed", options.seed());
    parameters.put("verbosity", 0);
    parameters.put("silent", "true");
    parameters.put(
        "monotone_constraints",
        features.stream()
            .map(each -> Integer.toString(each.monotone()))
            .collect(Collectors.joining(",", "(", ")")));
    return parameters;
  }

  private static TreeFeature feature(Column column, int[] bad, int[] rows) {
    if (column.isNumeric()) {
      return new TreeFeature(column.name(), column.spec().kind(), null, column.spec().monotone());
    }
    double mean = Arrays.stream(rows).mapToDouble(row -> bad[row]).average().orElseThrow();
    double[] seen = new double[column.levels().size()];
    double[] bads = new double[seen.length];
    for (int row : rows) {
      if (!column.isMissing(row)) {
        seen[column.code(row)]++;
        bads[column.code(row)] += bad[row];
      }
    }
    Map<String, Double> levels = new TreeMap<>();
    for (int code = 0; code < seen.length; code++) {
      if (seen[code] > 0) {
        double rate = (bads[code] + LEVEL_ROWS_MIXED * mean) / (seen[code] + LEVEL_ROWS_MIXED);
        double logOdds = Rounded.sixPlaces(StrictMath.log(rate / (1 - rate)));
        levels.put(column.levels().get(code), logOdds);
      }
    }
    return new TreeFeature(column.name(), column.spec().kind(), levels, 1);
  }

  private static int[] pick(int[] rows, int[] of) {
    return Arrays.stream(of).map(i -> rows[i]).toArray();
  }

  /** Memory outside the heap, let go of at the end. */
  private static final class Native implements AutoCloseable {
    private final List<Runnable> open = new ArrayList<>();

    DMatrix matrix(RowEncoder encoder, Dataset data, int[] rows) throws XGBoostError {
      DMatrix matrix =
          new DMatrix(encoder.encode(data, rows), rows.length, encoder.width(), Float.NaN);
      open.add(matrix::dispose);
      float[] labels = new float[rows.length];
      for (int i = 0; i < labels.length; i++) {
        labels[i] = data.bad()[rows[i]];
      }
      matrix.setLabel(labels);
      return matrix;
    }

    void close(Booster booster) {
      open.add(booster::dispose);
    }

    @Override
    public void close() {
      open.forEach(Runnable::run);
    }
  }
}
