package org.shouxin.risk.boosting.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shouxin.risk.boosting.BoostOptions;
import org.shouxin.risk.boosting.FlatTrees;
import org.shouxin.risk.boosting.TrainTrees;
import org.shouxin.risk.boosting.TreeShap;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.Row;
import org.shouxin.risk.scorecard.card.CardScore;
import org.shouxin.risk.scorecard.card.CardScorer;
import org.shouxin.risk.scorecard.training.CardTrainer;
import org.shouxin.risk.scorecard.training.HistoryGenerator;
import org.shouxin.risk.scorecard.training.LiveVocabulary;
import org.shouxin.risk.scorecard.training.TrainingOptions;

/** Time to score one row: card, card with reasons, 200 trees of depth 4, their Shapley values. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class ScoringBenchmark {

  private static final int ROWS = 4_096;

  private CardScorer card;
  private FlatTrees trees;
  private TreeShap shap;
  private Row[] rows;
  private float[][] encoded;
  private int next;

  @Setup
  public void train() throws IOException {
    HistoryGenerator history = new HistoryGenerator(1);
    StringBuilder csv = new StringBuilder(String.join(",", HistoryGenerator.HEADER)).append('\n');
    for (int i = 0; i < ROWS; i++) {
      csv.append(String.join(",", history.next())).append('\n');
    }
    Dataset data =
        LiveVocabulary.read(
            CsvText.of(csv.toString().getBytes(StandardCharsets.UTF_8)), "bad", List.of());
    card = new CardScorer(new CardTrainer(TrainingOptions.standard("bad", "b", 1)).train(data));
    trees =
        new FlatTrees(
            new TrainTrees(new BoostOptions(200, 4, 0.05, 0.8, 0.8, 1, 1, 0, 0.2, 1))
                .fit(data, data.all()));
    shap = new TreeShap(trees.model());
    rows = new Row[ROWS];
    encoded = new float[ROWS][];
    for (int i = 0; i < ROWS; i++) {
      rows[i] = card.rows().at(data, i);
      encoded[i] = trees.encoder().encode(trees.encoder().rows().at(data, i));
    }
  }

  @Benchmark
  public int card() {
    return card.points(rows[turn()]);
  }

  @Benchmark
  public CardScore cardWithReasons() {
    return card.score(rows[turn()]);
  }

  @Benchmark
  public double trees() {
    return trees.margin(encoded[turn()]);
  }

  @Benchmark
  public double[] shapleyValues() {
    return shap.values(encoded[turn()]);
  }

  private int turn() {
    next = (next + 1) & (ROWS - 1);
    return next;
  }
}
