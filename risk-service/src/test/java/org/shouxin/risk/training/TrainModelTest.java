package org.shouxin.risk.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.Dataset;
import org.shouxin.risk.dataset.InferSchema;
import org.shouxin.risk.dataset.ReadDataset;
import org.shouxin.risk.scorecard.training.PhoneHistoryGenerator;
import org.shouxin.risk.validation.Calibration;

/** A run from file to artefact: honest, repeatable, and the same for one row as for many. */
class TrainModelTest {

  @ParameterizedTest
  @EnumSource(Study.Kind.class)
  void aRowAloneScoresLikeTheBatchEvenReadBack(Study.Kind kind) throws IOException {
    CsvText text = history("bad", 1);
    TrainedModel model = run(text, Purpose.PHONE_CREDIT, "bad", kind);
    String json = new String(model.bytes(), StandardCharsets.UTF_8);
    TrainedModel again = TrainedModel.read(json);
    assertThat(new String(again.bytes(), StandardCharsets.UTF_8)).isEqualTo(json);
    Dataset data = ReadDataset.of(text, InferSchema.of(text, "bad", null));
    ModelScorer batch = new ModelScorer(model);
    ModelScorer alone = new ModelScorer(again);
    for (int row = 0; row < data.rows(); row++) {
      assertThat(alone.probability(data.texts(row))).isEqualTo(batch.probability(data, row));
    }
    assertThat(alone.probability(Map.of())).isBetween(0.0, 1.0);
  }

  @Test
  void sameFileAndRequestGiveTheSameBytes() throws IOException {
    byte[] once = run(history("bad", 2), Purpose.PHONE_CREDIT, "bad", Study.Kind.BLEND).bytes();
    byte[] again = run(history("bad", 2), Purpose.PHONE_CREDIT, "bad", Study.Kind.BLEND).bytes();
    assertThat(again).isEqualTo(once);
  }

  @Test
  void bothPhoneModelsFindTheirTruth() throws IOException {
    ModelCard bad = run(history("bad", 3), Purpose.PHONE_CREDIT, "bad", Study.Kind.BLEND).report();
    ModelCard gone =
        run(history("vanished", 3), Purpose.WILL_VANISH, "vanished", Study.Kind.BLEND).report();
    for (ModelCard card : List.of(bad, gone)) {
      assertThat(card.test().auc()).isBetween(0.68, 0.95);
      assertThat(card.test().predicted())
          .isCloseTo((double) card.test().bads() / card.test().rows(), within(0.05));
      assertThat(card.measured()).containsExactlyInAnyOrder("sex", "age");
      assertThat(card.features())
          .extracting(ModelCard.FeatureLine::name)
          .contains("months_with_number", "device_shared_by")
          .doesNotContain("sex", "age", "month");
      assertThat(card.months()).hasSize(12);
      assertThat(card.fairness()).isNotEmpty();
    }
    assertThat(gone.byKind()).containsOnlyKeys("CARD", "BOOSTING", "BLEND");
  }

  @Test
  void aLeakStopsTheRunUnlessIgnoredOrAccepted() throws IOException {
    CsvText leaking = leaking();
    assertThatThrownBy(() -> run(leaking, Purpose.LENDING, "bad", Study.Kind.CARD))
        .isInstanceOfSatisfying(
            DataRefused.class, no -> assertThat(no.rule()).isEqualTo("DATA_LEAKS"))
        .hasMessageContaining("recovered_amount");
    RunRequest plain = RunRequest.of(Purpose.LENDING, "bad", Study.Kind.CARD, 1);
    assertThat(
            new TrainModel(with(plain, List.of("recovered_amount"), List.of()), (s, p) -> {})
                .run(leaking)
                .report()
                .notes())
        .contains("column recovered_amount is ignored");
    assertThat(
            new TrainModel(with(plain, List.of(), List.of("recovered_amount")), (s, p) -> {})
                .run(leaking)
                .report()
                .acceptedSuspects())
        .isNotEmpty();
  }

