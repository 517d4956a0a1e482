package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouxin.servicing.loan.model.DayOpening;
import org.shouxin.servicing.loan.model.LoanFacts;
import org.shouxin.servicing.loan.model.Party;

/**
 * The loans with something to do when a day opens, as plain values: many are read by one statement
 * and written by one, and none is locked while it is worked out.
 */
public interface DueLoans {

  /** Some of them. */
  Uni<List<DueLoan>> next(LocalDate opening, Short[] partitions, int limit);

  /** How many are left. */
  Uni<Long> left(LocalDate opening, Short[] partitions);

  /**
   * Writes what the day made of loans; a loan that somebody changed since it was read is passed,
   * and will be read again. Gives the ids of those written.
   */
  Uni<Set<UUID>> write(List<Opened> loans);

  /**
   * A loan with those of its instalments that matter for the day: all that are unpaid for a loan
   * that is late; else what is due, and the next ones.
   */
  record DueLoan(UUID id, long version, Party party, String currency, LoanFacts facts) {}

  /** What the day brings to a loan. */
  record Opened(DueLoan loan, DayOpening opening) {}
}
