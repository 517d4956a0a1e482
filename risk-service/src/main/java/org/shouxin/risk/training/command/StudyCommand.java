package org.shouxin.risk.training.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shouxin.risk.boosting.BoostOptions;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.InferSchema;
import org.shouxin.risk.dataset.ReadDataset;
import org.shouxin.risk.dataset.Schema;
import org.shouxin.risk.scorecard.card.Scaling;
import org.shouxin.risk.scorecard.card.TrainingReport.Settings;
import org.shouxin.risk.scorecard.training.CardTrainer;
import org.shouxin.risk.scorecard.training.TrainingOptions;
import org.shouxin.risk.training.Study;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says how well a card, boosted trees and their blend part goods from bads on a file. */
@Command(
    name = "study",
    description = "Measure card, boosting and blend by repeated k-fold, with standard errors.")
public final class StudyCommand implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "CSV with a header, plain or gzip")
  private Path data;

  @Option(names = "--target", required = true, description = "column to predict")
  private String target;

  @Option(names = "--bad", description = "the target's value that means bad; guessed if left out")
  private String bad;

  @Option(names = "--repeats", defaultValue = "1", description = "default: 1")
  private int repeats;

  @Option(names = "--folds", defaultValue = "5", description = "default: 5")
  private int folds;

  @Option(names = "--seed", defaultValue = "1", description = "of the folds and the trees")
  private long seed;

  @Option(names = "--ignore", split = ",", defaultValue = "", description = "columns left out")
  private List<String> ignored;

  @Option(names = "--iv-min", defaultValue = "0.02", description = "default: 0.02")
  private double informationValueMin;

  @Option(names = "--bins", defaultValue = "8", description = "bins of a feature at most")
  private int bins;

  @Option(names = "--bin-share", defaultValue = "0.05", description = "rows of a bin at least")
  private double binShare;

  @Option(names = "--smoothing", defaultValue = "0.5", description = "added to each bin's counts")
  private double smoothing;

  @Option(names = "--ridge", defaultValue = "1", description = "L2 penalty of the regression")
  private double ridge;

  @Option(names = "--rounds", defaultValue = "600", description = "trees at most")
  private int rounds;

  @Option(names = "--depth", defaultValue = "4", description = "of a tree")
  private int depth;

  @Option(names = "--eta", defaultValue = "0.05", description = "learning rate")
  private double eta;

  @Option(names = "--subsample", defaultValue = "0.8", description = "rows of a tree")
  private double subsample;

  @Option(names = "--columns", defaultValue = "0.6", description = "columns of a tree")
  private double columns;

  @Option(names = "--child-weight", defaultValue = "5", description = "hessian of a leaf")
  private double childWeight;

  @Option(names = "--lambda", defaultValue = "5", description = "L2 penalty of a leaf")
  private double lambda;

  @Option(
      names = "--patience",
      defaultValue = "40",
      description = "rounds without gain on rows held back; 0 grows all rounds on all rows")
  private int patience;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CsvText text = CsvText.of(data);
    Schema schema = InferSchema.of(text, target, bad).without(ignored);
    Dataset rows = ReadDataset.of(text, schema);
    CardTrainer.requireBothClasses(rows, target);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("rows      %d, bad %.2f %%%n", rows.rows(), 100.0 * rows.bads() / rows.rows());
    out.printf("data      sha256 %s%n", rows.sha256());
    out.printf("measured  %s, never scored on%n", rows.traits().keySet());
    Settings settings =
        new Settings(0.3, 20, bins, binShare, smoothing, informationValueMin, ridge, 410);
    TrainingOptions card =
        new TrainingOptions(target, "study", "study", seed, settings, Scaling.STANDARD, null);
    BoostOptions boosting =
        new BoostOptions(
            rounds, depth, eta, subsample, columns, childWeight, lambda, patience, 0.15, seed);
    new Study(rows, card, boosting)
        .run(repeats, folds, seed, progress -> {})
        .forEach(
            (kind, area) ->
                out.printf(
                    Locale.ROOT,
                    "%-9s AUC %.4f +- %.4f (%d folds)%n",
                    kind,
                    area.mean(),
                    area.standardError(),
                    area.count()));
    out.flush();
    return 0;
  }
}
