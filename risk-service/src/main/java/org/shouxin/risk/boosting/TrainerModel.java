package org.shouxin.risk.boosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.risk.validation.Rounded;

/** Reads the model XGBoost saves (its JSON schema, "learner"), up to the best round. */
final class TrainerModel {

  private static final ObjectMapper JSON = new ObjectMapper();

  private TrainerModel() {}

  static BoostedTrees read(byte[] saved, List<TreeFeature> features, int round) throws IOException {
    JsonNode learner = JSON.readTree(saved).path("learner");
    float base = (float) learner.path("learner_model_param").path("base_score").asDouble();
    List<Tree> trees = new ArrayList<>();
    for (JsonNode tree : learner.path("gradient_booster").path("model").path("trees")) {
      if (trees.size() < round) {
        trees.add(tree(tree));
      }
    }
    double margin = Rounded.sixPlaces(StrictMath.log(base / (1.0 - base)));
    return new BoostedTrees(BoostedTrees.SCHEMA, features, margin, trees.size(), trees);
  }

  private static Tree tree(JsonNode tree) {
    int[] left = ints(tree.path("left_children"));
    float[] conditions = floats(tree.path("split_conditions"));
    int[] absentLeft = ints(tree.path("default_left"));
    boolean[] missingLeft = new boolean[left.length];
    for (int i = 0; i < left.length; i++) {
      missingLeft[i] = absentLeft[i] == 1;
    }
    return new Tree(
        ints(tree.path("split_indices")),
        conditions,
        left,
        ints(tree.path("right_children")),
        missingLeft,
        conditions,
        floats(tree.path("sum_hessian")));
  }

  private static int[] ints(JsonNode array) {
    int[] values = new int[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asInt();
    }
    return values;
  }

  private static float[] floats(JsonNode array) {
    float[] values = new float[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) array.get(i).asDouble();
    }
    return values;
  }
}
