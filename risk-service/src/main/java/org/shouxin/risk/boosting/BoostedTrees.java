package org.shouxin.risk.boosting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Trained trees: an immutable artefact. {@code ln odds(bad) = baseMargin + sum of each tree's
 * leaf}.
 *
 * @param round best round of the training, count of trees
 */
public record BoostedTrees(
    String schema, List<TreeFeature> features, double baseMargin, int round, List<Tree> trees) {

  public static final String SCHEMA = "shouxin.trees/1";
  static final int TREES_MAX = 5_000;
  static final int NODES_MAX = 2_000_000;

  public BoostedTrees {
    if (!SCHEMA.equals(schema)) {
      throw new TreesInvalid("TREES_SCHEMA_KNOWN", "schema must be " + SCHEMA);
    }
    if (features == null || trees == null || features.isEmpty()) {
      throw new TreesInvalid("TREES_HAVE_FEATURES", "features and trees are needed");
    }
    features = List.copyOf(features);
    trees = List.copyOf(trees);
    if (trees.size() > TREES_MAX || trees.stream().mapToInt(Tree::size).sum() > NODES_MAX) {
      throw new TreesInvalid("TREES_SIZE", "more than 5000 trees or 2 million nodes");
    }
    if (!Double.isFinite(baseMargin)) {
      throw new TreesInvalid("TREE_NUMBER_FINITE", "the base margin is not finite");
    }
    Set<String> names = new HashSet<>();
    for (TreeFeature feature : features) {
      if (!names.add(feature.name())) {
        throw new TreesInvalid("TREES_FEATURE_ONCE", "feature " + feature.name() + " twice");
      }
    }
    for (Tree tree : trees) {
      for (int node = 0; node < tree.size(); node++) {
        int feature = tree.feature()[node];
        if (!tree.isLeaf(node) && (feature < 0 || feature >= features.size())) {
          throw new TreesInvalid("TREES_FEATURE_KNOWN", "a split on a feature that is not there");
        }
      }
    }
  }
}
