package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.PostPayment;
import org.shouxin.servicing.loan.RefundCredit;
import org.shouxin.servicing.loan.SettlePayout;
import org.shouxin.servicing.payment.model.BankAnswer;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.Verdict;

/**
 * Settles an order from what the bank says, once: by a webhook or by asking, whichever comes first.
 * The order's row is locked, so a second teller finds it settled.
 */
@ApplicationScoped
class SettleBankOrder {

  private static final Logger LOG = Logger.getLogger(SettleBankOrder.class);

  private final BankOrders orders;
  private final SettlePayout payout;
  private final RefundCredit refund;
  private final PostPayment payment;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final BankSignal signal;
  private final Clock clock;

  SettleBankOrder(
      BankOrders orders,
      SettlePayout payout,
      RefundCredit refund,
      PostPayment payment,
      BusinessDays days,
      UnitOfWork work,
      BankSignal signal,
      Clock clock) {
    this.orders = orders;
    this.payout = payout;
    this.refund = refund;
    this.payment = payment;
    this.days = days;
    this.work = work;
    this.signal = signal;
    this.clock = clock;
  }

  /** What a webhook told, in the caller's transaction; an order we never made is ignored. */
  Uni<Void> told(UUID orderId, BankAnswer answer) {
    return heard(orderId, answer, true, "WEBHOOK").invoke(() -> work.afterCommit(signal::raise));
  }

  /** What the bank answered, in the caller's transaction. */
  Uni<Void> answered(UUID orderId, BankAnswer answer) {
    return heard(orderId, answer, false, "ANSWER");
  }

  private Uni<Void> heard(UUID orderId, BankAnswer answer, boolean hint, String source) {
    return days.postingDay()
        .chain(
            day -> orders.locked(orderId).chain(found -> judge(found, answer, hint, day, source)));
  }

  private Uni<Void> judge(
      Optional<BankOrder> found, BankAnswer answer, boolean hint, LocalDate day, String source) {
    if (found.isEmpty()) {
      LOG.warn("the bank speaks of an order that was never made");
      return Uni.createFrom().voidItem();
    }
    BankOrder order = found.get();
    Verdict verdict = order.hear(answer, hint, day, clock.instant());
    if (verdict instanceof Verdict.Paid paid) {
      return paid(order, paid);
    }
    if (verdict instanceof Verdict.Refused refused) {
      return switch (order.cause()) {
        case LOAN_PAYOUT -> payout.refused(order.loanId());
        case CREDIT_REFUND -> refund.refused(order.loanId(), order.id(), refused.reason());
        case SCHEDULED, PAY_NOW, PAY_LINK -> Uni.createFrom().voidItem();
      };
    }
    if (verdict instanceof Verdict.Differs differs) {
      LOG.errorf("break: the bank names another amount for order %s (%s)", order.id(), source);
      return orders.addBreak(order, source, differs.expectedMinor(), differs.toldMinor());
    }
    return Uni.createFrom().voidItem();
  }

  private Uni<Void> paid(BankOrder order, Verdict.Paid paid) {
    Uni<Void> posted =
        switch (order.cause()) {
          case LOAN_PAYOUT -> payout.paidOut(order.loanId(), paid.bankReference());
          case CREDIT_REFUND -> refund.paid(order.loanId(), paid.amount());
          case SCHEDULED, PAY_NOW, PAY_LINK ->
              payment.post(order.loanId(), order.id(), paid.amount());
        };
    return paid.toldBeforeMinor() == null
        ? posted
        : posted.chain(
            () -> orders.addBreak(order, "WEBHOOK", paid.amount().minor(), paid.toldBeforeMinor()));
  }
}
