package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/**
 * Money of a loan as it counts now: a payment, a refund (negative), or a use of earlier surplus.
 * What was taken back is no entry; what was worked out anew is an entry with what it covers now.
 * Minor units.
 *
 * @param paymentId of the payment or refund; null for a use of surplus
 * @param valueDate day from which it counts
 * @param amountMinor what came in; zero for a use of surplus
 * @param instruction what the borrower wants it to do, or null
 * @param recovery true when the loan had been written off before it came
 */
public record MoneyEntry(
    UUID paymentId,
    LocalDate valueDate,
    long amountMinor,
    Allocation covered,
    Instruction instruction,
    boolean recovery) {

  /** A payment that has not covered anything yet. */
  static MoneyEntry payment(
      UUID paymentId, LocalDate valueDate, Money amount, Instruction instruction, Debt debt) {
    return new MoneyEntry(
        paymentId,
        valueDate,
        amount.minor(),
        new Allocation(List.of(), amount.minor()),
        instruction,
        debt.rules().writtenOff(valueDate));
  }

  static MoneyEntry ofCredit(LocalDate day, Allocation covered) {
    return new MoneyEntry(null, day, 0, covered, null, false);
  }

  /** Credit that goes back to the borrower: a payment the other way round. */
  static MoneyEntry refund(UUID refundId, LocalDate day, long minor) {
    return new MoneyEntry(refundId, day, -minor, new Allocation(List.of(), -minor), null, false);
  }

  boolean isPayment() {
    return paymentId != null;
  }

  /** True for two views of the same money. */
  boolean isSameAs(MoneyEntry other) {
    return isPayment()
        ? paymentId.equals(other.paymentId) && amountMinor < 0 == other.amountMinor < 0
        : !other.isPayment() && valueDate.equals(other.valueDate);
  }

  boolean countsLike(MoneyEntry other) {
    return valueDate.equals(other.valueDate) && covered.coversSameAs(other.covered);
  }

  MoneyEntry negate() {
    return new MoneyEntry(
        paymentId, valueDate, -amountMinor, covered.negate(), instruction, recovery);
  }

  /** The same money with what it covers now. */
  MoneyEntry covering(Allocation other) {
    return new MoneyEntry(paymentId, valueDate, amountMinor, other, instruction, recovery);
  }

  MoneyEntry on(LocalDate otherValueDate, boolean afterWriteOff) {
    return new MoneyEntry(
        paymentId, otherValueDate, amountMinor, covered, instruction, afterWriteOff);
  }

  /** More surplus of the same day used. */
  MoneyEntry and(Allocation more) {
    return covering(Allocation.sum(List.of(covered, more)));
  }
}
