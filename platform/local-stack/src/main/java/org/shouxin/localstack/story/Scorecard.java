package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.localstack.story.client.StoryFailure;
import org.shouxin.localstack.story.plan.Cast;

/** Trains the run's scorecard with the risk service's own command and puts it into force. */
final class Scorecard {

  private static final long TRAINED_WITHIN_SECONDS = 180;

  private final Scene scene;
  private final Path directory;
  private final Path jar;

  Scorecard(Scene scene, Path directory, Path jar) {
    this.scene = scene;
    this.directory = directory;
    this.jar = jar;
  }

  void train(Cast cast, String run) {
    Path history = directory.resolve("history.csv");
    Path card = directory.resolve("card.json");
    try {
      Files.createDirectories(directory);
      int rows = cast.writeHistory(history);
      scene.narrator().tell("admin", "has past loans to train on", rows);
      command(
          "train",
          "--data",
          history.toString(),
          "--out",
          card.toString(),
          "--version",
          "story-" + run,
          "--report",
          directory.resolve("training-report.json").toString());
      activate(Files.readString(card), run);
    } catch (IOException broken) {
      throw new StoryFailure("the card could not be trained: " + broken.getMessage(), broken);
    }
  }

  private void activate(String document, String run) {
    String version = new JsonObject(document).getString("version");
    scene
        .gateway()
        .postDocument(scene.staff().admin(), "/risk/v1/scorecards", document, "card " + run)
        .orFail();
    Reply active =
        scene
            .gateway()
            .post(
                scene.staff().admin(),
                "/risk/v1/scorecards/" + version + "/activation",
                new JsonObject(),
                "activates " + run)
            .orFail();
    scene.narrator().tell("admin", "puts a trained card into force", active.text("version"));
  }

  private void command(String... arguments) throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    line.addAll(List.of(arguments));
    Path log = directory.resolve("training.log");
    Process process =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      if (!process.waitFor(TRAINED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new StoryFailure("training took more than " + TRAINED_WITHIN_SECONDS + " s");
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new StoryFailure("interrupted", interrupted);
    }
    String said = Files.readString(log);
    if (process.exitValue() != 0) {
      throw new StoryFailure("training failed: " + said);
    }
    said.lines()
        .filter(text -> text.startsWith("test") || text.startsWith("rows"))
        .forEach(text -> scene.narrator().tell("risk", "trains a card", text.strip()));
  }
}
