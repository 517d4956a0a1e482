package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.servicing.loan.TurnLoans.ReminderWanted;

/** Stretches of days on which loans are late past their grace. */
public interface Defaults {

  /** Kind of the reminder that tells a borrower of the report to come. */
  String NOTICE = "NEGATIVE_REPORT";

  /**
   * Begins the defaults of loans that are late past their grace and whose borrowers agreed to be
   * reported; what they are told.
   */
  Uni<List<ReminderWanted>> begin(LocalDate day, List<Integer> partitions, int limit);

  /** Ends the defaults of loans that are good again. */
  Uni<Void> end(LocalDate day);
}
