package org.shouxin.risk.alert;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.outbox.Outbox;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.risk.alert.model.Alert;
import org.shouxin.risk.alert.model.AlertKind;

/** Keeps a warning and tells of it. */
@ApplicationScoped
public class RaiseAlert {

  private final Alerts alerts;
  private final Outbox outbox;
  private final Ids ids;
  private final Clock clock;

  public RaiseAlert(Alerts alerts, Outbox outbox, Ids ids, Clock clock) {
    this.alerts = alerts;
    this.outbox = outbox;
    this.ids = ids;
    this.clock = clock;
  }

  /** What others are told: {@code risk.alert.raised.v1}. */
  public record AlertRaised(UUID borrowerId, UUID alertId, String kind, String severity) {}

  public Uni<Void> contactLost(UUID borrowerId, String caseId) {
    return raise(borrowerId, AlertKind.CONTACT_LOST, caseId);
  }

  public Uni<Void> secondMonthLate(UUID borrowerId, String loanId) {
    return raise(borrowerId, AlertKind.DELINQUENCY_M2, loanId);
  }

  public Uni<Void> writtenOff(UUID borrowerId, String loanId) {
    return raise(borrowerId, AlertKind.WRITTEN_OFF, loanId);
  }

  private Uni<Void> raise(UUID borrowerId, AlertKind kind, String source) {
    Alert alert = new Alert(ids.next(), borrowerId, kind, source, clock.instant());
    return alerts
        .add(alert)
        .chain(
            () ->
                outbox.append(
                    new OutgoingEvent(
                        "risk.borrower",
                        borrowerId.toString(),
                        "risk.alert.raised.v1",
                        new AlertRaised(
                            borrowerId, alert.id(), kind.name(), kind.severity().name()))));
  }
}
