package org.shouxin.risk.boosting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.dataset.SplitMix64;

/** Shapley values against their definition, summed over all subsets of features. */
class TreeShapTest {

  private static final int FEATURES = 5;

  @Property(tries = 200)
  void equalsTheDefinition(@ForAll @IntRange(max = 1_000_000) int seed) {
    SplitMix64 random = new SplitMix64(seed);
    BoostedTrees model = model(List.of(tree(random, 5), tree(random, 3), tree(random, 0)));
    float[] row = new float[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      row[i] = random.nextInt(6) == 0 ? Float.NaN : (float) random.nextGaussian();
    }
    double[] exact = byDefinition(model, row);
    TreeShap shap = new TreeShap(model);
    double[] values = shap.values(row);
    double sum = shap.expected();
    for (int i = 0; i < FEATURES; i++) {
      assertThat(values[i]).isCloseTo(exact[i], within(1e-9));
      sum += values[i];
    }
    assertThat(sum).isCloseTo(new FlatTrees(model).margin(row), within(1e-6));
  }

  @Test
  void addsUpOnTrainedTrees() {
    Dataset data = Drawn.dataset(2_000, 1);
    FlatTrees trees =
        new FlatTrees(
            new TrainTrees(new BoostOptions(200, 6, 0.1, 0.8, 0.8, 1, 1, 0, 0.2, 1))
                .fit(data, data.all()));
    TreeShap shap = new TreeShap(trees.model());
    for (int row = 0; row < 300; row++) {
      float[] values = trees.encoder().encode(trees.encoder().rows().at(data, row));
      double sum = shap.expected();
      for (double each : shap.values(values)) {
        sum += each;
      }
      assertThat(sum).isCloseTo(trees.margin(values), within(1e-6));
    }
  }

  /** phi_i = sum over S without i of |S|! (n - |S| - 1)! / n! (f(S + i) - f(S)). */
  private static double[] byDefinition(BoostedTrees model, float[] row) {
    double[] phi = new double[FEATURES];
    for (int i = 0; i < FEATURES; i++) {
      for (int subset = 0; subset < 1 << FEATURES; subset++) {
        if ((subset >> i & 1) == 0) {
          int size = Integer.bitCount(subset);
          double weight = factorial(size) * factorial(FEATURES - size - 1) / factorial(FEATURES);
          phi[i] += weight * (known(model, row, subset | 1 << i) - known(model, row, subset));
        }
      }
    }
    return phi;
  }

  private static double known(BoostedTrees model, float[] row, int subset) {
    return model.trees().stream().mapToDouble(tree -> known(tree, 0, row, subset)).sum();
  }

  private static double known(Tree tree, int node, float[] row, int subset) {
    if (tree.left()[node] < 0) {
      return tree.value()[node];
    }
    int left = tree.left()[node];
    int right = tree.right()[node];
    int feature = tree.feature()[node];
    if ((subset >> feature & 1) == 1) {
      boolean absent = Float.isNaN(row[feature]);
      boolean goesLeft = absent ? tree.missingLeft()[node] : row[feature] < tree.threshold()[node];
      return known(tree, goesLeft ? left : right, row, subset);
    }
    double share = tree.cover()[left] / (double) (tree.cover()[left] + tree.cover()[right]);
    return share * known(tree, left, row, subset) + (1 - share) * known(tree, right, row, subset);
  }

  private static double factorial(int n) {
    return n < 2 ? 1 : n * factorial(n - 1);
  }

  /** A tree grown at random, features repeated on a path; nodes in order of depth. */
  private static Tree tree(SplitMix64 random, int depth) {
    List<double[]> nodes = new ArrayList<>();
    nodes.add(node(random, depth, 64));
    for (int at = 0; at < nodes.size(); at++) {
      double[] node = nodes.get(at);
      if (node[0] > 0) {
        double cover = 1 + random.nextInt(Math.max(1, (int) node[5] - 1));
        node[1] = nodes.size();
        nodes.add(node(random, (int) node[0] - 1, cover));
        node[2] = nodes.size();
        nodes.add(node(random, (int) node[0] - 1, Math.max(1, node[5] - cover)));
      }
    }
    int size = nodes.size();
    int[] feature = new int[size];
    float[] threshold = new float[size];
    int[] left = new int[size];
    int[] right = new int[size];
    boolean[] missingLeft = new boolean[size];
    float[] cover = new float[size];
    for (int i = 0; i < size; i++) {
      double[] node = nodes.get(i);
      boolean leaf = node[0] == 0;
      feature[i] = (int) node[3];
      threshold[i] = (float) node[4];
      left[i] = leaf ? -1 : (int) node[1];
      right[i] = leaf ? -1 : (int) node[2];
      missingLeft[i] = node[6] > 0;
      cover[i] = (float) node[5];
    }
    return new Tree(feature, threshold, left, right, missingLeft, threshold, cover);
  }

  private static double[] node(SplitMix64 random, int depth, double cover) {
    int below = depth > 0 && random.nextInt(5) > 0 ? depth : 0;
    return new double[] {
      below, -1, -1, random.nextInt(FEATURES), random.nextGaussian(), cover, random.nextInt(2)
    };
  }

  private static BoostedTrees model(List<Tree> trees) {
    List<TreeFeature> features = new ArrayList<>();
    for (int i = 0; i < FEATURES; i++) {
      features.add(new TreeFeature("f" + i, Kind.NUMERIC, null, 0));
    }
    return new BoostedTrees(BoostedTrees.SCHEMA, features, -0.3, trees.size(), trees);
  }
}
