package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.loan.ViewLoans.Standing;
import org.shouxin.servicing.loan.model.ExplainDebt;
import org.shouxin.servicing.loan.model.MoneyEntry;
import org.shouxin.servicing.schedule.Derivation;
import org.shouxin.servicing.schedule.ExplainSchedule;
import org.shouxin.servicing.schedule.Terms;

/** Tells why a figure of a running loan is what it is, to who may see the loan. */
@ApplicationScoped
public class ExplainLoan {

  private final ViewLoans loans;
  private final Transactions transactions;
  private final UnitOfWork work;

  ExplainLoan(ViewLoans loans, Transactions transactions, UnitOfWork work) {
    this.loans = loans;
    this.transactions = transactions;
    this.work = work;
  }

  /** What can be asked for. */
  public enum Figure {
    /** Interest of an instalment at the end of a day. */
    ACCRUED_INTEREST,
    /** Penalty interest of an instalment at the end of a day. */
    PENALTY,
    /** What a payment covers. */
    ALLOCATION,
    /** A figure of the schedule that the loan was booked with, from the terms that it keeps. */
    SCHEDULED
  }

  /**
   * A question.
   *
   * @param instalment its number in the schedule of the day; for all but an allocation
   * @param asOf the business date when left out
   * @param paymentId for an allocation
   * @param of which figure of the schedule; without an instalment for one of the whole
   */
  public record Question(
      Figure figure,
      Integer instalment,
      LocalDate asOf,
      UUID paymentId,
      ExplainSchedule.Figure of) {

    public Question {
      required(figure, "figure");
      switch (figure) {
        case ALLOCATION -> required(paymentId, "paymentId");
        case SCHEDULED -> required(of, "of");
        default -> required(instalment, "instalment");
      }
    }

    private static void required(Object value, String field) {
      if (value == null) {
        throw Invalid.field(field, "REQUIRED", "missing");
      }
    }
  }

  public Uni<Derivation> explain(UUID loanId, Question question) {
    return loans
        .one(loanId)
        .chain(
            standing ->
                work.reading(() -> transactions.history(loanId))
                    .map(money -> explain(standing, money, question)));
  }

  private static Derivation explain(Standing now, List<MoneyEntry> money, Question question) {
    if (question.figure() == Figure.SCHEDULED) {
      Terms terms = now.loan().terms().from(now.loan().valueDate().orElse(null));
      int row = question.instalment() == null ? 0 : question.instalment();
      return ExplainSchedule.of(terms, row, question.of());
    }
    ExplainDebt debt =
        new ExplainDebt(now.loan().debt(), money, now.loan().terms().principal().currency());
    LocalDate today = now.position().asOf();
    LocalDate day = question.asOf() == null ? today : question.asOf();
    if (day.isAfter(today)) {
      throw Invalid.field("asOf", "AS_OF_IN_FUTURE", "no day after the business date is known");
    }
    return switch (question.figure()) {
      case ACCRUED_INTEREST -> debt.interest(question.instalment(), day);
      case PENALTY -> debt.penalty(question.instalment(), day);
      default ->
          debt.allocation(question.paymentId())
              .orElseThrow(() -> new NotFound("payment", question.paymentId()));
    };
  }
}
