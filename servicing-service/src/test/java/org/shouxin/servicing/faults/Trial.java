package org.shouxin.servicing.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ConditionTimeoutException;
import org.shouxin.localstack.proxy.CutPoint;
import org.shouxin.localstack.proxy.CutPoint.Moment;

/**
 * One use case with the line to the database cut at every message of it, before and after the
 * message is passed on. After each cut there is nothing of it or all of it; said again, it has its
 * effect once and gives its answer; said a third time, it changes nothing and answers the same.
 */
final class Trial {

  private static final int MESSAGES_MAX = 2_000;
  private static final int UNKNOWN = 503;
  private static final Duration SETTLED_MAX = Duration.ofSeconds(10);
  private static final Duration QUIET = Duration.ofMillis(25);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(2);

  private final CutPoint line = DatabaseLine.cutPoint();
  private final Facts facts;
  private Map<String, Long> whole = Map.of();

  Trial(Facts facts) {
    this.facts = facts;
  }

  /** What the caller got. */
  record Answer(int status, String body) {}

  /** A use case said again and again with the same words. */
  interface Words {
    Answer say();
  }

  /** Makes words that have not been said yet, and leaves the line quiet. */
  interface Fresh {
    Words words();
  }

  /** Tries every cut point; gives how many there were. */
  int everyCutPoint(Fresh fresh) {
    undisturbed(fresh);
    int points = 0;
    for (Moment moment : Moment.values()) {
      int message = 1;
      while (cut(fresh, message, moment)) {
        message++;
        points++;
        assertThat(message).isLessThan(MESSAGES_MAX);
      }
    }
    return points;
  }

  /** Waits until nobody has spoken to the database for a moment. */
  void awaitQuiet() {
    long[] seen = {-1};
    await()
        .pollInterval(LOOK_AGAIN)
        .atMost(SETTLED_MAX)
        .during(QUIET)
        .until(
            () -> {
              long before = seen[0];
              seen[0] = line.seen();
              return before == seen[0];
            });
  }

  private void undisturbed(Fresh fresh) {
    Words words = fresh.words();
    Map<String, Long> before = facts.now();
    Answer answer = words.say();
    awaitQuiet();
    whole = facts.since(before);
    assertThat(whole).as("the effect of an undisturbed call").isNotEmpty();
    assertThat(words.say()).isEqualTo(answer);
    awaitQuiet();
    assertThat(facts.since(before)).isEqualTo(whole);
  }

  /** False when the use case ended before it came to that message. */
  private boolean cut(Fresh fresh, int message, Moment moment) {
    Words words = fresh.words();
    Map<String, Long> before = facts.now();
    line.arm(message, moment);
    Answer told = words.say();
    line.disarm();
    if (!line.hasFired()) {
      return false;
    }
    String point = "cut %s message %d".formatted(moment, message);
    awaitServer(point);
    assertThat(facts.since(before)).as(point).isIn(List.of(Map.of(), whole));
    Answer again = words.say();
    assertThat(again.status()).as("%s: %s", point, again.body()).isBetween(200, 299);
    if (told.status() != again.status()) {
      assertThat(told.status()).as("%s: %s", point, told.body()).isEqualTo(UNKNOWN);
    } else {
      assertThat(told).as(point).isEqualTo(again);
    }
    awaitQuiet();
    assertThat(facts.since(before)).as(point).isEqualTo(whole);
    assertThat(words.say()).as(point).isEqualTo(again);
    awaitQuiet();
    assertThat(facts.since(before)).as(point).isEqualTo(whole);
    return true;
  }

  private void awaitServer(String point) {
    try {
      await().pollInterval(LOOK_AGAIN).atMost(SETTLED_MAX).until(line::hasSettled);
    } catch (ConditionTimeoutException stuck) {
      throw new AssertionError(point + ": the server never ended the connection", stuck);
    }
  }
}
