package org.shouxin.collections.hold;

import java.util.regex.Pattern;
import org.shouxin.chassis.problem.Invalid;

/** A reason people write: short, and without anything that looks like a number or an address. */
final class ReasonText {
  private static final int CHARACTERS_MAX = 200;
  private static final Pattern PERSONAL = Pattern.compile("\\d[\\d\\s-]{5,}\\d|\\S+@\\S+");

  private ReasonText() {}

  static String checked(String text) {
    if (text == null || text.isBlank()) {
      throw Invalid.field("/reason", "REQUIRED", "a reason is needed");
    }
    if (text.length() > CHARACTERS_MAX) {
      throw Invalid.field("/reason", "LENGTH_MAX", "at most " + CHARACTERS_MAX + " characters");
    }
    if (PERSONAL.matcher(text).find()) {
      throw Invalid.field(
          "/reason", "NO_PERSONAL_DATA", "telephone numbers, ID numbers and addresses stay out");
    }
    return text.strip();
  }
}
