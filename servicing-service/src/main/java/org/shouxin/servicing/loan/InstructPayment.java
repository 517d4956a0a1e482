package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.model.Instruction;
import org.shouxin.servicing.loan.model.Instruction.Mode;
import org.shouxin.servicing.loan.model.Instruction.Purpose;
import org.shouxin.servicing.loan.model.Position;

/** Keeps what a payment that was ordered shall do when its money comes, in the caller's unit. */
@ApplicationScoped
public class InstructPayment {

  private final Loans loans;
  private final PaymentInstructions instructions;
  private final BusinessDays days;

  InstructPayment(Loans loans, PaymentInstructions instructions, BusinessDays days) {
    this.loans = loans;
    this.instructions = instructions;
    this.days = days;
  }

  /**
   * Refuses what the money cannot do today.
   *
   * @param purposeOrNull DUE, PREPAYMENT or PAYOFF; DUE when it is null
   * @param modeOrNull SHORTEN_TERM or LOWER_INSTALMENT; the latter when it is null
   */
  public Uni<Void> instruct(
      UUID paymentId, UUID loanId, Money amount, String purposeOrNull, String modeOrNull) {
    Instruction instruction =
        new Instruction(
            named(Purpose.class, purposeOrNull, Purpose.DUE, "/purpose"),
            named(Mode.class, modeOrNull, Mode.LOWER_INSTALMENT, "/mode"));
    if (instruction.purpose() == Purpose.DUE) {
      return Uni.createFrom().voidItem();
    }
    return loans
        .find(loanId)
        .map(found -> found.orElseThrow(() -> new NotFound("loan", loanId)))
        .chain(
            loan ->
                days.current()
                    .invoke(
                        day -> {
                          instruction.requireFor(loan.state(), loan.terms().method());
                          require(loan.position(loan.dayFor(day)), amount, instruction);
                        }))
        .chain(() -> instructions.add(paymentId, loanId, instruction));
  }

  private static <E extends Enum<E>> E named(
      Class<E> type, String nameOrNull, E otherwise, String field) {
    try {
      return nameOrNull == null ? otherwise : Enum.valueOf(type, nameOrNull);
    } catch (IllegalArgumentException unknown) {
      throw Invalid.field(field, "UNKNOWN_VALUE", "not one of the values that are known");
    }
  }

  private static void require(Position position, Money amount, Instruction instruction) {
    if (instruction.purpose() == Purpose.PAYOFF && amount.minor() < position.payoffMinor()) {
      throw RuleViolation.conflict(
              "PAYOFF_AMOUNT", "the pay-off of today is " + position.payoffMinor() + " minor units")
          .with("payoffMinor", position.payoffMinor())
          .field("/amount");
    }
    long first = position.amountDueMinor() + position.interestAccruedMinor();
    if (instruction.purpose() == Purpose.PREPAYMENT && amount.minor() <= first) {
      throw RuleViolation.conflict(
              "PREPAYMENT_AMOUNT", "what is due and the interest until today come first")
          .with("firstMinor", first)
          .field("/amount");
    }
  }
}
