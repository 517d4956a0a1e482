package org.shouxin.localstack.story;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;

/** Prints the story: one readable line per step, persons by their alias only. */
final class Narrator {

  private final PrintStream out;
  private final long startNanos = System.nanoTime();
  private volatile LocalDate day;

  Narrator(PrintStream out) {
    this.out = out;
  }

  /** The business day that the following lines happen on. */
  void day(LocalDate newDay) {
    day = newDay;
  }

  void chapter(String title) {
    out.printf(Locale.ROOT, "%n%s  (%d s)%n", title, elapsedSeconds());
  }

  /** Who, what, the figure. */
  void tell(String who, String what, Object figure) {
    out.printf(Locale.ROOT, "%-10s  %-8s  %-44s  %s%n", day == null ? "" : day, who, what, figure);
  }

  void row(String what, Object figure) {
    out.printf(Locale.ROOT, "  %-52s  %s%n", what, figure);
  }

  void plain(String line) {
    out.println(line);
  }

  long elapsedSeconds() {
    return (System.nanoTime() - startNanos) / 1_000_000_000L;
  }

  static String cny(BigDecimal amount) {
    return String.format(Locale.ROOT, "%,.2f CNY", amount);
  }
}
