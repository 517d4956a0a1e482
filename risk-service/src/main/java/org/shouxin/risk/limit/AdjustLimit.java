package org.shouxin.risk.limit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.risk.alert.RaiseAlert;
import org.shouxin.risk.limit.model.BorrowerLimit;
import org.shouxin.risk.limit.model.LimitEvent;

/** Moves a borrower's limit, tells of the move and warns; runs in the caller's transaction. */
@ApplicationScoped
public class AdjustLimit {

  private static final String CURRENCY = "CNY";

  private final BorrowerLimits limits;
  private final RaiseAlert alerts;
  private final Outbox outbox;

  public AdjustLimit(BorrowerLimits limits, RaiseAlert alerts, Outbox outbox) {
    this.limits = limits;
    this.alerts = alerts;
    this.outbox = outbox;
  }

  /** What others are told: {@code risk.limit.changed.v1}. */
  public record LimitChanged(UUID borrowerId, Money limit, Money previousLimit, String reason) {}

  public Uni<Void> granted(UUID borrowerId, Money graded) {
    return change(borrowerId, limit -> limit.granted(graded));
  }

  public Uni<Void> contactLost(UUID borrowerId, UUID caseId) {
    return change(borrowerId, limit -> limit.contactLost(caseId.toString()));
  }

  public Uni<Void> contactFound(UUID borrowerId, UUID caseId) {
    return change(borrowerId, limit -> limit.contactFound(caseId.toString()));
  }

  public Uni<Void> recovered(UUID borrowerId, UUID caseId) {
    return change(borrowerId, limit -> limit.recovered(caseId.toString()));
  }

  public Uni<Void> holdPlaced(UUID borrowerId, UUID caseId) {
    return change(borrowerId, limit -> limit.holdPlaced(caseId.toString()));
  }

  public Uni<Void> holdReleased(UUID borrowerId, UUID caseId) {
    return change(borrowerId, limit -> limit.holdReleased(caseId.toString()));
  }

  public Uni<Void> delinquencyChanged(UUID borrowerId, UUID loanId, String stage) {
    return change(borrowerId, limit -> limit.delinquencyChanged(loanId.toString(), stage));
  }

  public Uni<Void> writtenOff(UUID borrowerId, UUID loanId) {
    return change(borrowerId, limit -> limit.writtenOff(loanId.toString()));
  }

  public Uni<Void> repaid(UUID borrowerId, UUID loanId) {
    return change(borrowerId, limit -> limit.repaid(loanId.toString()));
  }

  private Uni<Void> change(UUID borrowerId, Function<BorrowerLimit, List<LimitEvent>> transition) {
    return limits
        .lock(borrowerId, CURRENCY)
        .map(transition)
        .chain(
            events ->
                Multi.createFrom()
                    .iterable(events)
                    .onItem()
                    .transformToUniAndConcatenate(this::follow)
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Void> follow(LimitEvent event) {
    if (event instanceof LimitEvent.WarningDue due) {
      return switch (due.warning()) {
        case CONTACT_LOST -> alerts.contactLost(due.borrowerId(), due.source());
        case SECOND_MONTH_LATE -> alerts.secondMonthLate(due.borrowerId(), due.source());
        case WRITTEN_OFF -> alerts.writtenOff(due.borrowerId(), due.source());
      };
    }
    LimitEvent.LimitChanged changed = (LimitEvent.LimitChanged) event;
    return outbox.append(
        new OutgoingEvent(
            "risk.borrower",
            changed.borrowerId().toString(),
            "risk.limit.changed.v1",
            new LimitChanged(
                changed.borrowerId(), changed.limit(), changed.previousLimit(), changed.reason())));
  }
}
