package org.shouxin.risk.boosting;

import java.util.List;

/**
 * Exact Shapley values of each feature for one row in polynomial time: TreeSHAP, the path-dependent
 * form (Lundberg, Erion and Lee 2018, "Consistent Individualized Feature Attribution for Tree
 * Ensembles", algorithm 2). What a tree says without a feature is its leaves weighted by the cover
 * of the training rows. The values add up: {@code expected + sum(values) = margin}.
 */
public final class TreeShap {

  private final List<Tree> trees;
  private final int width;
  private final int depthMax;
  private final double expected;

  public TreeShap(BoostedTrees model) {
    trees = model.trees();
    width = model.features().size();
    depthMax = trees.stream().mapToInt(Tree::depth).max().orElse(0);
    double sum = model.baseMargin();
    for (Tree tree : trees) {
      sum += expected(tree, 0);
    }
    expected = sum;
  }

  /** Margin of a row nothing is known of: the mean over the training rows, by cover. */
  public double expected() {
    return expected;
  }

  /** What each feature adds to the expected margin, log odds of turning bad. */
  public double[] values(float[] row) {
    double[] values = new double[width];
    Path path = new Path(depthMax + 2);
    for (Tree tree : trees) {
      path.descend(tree, row, values);
    }
    return values;
  }

  static double expected(Tree tree, int node) {
    if (tree.isLeaf(node)) {
      return tree.value()[node];
    }
    int left = tree.left()[node];
    int right = tree.right()[node];
    double share = share(tree, left, right);
    return share * expected(tree, left) + (1 - share) * expected(tree, right);
  }

  /** Share of the parent's rows that went to the first child; half when none came. */
  static double share(Tree tree, int child, int other) {
    double mine = tree.cover()[child];
    double both = mine + tree.cover()[other];
    return both == 0 ? 0.5 : mine / both;
  }

  static boolean goesLeft(Tree tree, int node, float value) {
    return value != value ? tree.missingLeft()[node] : value < tree.threshold()[node];
  }

  /**
   * The features met on the way down, one level of the recursion after the other in shared arrays:
   * the share of paths that go on when the feature is unknown (zero), whether the row itself goes
   * on (one), and the summed weights of subsets by size.
   */
  private static final class Path {
    private final int stride;
    private final int[] feature;
    private final double[] zero;
    private final double[] one;
    private final double[] weight;

    Path(int stride) {
      this.stride = stride + 1;
      int cells = this.stride * this.stride;
      feature = new int[cells];
      zero = new double[cells];
      one = new double[cells];
      weight = new double[cells];
    }

    void descend(Tree tree, float[] row, double[] values) {
      recurse(tree, row, values, 0, 0, 0, 1, 1, -1);
    }

    private void recurse(
        Tree tree,
        float[] row,
        double[] values,
        int node,
        int level,
        int length,
        double zeroShare,
        double oneShare,
        int by) {
      int base = level * stride;
      if (level > 0) {
        int above = base - stride;
        System.arraycopy(feature, above, feature, base, length);
        System.arraycopy(zero, above, zero, base, length);
        System.arraycopy(one, above, one, base, length);
        System.arraycopy(weight, above, weight, base, length);
      }
      extend(base, length, zeroShare, oneShare, by);
      int grown = length + 1;
      if (tree.isLeaf(node)) {
        for (int i = 1; i < grown; i++) {
          double sum = unwoundSum(base, grown, i);
          values[feature[base + i]] += sum * (one[base + i] - zero[base + i]) * tree.value()[node];
        }
        return;
      }
      int split = tree.feature()[node];
      boolean goesLeft = goesLeft(tree, node, row[split]);
      int hot = goesLeft ? tree.left()[node] : tree.right()[node];
      int cold = goesLeft ? tree.right()[node] : tree.left()[node];
      double zeroBefore = 1;
      double oneBefore = 1;
      int known = find(base, grown, split);
      if (known > 0) {
        zeroBefore = zero[base + known];
        oneBefore = one[base + known];
        unwind(base, grown, known);
        grown--;
      }
      double hotShare = share(tree, hot, cold);
      recurse(tree, row, values, hot, level + 1, grown, zeroBefore * hotShare, oneBefore, split);
      recurse(tree, row, values, cold, level + 1, grown, zeroBefore * (1 - hotShare), 0, split);
    }

    private int find(int base, int length, int split) {
      for (int i = 1; i < length; i++) {
        if (feature[base + i] == split) {
          return i;
        }
      }
      return -1;
    }

    private void extend(int base, int length, double zeroShare, double oneShare, int by) {
      feature[base + length] = by;
      zero[base + length] = zeroShare;
      one[base + length] = oneShare;
      weight[base + length] = length == 0 ? 1 : 0;
      for (int i = length - 1; i >= 0; i--) {
        weight[base + i + 1] += oneShare * weight[base + i] * (i + 1) / (length + 1);
        weight[base + i] = zeroShare * weight[base + i] * (length - i) / (length + 1);
      }
    }

    private void unwind(int base, int length, int at) {
      double oneShare = one[base + at];
      double zeroShare = zero[base + at];
      int last = length - 1;
      double next = weight[base + last];
      for (int i = last - 1; i >= 0; i--) {
        if (oneShare != 0) {
          double kept = weight[base + i];
          weight[base + i] = next * length / ((i + 1) * oneShare);
          next = kept - weight[base + i] * zeroShare * (last - i) / length;
        } else {
          weight[base + i] = weight[base + i] * length / (zeroShare * (last - i));
        }
      }
      for (int i = at; i < last; i++) {
        feature[base + i] = feature[base + i + 1];
        zero[base + i] = zero[base + i + 1];
        one[base + i] = one[base + i + 1];
      }
    }

    private double unwoundSum(int base, int length, int at) {
      double oneShare = one[base + at];
      double zeroShare = zero[base + at];
      int last = length - 1;
      double next = weight[base + last];
      double sum = 0;
      for (int i = last - 1; i >= 0; i--) {
        if (oneShare != 0) {
          double part = next * length / ((i + 1) * oneShare);
          sum += part;
          next = weight[base + i] - part * zeroShare * (last - i) / length;
        } else if (zeroShare != 0) {
          sum += weight[base + i] * length / (zeroShare * (last - i));
        }
      }
      return sum;
    }
  }
}
