package org.shouxin.origination.borrower.rest;

import java.time.Instant;
import java.util.UUID;
import org.shouxin.origination.consent.GivenConsent;
import org.shouxin.origination.consent.Purpose;

/** A consent as it stands. */
record ConsentView(UUID id, Purpose purpose, boolean granted, String textVersion, Instant at) {

  static ConsentView of(GivenConsent consent) {
    return new ConsentView(
        consent.id(), consent.purpose(), consent.granted(), consent.textVersion(), consent.at());
  }
}
