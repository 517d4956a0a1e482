package org.shouxin.risk.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.shouxin.risk.dataset.Column;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.LeakageCheck.Suspect;
import org.shouxin.risk.dataset.Schema;
import org.shouxin.risk.scorecard.card.CardFeature;
import org.shouxin.risk.validation.ByPeriod;
import org.shouxin.risk.validation.Discrimination;
import org.shouxin.risk.validation.Drift;
import org.shouxin.risk.validation.Fairness;
import org.shouxin.risk.validation.Gains;
import org.shouxin.risk.validation.Quality;
import org.shouxin.risk.validation.Reliability;
import org.shouxin.risk.validation.Roc;
import org.shouxin.risk.validation.Rounded;
import org.shouxin.risk.validation.Stability;

/** Writes the model card of a run. */
final class Measuring {

  private static final int PARTS = 10;
  private static final int ROC_POINTS_MAX = 150;

  private final RunRequest request;
  private final Schema schema;
  private final Dataset data;
  private final ModelScorer scorer;

  Measuring(RunRequest request, Schema schema, Dataset data, ModelScorer scorer) {
    this.request = request;
    this.schema = schema;
    this.data = data;
    this.scorer = scorer;
  }

  static ModelCard unmeasured(Dataset data, RunRequest request) {
    return new ModelCard(
        data.sha256(),
        request.target(),
        request.bad(),
        data.rows(),
        data.bads(),
        request.seed(),
        null,
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        0,
        Map.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  ModelCard report(int[] train, int[] test, List<Suspect> accepted) {
    double[] learnt = probabilities(train);
    double[] p = probabilities(test);
    int[] bad = data.bad(test);
    double psi = Rounded.sixPlaces(Stability.ofNumbers(learnt, p));
    Map<String, Double> csi = csi(train, test);
    List<Drift.Alarm> alarms = new ArrayList<>(Drift.ofShares(psi, csi));
    alarms.addAll(Drift.ofCalibration(p, bad));
    return new ModelCard(
        data.sha256(),
        request.target(),
        schema.bad(),
        data.rows(),
        data.bads(),
        request.seed(),
        request.byTime() ? "BY_TIME" : "BY_SEED",
        features(),
        List.copyOf(data.traits().keySet()),
        accepted,
        Quality.of(learnt, data.bad(train)),
        Quality.of(p, bad),
        byKind(test, bad),
        Roc.of(p, bad, ROC_POINTS_MAX),
        Gains.of(p, bad, PARTS),
        Reliability.of(p, bad, PARTS),
        psi,
        csi,
        alarms,
        data.periods() == null ? List.of() : months(),
        fairness(test, p, bad),
        data.notes());
  }

  private double[] probabilities(int[] rows) {
    return Arrays.stream(rows).mapToDouble(row -> scorer.probability(data, row)).toArray();
  }

  private Map<String, Double> byKind(int[] test, int[] bad) {
    Map<String, Double> areas = new TreeMap<>();
    for (Study.Kind kind : Study.Kind.values()) {
      boolean has = kind == request.kind() || request.kind() == Study.Kind.BLEND;
      if (has) {
        double[] raw =
            Arrays.stream(test).mapToDouble(row -> scorer.raw(data, row, kind)).toArray();
        areas.put(kind.name(), Rounded.sixPlaces(Discrimination.ofProbabilities(raw, bad).auc()));
      }
    }
    return areas;
  }

  private List<ModelCard.FeatureLine> features() {
    Map<String, CardFeature> onCard = new LinkedHashMap<>();
    if (scorer.model().card() != null) {
      scorer.model().card().features().forEach(each -> onCard.put(each.name(), each));
    }
    return data.features().stream()
        .map(each -> line(each, onCard.get(each.name()), onCard.isEmpty()))
        .toList();
  }

  private static ModelCard.FeatureLine line(Column column, CardFeature card, boolean treesOnly) {
    String fate = treesOnly ? "TREES" : card == null ? "NOT_ON_CARD" : "KEPT";
    return new ModelCard.FeatureLine(
        column.name(),
        column.spec().kind().name(),
        card == null ? null : card.informationValue(),
        fate);
  }

  private Map<String, Double> csi(int[] train, int[] test) {
    Map<String, Double> csi = new TreeMap<>();
    for (Column column : data.features()) {
      double index =
          column.isNumeric()
              ? Stability.ofNumbers(numbers(column, train), numbers(column, test))
              : Stability.ofLevels(levels(column, train), levels(column, test));
      csi.put(column.name(), Rounded.sixPlaces(index));
    }
    return csi;
  }

  private static double[] numbers(Column column, int[] rows) {
    return Arrays.stream(rows).mapToDouble(column::number).toArray();
  }

  private static String[] levels(Column column, int[] rows) {
    return Arrays.stream(rows).mapToObj(column::level).toArray(String[]::new);
  }

  private List<ByPeriod.Month> months() {
    return ByPeriod.of(data.periods(), probabilities(data.all()), data.bad());
  }

  private List<Fairness.Group> fairness(int[] test, double[] p, int[] bad) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    int last = (int) Math.round(sorted.length * request.approvalShare()) - 1;
    double cutOff = sorted[Math.max(0, last)];
    List<Fairness.Group> groups = new ArrayList<>();
    data.traits()
        .forEach(
            (trait, values) -> {
              String[] tested =
                  Arrays.stream(test).mapToObj(row -> values[row]).toArray(String[]::new);
              groups.addAll(Fairness.of(trait, tested, p, bad, cutOff));
            });
    return groups;
  }
}
