package org.shouxin.localstack.standin;

import java.util.Optional;
import java.util.Set;

/**
 * A misbehaviour ordered for the next requests of one operation of one party.
 *
 * @param match text that the request's body or path must contain; empty matches every request
 * @param millis how late, for the kinds that are late
 */
record Fault(String party, String operation, String match, Kind kind, long millis) {

  /** What goes wrong. */
  enum Kind {
    /** The effect happens at once, the answer comes late. */
    DELAY,
    /** Nothing happens, the answer is 500. */
    ERROR_500,
    /** The effect happens, the answer is 500 all the same. */
    ERROR_AFTER_EFFECT,
    /** The callback is sent again after it was accepted, under the same id. */
    DUPLICATE_CALLBACK,
    /** The callback comes late; the books are right at once. */
    LATE_CALLBACK,
    /** No callback at all; only a query or the statement tells. */
    NO_CALLBACK,
    /** The callback names one yuan more than was booked; query and statement are right. */
    WRONG_AMOUNT;

    private static final Set<String> CALLING_BACK = Set.of("payouts", "debits", "sms", "push");
    private static final Set<String> MOVING_MONEY = Set.of("payouts", "debits");

    boolean fits(String operation) {
      return switch (this) {
        case DELAY, ERROR_500, ERROR_AFTER_EFFECT -> true;
        case DUPLICATE_CALLBACK, LATE_CALLBACK, NO_CALLBACK -> CALLING_BACK.contains(operation);
        case WRONG_AMOUNT -> MOVING_MONEY.contains(operation);
      };
    }
  }

  static boolean is(Optional<Fault> fault, Kind kind) {
    return fault.isPresent() && fault.get().kind() == kind;
  }
}
