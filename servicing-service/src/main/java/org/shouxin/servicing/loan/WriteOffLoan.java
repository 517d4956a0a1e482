package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.problem.Stale;
import org.shouxin.servicing.calendar.BusinessDays;

/** Writes a loan off, in the caller's transaction. */
@ApplicationScoped
public class WriteOffLoan {

  private final ChangeLoan change;
  private final BusinessDays days;

  WriteOffLoan(ChangeLoan change, BusinessDays days) {
    this.change = change;
    this.days = days;
  }

  /**
   * @param version the version that the officer saw, or null
   */
  public Uni<Void> handle(UUID loanId, Long version, String reason) {
    return days.postingDay()
        .chain(
            day ->
                change.apply(
                    loanId,
                    loan -> {
                      if (version != null && version != loan.version()) {
                        throw new Stale("the loan has changed");
                      }
                      return loan.writeOff(reason, day);
                    }))
        .replaceWithVoid();
  }
}
