package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How far the days have been recognised in bulk, by the partitions of loans. */
public interface RecognisedDays {

  /** The day for a loan's partition, kept from moving until the current transaction ends. */
  Uni<LocalDate> through(UUID loanId);

  /** The same for many loans. */
  Uni<Map<UUID, LocalDate>> through(Collection<UUID> loanIds);
}
