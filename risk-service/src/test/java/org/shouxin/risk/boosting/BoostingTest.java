package org.shouxin.risk.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.validation.Discrimination;

/** Trees trained by XGBoost and scored by our own arrays. */
class BoostingTest {

  private static final BoostOptions SMALL =
      new BoostOptions(120, 4, 0.1, 0.8, 0.8, 2, 1, 20, 0.2, 1);

  @Test
  void marginsEqualTheTrainers() throws Exception {
    Dataset data = Drawn.dataset(2_000, 1);
    List<TreeFeature> features = new TrainTrees(SMALL).fit(data, data.all()).features();
    RowEncoder encoder = new RowEncoder(features);
    float[] matrix = encoder.encode(data, data.all());
    DMatrix train = new DMatrix(matrix, data.rows(), encoder.width(), Float.NaN);
    float[] labels = new float[data.rows()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = data.bad()[i];
    }
    train.setLabel(labels);
    Booster booster =
        XGBoost.train(
            train,
            Map.of("objective", "binary:logistic", "nthread", 1, "max_depth", 5, "base_score", 0.3),
            80,
            Map.of(),
            null,
            null);
    float[][] margins = booster.predict(train, true);
    FlatTrees flat = new FlatTrees(TrainerModel.read(booster.toByteArray("json"), features, 80));
    assertThat(flat.model().trees()).hasSize(80);
    for (int row = 0; row < data.rows(); row++) {
      float[] values = encoder.encode(encoder.rows().at(data, row));
      assertThat(flat.margin(values)).isCloseTo(margins[row][0], within(1e-5));
      float[] alone = encoder.encode(encoder.rows().of(data.texts(row)));
      assertThat(flat.margin(alone)).isEqualTo(flat.margin(values));
    }
    booster.dispose();
    train.dispose();
  }

  @Test
  void growingStopsWhenRowsHeldBackGainNoMore() {
    Dataset data = Drawn.dataset(3_000, 2);
    BoostedTrees model =
        new TrainTrees(new BoostOptions(400, 4, 0.3, 1, 1, 1, 1, 10, 0.25, 1))
            .fit(data, data.all());
    assertThat(model.trees().size()).isBetween(1, 200).isEqualTo(model.round());
  }

  @Test
  void partsGoodsFromBads() {
    Dataset data = Drawn.dataset(4_000, 3);
    int[] train = Arrays.copyOf(data.all(), 3_000);
    FlatTrees trees = new FlatTrees(new TrainTrees(SMALL).fit(data, train));
    double[] p = new double[1_000];
    int[] bad = new int[1_000];
    for (int i = 0; i < 1_000; i++) {
      p[i] = trees.probabilityOfBad(encoded(trees, data, 3_000 + i));
      bad[i] = data.bad()[3_000 + i];
    }
    assertThat(Discrimination.ofProbabilities(p, bad).auc()).isBetween(0.72, 0.88);
  }

  @Test
  void aMonotoneConstraintHolds() {
    Dataset data = Drawn.rising(3_000, 4, "load");
    FlatTrees trees = new FlatTrees(new TrainTrees(SMALL).fit(data, data.all()));
    for (int row = 0; row < 50; row++) {
      float[] values = encoded(trees, data, row);
      double last = Double.NEGATIVE_INFINITY;
      for (float load = -3; load <= 3; load += 0.25f) {
        values[0] = load;
        double margin = trees.margin(values);
        assertThat(margin).isGreaterThanOrEqualTo(last);
        last = margin;
      }
    }
  }

  @Test
  void anUnseenLevelIsReadAsAbsent() {
    Dataset data = Drawn.dataset(1_000, 5);
    FlatTrees trees = new FlatTrees(new TrainTrees(SMALL).fit(data, data.all()));
    RowEncoder encoder = trees.encoder();
    float[] unseen = encoder.encode(encoder.rows().of(Map.of("trade", "circus")));
    float[] absent = encoder.encode(encoder.rows().of(Map.of()));
    assertThat(trees.margin(unseen)).isEqualTo(trees.margin(absent));
  }

  @Test
  void aBrokenTreeIsRefused() {
    assertThatThrownBy(
            () ->
                new Tree(
                    new int[] {0},
                    new float[] {1},
                    new int[] {0},
                    new int[] {0},
                    new boolean[] {true},
                    new float[] {0},
                    new float[] {1}))
        .isInstanceOfSatisfying(
            TreesInvalid.class, no -> assertThat(no.rule()).isEqualTo("TREE_CHILDREN_BELOW"));
    assertThatThrownBy(() -> new TreeFeature("age", null, null, 0))
        .isInstanceOf(TreesInvalid.class);
  }

  private static float[] encoded(FlatTrees trees, Dataset data, int row) {
    return trees.encoder().encode(trees.encoder().rows().at(data, row));
  }
}
