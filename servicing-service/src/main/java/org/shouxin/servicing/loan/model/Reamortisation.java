package org.shouxin.servicing.loan.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;
import org.shouxin.servicing.schedule.Terms;

/**
 * The instalments that take the place of those not due yet, after principal was paid early.
 *
 * <p>Equal instalments and equal principal come from the schedule function for the principal that
 * is left; to shorten the term, the smallest number of instalments is taken that makes none higher
 * than before. Any other method, and a rest below what a schedule may be made for, keeps its due
 * dates: every instalment's principal and interest shrink in proportion (principal rounded down,
 * the last takes the rest; interest rounded half up).
 *
 * <p>Of the running period only the days that are left bear interest on the principal that is left:
 * interest of the whole period in proportion to the principal, less its share until today.
 *
 * @param ahead the instalments not due and not paid, oldest first
 */
record Reamortisation(
    List<InstalmentFacts> ahead, LocalDate day, LoanTerms contract, Instruction.Mode mode) {

  /** The new instalments for the principal that is left, minor units. */
  List<PlannedInstalment> of(long principalMinor) {
    List<long[]> amounts =
        isScheduled(principalMinor) ? scheduled(principalMinor) : scaled(principalMinor);
    List<PlannedInstalment> rows = new ArrayList<>();
    LocalDate from = day;
    for (int at = 0; at < amounts.size(); at++) {
      InstalmentFacts old = ahead.get(at);
      rows.add(
          new PlannedInstalment(
              old.number() + 1,
              from,
              old.dueDate(),
              amounts.get(at)[0],
              at == 0 ? restOfPeriod(principalMinor) : amounts.get(at)[1],
              0,
              old.planned().costMinor(),
              0));
      from = old.dueDate();
    }
    return rows;
  }

  private boolean isScheduled(long principalMinor) {
    return (contract.method() == RepaymentMethod.EQUAL_INSTALMENT
            || contract.method() == RepaymentMethod.EQUAL_PRINCIPAL)
        && principalMinor >= Terms.PRINCIPAL_MINOR_MIN;
  }

  /** Principal and interest of each instalment. */
  private List<long[]> scheduled(long principalMinor) {
    int number = ahead.size();
    if (mode == Instruction.Mode.SHORTEN_TERM) {
      number = 1;
      while (number < ahead.size() && isHigher(schedule(principalMinor, number).get(0))) {
        number++;
      }
    }
    return schedule(principalMinor, number).stream()
        .map(row -> new long[] {row.principalMinor(), row.interestMinor()})
        .toList();
  }

  private List<ScheduleRow> schedule(long principalMinor, int number) {
    LocalDate start = ahead.get(0).dueDate().minusMonths(1);
    return Schedule.of(contract.terms(contract.money(principalMinor), number, start)).rows();
  }

  /** The second instalment is as high as the contract has them; the first may be a broken one. */
  private boolean isHigher(ScheduleRow row) {
    Breakdown old = ahead.get(Math.min(1, ahead.size() - 1)).planned();
    return contract.method() == RepaymentMethod.EQUAL_PRINCIPAL
        ? row.principalMinor() > old.principalMinor()
        : row.principalMinor() + row.interestMinor() > old.principalMinor() + old.interestMinor();
  }

  private List<long[]> scaled(long principalMinor) {
    long oldBalance = oldPrincipal();
    long balance = principalMinor;
    List<long[]> amounts = new ArrayList<>();
    for (int at = 0; at < ahead.size(); at++) {
      InstalmentFacts old = ahead.get(at);
      long oldPart = old.planned().principalMinor() - old.paid().principalMinor();
      long part =
          at == ahead.size() - 1
              ? balance
              : portion(oldPart, principalMinor, oldPrincipal(), RoundingMode.DOWN);
      amounts.add(
          new long[] {
            part, portion(old.runningInterestMinor(), balance, oldBalance, RoundingMode.HALF_UP)
          });
      balance -= part;
      oldBalance -= oldPart;
    }
    return amounts;
  }

  private long restOfPeriod(long principalMinor) {
    InstalmentFacts running = ahead.get(0);
    long whole =
        portion(
            running.runningInterestMinor(), principalMinor, oldPrincipal(), RoundingMode.HALF_UP);
    return whole
        - Accrual.shareMinor(
            whole, running.periodStart(), running.dueDate(), day, contract.dayCount());
  }

  private long oldPrincipal() {
    return ahead.stream()
        .mapToLong(f -> f.planned().principalMinor() - f.paid().principalMinor())
        .sum();
  }

  private static long portion(long minor, long part, long whole, RoundingMode rounding) {
    return whole == 0
        ? 0
        : BigDecimal.valueOf(minor)
            .multiply(BigDecimal.valueOf(part))
            .divide(BigDecimal.valueOf(whole), 0, rounding)
            .longValueExact();
  }
}
