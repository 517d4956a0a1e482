package org.shouxin.risk.training.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouxin.risk.dataset.Drawn;
import org.shouxin.risk.scorecard.command.RiskCommands;

/** Study, training run and export as an operator runs them. */
class ModelCommandsTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter error = new StringWriter();

  @Test
  void theStudyPrintsMeansWithErrors() throws IOException {
    Path data = Files.writeString(folder.resolve("d.csv"), Drawn.csv(1_500, 1));
    assertThat(
            run(
                "study",
                "--data",
                data.toString(),
                "--target",
                "bad",
                "--repeats",
                "2",
                "--folds",
                "3",
                "--rounds",
                "40"))
        .isZero();
    assertThat(out.toString())
        .containsPattern("CARD +AUC 0[.][78]\\d+ \\+- 0[.]0\\d+ \\(6 folds\\)")
        .contains("BOOSTING", "BLEND", "[sex], never scored on");
  }

  @Test
  void aModelOfGeneratedPhoneHistoryIsTrainedAndItsCardExported() throws IOException {
    Path data = folder.resolve("vanish.csv");
    Path model = folder.resolve("vanish.json");
    Path page = folder.resolve("vanish.html");
    assertThat(
            run("generate-history", "--kind", "WILL_VANISH", "--rows", "4000", "--out", data + ""))
        .isZero();
    assertThat(
            run(
                "train-model",
                "--data",
                data.toString(),
                "--target",
                "vanished",
                "--purpose",
                "WILL_VANISH",
                "--by-time",
                "--rising",
                "idle_days_30d,sim_changes_12m",
                "--out",
                model.toString(),
                "--page",
                page.toString()))
        .isZero();
    assertThat(out.toString()).contains("100 %     DONE", "WILL_VANISH, BLEND", "AUC 0.");
    assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("By month");
    for (String format : List.of("SQL", "PMML", "JSON")) {
      Path exported = folder.resolve("card." + format);
      assertThat(
              run("export-card", "--from", model + "", "--format", format, "--out", exported + ""))
          .isZero();
      assertThat(Files.readString(exported)).contains("sim_changes_12m");
    }
  }

  @Test
  void aWrittenSchemaCanBeGivenBackEdited() throws IOException {
    Path data = Files.writeString(folder.resolve("d.csv"), Drawn.csv(1_500, 2));
    Path schema = folder.resolve("schema.json");
    assertThat(
            run(
                "train-model",
                "--data",
                data + "",
                "--target",
                "bad",
                "--write-schema",
                schema.toString()))
        .isZero();
    String edited =
        Files.readString(schema)
            .replaceFirst(
                "\"monotone\":0,\"name\":\"tenure\",\"role\":\"FEATURE\",\"special\":\\[\\]",
                "\"monotone\":0,\"name\":\"tenure\",\"role\":\"FEATURE\",\"special\":[-1]");
    assertThat(edited).isNotEqualTo(Files.readString(schema));
    Files.writeString(schema, edited);
    Path model = folder.resolve("m.json");
    List<String> arguments =
        new ArrayList<>(List.of("train-model", "--data", data + "", "--target", "bad"));
    arguments.addAll(List.of("--kind", "CARD", "--schema", schema + "", "--out", model + ""));
    assertThat(run(arguments.toArray(String[]::new))).as(error.toString()).isZero();
    assertThat(Files.readString(model)).contains("\"special\":[{");
    Files.writeString(schema, edited.replace("\"TRAIT\"", "\"FEATURE\""));
    assertThat(run(arguments.toArray(String[]::new))).isEqualTo(2);
    assertThat(error.toString()).contains("TRAIT_NEVER_SCORED");
  }

  private int run(String... arguments) {
    return RiskCommands.run(new PrintWriter(out), new PrintWriter(error), arguments);
  }
}
