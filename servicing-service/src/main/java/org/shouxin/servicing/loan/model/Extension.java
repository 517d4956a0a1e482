package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;
import org.shouxin.servicing.schedule.Terms;

/**
 * An extension (展期): every instalment that is not fully paid moves by whole months.
 *
 * <p>Interest runs on at the contract rate: the first moved instalment also carries the interest of
 * the added months on the unpaid principal, B x i x months, rounded once; it is not compounded. An
 * instalment that fell due and is unpaid moves too, with the interest that it still claims.
 *
 * @param rows the instalments that take the place of the unpaid ones
 * @param costDifferenceMinor interest of the new rows less interest of the old ones, minor units
 */
public record Extension(List<PlannedInstalment> rows, long costDifferenceMinor) {

  /** Smallest unpaid principal that an extension is worth, minor units. */
  public static final long PRINCIPAL_MINOR_MIN = Terms.PRINCIPAL_MINOR_MIN;

  private static final int MONTHS_PER_YEAR = 12;

  public Extension {
    rows = List.copyOf(rows);
  }

  /**
   * @param open instalments that are not fully paid, oldest first
   * @param valueDate the loan's first day, from which its due days count
   * @param day the day on which the extension is worked out
   */
  static Extension of(
      List<InstalmentFacts> open,
      int months,
      LoanTerms contract,
      LocalDate valueDate,
      LocalDate day) {
    long principal = 0;
    long oldInterest = 0;
    for (InstalmentFacts f : open) {
      principal += f.planned().principalMinor() - f.paid().principalMinor();
      oldInterest += f.planned().interestMinor() - f.paid().interestMinor();
    }
    if (principal < PRINCIPAL_MINOR_MIN) {
      throw RuleViolation.refused(
          "EXTENSION_PRINCIPAL_MIN", "less than 100.00 of principal is unpaid");
    }
    Money unpaid = contract.money(principal);
    List<PlannedInstalment> rows =
        contract.method() == RepaymentMethod.BULLET
            ? bullet(open.get(0), months, contract, unpaid, valueDate, day)
            : monthly(open, months, contract, unpaid, valueDate, day);
    long newInterest = rows.stream().mapToLong(PlannedInstalment::interestMinor).sum();
    return new Extension(rows, newInterest - oldInterest);
  }

  private static List<PlannedInstalment> bullet(
      InstalmentFacts only,
      int months,
      LoanTerms contract,
      Money unpaid,
      LocalDate valueDate,
      LocalDate day) {
    int term = (int) monthsFrom(valueDate, only.dueDate()) + months;
    LocalDate dueDate = Schedule.of(contract.terms(unpaid, term, valueDate)).maturity();
    return List.of(
        first(only, only.number(), dueDate, unpaid.minor(), added(contract, unpaid, months), day));
  }

  private static List<PlannedInstalment> monthly(
      List<InstalmentFacts> open,
      int months,
      LoanTerms contract,
      Money unpaid,
      LocalDate valueDate,
      LocalDate day) {
    InstalmentFacts oldest = open.get(0);
    long offset = monthsFrom(valueDate, oldest.dueDate()) - 1 + months;
    List<PlannedInstalment> rows = new ArrayList<>();
    for (ScheduleRow row : Schedule.of(contract.terms(unpaid, open.size(), valueDate)).rows()) {
      int number = oldest.number() + row.number() - 1;
      LocalDate dueDate = valueDate.plusMonths(offset + row.number());
      long principal = row.principalMinor();
      rows.add(
          rows.isEmpty()
              ? first(oldest, number, dueDate, principal, added(contract, unpaid, months), day)
              : new PlannedInstalment(
                  number,
                  rows.get(rows.size() - 1).dueDate(),
                  dueDate,
                  principal,
                  row.interestMinor(),
                  0,
                  0));
    }
    return rows;
  }

  /**
   * The first moved instalment: the interest that the old one still asks, and the added months.
   * What fell due before stays owed at once; the rest accrues until the new due date.
   */
  private static PlannedInstalment first(
      InstalmentFacts oldest,
      int number,
      LocalDate dueDate,
      long principal,
      long added,
      LocalDate day) {
    long unpaid = oldest.planned().interestMinor() - oldest.paid().interestMinor();
    boolean due = oldest.dueOn(day);
    return new PlannedInstalment(
        number,
        due ? oldest.dueDate() : oldest.periodStart(),
        dueDate,
        principal,
        unpaid + added,
        due ? unpaid : Math.min(unpaid, oldest.interestCarriedMinor()),
        0);
  }

  private static long added(LoanTerms contract, Money unpaid, int months) {
    return contract
        .rate()
        .interestMinor(unpaid.minor(), months, MONTHS_PER_YEAR, contract.rounding());
  }

  private static long monthsFrom(LocalDate valueDate, LocalDate dueDate) {
    return ChronoUnit.MONTHS.between(YearMonth.from(valueDate), YearMonth.from(dueDate));
  }
}
