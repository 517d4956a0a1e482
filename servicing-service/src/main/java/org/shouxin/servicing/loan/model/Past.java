package org.shouxin.servicing.loan.model;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * What is needed to work a loan out anew from an earlier day.
 *
 * @param history the money as it counts now, in the order in which it counts
 * @param ids of the instalments that early repayments may bring
 */
public record Past(List<MoneyEntry> history, Supplier<UUID> ids) {

  public Past {
    history = List.copyOf(history);
  }

  /** A refund that counts. */
  MoneyEntry refund(UUID refundId) {
    return history.stream()
        .filter(entry -> refundId.equals(entry.paymentId()) && entry.amountMinor() < 0)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not a refund that counts: " + refundId));
  }

  /** A payment that counts. */
  MoneyEntry payment(UUID paymentId) {
    return history.stream()
        .filter(entry -> paymentId.equals(entry.paymentId()) && entry.amountMinor() > 0)
        .findFirst()
        .orElseThrow(
            () ->
                RuleViolation.conflict("PAYMENT_TAKEN_BACK", "the payment was taken back before"));
  }
}
