package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.loan.model.AllocationOrder;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanTerms;
import org.shouxin.servicing.loan.model.Party;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.Law;
import org.shouxin.servicing.schedule.Terms;

/** Opens the loan of a signed contract and orders its payout, in the caller's transaction. */
@ApplicationScoped
public class OpenLoan {

  private final Loans loans;
  private final AllocationOrders orders;
  private final Payouts payouts;

  OpenLoan(Loans loans, AllocationOrders orders, Payouts payouts) {
    this.loans = loans;
    this.orders = orders;
    this.payouts = payouts;
  }

  /**
   * A signed contract, as far as servicing needs it.
   *
   * @param terms from which the schedule is calculated, all of them
   */
  public record SignedContract(
      UUID loanId,
      UUID applicationId,
      UUID borrowerId,
      String borrowerSubject,
      Terms terms,
      LocalDate signedOn,
      String contractHash,
      String agreement,
      String preferredChannel,
      BigDecimal penaltyRateMultiple,
      int graceDays,
      String productCode,
      String purpose) {}

  /** Does nothing when the loan is known: a contract opens one loan and one payout. */
  public Uni<Void> handle(SignedContract contract) {
    LoanTerms terms = terms(contract);
    return loans
        .find(contract.loanId())
        .chain(
            known ->
                known.isPresent()
                    ? Uni.createFrom().voidItem()
                    : orders
                        .of(contract.productCode())
                        .chain(order -> open(contract, terms, order)));
  }

  private Uni<Void> open(
      SignedContract contract, LoanTerms terms, Optional<AllocationOrder> order) {
    Loan loan =
        Loan.contracted(
            contract.loanId(),
            new Party(
                contract.applicationId(),
                contract.borrowerId(),
                contract.borrowerSubject(),
                contract.agreement(),
                contract.preferredChannel()),
            terms,
            order.orElse(AllocationOrder.STANDARD));
    loan.orderPayout();
    return loans
        .add(loan)
        .chain(() -> payouts.order(loan.id(), contract.agreement(), contract.terms().principal()));
  }

  /** The law is that of the day on which the contract was signed. */
  private static LoanTerms terms(SignedContract contract) {
    Terms terms = contract.terms().contractedOn(contract.signedOn());
    if (terms.law().jurisdiction() != Law.Jurisdiction.CN) {
      throw Invalid.field("/jurisdiction", "JURISDICTION_NOT_BOOKED", "no loans under this law");
    }
    CalculateSchedule.priced(terms);
    LateTerms late = LateTerms.of(terms, contract.penaltyRateMultiple(), contract.graceDays());
    return LoanTerms.of(
        terms, late, contract.productCode(), contract.purpose(), contract.contractHash());
  }
}
