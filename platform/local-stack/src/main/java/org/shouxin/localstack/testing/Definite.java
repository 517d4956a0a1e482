package org.shouxin.localstack.testing;

import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Asks as a caller must: an answer of 503 means that the outcome is unknown, so the same request is
 * sent again under the same key until the answer is definite.
 */
public final class Definite {
  private static final int TRIES_MAX = 20;
  private static final int UNKNOWN = 503;

  private Definite() {}

  /** The first answer that is not 503; the last one after {@value #TRIES_MAX} tries. */
  public static <T> T answer(Supplier<T> request, ToIntFunction<T> status) {
    T answer = request.get();
    for (int tries = 1; tries < TRIES_MAX && status.applyAsInt(answer) == UNKNOWN; tries++) {
      answer = request.get();
    }
    return answer;
  }
}
