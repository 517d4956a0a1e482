package org.shouxin.risk.dataset;

import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** How a cell of a file, or a value of a request, is read: the same for one row and for many. */
public final class Cells {

  /** Magnitude above which a number is refused; a model's figures stay exact below it. */
  public static final double MAGNITUDE_MAX = 1e12;

  private static final int LENGTH_MAX = 32;
  private static final int SCORED_LENGTH_MAX = 100;
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+([.]\\d*)?|[.]\\d+)([eE][+-]?\\d{1,2})?");

  private Cells() {}

  /** A plain finite decimal up to 10^12; empty when the text is anything else. */
  public static OptionalDouble number(String text) {
    if (text.length() > LENGTH_MAX || !NUMBER.matcher(text).matches()) {
      return OptionalDouble.empty();
    }
    double value = Double.parseDouble(text);
    return Math.abs(value) > MAGNITUDE_MAX ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  /** NaN for a blank text, which is a missing value. */
  static double numberOrMissing(String text, String where) {
    if (text == null || text.isBlank()) {
      return Double.NaN;
    }
    return number(text.strip())
        .orElseThrow(
            () -> new DataRefused("DATA_NUMBER", where + " is not a finite number up to 10^12"));
  }

  /** As above for a row to be scored, whose outermost bins are open: any finite decimal will do. */
  static double finiteOrMissing(String text, String where) {
    if (text == null || text.isBlank()) {
      return Double.NaN;
    }
    String plain = text.strip();
    boolean decimal = plain.length() <= SCORED_LENGTH_MAX && NUMBER.matcher(plain).matches();
    double value = decimal ? Double.parseDouble(plain) : Double.NaN;
    if (!Double.isFinite(value)) {
      throw new DataRefused("DATA_NUMBER", where + " is not a finite number");
    }
    return value;
  }

  /** Null for a blank text, which is a missing level. */
  static String levelOrMissing(String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
