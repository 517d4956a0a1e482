package org.shouxin.risk.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Month by month: does the model still part goods from bads, is it still true, has it moved. */
public final class ByPeriod {

  private ByPeriod() {}

  /**
   * @param auc null when the month holds one class only
   * @param psi of the probabilities against the first month's
   */
  public record Month(
      String month,
      long rows,
      double badRate,
      double predicted,
      Double auc,
      Double ks,
      double psi) {}

  public static List<Month> of(String[] periods, double[] probabilities, int[] bad) {
    Map<String, List<Integer>> months = new TreeMap<>();
    for (int row = 0; row < bad.length; row++) {
      months.computeIfAbsent(periods[row], any -> new ArrayList<>()).add(row);
    }
    List<Month> measured = new ArrayList<>();
    double[] first = null;
    for (Map.Entry<String, List<Integer>> month : months.entrySet()) {
      double[] p = month.getValue().stream().mapToDouble(row -> probabilities[row]).toArray();
      int[] labels = month.getValue().stream().mapToInt(row -> bad[row]).toArray();
      first = first == null ? p : first;
      measured.add(month(month.getKey(), p, labels, first));
    }
    return measured;
  }

  private static Month month(String name, double[] p, int[] bad, double[] first) {
    double bads = 0;
    double sum = 0;
    for (int i = 0; i < bad.length; i++) {
      bads += bad[i];
      sum += p[i];
    }
    boolean both = bads > 0 && bads < bad.length;
    Discrimination found = both ? Discrimination.ofProbabilities(p, bad) : null;
    return new Month(
        name,
        bad.length,
        Rounded.sixPlaces(bads / bad.length),
        Rounded.sixPlaces(sum / bad.length),
        both ? Rounded.sixPlaces(found.auc()) : null,
        both ? Rounded.sixPlaces(found.ks()) : null,
        Rounded.sixPlaces(Stability.ofNumbers(first, p)));
  }
}
