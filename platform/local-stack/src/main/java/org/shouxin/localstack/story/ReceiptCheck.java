package org.shouxin.localstack.story;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.localstack.story.client.StoryFailure;
import org.shouxin.logverifier.Receipt;

/**
 * A borrower's receipt checked as an outsider checks it: the receipt in one file, the log's public
 * key in another, and the offline verifier as a program of its own that asks nobody. The same
 * receipt with one digit changed must be rejected.
 */
final class ReceiptCheck {

  private static final Duration PLACED_WITHIN = Duration.ofMinutes(1);
  private static final long VERIFIED_WITHIN_SECONDS = 60;
  private static final String WAITING = "LOG_LEAF_WAITING";

  /** What the verifier said of the receipt, and whether it saw through the forged one. */
  record Verdict(boolean holds, String figure) {}

  private final Scene scene;
  private final Path directory;

  ReceiptCheck(Scene scene, Path directory) {
    this.scene = scene;
    this.directory = directory;
  }

  /** The latest receipt of the first who has paid. */
  Verdict verify(List<Life> lives) {
    return lives.stream()
        .filter(life -> life.loan().isPresent() && life.plan().conduct(1).meets())
        .findFirst()
        .map(this::verify)
        .orElseGet(() -> new Verdict(false, "nobody has paid"));
  }

  private Verdict verify(Life life) {
    String loan = "/servicing/v1/loans/" + life.loan().orElseThrow().id();
    JsonObject payment =
        scene.gateway().all(life.login(), loan + "/transactions").stream()
            .filter(each -> each.getString("kind").equals("PAYMENT"))
            .findFirst()
            .orElseThrow(() -> new StoryFailure(life.alias() + " has paid nothing"));
    String path = loan + "/transactions/" + payment.getString("transactionId") + "/receipt";
    Reply receipt =
        Pace.until(
                "the receipt of " + life.alias() + " can be proven",
                PLACED_WITHIN,
                () ->
                    Optional.of(scene.gateway().get(life.login(), path))
                        .filter(reply -> !reply.rule().equals(WAITING)))
            .orFail();
    String key =
        scene.gateway().get(life.login(), "/servicing/v1/log/key").orFail().json().encode();
    String content = receipt.text("content");
    String forged = content.replaceFirst("\"minor\":(-?)", "\"minor\":$11");
    String genuine = run(receipt.json().encode(), key);
    String refused = run(receipt.json().copy().put("content", forged).encode(), key);
    boolean holds =
        !forged.equals(content) && genuine.startsWith("HOLDS") && refused.startsWith("REJECTED");
    scene.tell(life, "has the receipt verified offline", genuine);
    scene.tell(life, "with a forged figure in it", refused);
    scene.tally().add("receipts verified offline");
    return new Verdict(holds, genuine + "; forged: " + refused);
  }

  private String run(String receipt, String key) {
    try {
      Files.createDirectories(directory);
      Path receiptFile = Files.writeString(directory.resolve("receipt.json"), receipt);
      Path keyFile = Files.writeString(directory.resolve("log-key.json"), key);
      Process verifier =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  classPath(),
                  "org.shouxin.logverifier.Main",
                  "verify",
                  receiptFile.toString(),
                  keyFile.toString())
              .redirectErrorStream(true)
              .start();
      String said =
          new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (!verifier.waitFor(VERIFIED_WITHIN_SECONDS, TimeUnit.SECONDS)) {
        verifier.destroyForcibly();
        throw new StoryFailure("the verifier did not end");
      }
      return said;
    } catch (IOException broken) {
      throw new StoryFailure("the verifier could not run: " + broken.getMessage(), broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoryFailure("interrupted", interrupted);
    }
  }

  /** The verifier and the JSON reader it needs; nothing of the suite. */
  private static String classPath() {
    List<Class<?>> needed =
        List.of(Receipt.class, ObjectMapper.class, JsonFactory.class, JsonProperty.class);
    return needed.stream()
        .flatMap(ReceiptCheck::home)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static Stream<String> home(Class<?> type) {
    try {
      return Stream.of(
          Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString());
    } catch (URISyntaxException impossible) {
      throw new StoryFailure("no path of " + type, impossible);
    }
  }
}
