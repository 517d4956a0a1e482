package org.shouxin.servicing.loan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.servicing.calendar.BusinessDays;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.PlannedInstalment;
import org.shouxin.servicing.loan.model.Position;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Says what is open of a loan's schedule and puts another in its place. */
@ApplicationScoped
public class RescheduleLoan {

  private final Loans loans;
  private final ChangeLoan change;
  private final BusinessDays days;
  private final DayPlans plans;
  private final Ids ids;

  RescheduleLoan(Loans loans, ChangeLoan change, BusinessDays days, DayPlans plans, Ids ids) {
    this.loans = loans;
    this.change = change;
    this.days = days;
    this.plans = plans;
    this.ids = ids;
  }

  /**
   * What is unpaid of one instalment at the end of the day; amounts in minor units.
   *
   * @param interestMinor all of its interest, accrued or not
   * @param recognisedMinor the part of it that has accrued
   * @param carriedMinor the part of it that had accrued before its own period began
   */
  public record OpenRow(
      int number,
      LocalDate dueDate,
      long principalMinor,
      long interestMinor,
      long recognisedMinor,
      long carriedMinor,
      long penaltyMinor,
      long feesMinor) {}

  /**
   * A loan's schedule as it stands on a day.
   *
   * @param valueDate day of the payout, null before it
   * @param rate the rate in force
   * @param rows instalments that are not fully paid, oldest first
   */
  public record OpenSchedule(
      UUID loanId,
      long version,
      LocalDate day,
      LocalDate valueDate,
      boolean active,
      String stage,
      int daysPastDue,
      Rate rate,
      RepaymentMethod method,
      String dayCount,
      RoundingMode rounding,
      String currency,
      List<OpenRow> rows) {

    public Money money(long minor) {
      return Money.ofMinor(minor, currency);
    }
  }

  /** An instalment of the schedule to come; amounts in minor units. */
  public record NewRow(
      int number,
      LocalDate periodStart,
      LocalDate dueDate,
      long principalMinor,
      long interestMinor,
      long carriedMinor,
      long penaltyMinor,
      long feesMinor) {

    private PlannedInstalment planned() {
      return new PlannedInstalment(
          number,
          periodStart,
          dueDate,
          principalMinor,
          interestMinor,
          carriedMinor,
          feesMinor,
          penaltyMinor);
    }
  }

  /** The schedule on the posting day, with the loan locked. */
  public Uni<OpenSchedule> locked(UUID loanId) {
    return days.postingDay()
        .chain(day -> loans.locked(loanId).map(found -> schedule(found, loanId, day)));
  }

  /** The schedule on the current day, for reading. */
  public Uni<OpenSchedule> seen(UUID loanId) {
    return days.current()
        .chain(day -> loans.find(loanId).map(found -> schedule(found, loanId, day)));
  }

  /** Puts the rows in the place of all that is not fully paid, in the caller's transaction. */
  public Uni<Void> replace(UUID loanId, UUID arrangementId, List<NewRow> rows, Rate rate) {
    List<PlannedInstalment> planned = rows.stream().map(NewRow::planned).toList();
    return change
        .apply(
            loanId,
            (loan, day) ->
                loan.reschedule(planned, rate, arrangementId, plans.current(), day, ids::next))
        .replaceWithVoid();
  }

  private static OpenSchedule schedule(Optional<Loan> found, UUID loanId, LocalDate today) {
    Loan loan = found.orElseThrow(() -> new NotFound("loan", loanId));
    LocalDate day = loan.dayFor(today);
    loan.debt().requireNothingPutOff(day);
    Position position = loan.position(day);
    return new OpenSchedule(
        loanId,
        loan.version(),
        day,
        loan.valueDate().orElse(null),
        loan.state() == LoanState.ACTIVE,
        position.stage().name(),
        position.daysPastDue(),
        loan.terms().rate(),
        loan.terms().method(),
        loan.terms().dayCount().name(),
        loan.terms().rounding(),
        loan.terms().currency(),
        loan.debt().unpaid(day).stream().map(facts -> row(loan, facts, day)).toList());
  }

  private static OpenRow row(Loan loan, InstalmentFacts facts, LocalDate day) {
    Breakdown open = loan.debt().open(facts, day);
    long paid = facts.paid().interestMinor();
    return new OpenRow(
        facts.number(),
        facts.dueDate(),
        open.principalMinor(),
        facts.planned().interestMinor() - paid,
        open.interestMinor(),
        Math.max(0, facts.interestCarriedMinor() - paid),
        open.penaltyMinor(),
        facts.planned().costMinor() - facts.paid().costMinor());
  }
}
