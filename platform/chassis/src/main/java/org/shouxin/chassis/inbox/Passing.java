package org.shouxin.chassis.inbox;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.faulttolerance.exceptions.FaultToleranceException;
import org.shouxin.chassis.persistence.DatabaseFailures;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.chassis.problem.Stale;
import org.shouxin.chassis.problem.Unavailable;

/** Sorts the failures of a consumer by what can be hoped of another attempt. */
enum Passing {
  /** Goes by itself: try until it works. */
  TRANSIENT,
  /** Will never work with these bytes. */
  POISON,
  /** A defect, or something nobody thought of: a few attempts. */
  UNKNOWN;

  private static final int SERVER_ERROR = 500;
  private static final int TIMEOUT = 408;
  private static final int TOO_MANY = 429;

  static Passing of(Throwable failure) {
    Throwable named = DatabaseFailures.translate(failure);
    if (named instanceof Unavailable
        || named instanceof Stale
        || named instanceof ProcessingException
        || named instanceof FaultToleranceException) {
      return TRANSIENT;
    }
    if (named instanceof WebApplicationException answer) {
      int status = answer.getResponse().getStatus();
      return status >= SERVER_ERROR || status == TIMEOUT || status == TOO_MANY
          ? TRANSIENT
          : UNKNOWN;
    }
    return named instanceof RuleViolation
            || named instanceof Invalid
            || named instanceof IllegalArgumentException
        ? POISON
        : UNKNOWN;
  }
}
