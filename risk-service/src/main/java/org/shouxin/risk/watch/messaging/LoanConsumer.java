package org.shouxin.risk.watch.messaging;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.shouxin.chassis.inbox.Inbox;
import org.shouxin.chassis.inbox.IncomingEvent;
import org.shouxin.risk.exposure.WriteOff;
import org.shouxin.risk.watch.FollowLoan;

/** Takes servicing's loan events. */
@ApplicationScoped
public class LoanConsumer {

  private final Inbox inbox;
  private final FollowLoan follow;

  LoanConsumer(Inbox inbox, FollowLoan follow) {
    this.inbox = inbox;
    this.follow = follow;
  }

  @Incoming("servicing-loan")
  public Uni<Void> on(ConsumerRecord<String, String> event) {
    return inbox.receive(event, this::apply);
  }

  private Uni<Void> apply(IncomingEvent event) {
    return switch (event.type()) {
      case LoanEvents.DISBURSED -> disbursed(event.as(LoanEvents.LoanDisbursed.class));
      case LoanEvents.PAYMENT_RECEIVED -> {
        LoanEvents.PaymentMoved moved = event.as(LoanEvents.PaymentMoved.class);
        yield follow.principalPaid(moved.loanId(), moved.allocation().principal());
      }
      case LoanEvents.PAYMENT_REVERSED -> {
        LoanEvents.PaymentMoved moved = event.as(LoanEvents.PaymentMoved.class);
        yield follow.paymentReversed(moved.loanId(), moved.allocation().principal());
      }
      case LoanEvents.DELINQUENCY_CHANGED ->
          delinquencyChanged(event.as(LoanEvents.DelinquencyChanged.class));
      case LoanEvents.CLOSED -> {
        LoanEvents.LoanClosed closed = event.as(LoanEvents.LoanClosed.class);
        yield follow.closed(closed.loanId(), closed.borrowerId());
      }
      case LoanEvents.WRITTEN_OFF -> writtenOff(event);
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> disbursed(LoanEvents.LoanDisbursed told) {
    return follow.disbursed(told.loanId(), told.borrowerId(), told.principal());
  }

  private Uni<Void> delinquencyChanged(LoanEvents.DelinquencyChanged told) {
    return follow.delinquencyChanged(
        told.loanId(),
        told.borrowerId(),
        told.stage(),
        told.daysPastDue(),
        told.principalOutstanding());
  }

  private Uni<Void> writtenOff(IncomingEvent event) {
    LoanEvents.LoanWrittenOff told = event.as(LoanEvents.LoanWrittenOff.class);
    WriteOff writeOff =
        new WriteOff(
            told.loanId(),
            told.borrowerId(),
            told.businessDate(),
            told.reason(),
            event.id(),
            told.logLeafId());
    return follow.writtenOff(writeOff, told.amount());
  }
}
