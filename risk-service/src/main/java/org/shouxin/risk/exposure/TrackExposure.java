package org.shouxin.risk.exposure;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.function.Consumer;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.exposure.model.LoanExposure;

/** Keeps the book of loans in step with servicing; runs in the transaction of the event. */
@ApplicationScoped
public class TrackExposure {

  private final Exposures exposures;

  public TrackExposure(Exposures exposures) {
    this.exposures = exposures;
  }

  public Uni<Void> opened(UUID loanId, UUID borrowerId, Money principal) {
    return exposures
        .find(loanId)
        .chain(
            known ->
                known == null
                    ? exposures.add(new LoanExposure(loanId, borrowerId, principal))
                    : Uni.createFrom().voidItem());
  }

  public Uni<Void> delinquent(UUID loanId, String stage, int daysPastDue, Money outstanding) {
    return change(loanId, loan -> loan.delinquent(stage, daysPastDue, outstanding));
  }

  public Uni<Void> principalPaid(UUID loanId, Money principal) {
    return change(loanId, loan -> loan.principalPaid(principal));
  }

  public Uni<Void> paymentReversed(UUID loanId, Money principal) {
    return change(loanId, loan -> loan.paymentReversed(principal));
  }

  public Uni<Void> closed(UUID loanId) {
    return change(loanId, LoanExposure::closed);
  }

  /** A write-off counts as evidence even of a loan whose payout was never told. */
  public Uni<Void> writtenOff(WriteOff writeOff, Money amount) {
    return opened(writeOff.loanId(), writeOff.borrowerId(), amount)
        .chain(
            () ->
                change(
                    writeOff.loanId(),
                    loan ->
                        loan.writtenOff(
                            writeOff.day(),
                            writeOff.reason(),
                            writeOff.eventId(),
                            writeOff.logLeafId())));
  }

  public Uni<Money> outstanding(UUID borrowerId, String currency) {
    return exposures.outstanding(borrowerId, currency);
  }

  /** The write-off of a loan, null when none was told. */
  public Uni<WriteOff> writeOff(UUID loanId) {
    return exposures.find(loanId).map(TrackExposure::writeOff);
  }

  private static WriteOff writeOff(LoanExposure loan) {
    return loan == null || loan.state() != LoanExposure.State.WRITTEN_OFF
        ? null
        : new WriteOff(
            loan.loanId(),
            loan.borrowerId(),
            loan.writtenOffOn(),
            loan.writtenOffReason(),
            loan.writtenOffEvent(),
            loan.writtenOffLeaf());
  }

  private Uni<Void> change(UUID loanId, Consumer<LoanExposure> change) {
    return exposures
        .find(loanId)
        .invoke(
            loan -> {
              if (loan != null) {
                change.accept(loan);
              }
            })
        .replaceWithVoid();
  }
}
