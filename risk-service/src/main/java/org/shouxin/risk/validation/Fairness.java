package org.shouxin.risk.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What a model does to the groups of a trait it never scores on. */
public final class Fairness {

  private static final int LEVELS_MAX = 20;

  private Fairness() {}

  /**
   * @param approvalRatio approval rate over that of the best treated group; under 0.8 is the
   *     four-fifths rule's warning (29 CFR 1607.4 D)
   * @param auc null when the group holds one class only
   */
  public record Group(
      String trait,
      String group,
      long rows,
      double badRate,
      double predicted,
      double approvalRate,
      double approvalRatio,
      Double auc) {}

  /**
   * @param cutOff highest probability of bad that counts as approved
   * @return nothing for a trait of more than 20 groups
   */
  public static List<Group> of(
      String trait, String[] values, double[] probabilities, int[] bad, double cutOff) {
    Map<String, List<Integer>> groups = new TreeMap<>();
    for (int row = 0; row < bad.length; row++) {
      groups.computeIfAbsent(band(trait, values[row]), any -> new ArrayList<>()).add(row);
    }
    if (groups.size() > LEVELS_MAX) {
      return List.of();
    }
    List<Group> measured = new ArrayList<>();
    groups.forEach(
        (group, rows) -> measured.add(group(trait, group, rows, probabilities, bad, cutOff)));
    double best = measured.stream().mapToDouble(Group::approvalRate).max().orElse(1);
    return measured.stream().map(each -> rated(each, best)).toList();
  }

  private static Group group(
      String trait, String group, List<Integer> rows, double[] p, int[] bad, double cutOff) {
    double[] some = rows.stream().mapToDouble(row -> p[row]).toArray();
    int[] labels = rows.stream().mapToInt(row -> bad[row]).toArray();
    double bads = 0;
    double sum = 0;
    double approved = 0;
    for (int i = 0; i < some.length; i++) {
      bads += labels[i];
      sum += some[i];
      approved += some[i] <= cutOff ? 1 : 0;
    }
    boolean both = bads > 0 && bads < some.length;
    return new Group(
        trait,
        group,
        some.length,
        Rounded.sixPlaces(bads / some.length),
        Rounded.sixPlaces(sum / some.length),
        Rounded.sixPlaces(approved / some.length),
        1,
        both ? Rounded.sixPlaces(Discrimination.ofProbabilities(some, labels).auc()) : null);
  }

  private static Group rated(Group group, double best) {
    double ratio = best == 0 ? 1 : group.approvalRate() / best;
    return new Group(
        group.trait(),
        group.group(),
        group.rows(),
        group.badRate(),
        group.predicted(),
        group.approvalRate(),
        Rounded.sixPlaces(ratio),
        group.auc());
  }

  /** Ages are read in bands of ten years; other traits as they are written. */
  private static String band(String trait, String value) {
    if (value.isBlank()) {
      return "(missing)";
    }
    boolean age = trait.toLowerCase(Locale.ROOT).matches("(.*[^a-z])?age([^a-z].*)?");
    if (!age || !value.matches("\\d{1,3}([.]\\d+)?")) {
      return value;
    }
    int years = (int) Double.parseDouble(value);
    if (years < 25) {
      return "under 25";
    }
    int decade = Math.min(65, 25 + (years - 25) / 10 * 10);
    return decade == 65 ? "65 and over" : decade + "-" + (decade + 9);
  }
}
