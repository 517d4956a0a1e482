package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Corrections of what was reported; they go out with the next file. */
public interface Corrections {

  /** What the line of a file should have said. */
  record Correction(
      UUID correctionId,
      UUID loanId,
      UUID aboutFileId,
      int daysPastDue,
      Money overdue,
      String reason,
      String by) {}

  /** Adds a correction; false when that file has no report of the loan. */
  Uni<Boolean> add(Correction correction);
}
