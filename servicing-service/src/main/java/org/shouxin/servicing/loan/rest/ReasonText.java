package org.shouxin.servicing.loan.rest;

import org.shouxin.chassis.problem.Invalid;

/** Why an officer does something, in the officer's words. */
final class ReasonText {

  private static final int LENGTH_MAX = 200;

  private ReasonText() {}

  static void check(String reason) {
    if (reason == null || reason.isBlank()) {
      throw Invalid.field("/reason", "REQUIRED", "say why");
    }
    if (reason.length() > LENGTH_MAX) {
      throw Invalid.field("/reason", "LENGTH", "at most " + LENGTH_MAX + " characters");
    }
  }
}
