package org.shouxin.collections.businessday;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.Optional;

/** The business date this service works on; in the caller's unit of work. */
public interface BusinessDays {
  Uni<Optional<LocalDate>> current();

  /** Never goes back. */
  Uni<Void> advanceTo(LocalDate day);
}
