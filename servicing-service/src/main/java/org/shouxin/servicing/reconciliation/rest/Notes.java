package org.shouxin.servicing.reconciliation.rest;

import org.shouxin.chassis.problem.Invalid;

/** What officers write about a decision. */
final class Notes {

  static final int LENGTH_MAX = 200;

  private Notes() {}

  static String required(String note) {
    return required("/note", note);
  }

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
