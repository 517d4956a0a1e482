package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.security.Caller;
import org.shouxin.servicing.bureau.Corrections.Correction;

/** Corrects a line that was reported wrongly, in the caller's transaction. */
@ApplicationScoped
public class CorrectReport {

  private static final int DAYS_MAX = 10_000;

  private final Corrections corrections;
  private final Caller caller;
  private final Ids ids;

  CorrectReport(Corrections corrections, Caller caller, Ids ids) {
    this.corrections = corrections;
    this.caller = caller;
    this.ids = ids;
  }

  public Uni<Correction> correct(
      UUID loanId, UUID fileId, int daysPastDue, Money overdue, String reason) {
    if (daysPastDue < 0 || daysPastDue > DAYS_MAX) {
      throw Invalid.field("/daysPastDue", "DAYS_RANGE", "from 0 to " + DAYS_MAX);
    }
    if (overdue.isNegative()) {
      throw Invalid.field("/overdue/amount", "MONEY_AMOUNT", "not negative");
    }
    Correction correction =
        new Correction(ids.next(), loanId, fileId, daysPastDue, overdue, reason, caller.subject());
    return corrections
        .add(correction)
        .map(
            added -> {
              if (!added) {
                throw new NotFound("report of the loan in file", fileId);
              }
              return correction;
            });
  }
}
