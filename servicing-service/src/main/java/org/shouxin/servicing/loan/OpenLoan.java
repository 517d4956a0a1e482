package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.model.AllocationOrder;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanTerms;
import org.shouxin.servicing.loan.model.Party;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
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

  /** A signed contract, as far as servicing needs it. */
  public record SignedContract(
      UUID loanId,
      UUID applicationId,
      UUID borrowerId,
      String borrowerSubject,
      Money principal,
      Rate annualRate,
      RepaymentMethod method,
      int termMonths,
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
        .chain(() -> payouts.order(loan.id(), contract.agreement(), contract.principal()));
  }

  private static LoanTerms terms(SignedContract contract) {
    Terms terms =
        Terms.monthly(
            contract.principal(),
            contract.annualRate(),
            contract.method(),
            contract.termMonths(),
            contract.signedOn());
    CalculateSchedule.priced(terms);
    LateTerms late =
        LateTerms.of(
            contract.annualRate(),
            contract.penaltyRateMultiple(),
            contract.graceDays(),
            contract.signedOn());
    return LoanTerms.of(
        terms, late, contract.productCode(), contract.purpose(), contract.contractHash());
  }
}
