package org.shouxin.origination.application.model;

import java.util.Set;

/** Where an application stands. */
public enum ApplicationState {
  /** Received; nobody has judged it yet. */
  SUBMITTED,
  /** A person has to look at it, or it could not be judged yet. */
  REFERRED,
  /** Judged well; the offer is still to be made. */
  APPROVED,
  /** The offer lies before the applicant. */
  OFFERED,
  /** The applicant has read and accepted; a code is to be typed. */
  ACCEPTED,
  /** Signed; the loan is servicing's. */
  CONTRACTED,
  /** Judged badly. */
  DECLINED,
  /** The applicant does not want it any more. */
  WITHDRAWN,
  /** The offer was not signed in time. */
  EXPIRED;

  private static final Set<ApplicationState> OPEN =
      Set.of(SUBMITTED, REFERRED, APPROVED, OFFERED, ACCEPTED);

  /** The states in which something may still come of it. */
  public static Set<ApplicationState> open() {
    return OPEN;
  }
}
