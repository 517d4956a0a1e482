package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/** What planning new instalments needs: the contract's terms, and ids for them. */
public record Contract(LoanTerms terms, EarlierRates earlierRates, Supplier<UUID> ids) {

  /** The terms as they were on a day. */
  LoanTerms on(LocalDate day) {
    return earlierRates
        .on(day)
        .map(until -> terms.withRates(until.annual(), until.penalty()))
        .orElse(terms);
  }
}
