package org.shouxin.servicing.bureau.rest;

import org.shouxin.chassis.problem.Invalid;

/** Words of people, which must be there and have a limit. */
final class Wording {

  static final int LENGTH_MAX = 1_000;

  private Wording() {}

  static String required(String field, String text) {
    if (text == null || text.isBlank()) {
      throw Invalid.field(field, "REQUIRED", "must be given");
    }
    if (text.length() > LENGTH_MAX) {
      throw Invalid.field(field, "LENGTH", "at most " + LENGTH_MAX + " characters");
    }
    return text;
  }
}
