package org.shouxin.localstack.story;

import java.util.List;
import java.util.Locale;

/** How well scores part those who stopped paying from those who did not. */
final class Auc {

  /** A borrower's score at application, higher is better, and the truth afterwards. */
  record Judged(int score, boolean stopped) {}

  private Auc() {}

  /**
   * The chance that a borrower who kept paying had a higher score than one who stopped, equal
   * scores counting half; "n/a" when one of both groups is empty.
   */
  static String of(List<Judged> all) {
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
    return pairs == 0 ? "n/a" : String.format(Locale.ROOT, "%.3f", halves / (2.0 * pairs));
  }
}
