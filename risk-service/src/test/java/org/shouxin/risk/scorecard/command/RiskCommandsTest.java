package org.shouxin.risk.scorecard.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.risk.scorecard.BundledCard;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.scorecard.card.Scorecard;

/** The training and history commands as an operator runs them, with good and bad files. */
class RiskCommandsTest {

  private static final String HEADER = "utilisation,open_loans,sex,bad\n";

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter error = new StringWriter();

  @Test
  void bundledCardIsWhatItsCommandsWrite() throws IOException {
    Path history = folder.resolve("history.csv");
    Path card = folder.resolve("card.json");
    assertThat(run("generate-history", "--out", history.toString())).isZero();
    assertThat(
            run(
                "train",
                "--data",
                history.toString(),
                "--seed",
                "20260101",
                "--version",
                "default-1",
                "--out",
                card.toString()))
        .isZero();
    assertThat(Files.readString(card)).isEqualTo(new BundledCard().document());
  }

  @Test
  void gzipTrainsToTheSameCardButForTheHashOfTheFile() throws IOException {
    Path plain = history(4_000);
    Path packed = folder.resolve("history.csv.gz");
    try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(packed))) {
      gzip.write(Files.readAllBytes(plain));
    }
    Scorecard fromPlain = train(plain);
    Scorecard fromPacked = train(packed);
    assertThat(fromPacked.features()).isEqualTo(fromPlain.features());
    assertThat(fromPacked.training().dataSha256())
        .isNotEqualTo(fromPlain.training().dataSha256())
        .hasSize(64);
  }

  @Test
  void reportAndNotesTellWhatWasMeasuredAndIgnored() throws IOException {
    Path report = folder.resolve("report.json");
    Path history = withColumn(history(4_000), "shoe_size", "42");
    assertThat(
            run(
                "train",
                "--data",
                history.toString(),
                "--out",
                folder.resolve("c.json").toString(),
                "--report",
                report.toString()))
        .isZero();
    assertThat(Files.readString(report)).contains("\"trait\":\"sex\"", "\"auc\"", "calibration");
    assertThat(out.toString()).contains("column shoe_size is not in the vocabulary, ignored");
  }

  @Test
  void aCutGzipIsRefused() throws IOException {
    Path cut = Files.write(folder.resolve("cut.csv.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0});
    assertRefused(cut, "FILE");
  }

  @Test
  void emptyFileIsRefused() throws IOException {
    assertRefused(file(""), "DATA_HAS_ROWS");
  }

  @Test
  void headerAloneIsRefused() throws IOException {
    assertRefused(file(HEADER), "DATA_HAS_ROWS");
  }

  @Test
  void oneClassOnlyIsRefused() throws IOException {
    assertRefused(file(HEADER + "0.1,1,F,0\n".repeat(300)), "DATA_BOTH_CLASSES");
  }

  @Test
  void tooFewOfAClassAreRefused() throws IOException {
    assertRefused(
        file(HEADER + "0.1,1,F,0\n".repeat(300) + "0.9,1,F,1\n".repeat(9)), "DATA_ENOUGH_ROWS");
  }

  @Test
  void notANumberIsRefusedWithItsLine() throws IOException {
    for (String cell : List.of("NaN", "Infinity", "1e308", "-1e999", "abc", "0x1p3", "１")) {
      assertRefused(file(HEADER + "0.1,1,F,0\n" + cell + ",1,F,0\n"), "DATA_NUMBER: line 3");
    }
  }

  @Test
  void aColumnTwiceIsRefused() throws IOException {
    assertRefused(file("utilisation,utilisation,bad\n0.1,0.1,0\n"), "DATA_HEADER_UNIQUE");
  }

  @Test
  void headerTwiceIsRefused() throws IOException {
    assertRefused(file(HEADER + HEADER), "DATA_TARGET_BINARY: line 2");
  }

  @Test
  void aShortRowIsRefused() throws IOException {
    assertRefused(file(HEADER + "0.1,1,F\n"), "DATA_ROW_WIDTH: line 2");
  }

  @Test
  void fiveThousandColumnsAreRefused() throws IOException {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      names.add("c" + i);
    }
    assertRefused(file(String.join(",", names) + "\n"), "DATA_COLUMNS_MAX");
  }

  @Test
  void aMissingTargetIsRefused() throws IOException {
    assertRefused(file("utilisation\n0.1\n"), "DATA_HAS_TARGET");
  }

  @Test
  void aTraitAmongTheFeaturesIsRefused() throws IOException {
    assertRefused(
        file(HEADER + "0.1,1,F,0\n"), "TRAIT_NEVER_SCORED", "--protected", "sex,open_loans");
    assertRefused(file(HEADER + "0.1,1,F,0\n"), "TARGET_APART", "--target", "sex");
  }

  @Test
  void anUninformativeFileIsRefused() throws IOException {
    assertRefused(
        file(HEADER + "0.5,1,F,0\n".repeat(200) + "0.5,1,F,1\n".repeat(200)), "DATA_INFORMS");
  }

  @Test
  void brokenQuotesAndMissingFilesAreRefused() throws IOException {
    assertRefused(folder.resolve("nowhere.csv"), "DATA_READABLE");
    assertRefused(folder, "DATA_READABLE");
  }

  @Test
  void aWrongOptionIsExplained() {
    assertThat(run("train", "--dada", "x")).isEqualTo(2);
    assertThat(error.toString()).contains("--data");
  }

  private void assertRefused(Path data, String reason, String... more) {
    error.getBuffer().setLength(0);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "train",
                "--data",
                data.toString(),
                "--out",
                folder.resolve("never.json").toString()));
    arguments.addAll(List.of(more));
    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(error.toString()).contains(reason).doesNotContain("Exception", "\tat ");
    assertThat(folder.resolve("never.json")).doesNotExist();
  }

  private Scorecard train(Path data) throws IOException {
    Path card = folder.resolve("trained.json");
    assertThat(run("train", "--data", data.toString(), "--out", card.toString())).isZero();
    return CardDocument.read(Files.readString(card));
  }

  private Path history(int rows) {
    Path history = folder.resolve("history-" + rows + ".csv");
    assertThat(run("generate-history", "--rows", "" + rows, "--seed", "7", "--out", history + ""))
        .isZero();
    return history;
  }

  private Path withColumn(Path csv, String name, String value) throws IOException {
    List<String> lines = Files.readAllLines(csv);
    List<String> wider = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      wider.add(lines.get(i) + "," + (i == 0 ? name : value));
    }
    return Files.write(folder.resolve("wider.csv"), wider);
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("data.csv"), content, StandardCharsets.UTF_8);
  }

  private int run(String... arguments) {
    return RiskCommands.run(new PrintWriter(out), new PrintWriter(error), arguments);
  }
}
