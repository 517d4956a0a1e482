package org.shouxin.gateway.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.shouxin.localstack.run.Component;
import org.shouxin.localstack.run.Progress;
import org.shouxin.localstack.run.Stack;
import org.shouxin.localstack.run.StackOptions;
import org.shouxin.localstack.story.Story;
import org.shouxin.localstack.story.StoryOptions;

/**
 * The whole suite as processes, and the story told through the gateway while each service in turn
 * and then the broker is killed with SIGKILL and started again. The story's own invariants judge:
 * every ledger at zero, money at the bank equal to money in the books, every event's effect once,
 * heads of the logs consistent, no personal datum in logs or topics.
 */
class StoryUnderKillsIT {
  private static final int BORROWERS = 12;
  private static final long SEED = 1;
  private static final List<String> VICTIMS =
      List.of("origination", "risk", "servicing", "collections", "kafka");

  /** Long enough for work to be under way when the next one dies. */
  private static final Duration BETWEEN_KILLS = Duration.ofSeconds(6);

  private static final Duration DEAD_FOR = Duration.ofSeconds(1);

  @Test
  @Timeout(value = 12, unit = TimeUnit.MINUTES)
  void everyInvariantHoldsWhileEachServiceAndTheBrokerDies() throws IOException {
    Path root = Path.of(System.getProperty("shouxin.root"));
    Path work = Files.createDirectories(Path.of("target", "journey").toAbsolutePath());
    StackOptions options = StackOptions.isolated(root, work);
    try (Stack stack = Stack.start(options, Progress.SILENT)) {
      CompletableFuture<Integer> story =
          CompletableFuture.supplyAsync(() -> Story.run(storyOptions(stack, options)));
      for (String victim : VICTIMS) {
        pause(BETWEEN_KILLS);
        assertThat(story).as("the story ended before %s was killed", victim).isNotDone();
        stack.process(victim).kill();
        pause(DEAD_FOR);
        stack.process(victim).restart();
      }
      assertThat(story.join()).as("exit code of the story").isZero();
    }
  }

  private static StoryOptions storyOptions(Stack stack, StackOptions options) {
    return new StoryOptions(
        BORROWERS,
        null,
        SEED,
        stack.urls().gateway(),
        stack.urls().keycloak(),
        stack.urls().standIns(),
        options.work().resolve("story"),
        options.jar(Component.RISK),
        stack.secrets().staffPassword(),
        stack.urls().kafka(),
        options.logs());
  }

  private static void pause(Duration duration) {
    Awaitility.await().pollDelay(duration).atMost(duration.plusSeconds(5)).until(() -> true);
  }
}
