package org.shouxin.localstack.story.client;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Waiting for something to come true, with growing pauses and a deadline. */
public final class Pace {

  private static final long PAUSE_MILLIS_FIRST = 20;
  private static final long PAUSE_MILLIS_MAX = 500;

  private Pace() {}

  /** Asks again and again until there is an answer. */
  public static <T> T until(String what, Duration deadline, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + deadline.toNanos();
    long pause = PAUSE_MILLIS_FIRST;
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() > end) {
        throw new StoryFailure("waited " + deadline.toSeconds() + " s in vain: " + what);
      }
      pause(pause);
      pause = Math.min(PAUSE_MILLIS_MAX, pause * 3 / 2);
    }
  }

  public static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new StoryFailure("interrupted", interrupted);
    }
  }
}
