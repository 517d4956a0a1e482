package org.shouxin.servicing.payment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.payment.DebitResult.Source;
import org.shouxin.servicing.payment.model.BankAnswer;
import org.shouxin.servicing.payment.model.BankAnswer.Status;
import org.shouxin.servicing.webhook.WebhookReceipts;

/**
 * Gives a verified webhook of the bank its effect, once, in one transaction with its receipt. The
 * outcomes of debits, of which there are many, share transactions with those that come at the same
 * time.
 */
@ApplicationScoped
public class TakeBankWebhook {

  private static final Logger LOG = Logger.getLogger(TakeBankWebhook.class);
  static final String SOURCE = "bank";

  private final WebhookReceipts receipts;
  private final SettleBankOrder settle;
  private final GatherDebitResults debits;
  private final AcceptTransfer transfer;
  private final UnitOfWork work;

  TakeBankWebhook(
      WebhookReceipts receipts,
      SettleBankOrder settle,
      GatherDebitResults debits,
      AcceptTransfer transfer,
      UnitOfWork work) {
    this.receipts = receipts;
    this.settle = settle;
    this.debits = debits;
    this.transfer = transfer;
    this.work = work;
  }

  /**
   * What the bank tells; what a type does not have is null.
   *
   * @param amount of a payout or transfer
   * @param collected of a debit
   * @param reference what the sender of a transfer wrote
   */
  public record Told(
      String type,
      String requestId,
      Money amount,
      Money collected,
      String reason,
      String reference,
      String bankReference) {}

  public Uni<Void> handle(String webhookId, Told told) {
    return debit(webhookId, told)
        .map(result -> debits.settle(result).replaceWithVoid())
        .orElseGet(
            () ->
                work.inTransaction(
                    () ->
                        receipts
                            .first(SOURCE, webhookId)
                            .chain(first -> first ? effect(told) : Uni.createFrom().voidItem())));
  }

  /** The webhook as the outcome of a debit, if it is one. */
  private static Optional<DebitResult> debit(String webhookId, Told told) {
    BankAnswer answer =
        switch (told.type()) {
          case "debit.succeeded" -> succeeded(told, told.collected());
          case "debit.failed" -> failed(told);
          default -> null;
        };
    if (answer == null) {
      return Optional.empty();
    }
    String currency =
        told.collected() == null ? null : told.collected().currency().getCurrencyCode();
    return orderId(told)
        .map(id -> new DebitResult(id, answer, currency, Source.WEBHOOK, webhookId));
  }

  private Uni<Void> effect(Told told) {
    return switch (told.type()) {
      case "payout.succeeded" -> order(told, succeeded(told, told.amount()));
      case "payout.failed" -> order(told, failed(told));
      case "transfer.received" ->
          told.amount() == null || told.bankReference() == null || !told.amount().isPositive()
              ? ignore()
              : transfer.handle(told.amount(), told.reference(), told.bankReference());
      default -> ignore();
    };
  }

  private Uni<Void> order(Told told, BankAnswer answer) {
    return orderId(told).map(id -> settle.told(id, answer)).orElseGet(TakeBankWebhook::ignore);
  }

  private static Optional<UUID> orderId(Told told) {
    try {
      return Optional.ofNullable(told.requestId()).map(UUID::fromString);
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private static BankAnswer failed(Told told) {
    return new BankAnswer(Status.FAILED, 0, told.reason(), told.bankReference());
  }

  private static BankAnswer succeeded(Told told, Money amount) {
    long minor = amount == null ? 0 : amount.minor();
    return new BankAnswer(Status.SUCCEEDED, minor, null, told.bankReference());
  }

  private static Uni<Void> ignore() {
    LOG.warn("a signed webhook of the bank says nothing that we know");
    return Uni.createFrom().voidItem();
  }
}
