package org.shouxin.risk.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.risk.dataset.ColumnSpec.Kind;
import org.shouxin.risk.dataset.ColumnSpec.Role;

/** Files become typed columns, or are refused by the name of what is wrong with them. */
class DatasetTest {

  @Test
  void theSchemaIsInferred() throws IOException {
    Schema schema = InferSchema.of(text(Drawn.csv(500, 1)), "bad", null);
    assertThat(schema.bad()).isEqualTo("1");
    assertThat(schema.column("load")).contains(ColumnSpec.of("load", Kind.NUMERIC, Role.FEATURE));
    assertThat(schema.column("trade"))
        .contains(ColumnSpec.of("trade", Kind.CATEGORICAL, Role.FEATURE));
    assertThat(schema.named(Role.TRAIT)).containsExactly("sex");
    assertThat(schema.named(Role.PERIOD)).containsExactly("month");
  }

  @Test
  void anIdIsNoFeature() throws IOException {
    String csv =
        IntStream.rangeClosed(1, 400)
            .mapToObj(i -> i + "," + i % 7 + "," + (i % 3 == 0 ? "bad" : "good"))
            .collect(Collectors.joining("\n", "ID,x,result\n", "\n"));
    Schema schema = InferSchema.of(text(csv), "result", null);
    assertThat(schema.named(Role.IGNORED)).containsExactly("ID");
    assertThat(schema.bad()).isEqualTo("bad");
  }

  @ParameterizedTest
  @CsvSource({
    "age_in_years,true",
    "personal_status_and_sex,true",
    "foreign_worker,true",
    "SEX,true",
    "MARRIAGE,true",
    "maritalStatus,true",
    "wage,false",
    "months_in_network,false",
    "percentage,false",
    "sextant,false"
  })
  void traitsAreKnownByTheWordsOfTheirName(String name, boolean isProtected) {
    assertThat(ProtectedTraits.isProtected(name)).isEqualTo(isProtected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "x,bad\\nNaN,0\\n1,1\\n|DATA_NUMBER",
        "x,bad\\nInfinity,0\\n|DATA_NUMBER",
        "x,bad\\n1e308,0\\n|DATA_NUMBER",
        "x,bad\\n1e13,0\\n|DATA_NUMBER",
        "x,bad\\nseven,0\\n|DATA_NUMBER",
        "x,x,bad\\n1,1,0\\n|DATA_HEADER_UNIQUE",
        "x,,bad\\n1,1,0\\n|DATA_HEADER_NAMED",
        "x,bad\\nx,bad\\n|DATA_TARGET_BINARY",
        "x,bad\\n1,0\\n1,1\\n1,2\\n|DATA_TARGET_BINARY",
        "x,bad\\n1\\n|DATA_ROW_WIDTH",
        "y,bad\\n1,0\\n|DATA_HAS_COLUMN",
        "x\\n1\\n|DATA_HAS_TARGET",
      })
  void aFileThatDoesNotFitItsSchemaIsRefused(String csv, String rule) {
    Schema schema =
        new Schema(
            "1",
            List.of(
                ColumnSpec.of("x", Kind.NUMERIC, Role.FEATURE),
                ColumnSpec.of("bad", Kind.CATEGORICAL, Role.TARGET)));
    assertThatThrownBy(() -> ReadDataset.of(text(csv.replace("\\n", "\n")), schema))
        .isInstanceOfSatisfying(DataRefused.class, no -> assertThat(no.rule()).isEqualTo(rule));
  }

  @Test
  void emptyAndTooWideFilesAreRefused() {
    String wide =
        IntStream.range(0, 5_000).mapToObj(i -> "c" + i).collect(Collectors.joining(",")) + "\n";
    assertThatThrownBy(() -> InferSchema.of(text(""), "bad", null)).hasMessageContaining("empty");
    assertThatThrownBy(() -> InferSchema.of(text(wide), "bad", null))
        .isInstanceOfSatisfying(
            DataRefused.class, no -> assertThat(no.rule()).isEqualTo("DATA_COLUMNS_MAX"));
  }

  @Test
  void aProtectedTraitAsFeatureIsRefused() {
    assertThatThrownBy(
            () ->
                new Schema(
                    "1",
                    List.of(
                        ColumnSpec.of("sex", Kind.CATEGORICAL, Role.FEATURE),
                        ColumnSpec.of("bad", Kind.CATEGORICAL, Role.TARGET))))
        .isInstanceOfSatisfying(
            DataRefused.class, no -> assertThat(no.rule()).isEqualTo("TRAIT_NEVER_SCORED"));
  }

  @Test
  void foldsTestEveryRowOnceAndKeepTheShareOfBads() {
    Dataset data = Drawn.dataset(1_003, 2);
    List<Splits.Split> folds = Splits.folds(data.bad(), 5, 3);
    int[] tested =
        folds.stream().flatMapToInt(each -> Arrays.stream(each.test())).sorted().toArray();
    assertThat(tested).isEqualTo(data.all());
    for (Splits.Split fold : folds) {
      assertThat(fold.train().length + fold.test().length).isEqualTo(data.rows());
      double bads = Arrays.stream(data.bad(fold.test())).sum();
      assertThat(bads).isBetween(data.bads() / 5.0 - 1, data.bads() / 5.0 + 1);
    }
  }

  @Test
  void aSplitByTimeTestsTheLatestMonths() {
    Dataset data = Drawn.dataset(1_200, 2);
    Splits.Split split = Splits.byTime(data.periods(), 0.3);
    String lastLearnt =
        Arrays.stream(split.train()).mapToObj(r -> data.periods()[r]).max(String::compareTo).get();
    assertThat(Arrays.stream(split.test()).mapToObj(row -> data.periods()[row]))
        .allMatch(month -> month.compareTo(lastLearnt) > 0);
    assertThat(split.test()).hasSizeGreaterThanOrEqualTo(360);
  }

  private static CsvText text(String csv) {
    return CsvText.of(csv.getBytes(StandardCharsets.UTF_8));
  }
}
