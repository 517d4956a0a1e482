package org.shouxin.origination.identity;

import java.time.Instant;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;

/**
 * What one party said about one claim.
 *
 * @param answer the party's own word, or why nobody was asked
 * @param provider who was asked
 * @param serial the party's own number of its answer; null when it gives none
 */
public record CheckResult(
    CheckKind kind,
    CheckOutcome outcome,
    String answer,
    String provider,
    String serial,
    Instant checkedAt) {

  /** Nobody could be asked; the claim is not proven. */
  public static CheckResult notEvaluated(CheckKind kind, String why, String provider, Instant at) {
    return new CheckResult(kind, CheckOutcome.NOT_EVALUATED, why, provider, null, at);
  }

  /** Reads the three words that authorities, carriers and banks answer with. */
  public static CheckResult answered(
      CheckKind kind, String answer, String provider, String serial, Instant at) {
    CheckOutcome outcome =
        switch (answer == null ? "" : answer) {
          case "MATCH" -> CheckOutcome.MATCH;
          case "MISMATCH", "NOT_FOUND" -> CheckOutcome.MISMATCH;
          default -> CheckOutcome.NOT_EVALUATED;
        };
    return new CheckResult(kind, outcome, answer, provider, serial, at);
  }
}
