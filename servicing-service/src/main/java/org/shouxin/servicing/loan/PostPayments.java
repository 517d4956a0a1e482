package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.loan.model.Instruction;
import org.shouxin.servicing.loan.model.Loan;

/**
 * Puts money that came in on many loans at once, in the caller's transaction. It is what {@link
 * PostPayment} does, by the same rules; only reading and writing is done for all together.
 */
@ApplicationScoped
public class PostPayments {

  private final LoanRows loans;
  private final RecognisedDays recognised;
  private final PaymentInstructions instructions;
  private final ChangeLoan change;
  private final DayPlans plans;
  private final Ids ids;

  PostPayments(
      LoanRows loans,
      RecognisedDays recognised,
      PaymentInstructions instructions,
      ChangeLoan change,
      DayPlans plans,
      Ids ids) {
    this.loans = loans;
    this.recognised = recognised;
    this.instructions = instructions;
    this.change = change;
    this.plans = plans;
    this.ids = ids;
  }

  /** Money that came in on a loan. */
  public record Received(UUID loanId, UUID paymentId, Money amount) {}

  /** Posts the payments in their order; one that cannot be posted fails them all. */
  public Uni<Void> post(List<Received> payments, LocalDate day) {
    if (payments.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Set<UUID> ids =
        payments.stream()
            .map(Received::loanId)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return Uni.combine()
        .all()
        .unis(loans.locked(ids), recognised.through(ids), instructed(payments))
        .asTuple()
        .chain(read -> post(payments, read.getItem1(), read.getItem2(), read.getItem3(), day));
  }

  private Uni<Map<UUID, Instruction>> instructed(List<Received> payments) {
    return instructions.of(payments.stream().map(Received::paymentId).toList());
  }

  private Uni<Void> post(
      List<Received> payments,
      Map<UUID, Loan> found,
      Map<UUID, LocalDate> through,
      Map<UUID, Instruction> told,
      LocalDate day) {
    return Multi.createFrom()
        .iterable(payments)
        .onItem()
        .transformToUniAndConcatenate(
            payment ->
                post(
                    payment,
                    found.get(payment.loanId()),
                    told.get(payment.paymentId()),
                    through.get(payment.loanId()),
                    day))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<?> post(
      Received payment, Loan loan, Instruction instruction, LocalDate through, LocalDate day) {
    if (loan == null) {
      throw new NotFound("loan", payment.loanId());
    }
    return change.apply(
        loan,
        through,
        loan.dayFor(day),
        (changing, on) ->
            changing.receive(
                payment.paymentId(),
                payment.amount(),
                instruction,
                ids::next,
                plans.current(),
                on));
  }
}
