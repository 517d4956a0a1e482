package org.shouxin.risk.scorecard.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.scorecard.training.HistoryGenerator;
import org.shouxin.risk.scorecard.training.PhoneHistoryGenerator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a drawn lending history, see {@link HistoryGenerator} for the truth behind it. */
@Command(
    name = "generate-history",
    description = "Write a CSV of past loans drawn from a known relation and a seed.")
final class GenerateHistoryCommand implements Callable<Integer> {

  @Option(names = "--rows", defaultValue = "12000", description = "how many (default: 12000)")
  private int rows;

  @Option(names = "--seed", defaultValue = "20260101", description = "of the draw")
  private long seed;

  @Option(
      names = "--kind",
      defaultValue = "LENDING",
      description = "LENDING, PHONE_CREDIT (target bad) or WILL_VANISH (target vanished)")
  private Kind kind;

  @Option(names = "--out", required = true, description = "where to write the CSV")
  private Path out;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  enum Kind {
    LENDING,
    PHONE_CREDIT,
    WILL_VANISH
  }

  @Override
  public Integer call() throws IOException {
    if (rows < 1 || rows > Dataset.ROWS_MAX) {
      throw new DataRefused("ROWS_IN_RANGE", "rows must be 1 to " + Dataset.ROWS_MAX);
    }
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(Files.newBufferedWriter(out, StandardCharsets.UTF_8))) {
      if (kind == Kind.LENDING) {
        writeLending(csv);
      } else {
        writePhone(csv);
      }
    }
    return 0;
  }

  private void writeLending(CsvWriter csv) {
    HistoryGenerator history = new HistoryGenerator(seed);
    csv.writeRecord(HistoryGenerator.HEADER);
    for (int row = 0; row < rows; row++) {
      csv.writeRecord(history.next());
    }
  }

  private void writePhone(CsvWriter csv) {
    PhoneHistoryGenerator history =
        new PhoneHistoryGenerator(seed, kind == Kind.PHONE_CREDIT ? "bad" : "vanished");
    csv.writeRecord(history.header());
    for (int row = 0; row < rows; row++) {
      csv.writeRecord(history.next(row, rows));
    }
  }
}
