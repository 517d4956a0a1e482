package org.shouxin.risk.watch;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.exposure.TrackExposure;
import org.shouxin.risk.exposure.WriteOff;
import org.shouxin.risk.limit.AdjustLimit;

/** What follows from a loan's life for the book and for the borrower's limit. */
@ApplicationScoped
public class FollowLoan {

  private final TrackExposure exposures;
  private final AdjustLimit limits;

  public FollowLoan(TrackExposure exposures, AdjustLimit limits) {
    this.exposures = exposures;
    this.limits = limits;
  }

  public Uni<Void> disbursed(UUID loanId, UUID borrowerId, Money principal) {
    return exposures.opened(loanId, borrowerId, principal);
  }

  public Uni<Void> principalPaid(UUID loanId, Money principal) {
    return exposures.principalPaid(loanId, principal);
  }

  public Uni<Void> paymentReversed(UUID loanId, Money principal) {
    return exposures.paymentReversed(loanId, principal);
  }

  public Uni<Void> delinquencyChanged(
      UUID loanId, UUID borrowerId, String stage, int daysPastDue, Money outstanding) {
    return exposures
        .delinquent(loanId, stage, daysPastDue, outstanding)
        .chain(() -> limits.delinquencyChanged(borrowerId, loanId, stage));
  }

  public Uni<Void> closed(UUID loanId, UUID borrowerId) {
    return exposures.closed(loanId).chain(() -> limits.repaid(borrowerId, loanId));
  }

  public Uni<Void> writtenOff(WriteOff writeOff, Money amount) {
    return exposures
        .writtenOff(writeOff, amount)
        .chain(() -> limits.writtenOff(writeOff.borrowerId(), writeOff.loanId()));
  }
}
