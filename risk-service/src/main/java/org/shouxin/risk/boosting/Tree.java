package org.shouxin.risk.boosting;

/**
 * One tree as arrays over its nodes; node 0 is the root.
 *
 * @param left index of the child for {@code value < threshold}, -1 at a leaf
 * @param missingLeft whether an absent value goes left
 * @param value margin added at a leaf, log odds of turning bad; unused elsewhere
 * @param cover sum of the training rows' hessian that came through the node
 */
public record Tree(
    int[] feature,
    float[] threshold,
    int[] left,
    int[] right,
    boolean[] missingLeft,
    float[] value,
    float[] cover) {

  public Tree {
    int size = feature.length;
    if (size == 0
        || threshold.length != size
        || left.length != size
        || right.length != size
        || missingLeft.length != size
        || value.length != size
        || cover.length != size) {
      throw new TreesInvalid("TREE_ARRAYS_MATCH", "the arrays of a tree have one entry per node");
    }
    for (int node = 0; node < size; node++) {
      boolean leaf = left[node] < 0;
      // children come after their parent: no walk can be endless
      if (!leaf
          && (left[node] <= node
              || right[node] <= node
              || left[node] >= size
              || right[node] >= size)) {
        throw new TreesInvalid("TREE_CHILDREN_BELOW", "a child must come after its parent");
      }
      if (!Float.isFinite(leaf ? value[node] : threshold[node]) || !(cover[node] >= 0)) {
        throw new TreesInvalid("TREE_NUMBER_FINITE", "a figure of a tree is not finite");
      }
    }
  }

  int size() {
    return feature.length;
  }

  boolean isLeaf(int node) {
    return left[node] < 0;
  }

  int depth() {
    int[] depth = new int[size()];
    int deepest = 0;
    for (int node = 0; node < size(); node++) {
      deepest = Math.max(deepest, depth[node]);
      if (!isLeaf(node)) {
        depth[left[node]] = depth[node] + 1;
        depth[right[node]] = depth[node] + 1;
      }
    }
    return deepest;
  }
}
