package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.PostPayments;
import org.shouxin.servicing.loan.PostPayments.Received;
import org.shouxin.servicing.payment.DebitResult.Outcome;
import org.shouxin.servicing.payment.model.BankAnswer;
import org.shouxin.servicing.payment.model.BankOrder;
import org.shouxin.servicing.payment.model.BankOrder.Kind;
import org.shouxin.servicing.payment.model.Verdict;
import org.shouxin.servicing.webhook.WebhookReceipts;

/**
 * Gives what the bank tells of debits its effect, many at once: read as rows in few flights, judged
 * and posted by the same rules as one, written by one statement a table. All or nothing.
 */
@ApplicationScoped
class SettleDebits {

  private static final Logger LOG = Logger.getLogger(SettleDebits.class);
  private static final long NOT_IN_THIS_CURRENCY = -1;

  private final BankOrderRows orders;
  private final WebhookReceipts receipts;
  private final PostPayments payments;
  private final BusinessDays days;
  private final UnitOfWork work;
  private final BankSignal signal;
  private final Clock clock;

  SettleDebits(
      BankOrderRows orders,
      WebhookReceipts receipts,
      PostPayments payments,
      BusinessDays days,
      UnitOfWork work,
      BankSignal signal,
      Clock clock) {
    this.orders = orders;
    this.receipts = receipts;
    this.payments = payments;
    this.days = days;
    this.work = work;
    this.signal = signal;
    this.clock = clock;
  }

  /** The outcomes, in the order of the results. */
  Uni<List<Outcome>> settle(List<DebitResult> results) {
    return work.inTransaction(
        () ->
            Uni.combine()
                .all()
                .unis(firstTime(results), days.postingDay(), orders.locked(ids(results)))
                .asTuple()
                .chain(read -> settle(results, read.getItem1(), read.getItem3(), read.getItem2())));
  }

  /** The webhooks among them that were not heard before. */
  private Uni<Set<String>> firstTime(List<DebitResult> results) {
    Set<String> webhooks =
        results.stream()
            .map(DebitResult::webhookId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return webhooks.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : receipts.first(TakeBankWebhook.SOURCE, webhooks);
  }

  private Uni<List<Outcome>> settle(
      List<DebitResult> results, Set<String> first, Map<UUID, BankOrder> found, LocalDate day) {
    List<Outcome> outcomes = new ArrayList<>(results.size());
    List<Received> received = new ArrayList<>();
    for (DebitResult result : results) {
      boolean heardBefore = result.webhookId() != null && !first.contains(result.webhookId());
      outcomes.add(
          heardBefore
              ? Outcome.ALREADY
              : judge(result, found.get(result.orderId()), day, received));
    }
    if (outcomes.contains(Outcome.WAITING) || outcomes.contains(Outcome.DIFFERS)) {
      work.afterCommit(signal::raise);
    }
    return payments.post(received, day).replaceWith(outcomes);
  }

  private Outcome judge(
      DebitResult result, BankOrder order, LocalDate day, List<Received> received) {
    if (order == null || order.kind() != Kind.DEBIT) {
      LOG.warn("the bank speaks of a debit that was never ordered");
      return Outcome.UNKNOWN;
    }
    boolean settledBefore = order.isFinal();
    Verdict verdict = order.hear(answer(result, order), result.isHint(), day, clock.instant());
    if (verdict instanceof Verdict.Paid paid) {
      received.add(new Received(order.loanId(), order.id(), paid.amount()));
      if (paid.toldBeforeMinor() != null) {
        orders.addBreak(
            order,
            DebitResult.Source.WEBHOOK.name(),
            new Verdict.Differs(paid.amount().minor(), paid.toldBeforeMinor()),
            day);
      }
      return Outcome.POSTED;
    }
    if (verdict instanceof Verdict.Differs differs) {
      LOG.errorf("break: the bank names another amount for order %s", order.id());
      orders.addBreak(order, result.source().name(), differs, day);
      return Outcome.DIFFERS;
    }
    if (verdict instanceof Verdict.Refused) {
      return Outcome.REFUSED;
    }
    return settledBefore ? Outcome.ALREADY : Outcome.WAITING;
  }

  /** An amount in another currency than the order's can never be the order's amount. */
  private static BankAnswer answer(DebitResult result, BankOrder order) {
    BankAnswer told = result.answer();
    String currency = order.amount().currency().getCurrencyCode();
    return !told.succeeded() || currency.equals(result.currency())
        ? told
        : new BankAnswer(told.status(), NOT_IN_THIS_CURRENCY, told.reason(), told.bankReference());
  }

  private static Set<UUID> ids(List<DebitResult> results) {
    return results.stream().map(DebitResult::orderId).collect(Collectors.toSet());
  }
}
