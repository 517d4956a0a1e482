package org.shouxin.risk.training.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.shouxin.chassis.json.Json;
import org.shouxin.risk.dataset.CsvText;
import org.shouxin.risk.dataset.DataRefused;
import org.shouxin.risk.dataset.InferSchema;
import org.shouxin.risk.dataset.Schema;
import org.shouxin.risk.scorecard.CardDocument;
import org.shouxin.risk.training.ModelPage;
import org.shouxin.risk.training.Purpose;
import org.shouxin.risk.training.RunRequest;
import org.shouxin.risk.training.Study;
import org.shouxin.risk.training.TrainModel;
import org.shouxin.risk.training.TrainedModel;
import org.shouxin.risk.validation.Calibration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The training run of the service as a command; needs no database and no broker. */
@Command(
    name = "train-model",
    description = "Train a card, trees or their blend on any columns and write the artefact.")
public final class TrainModelCommand implements Callable<Integer> {

  @Option(names = "--data", required = true, description = "CSV with a header, plain or gzip")
  private Path data;

  @Option(names = "--target", required = true, description = "column to predict")
  private String target;

  @Option(names = "--bad", description = "the target's value that means bad; guessed if left out")
  private String bad;

  @Option(names = "--purpose", defaultValue = "LENDING", description = "${COMPLETION-CANDIDATES}")
  private Purpose purpose;

  @Option(names = "--kind", defaultValue = "BLEND", description = "${COMPLETION-CANDIDATES}")
  private Study.Kind kind;

  @Option(names = "--calibration", defaultValue = "PLATT", description = "${COMPLETION-CANDIDATES}")
  private Calibration.Method calibration;

  @Option(names = "--schema", description = "schema as JSON; inferred if left out")
  private Path schema;

  @Option(names = "--write-schema", description = "write the inferred schema there and stop")
  private Path writeSchema;

  @Option(names = "--ignore", split = ",", description = "columns left out")
  private List<String> ignored = List.of();

  @Option(names = "--accept", split = ",", description = "suspects of the leakage check to keep")
  private List<String> accepted = List.of();

  @Option(names = "--rising", split = ",", description = "risk may only rise with these (trees)")
  private List<String> rising = List.of();

  @Option(names = "--falling", split = ",", description = "risk may only fall with these (trees)")
  private List<String> falling = List.of();

  @Option(names = "--by-time", description = "hold the latest months back instead of drawn rows")
  private boolean byTime;

  @Option(names = "--prior", description = "bad rate where the model will be used, if another")
  private Double prior;

  @Option(names = "--seed", defaultValue = "1", description = "of split and trees (default: 1)")
  private long seed;

  @Option(names = "--version", description = "the model's version; derived if left out")
  private String version;

  @Option(names = "--out", description = "where to write the artefact")
  private Path out;

  @Option(names = "--page", description = "where to write the model card as a page")
  private Path page;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    CsvText text = CsvText.of(data);
    PrintWriter to = spec.commandLine().getOut();
    if (writeSchema != null) {
      Files.write(writeSchema, CardDocument.write(InferSchema.of(text, target, bad)));
      to.printf("written   %s%n", writeSchema);
      to.flush();
      return 0;
    }
    TrainedModel model =
        new TrainModel(request(), (step, percent) -> to.printf("%3d %%     %s%n", percent, step))
            .run(text);
    if (out != null) {
      Files.write(out, model.bytes());
    }
    if (page != null) {
      Files.writeString(page, ModelPage.of(model));
    }
    print(to, model);
    return 0;
  }

  private RunRequest request() throws IOException {
    return new RunRequest(
        purpose,
        target,
        bad,
        schema == null ? null : read(schema),
        ignored,
        accepted,
        rising,
        falling,
        kind,
        calibration,
        byTime,
        0.3,
        0.7,
        prior,
        seed,
        version);
  }

  private static Schema read(Path path) throws IOException {
    try {
      return Json.strict().readValue(Files.readString(path), Schema.class);
    } catch (JsonProcessingException unreadable) {
      if (unreadable.getCause() instanceof DataRefused refused) {
        throw refused;
      }
      throw new DataRefused("SCHEMA_READABLE", "not a schema: " + path);
    }
  }

  private static void print(PrintWriter to, TrainedModel model) {
    to.printf("model     %s, %s, %s%n", model.version(), model.purpose(), model.kind());
    to.printf(
        Locale.ROOT,
        "held back %d rows, AUC %.4f +- %.4f, KS %.4f, Brier %.4f, by kind %s%n",
        model.report().test().rows(),
        model.report().test().auc(),
        model.report().test().aucStandardError(),
        model.report().test().ks(),
        model.report().test().brier(),
        model.report().byKind());
    model.report().alarms().forEach(alarm -> to.printf("alarm     %s%n", alarm));
    model.report().notes().forEach(note -> to.printf("note      %s%n", note));
    to.flush();
  }
}
