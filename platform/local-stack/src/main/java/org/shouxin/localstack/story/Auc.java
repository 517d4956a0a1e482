package org.shouxin.localstack.story;

import java.util.List;
import java.util.Locale;

/** How well scores part those who stopped paying from those who did not. */
final class Auc {

  /** A borrower's score at application, higher is better, and the truth afterwards. */
  record Judged(int score, boolean stopped) {}

  /** Fewer loans than this tell nothing of a score: the figure would be chance. */
  static final int OUTCOMES_MIN = 50;

  /** Fewer of either kind tell nothing of it. */
  static final int EACH_KIND_MIN = 10;

  static final String NOT_EVALUATED =
      "NOT_EVALUATED, needs %d loans, %d of them stopped and %d not"
          .formatted(OUTCOMES_MIN, EACH_KIND_MIN, EACH_KIND_MIN);

  private Auc() {}

  /**
   * The chance that a borrower who kept paying had a higher score than one who stopped, equal
   * scores counting half; not evaluated when there are too few outcomes.
   */
  static String of(List<Judged> all) {
    long stoppers = all.stream().filter(Judged::stopped).count();
    long keepers = all.size() - stoppers;
    return all.size() < OUTCOMES_MIN || Math.min(stoppers, keepers) < EACH_KIND_MIN
        ? NOT_EVALUATED
        : evaluated(all);
  }

  private static String evaluated(List<Judged> all) {
    long pairs = 0;
    long halves = 0;
    for (Judged kept : all) {
      for (Judged stopped : all) {
        if (!kept.stopped() && stopped.stopped()) {
          pairs++;
          halves += 1 + Integer.signum(kept.score() - stopped.score());
        }
      }
    }
    return String.format(Locale.ROOT, "%.3f", halves / (2.0 * pairs));
  }
}
