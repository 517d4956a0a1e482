package org.shouxin.risk.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Small files drawn from a known relation: a number, a number with special values, two levels. */
public final class Drawn {

  private Drawn() {}

  /**
   * {@code ln odds(bad) = -1.2 + 1.2 load + trade's worth + 0.8 (tenure = -1)}; some cells are
   * empty, sex has no part in it.
   */
  public static String csv(int rows, long seed) {
    SplitMix64 random = new SplitMix64(seed);
    StringBuilder csv = new StringBuilder("load,tenure,trade,channel,sex,month,bad\n");
    String[] trades = {"farm", "shop", "taxi", "works"};
    double[] worth = {-0.9, -0.2, 0.3, 1.1};
    for (int i = 0; i < rows; i++) {
      double load = random.nextGaussian();
      int trade = random.nextInt(4);
      boolean special = random.nextInt(5) == 0;
      double logit = -1.2 + 1.2 * load + worth[trade] + (special ? 0.8 : 0);
      boolean bad = random.nextDouble() < 1 / (1 + StrictMath.exp(-logit));
      csv.append(random.nextInt(20) == 0 ? "" : String.format(Locale.ROOT, "%.3f", load))
          .append(',')
          .append(special ? "-1" : Integer.toString(random.nextInt(120)))
          .append(',')
          .append(random.nextInt(15) == 0 ? "" : trades[trade])
          .append(',')
          .append(random.nextInt(2) == 0 ? "web" : "shop")
          .append(',')
          .append(random.nextInt(2) == 0 ? "F" : "M")
          .append(",2025-0")
          .append(1 + i * 6 / rows)
          .append(',')
          .append(bad ? 1 : 0)
          .append('\n');
    }
    return csv.toString();
  }

  public static Dataset dataset(int rows, long seed) {
    return read(csv(rows, seed), "bad");
  }

  /** With the schema inferred, and -1 told as special where there is a column of tenures. */
  public static Dataset read(String csv, String target) {
    try {
      CsvText text = CsvText.of(csv.getBytes(StandardCharsets.UTF_8));
      return ReadDataset.of(text, schema(text, target));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** The same with a column whose risk may only rise. */
  public static Dataset rising(int rows, long seed, String column) {
    try {
      CsvText text = CsvText.of(csv(rows, seed).getBytes(StandardCharsets.UTF_8));
      return ReadDataset.of(text, schema(text, "bad").withRising(List.of(column), 1));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Schema schema(CsvText text, String target) throws IOException {
    Schema inferred = InferSchema.of(text, target, null);
    return new Schema(
        inferred.bad(),
        inferred.columns().stream()
            .map(
                each ->
                    each.name().equals("tenure")
                        ? new ColumnSpec(each.name(), each.kind(), each.role(), List.of(-1.0), 0)
                        : each)
            .toList());
  }
}
