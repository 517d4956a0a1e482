package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Rate;

/**
 * What is overdue, or everything, is paid in new monthly instalments: re-age and restructure.
 *
 * <p>Interest, penalty and fees that are owed already are asked for in even parts and bear no
 * interest; principal bears interest from the day of the change.
 */
final class Reinstalment {

  private Reinstalment() {}

  /**
   * Re-age (逾期部分重新分期): the overdue principal is added in even parts to the next instalments; those
   * keep what they ask for, and further ones follow monthly when there are too few.
   */
  static Plan reAge(OpenLoan loan, int months) {
    loan.requireMonthly();
    List<OpenInstalment> due = loan.due();
    if (due.isEmpty()) {
      throw RuleViolation.refused("ARRANGEMENT_NOT_LATE", "nothing of the loan is overdue");
    }
    List<OpenInstalment> ahead = loan.ahead();
    int number = Math.max(months, ahead.size());
    List<LocalDate> dates =
        DueDays.continued(
            ahead.stream().map(OpenInstalment::dueDate).toList(),
            loan.day(),
            loan.dueDay(),
            number);
    Owed owed = Owed.of(due, Shares.even(OpenLoan.principal(due), months));
    long overdue = OpenLoan.principal(due);
    List<NewInstalment> rows = new ArrayList<>();
    for (int k = 0; k < number; k++) {
      LocalDate from = k == 0 ? loan.day() : dates.get(k - 1);
      OpenInstalment old = k < ahead.size() ? ahead.get(k) : nothing(dates.get(k));
      long running =
          k == 0
              ? loan.bearing().days(overdue, from, dates.get(0))
              : loan.bearing().between(overdue, from, dates.get(k));
      NewInstalment part = owed.row(k, loan.firstNumber() + k, from, dates.get(k), running);
      rows.add(with(part, old, k == 0));
      overdue -= part.principalMinor();
    }
    return Plan.of(loan, rows);
  }

  /**
   * Restructure (重组): all unpaid principal in new monthly instalments, equal ones or of equal
   * principal, at the rate that was agreed; the interest of the time ahead is worked out anew.
   */
  static Plan restructure(OpenLoan loan, int months, Rate rate, boolean equalInstalments) {
    if (rate.compareTo(loan.bearing().rate()) > 0) {
      throw RuleViolation.refused("ARRANGEMENT_RATE_UP", "a higher rate needs a new contract")
          .field("/annualRate");
    }
    Bearing bearing = loan.bearing().at(rate);
    List<LocalDate> dates = DueDays.continued(List.of(), loan.day(), loan.dueDay(), months);
    long balance = loan.principalMinor();
    long[] principal =
        equalInstalments
            ? Shares.equalInstalments(balance, months, bearing)
            : Shares.even(balance, months);
    Owed owed = Owed.of(loan.open(), principal);
    List<NewInstalment> rows = new ArrayList<>();
    for (int k = 0; k < months; k++) {
      LocalDate from = k == 0 ? loan.day() : dates.get(k - 1);
      long running =
          k == 0
              ? bearing.days(balance, from, dates.get(0))
              : bearing.between(balance, from, dates.get(k));
      rows.add(owed.row(k, loan.firstNumber() + k, from, dates.get(k), running));
      balance -= principal[k];
    }
    return Plan.of(loan, rows, rate);
  }

  /** What is owed already, in parts. */
  private record Owed(long[] principal, long[] interest, long[] penalty, long[] fees) {

    static Owed of(List<OpenInstalment> rows, long[] principal) {
      int n = principal.length;
      return new Owed(
          principal,
          Shares.even(rows.stream().mapToLong(OpenInstalment::recognisedMinor).sum(), n),
          Shares.even(rows.stream().mapToLong(OpenInstalment::penaltyMinor).sum(), n),
          Shares.even(rows.stream().mapToLong(OpenInstalment::feesMinor).sum(), n));
    }

    NewInstalment row(int k, int number, LocalDate from, LocalDate to, long running) {
      boolean has = k < principal.length;
      return new NewInstalment(
          number,
          from,
          to,
          has ? principal[k] : 0,
          (has ? interest[k] : 0) + running,
          has ? interest[k] : 0,
          has ? penalty[k] : 0,
          has ? fees[k] : 0);
    }
  }

  private static OpenInstalment nothing(LocalDate dueDate) {
    return new OpenInstalment(0, dueDate, 0, 0, 0, 0, 0, 0);
  }

  private static NewInstalment with(NewInstalment part, OpenInstalment old, boolean running) {
    return new NewInstalment(
        part.number(),
        part.periodStart(),
        part.dueDate(),
        part.principalMinor() + old.principalMinor(),
        part.interestMinor() + old.interestMinor(),
        part.carriedMinor() + (running ? old.recognisedMinor() : old.carriedMinor()),
        part.penaltyMinor() + old.penaltyMinor(),
        part.feesMinor() + old.feesMinor());
  }
}
