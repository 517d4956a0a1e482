package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.arrangement.model.Arrangement.Quoted;
import org.shouxin.servicing.arrangement.model.Bearing;
import org.shouxin.servicing.arrangement.model.NewInstalment;
import org.shouxin.servicing.arrangement.model.OpenInstalment;
import org.shouxin.servicing.arrangement.model.OpenLoan;
import org.shouxin.servicing.arrangement.model.Plan;
import org.shouxin.servicing.arrangement.model.Wish;
import org.shouxin.servicing.loan.RescheduleLoan;
import org.shouxin.servicing.loan.RescheduleLoan.NewRow;
import org.shouxin.servicing.loan.RescheduleLoan.OpenSchedule;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Works out what a wish would bring to a loan, and puts it into force. */
@ApplicationScoped
class WorkOutArrangement {

  private static final String FLAT = "FLAT";

  private final RescheduleLoan loans;

  WorkOutArrangement(RescheduleLoan loans) {
    this.loans = loans;
  }

  /** A schedule worked out for a loan as it stands. */
  record Worked(OpenSchedule loan, Plan plan) {

    Quoted quoted(int days) {
      return new Quoted(
          loan.version(),
          loan.day(),
          loan.day().plusDays(days),
          plan.digest(),
          loan.money(plan.costDifferenceMinor()));
    }
  }

  /** The loan as it stands, locked. */
  Uni<OpenSchedule> loan(UUID loanId) {
    return loans.locked(loanId);
  }

  /** The same for reading only. */
  Uni<OpenSchedule> seen(UUID loanId) {
    return loans.seen(loanId);
  }

  /** What the wish would bring; a rule may refuse it. Nothing changes. */
  Worked worked(OpenSchedule loan, Wish wish) {
    if (!loan.active() || loan.rows().isEmpty()) {
      throw RuleViolation.conflict("LOAN_NOT_ACTIVE", "only an active loan is changed");
    }
    return new Worked(loan, wish.plan(open(loan)));
  }

  Uni<Void> putIntoForce(UUID arrangementId, Worked worked) {
    return loans.replace(
        worked.loan().loanId(),
        arrangementId,
        worked.plan().rows().stream().map(WorkOutArrangement::row).toList(),
        worked.plan().rate());
  }

  private static OpenLoan open(OpenSchedule loan) {
    List<OpenInstalment> rows =
        loan.rows().stream()
            .map(
                row ->
                    new OpenInstalment(
                        row.number(),
                        row.dueDate(),
                        row.principalMinor(),
                        row.interestMinor(),
                        row.recognisedMinor(),
                        row.carriedMinor(),
                        row.penaltyMinor(),
                        row.feesMinor()))
            .toList();
    return new OpenLoan(
        loan.day(),
        loan.valueDate(),
        new Bearing(loan.rate(), loan.dayCount(), loan.rounding()),
        loan.method() == RepaymentMethod.BULLET,
        FLAT.equals(loan.method().name()),
        rows);
  }

  private static NewRow row(NewInstalment row) {
    return new NewRow(
        row.number(),
        row.periodStart(),
        row.dueDate(),
        row.principalMinor(),
        row.interestMinor(),
        row.carriedMinor(),
        row.penaltyMinor(),
        row.feesMinor());
  }
}
