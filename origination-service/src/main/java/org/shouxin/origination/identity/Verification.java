package org.shouxin.origination.identity;

import java.util.List;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;

/**
 * The answers to one claim.
 *
 * @param agreement the bank's agreement; null unless the four factors matched
 * @param number the carrier's view of the number; null when the carrier could not be asked
 */
public record Verification(
    List<CheckResult> results,
    DebitAgreements.Answer agreement,
    CarrierRecords.NumberReport number) {

  /** Keeps the results as they are. */
  public Verification {
    results = List.copyOf(results);
  }

  /** What the answers together prove. */
  public Verdict verdict() {
    return Verdict.of(results);
  }

  /** What came of one check. */
  public CheckOutcome outcome(CheckKind kind) {
    return results.stream()
        .filter(r -> r.kind() == kind)
        .map(CheckResult::outcome)
        .findFirst()
        .orElse(CheckOutcome.NOT_EVALUATED);
  }

  /** Whether the number is the person's and in service. */
  public boolean phoneProven() {
    return outcome(CheckKind.PHONE_THREE_FACTOR) == CheckOutcome.MATCH
        && outcome(CheckKind.NUMBER_STATUS) == CheckOutcome.MATCH;
  }
}