  @Test
  void progressRisesToTheEnd() throws IOException {
    List<Integer> seen = new ArrayList<>();
    new TrainModel(
            RunRequest.of(Purpose.PHONE_CREDIT, "bad", Study.Kind.CARD, 1),
            (step, percent) -> seen.add(percent))
        .run(history("bad", 4));
    assertThat(seen).isSorted().endsWith(100);
  }

  @Test
  void thePageShowsThePlotsAndHidesMarkup() throws IOException {
    TrainedModel model = run(history("bad", 5), Purpose.PHONE_CREDIT, "bad", Study.Kind.CARD);
    String page = ModelPage.of(model);
    assertThat(page).contains("ROC", "KS", "Gains", "Reliability", "PSI", "<svg", "sex F");
    assertThat(page).doesNotContain("<script", "NaN");
    assertThat(ModelPage.escaped("<b>\"&")).isEqualTo("&lt;b&gt;&quot;&amp;");
  }

  @Test
  void aBrokenArtefactIsRefused() throws IOException {
    TrainedModel model = run(history("bad", 6), Purpose.PHONE_CREDIT, "bad", Study.Kind.BLEND);
    String json = new String(model.bytes(), StandardCharsets.UTF_8);
    for (String broken :
        List.of(
            "",
            "null",
            "[]",
            "{}",
            json.replace("shouxin.model/1", "x"),
            json.replace("\"name\":\"line_use\"", "\"name\":\"age\""),
            json.replaceFirst("\"left\":\\[\\d+", "\"left\":[0"),
            json.replaceFirst("\"kind\":\"BLEND\"", "\"kind\":\"CARD\""))) {
      assertThat(broken).isNotEqualTo(json);
      assertThatThrownBy(() -> TrainedModel.read(broken)).isInstanceOf(DataRefused.class);
    }
  }

  @Test
  void aSplitByTimeIsTold() throws IOException {
    RunRequest request =
        new RunRequest(
            Purpose.PHONE_CREDIT,
            "bad",
            null,
            null,
            null,
            null,
            List.of("line_use"),
            List.of("months_with_number"),
            Study.Kind.BLEND,
            Calibration.Method.ISOTONIC,
            true,
            0.25,
            0.7,
            null,
            1,
            "by-time-1");
    TrainedModel model = new TrainModel(request, (step, percent) -> {}).run(history("bad", 7));
    assertThat(model.report().heldBack()).isEqualTo("BY_TIME");
    assertThat(model.calibration().method()).isEqualTo(Calibration.Method.ISOTONIC);
    assertThat(model.trees().features())
        .filteredOn(each -> each.name().equals("line_use"))
        .allMatch(each -> each.monotone() == 1);
  }

  private static TrainedModel run(CsvText text, Purpose purpose, String target, Study.Kind kind)
      throws IOException {
    return new TrainModel(RunRequest.of(purpose, target, kind, 1), (step, percent) -> {}).run(text);
  }

  private static RunRequest with(RunRequest of, List<String> ignore, List<String> accept) {
    return new RunRequest(
        of.purpose(),
        of.target(),
        of.bad(),
        of.schema(),
        ignore,
        accept,
        of.rising(),
        of.falling(),
        of.kind(),
        of.calibration(),
        of.byTime(),
        of.testShare(),
        of.approvalShare(),
        of.priorBadRate(),
        of.seed(),
        of.version());
  }

  private static CsvText history(String target, long seed) {
    return text(rows(target, seed));
  }

  private static List<String> rows(String target, long seed) {
    PhoneHistoryGenerator generator = new PhoneHistoryGenerator(seed, target);
    List<String> lines = new ArrayList<>(List.of(String.join(",", generator.header())));
    for (int row = 0; row < 3_000; row++) {
      lines.add(String.join(",", generator.next(row, 3_000)));
    }
    return lines;
  }

  private static CsvText leaking() {
    List<String> lines = rows("bad", 8);
    for (int i = 0; i < lines.size(); i++) {
      lines.set(i, lines.get(i) + (i == 0 ? ",recovered_amount" : "," + i % 11));
    }
    return text(lines);
  }

  private static CsvText text(List<String> lines) {
    return CsvText.of((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
