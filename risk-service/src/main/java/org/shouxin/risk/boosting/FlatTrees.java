package org.shouxin.risk.boosting;

/** All trees in shared arrays; a score walks them and allocates nothing. */
public final class FlatTrees {

  private final BoostedTrees model;
  private final RowEncoder encoder;
  private final int[] roots;
  private final int[] feature;
  private final float[] split;
  private final int[] left;
  private final int[] right;
  private final int[] absent;

  public FlatTrees(BoostedTrees model) {
    this.model = model;
    encoder = new RowEncoder(model.features());
    int nodes = model.trees().stream().mapToInt(Tree::size).sum();
    roots = new int[model.trees().size()];
    feature = new int[nodes];
    split = new float[nodes];
    left = new int[nodes];
    right = new int[nodes];
    absent = new int[nodes];
    int base = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = base;
      base = layOut(model.trees().get(i), base);
    }
  }

  private int layOut(Tree tree, int base) {
    for (int node = 0; node < tree.size(); node++) {
      int at = base + node;
      boolean leaf = tree.isLeaf(node);
      feature[at] = leaf ? -1 : tree.feature()[node];
      split[at] = leaf ? tree.value()[node] : tree.threshold()[node];
      left[at] = leaf ? at : base + tree.left()[node];
      right[at] = leaf ? at : base + tree.right()[node];
      absent[at] = leaf || tree.missingLeft()[node] ? left[at] : right[at];
    }
    return base + tree.size();
  }

  public BoostedTrees model() {
    return model;
  }

  public RowEncoder encoder() {
    return encoder;
  }

  /** Log odds of turning bad of an encoded row. */
  public double margin(float[] row) {
    double margin = model.baseMargin();
    for (int root : roots) {
      int node = root;
      while (feature[node] >= 0) {
        float value = row[feature[node]];
        if (value != value) {
          node = absent[node];
        } else {
          node = value < split[node] ? left[node] : right[node];
        }
      }
      margin += split[node];
    }
    return margin;
  }

  public double probabilityOfBad(float[] row) {
    return 1 / (1 + StrictMath.exp(-margin(row)));
  }
}
