package org.shouxin.servicing.dayend;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;

/** What the loans of a partition earned that is not in the books yet. */
public interface Accruals {

  /**
   * Moves the partitions on to the end of the day and gives what that adds, minor units; nothing
   * for a partition that is there already. No loan of theirs changes until the transaction ends.
   */
  Uni<List<Accrued>> recognise(LocalDate day, Short[] partitions);

  /** The sums of one partition and currency; each is zero or more. */
  record Accrued(
      int partition, String currency, long interestMinor, long penaltyMinor, long feesMinor) {}
}
