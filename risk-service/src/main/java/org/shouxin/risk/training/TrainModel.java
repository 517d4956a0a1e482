package org.shouxin.risk.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.shouxin.risk.boosting.BoostOptions;
import org.shouxin.risk.boosting.BoostedTrees;
import org.shouxin.risk.boosting.TrainTrees;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.InferSchema;
import org.shouxin.risk.dataset.LeakageCheck;
import org.shouxin.risk.dataset.LeakageCheck.Suspect;
import org.shouxin.risk.dataset.ReadDataset;
import org.shouxin.risk.dataset.Schema;
import org.shouxin.risk.dataset.Splits;
import org.shouxin.risk.scorecard.card.Scaling;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.training.CardTrainer;
import org.shouxin.risk.scorecard.training.TrainingOptions;
import org.shouxin.risk.validation.Calibration;

/**
 * A training run: read, look for leaks, hold rows back, learn, calibrate on rows not learnt from,
 * measure on the rows held back. Same file and request, same bytes.
 */
public final class TrainModel {

  private static final double CALIBRATION_SHARE = 0.2;

  private final RunRequest request;
  private final Progress progress;

  public TrainModel(RunRequest request, Progress progress) {
    this.request = request;
    this.progress = progress;
  }

  /** Told what the run does now, and how much of it is done, percent. */
  public interface Progress {
    void at(String step, int percent);
  }

  public TrainedModel run(CsvText text) throws IOException {
    progress.at("READ", 5);
    Schema schema = schema(text);
    Dataset data = ReadDataset.of(text, schema);
    CardTrainer.requireBothClasses(data, request.target());
    progress.at("LEAKAGE", 15);
    List<Suspect> accepted = checkLeaks(data);
    Splits.Split outer =
        request.byTime()
            ? Splits.byTime(data.periods(), request.testShare())
            : Splits.stratified(data.bad(), request.testShare(), request.seed());
    requireBothClasses(data, outer);
    Splits.Split inner =
        Splits.stratified(data.bad(outer.train()), CALIBRATION_SHARE, request.seed());
    int[] learn = pick(outer.train(), inner.train());
    int[] calibrate = pick(outer.train(), inner.test());
    TrainedModel raw = learn(data, learn);
    progress.at("CALIBRATE", 75);
    Calibration calibration = calibration(new ModelScorer(raw), data, calibrate);
    progress.at("MEASURE", 85);
    TrainedModel calibrated = with(raw, calibration, raw.report());
    ModelCard report =
        new Measuring(request, schema, data, new ModelScorer(calibrated))
            .report(learn, outer.test(), accepted);
    progress.at("DONE", 100);
    return with(raw, calibration, report);
  }

  private Schema schema(CsvText text) throws IOException {
    Schema given =
        request.schema() == null
            ? InferSchema.of(text, request.target(), request.bad())
            : request.schema();
    if (!given.target().equals(request.target())) {
      throw new DataRefused("RUN_TARGET_OF_SCHEMA", "the schema has another target");
    }
    return given
        .without(request.ignore())
        .withRising(request.rising(), 1)
        .withRising(request.falling(), -1);
  }

  private List<Suspect> checkLeaks(Dataset data) {
    List<Suspect> suspects = LeakageCheck.of(data);
    List<Suspect> open =
        suspects.stream().filter(each -> !request.accept().contains(each.column())).toList();
    if (!open.isEmpty()) {
      throw new DataRefused(
          "DATA_LEAKS",
          "these columns may know the outcome; ignore or accept each by name: "
              + open.stream().map(TrainModel::told).collect(Collectors.joining(", ")));
    }
    return suspects;
  }

  private static String told(Suspect suspect) {
    return suspect.figure() == null
        ? suspect.column() + " (" + suspect.ground() + ")"
        : String.format(
            Locale.ROOT, "%s (%s %.3f)", suspect.column(), suspect.ground(), suspect.figure());
  }

  private static void requireBothClasses(Dataset data, Splits.Split split) {
    for (int[] part : List.of(split.train(), split.test())) {
      long bads = Arrays.stream(data.bad(part)).sum();
      if (bads < 20 || part.length - bads < 20) {
        throw new DataRefused(
            "DATA_ENOUGH_ROWS", "a part of the split has fewer than 20 goods or 20 bads");
      }
    }
  }

  private TrainedModel learn(Dataset data, int[] rows) {
    String version =
        request.version() == null
            ? request.purpose().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "-"
                + data.sha256().substring(0, 12)
                + "-"
                + request.seed()
            : request.version();
    progress.at("CARD", 25);
    Scorecard card =
        request.kind() == Study.Kind.BOOSTING
            ? null
            : new CardTrainer(cardOptions(version)).fit(data, rows);
    progress.at("TREES", 40);
    BoostedTrees trees =
        request.kind() == Study.Kind.CARD
            ? null
            : new TrainTrees(BoostOptions.STANDARD.seeded(request.seed())).fit(data, rows);
    return new TrainedModel(
        TrainedModel.SCHEMA,
        version,
        request.purpose(),
        request.kind(),
        card,
        trees,
        Calibration.NONE,
        Measuring.unmeasured(data, request));
  }

  private TrainingOptions cardOptions(String version) {
    return new TrainingOptions(
        request.target(),
        version,
        request.purpose().name(),
        request.seed(),
        TrainingOptions.STANDARD_SETTINGS,
        Scaling.STANDARD,
        request.priorBadRate());
  }

  private Calibration calibration(ModelScorer scorer, Dataset data, int[] rows) {
    if (request.calibration() == Calibration.Method.NONE || request.priorBadRate() != null) {
      // outcomes of an oversampled file would calibrate back to its own bad rate
      return Calibration.NONE;
    }
    double[] logOdds =
        Arrays.stream(rows).mapToDouble(row -> scorer.raw(data, row, request.kind())).toArray();
    return request.calibration() == Calibration.Method.PLATT
        ? Calibration.platt(logOdds, data.bad(rows))
        : Calibration.isotonic(logOdds, data.bad(rows));
  }

  private static TrainedModel with(TrainedModel raw, Calibration calibration, ModelCard report) {
    return new TrainedModel(
        raw.schema(),
        raw.version(),
        raw.purpose(),
        raw.kind(),
        raw.card(),
        raw.trees(),
        calibration,
        report);
  }

  private static int[] pick(int[] rows, int[] of) {
    List<Integer> picked = new ArrayList<>();
    for (int each : of) {
      picked.add(rows[each]);
    }
    return picked.stream().mapToInt(Integer::intValue).toArray();
  }
}
