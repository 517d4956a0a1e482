package org.shouxin.risk.scorecard.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.scorecard.card.Scorecard;
import org.shouxin.risk.scorecard.card.TrainingReport;
import org.shouxin.risk.scorecard.training.CardTrainer;
import org.shouxin.risk.scorecard.training.LiveVocabulary;
import org.shouxin.risk.scorecard.training.TrainingOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Trains a scorecard from a CSV and writes the artefact; needs no database and no broker. */
@Command(
    name = "train",
    description = "Train a weight-of-evidence scorecard from a CSV and write it as JSON.")
final class TrainCommand implements Callable<Integer> {

  @Option(
      names = "--data",
      required = true,
      description = "history, CSV with a header line, plain or gzip; an empty cell is missing")
  private Path data;

  @Option(
      names = "--target",
      defaultValue = "bad",
      description = "column that is 1 for a loan that turned bad, else 0 (default: bad)")
  private String target;

  @Option(names = "--out", required = true, description = "where to write the card")
  private Path out;

  @Option(names = "--version", description = "the card's version; derived when left out")
  private String version;

  @Option(names = "--report", description = "where to write the training report as well")
  private Path report;

  @Option(
      names = "--protected",
      split = ",",
      defaultValue = "sex,marriage,age",
      description = "traits to measure fairness on, never scored (default: sex,marriage,age)")
  private List<String> traits;

  @Option(names = "--seed", defaultValue = "1", description = "of the train/test split")
  private long seed;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    Dataset table = LiveVocabulary.read(CsvText.of(data), target, traits);
    Scorecard card = new CardTrainer(TrainingOptions.standard(target, version, seed)).train(table);
    Files.write(out, CardDocument.bytes(card));
    if (report != null) {
      Files.write(report, CardDocument.reportBytes(card.training()));
    }
    print(card);
    return 0;
  }

  private void print(Scorecard card) {
    PrintWriter to = spec.commandLine().getOut();
    TrainingReport training = card.training();
    to.printf("card      %s%n", card.version());
    to.printf(
        "rows      %d, bad %.2f %%, data sha256 %s%n",
        training.rows(), 100 * training.badRate(), training.dataSha256());
    for (TrainingReport.FeatureReport each : training.features()) {
      to.printf(
          "feature   %-20s IV %.4f  bins %d  missing %.1f %%  %s%n",
          each.name(),
          each.informationValue(),
          each.bins(),
          100 * each.missingShare(),
          each.reason());
    }
    print(to, "train", training.train());
    print(to, "test", training.test());
    for (TrainingReport.GroupReport each : training.fairness()) {
      to.printf(
          "fairness  %-10s %-12s rows %d  bad %.3f  approved %.3f  AUC %s%n",
          each.trait(), each.group(), each.rows(), each.badRate(), each.approvalRate(), each.auc());
    }
    training.notes().forEach(note -> to.printf("note      %s%n", note));
    to.printf("written   %s%n", out);
    to.flush();
  }

  private static void print(PrintWriter to, String name, TrainingReport.Sample sample) {
    to.printf(
        "%-9s rows %d  AUC %.4f  KS %.4f  Gini %.4f  Brier %.4f%n",
        name, sample.rows(), sample.auc(), sample.ks(), sample.gini(), sample.brierScore());
  }
}
