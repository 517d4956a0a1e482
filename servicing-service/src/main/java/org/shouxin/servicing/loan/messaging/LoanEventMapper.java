package org.shouxin.servicing.loan.messaging;

import java.util.Optional;
import java.util.UUID;
import java.util.function.LongFunction;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.outbox.OutgoingEvent;
import org.shouxin.servicing.loan.LoanEvents.About;
import org.shouxin.servicing.loan.LoanEvents.Recorded;
import org.shouxin.servicing.loan.messaging.LoanWireEvents.Allocated;
import org.shouxin.servicing.loan.model.Allocation;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.LoanEvent;

/** Makes the event that others know from one of ours; empty when it is nobody else's business. */
final class LoanEventMapper {

  private LoanEventMapper() {}

  static Optional<OutgoingEvent> wire(About loan, Recorded recorded) {
    UUID id = loan.loanId();
    UUID borrower = loan.party().borrowerId();
    LongFunction<Money> money = minor -> Money.ofMinor(minor, loan.currency());
    LoanEvent event = recorded.event();
    if (event instanceof LoanEvent.Disbursed e) {
      return of(
          loan,
          LoanWireEvents.DISBURSED,
          new LoanWireEvents.Disbursed(
              id,
              borrower,
              loan.party().applicationId(),
              money.apply(e.principalMinor()),
              e.businessDate(),
              e.bankReference()));
    }
    if (event instanceof LoanEvent.PaymentPosted e) {
      return of(
          loan,
          LoanWireEvents.PAYMENT_RECEIVED,
          new LoanWireEvents.Payment(
              id,
              borrower,
              e.paymentId(),
              money.apply(e.amountMinor()),
              e.businessDate(),
              allocated(money, e.allocation())));
    }
    if (event instanceof LoanEvent.PaymentReversed e) {
      return of(
          loan,
          LoanWireEvents.PAYMENT_REVERSED,
          new LoanWireEvents.Payment(
              id,
              borrower,
              e.paymentId(),
              money.apply(-e.amountMinor()),
              e.businessDate(),
              allocated(money, e.allocation().negate())));
    }
    if (event instanceof LoanEvent.DelinquencyChanged e) {
      return of(
          loan,
          LoanWireEvents.DELINQUENCY_CHANGED,
          new LoanWireEvents.DelinquencyChanged(
              id,
              borrower,
              e.businessDate(),
              e.daysPastDue(),
              e.stage().name(),
              money.apply(e.amountDueMinor()),
              money.apply(e.principalOutstandingMinor())));
    }
    if (event instanceof LoanEvent.Closed e) {
      return of(
          loan, LoanWireEvents.CLOSED, new LoanWireEvents.Closed(id, borrower, e.businessDate()));
    }
    if (event instanceof LoanEvent.WrittenOff e) {
      return of(
          loan,
          LoanWireEvents.WRITTEN_OFF,
          new LoanWireEvents.WrittenOff(
              id,
              borrower,
              e.businessDate(),
              money.apply(e.given().totalMinor()),
              e.reason(),
              recorded.logLeafId()));
    }
    return Optional.empty();
  }

  private static Optional<OutgoingEvent> of(About loan, String type, Object payload) {
    return Optional.of(
        new OutgoingEvent(LoanWireEvents.TOPIC, loan.loanId().toString(), type, payload));
  }

  private static Allocated allocated(LongFunction<Money> money, Allocation allocation) {
    Breakdown covered = allocation.total();
    return new Allocated(
        money.apply(covered.costMinor()),
        money.apply(covered.interestMinor()),
        money.apply(covered.penaltyMinor()),
        money.apply(covered.principalMinor()),
        money.apply(allocation.surplusMinor()));
  }
}
