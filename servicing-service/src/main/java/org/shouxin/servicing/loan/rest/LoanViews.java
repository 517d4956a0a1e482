package org.shouxin.servicing.loan.rest;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.LongFunction;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.loan.ViewLoans.Standing;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanTransaction;
import org.shouxin.servicing.loan.model.Position;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Loans as the API shows them. */
final class LoanViews {

  private LoanViews() {}

  record LoanView(
      UUID loanId,
      long version,
      UUID applicationId,
      UUID borrowerId,
      String productCode,
      String state,
      String stage,
      int daysPastDue,
      Money principal,
      String annualRate,
      String penaltyRate,
      int graceDays,
      RepaymentMethod method,
      int termMonths,
      String dayCount,
      String rounding,
      LocalDate contractedOn,
      LocalDate valueDate,
      String bankReference,
      Money principalOutstanding,
      Money amountDue,
      int scheduleVersion,
      @JsonRawValue String terms) {

    static LoanView of(Standing standing) {
      Loan loan = standing.loan();
      Position position = standing.position();
      return new LoanView(
          loan.id(),
          loan.version(),
          loan.party().applicationId(),
          loan.party().borrowerId(),
          loan.terms().productCode(),
          loan.state().name(),
          loan.stage().name(),
          position.daysPastDue(),
          loan.terms().principal(),
          loan.terms().rate().toString(),
          loan.terms().penalty().toString(),
          loan.terms().graceDays(),
          loan.terms().method(),
          loan.terms().termMonths(),
          loan.terms().dayCount().name(),
          loan.terms().rounding().name(),
          loan.terms().contractedOn(),
          loan.valueDate().orElse(null),
          loan.bankReference().orElse(null),
          loan.terms().money(position.principalOutstandingMinor()),
          loan.terms().money(position.amountDueMinor()),
          loan.scheduleVersion(),
          loan.terms().text());
    }
  }

  record Amounts(Money cost, Money interest, Money penalty, Money principal) {
    static Amounts of(Breakdown parts, LongFunction<Money> money) {
      return new Amounts(
          money.apply(parts.costMinor()),
          money.apply(parts.interestMinor()),
          money.apply(parts.penaltyMinor()),
          money.apply(parts.principalMinor()));
    }
  }

  record InstalmentView(
      int number,
      int scheduleVersion,
      LocalDate dueDate,
      int daysPastDue,
      Money principal,
      Money interest,
      Money fees,
      Money penalty,
      Money total,
      Money paid,
      Amounts paidParts,
      LocalDate replacedOn) {

    static InstalmentView of(Standing standing, InstalmentFacts facts) {
      Breakdown planned = facts.planned();
      LongFunction<Money> money = standing.loan().terms()::money;
      LocalDate day = standing.position().asOf();
      return new InstalmentView(
          facts.number(),
          facts.scheduleVersion(),
          facts.dueDate(),
          standing.loan().debt().daysPastDue(facts, day),
          money.apply(planned.principalMinor()),
          money.apply(planned.interestMinor()),
          money.apply(planned.costMinor()),
          money.apply(planned.penaltyMinor()),
          money.apply(planned.totalMinor()),
          money.apply(facts.paid().totalMinor()),
          Amounts.of(facts.paid(), money),
          facts.replacedOn());
    }
  }

  record ScheduleView(UUID loanId, int scheduleVersion, List<InstalmentView> instalments) {

    /** The live instalments, or those of every version. */
    static ScheduleView of(Standing standing, boolean allVersions) {
      Loan loan = standing.loan();
      return new ScheduleView(
          loan.id(),
          loan.scheduleVersion(),
          loan.instalmentFacts().stream()
              .filter(facts -> !facts.isCharge())
              .filter(facts -> allVersions || facts.replacedOn() == null)
              .map(facts -> InstalmentView.of(standing, facts))
              .toList());
    }
  }

  record BalanceView(
      UUID loanId,
      UUID borrowerId,
      String state,
      LocalDate businessDate,
      int daysPastDue,
      String stage,
      Money amountDue,
      Money principalOutstanding,
      Money interestDue,
      Money penaltyDue,
      Money costDue,
      Money principalDue,
      Money interestAccrued,
      Money unapplied,
      Money payoff) {

    static BalanceView of(Standing standing) {
      Position position = standing.position();
      LongFunction<Money> money = standing.loan().terms()::money;
      return new BalanceView(
          standing.loan().id(),
          standing.loan().party().borrowerId(),
          standing.loan().state().name(),
          position.asOf(),
          position.daysPastDue(),
          position.stage().name(),
          money.apply(position.amountDueMinor()),
          money.apply(position.principalOutstandingMinor()),
          money.apply(position.due().interestMinor()),
          money.apply(position.due().penaltyMinor()),
          money.apply(position.due().costMinor()),
          money.apply(position.due().principalMinor()),
          money.apply(position.interestAccruedMinor()),
          money.apply(position.creditMinor()),
          money.apply(position.payoffMinor()));
    }
  }

  record TransactionView(
      UUID transactionId,
      LocalDate businessDate,
      LocalDate valueDate,
      String kind,
      Money amount,
      Amounts parts,
      Money unapplied,
      UUID paymentId,
      String note,
      UUID logLeafId,
      Instant recordedAt) {

    static TransactionView of(LoanTransaction transaction, String currency) {
      LoanTransaction.Figures figures = transaction.figures();
      LongFunction<Money> money = minor -> Money.ofMinor(minor, currency);
      return new TransactionView(
          transaction.id(),
          transaction.businessDate(),
          transaction.valueDate(),
          figures.kind().name(),
          money.apply(figures.amountMinor()),
          Amounts.of(figures.parts(), money),
          money.apply(figures.unappliedMinor()),
          figures.paymentId(),
          figures.note(),
          transaction.logLeafId(),
          transaction.recordedAt());
    }
  }
}
