package org.shouxin.origination.identity;

import java.util.List;
import java.util.Set;
import org.shouxin.origination.person.CheckKind;
import org.shouxin.origination.person.CheckOutcome;

/**
 * What the checks together prove. The face counts on neither side: without a model it is not
 * evaluated, and the path without a face (CN-PII-02) rests on authority, carrier and bank.
 */
public enum Verdict {
  /** Every required check matched. */
  VERIFIED,
  /** Nothing was denied, but something could not be asked. */
  NEEDS_REVIEW,
  /** A party denied the claim. */
  REJECTED;

  private static final Set<CheckKind> REQUIRED =
      Set.of(
          CheckKind.NAME_AND_ID,
          CheckKind.LOST_DOCUMENT,
          CheckKind.PHONE_THREE_FACTOR,
          CheckKind.NUMBER_STATUS,
          CheckKind.CARD_FOUR_FACTOR);

  /** Judges the checks; a required check that is missing was not evaluated. */
  public static Verdict of(List<CheckResult> results) {
    boolean denied =
        results.stream()
            .anyMatch(r -> REQUIRED.contains(r.kind()) && r.outcome() == CheckOutcome.MISMATCH);
    if (denied) {
      return REJECTED;
    }
    boolean proven =
        REQUIRED.stream()
            .allMatch(
                kind ->
                    results.stream()
                        .anyMatch(r -> r.kind() == kind && r.outcome() == CheckOutcome.MATCH));
    return proven ? VERIFIED : NEEDS_REVIEW;
  }
}
