package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * Instalments move to later dates and keep their principal: extension (展期), payment holiday,
 * hardship and change of the due day.
 *
 * <p>With nothing due, the first row asks for the old one's interest and for that of the added time
 * on all principal moved; the others keep theirs. When something is due it moves as well: its
 * interest is carried, the time up to the new first due date bears interest on all principal from
 * the day of the change, and each later row bears that of its new period. Interest is never
 * compounded, unless the chosen treatment of a holiday says so.
 */
final class Postponement {

  private static final int BULLET_MONTHS_MAX = 12;

  private final OpenLoan loan;
  private final Bearing bearing;

  private Postponement(OpenLoan loan) {
    this.loan = loan;
    this.bearing = loan.bearing();
  }

  /** Everything unpaid moves by months, further when that would still be in the past. */
  static Plan byMonths(OpenLoan loan, int months, Treatment treatment) {
    LocalDate first = loan.open().get(0).dueDate();
    int shift = months;
    while (!loan.moved(first, shift).isAfter(loan.day())) {
      shift++;
    }
    return new Postponement(loan).moved(shift, treatment);
  }

  /** Nothing is asked for before so many months from the day have passed. */
  static Plan untilAfter(OpenLoan loan, int months, Treatment treatment) {
    LocalDate first = loan.open().get(0).dueDate();
    LocalDate earliest = loan.day().plusMonths(months);
    int shift = months;
    while (loan.moved(first, shift).isBefore(earliest)) {
      shift++;
    }
    return new Postponement(loan).moved(shift, treatment);
  }

  /**
   * What is not due yet falls due on another day of the month: the first of these on or after the
   * old date, the rest monthly. What is due (within grace) stays where it is.
   */
  static Plan toDay(OpenLoan loan, int dueDay) {
    loan.requireMonthly();
    List<OpenInstalment> ahead = loan.ahead();
    if (ahead.isEmpty()) {
      throw RuleViolation.refused("ARRANGEMENT_NOTHING_AHEAD", "no instalment is ahead");
    }
    if (loan.dueDay() == dueDay) {
      throw RuleViolation.refused("ARRANGEMENT_SAME_DAY", "the loan falls due on that day already")
          .field("/dueDay");
    }
    List<LocalDate> dates = new ArrayList<>();
    for (int k = 0; k < ahead.size(); k++) {
      dates.add(
          k == 0
              ? DueDays.firstFrom(ahead.get(0).dueDate(), dueDay)
              : DueDays.moved(dates.get(k - 1), 1, dueDay));
    }
    Postponement change = new Postponement(loan);
    List<NewInstalment> rows = new ArrayList<>(stay(loan.due()));
    rows.addAll(change.rows(List.of(), ahead, dates));
    return Plan.of(loan, change.checked(rows));
  }

  /** Rows that are taken over as they are; nothing but their version changes. */
  static List<NewInstalment> stay(List<OpenInstalment> due) {
    return due.stream()
        .map(
            row ->
                new NewInstalment(
                    row.number(),
                    row.dueDate(),
                    row.dueDate(),
                    row.principalMinor(),
                    row.interestMinor(),
                    row.interestMinor(),
                    row.penaltyMinor(),
                    row.feesMinor()))
        .toList();
  }

  private Plan moved(int shift, Treatment treatment) {
    if (treatment == Treatment.CAPITALISE) {
      loan.requireInterestOnBalance();
    }
    List<LocalDate> dates =
        loan.open().stream().map(row -> loan.moved(row.dueDate(), shift)).toList();
    List<NewInstalment> rows = rows(loan.due(), loan.ahead(), dates);
    return Plan.of(loan, checked(treatment.apply(rows, added(dates.get(0)), bearing)));
  }

  /** Interest of the time that the change adds before the first row. */
  private long added(LocalDate first) {
    return loan.due().isEmpty()
        ? bearing.between(loan.principalMinor(), loan.open().get(0).dueDate(), first)
        : bearing.days(loan.principalMinor(), loan.day(), first);
  }

  private List<NewInstalment> rows(
      List<OpenInstalment> due, List<OpenInstalment> ahead, List<LocalDate> dates) {
    List<OpenInstalment> old = new ArrayList<>(due);
    old.addAll(ahead);
    List<NewInstalment> rows = new ArrayList<>();
    long balance = OpenLoan.principal(old);
    for (int k = 0; k < old.size(); k++) {
      LocalDate from = k == 0 ? loan.day() : dates.get(k - 1);
      OpenInstalment row = old.get(k);
      Asked asked =
          k == 0
              ? first(due, ahead, dates.get(0), balance)
              : later(k, due, row, from, balance, dates);
      rows.add(
          new NewInstalment(
              row.number(),
              from,
              dates.get(k),
              row.principalMinor(),
              asked.carried() + asked.running(),
              asked.carried(),
              row.penaltyMinor(),
              row.feesMinor()));
      balance -= row.principalMinor();
    }
    return rows;
  }

  /** Interest of a new row: what has accrued already, and what accrues in its period. */
  private record Asked(long carried, long running) {}

  private Asked first(
      List<OpenInstalment> due, List<OpenInstalment> ahead, LocalDate to, long balance) {
    if (due.isEmpty()) {
      OpenInstalment row = ahead.get(0);
      return new Asked(
          row.recognisedMinor(),
          row.interestMinor()
              - row.recognisedMinor()
              + bearing.between(balance, row.dueDate(), to));
    }
    long accrued = ahead.isEmpty() ? 0 : ahead.get(0).recognisedMinor();
    return new Asked(due.get(0).interestMinor() + accrued, bearing.days(balance, loan.day(), to));
  }

  private Asked later(
      int k,
      List<OpenInstalment> due,
      OpenInstalment row,
      LocalDate from,
      long balance,
      List<LocalDate> dates) {
    if (k < due.size()) {
      return new Asked(row.interestMinor(), bearing.between(balance, from, dates.get(k)));
    }
    boolean accruedBefore = k == due.size();
    return new Asked(accruedBefore ? 0 : row.carriedMinor(), row.ownInterestMinor());
  }

  private List<NewInstalment> checked(List<NewInstalment> rows) {
    LocalDate last = rows.get(rows.size() - 1).dueDate();
    if (loan.bullet() && last.isAfter(loan.valueDate().plusMonths(BULLET_MONTHS_MAX))) {
      throw RuleViolation.refused(
          "CN-LIMIT-01", "a bullet loan runs at most " + BULLET_MONTHS_MAX + " months");
    }
    return rows;
  }
}
