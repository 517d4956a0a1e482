package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.application.model.BorrowerLimit;
import org.shouxin.origination.application.model.LoanState;

/** Keeps what servicing and risk tell of a loan and a limit; inside the caller's transaction. */
@ApplicationScoped
public class TrackLoan {

  private final Applications applications;

  TrackLoan(Applications applications) {
    this.applications = applications;
  }

  /** Servicing tells how a loan goes; a loan that is not ours is ignored. */
  public Uni<Void> loanBecame(UUID loanId, LoanState state) {
    return applications
        .byLoan(loanId)
        .onItem()
        .ifNotNull()
        .invoke(application -> application.loanBecame(state))
        .replaceWithVoid();
  }

  /** Risk tells a borrower's limit. */
  public Uni<Void> limitChanged(UUID borrowerId, Money limit, Instant at) {
    return applications
        .limit(borrowerId)
        .chain(
            known -> {
              if (known == null) {
                return applications.add(new BorrowerLimit(borrowerId, limit, at));
              }
              known.become(limit, at);
              return Uni.createFrom().voidItem();
            });
  }
}
