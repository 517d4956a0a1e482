package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.shouxin.chassis.money.Money;

/**
 * The instalments of a loan, calculated from its terms and nothing else.
 *
 * <p>With P principal, i = yearly rate / 12, n months (every month one twelfth of a year):
 *
 * <ul>
 *   <li>interest of a month = balance x i, rounded to the minor unit;
 *   <li>equal instalments: A = P x i / (1 - (1 + i)^-n), rounded once; principal = A - interest;
 *   <li>equal principal: P / n, rounded once; interest only: nothing until the last month;
 *   <li>bullet: one instalment of P and P x i x n, rounded once.
 * </ul>
 *
 * <p>The last instalment takes the rest of the principal, so the balance ends at zero. The k-th due
 * date is k months after the start; in a month that is too short it is that month's last day.
 */
public record Schedule(Terms terms, List<ScheduleRow> rows) {

  private static final int MONTHS_PER_YEAR = 12;
  private static final MathContext ANNUITY_DIGITS = new MathContext(25, RoundingMode.HALF_EVEN);

  public Schedule {
    rows = List.copyOf(rows);
  }

  /** Calculates the schedule; the preview and the booked loan both come from here. */
  public static Schedule of(Terms terms) {
    return new Schedule(
        terms,
        switch (terms.method()) {
          case BULLET -> List.of(bullet(terms));
          case EQUAL_INSTALMENT -> annuity(terms);
          case EQUAL_PRINCIPAL -> level(terms, equalShareMinor(terms));
          case INTEREST_ONLY -> level(terms, 0);
        });
  }

  public Money total(ToLongFunction<ScheduleRow> component) {
    return Money.ofMinor(
        rows.stream().mapToLong(component).sum(), terms.principal().currency().getCurrencyCode());
  }

  public long principalMinor() {
    return terms.principal().minor();
  }

  /** Day on which the last instalment is due. */
  public LocalDate maturity() {
    return rows.get(rows.size() - 1).dueDate();
  }

  private static ScheduleRow bullet(Terms terms) {
    int months = terms.termMonths();
    return new ScheduleRow(
        1,
        terms.start().plusMonths(months),
        terms.principal().minor(),
        interestMinor(terms, terms.principal().minor(), months),
        0,
        0);
  }

  private static List<ScheduleRow> annuity(Terms terms) {
    long instalment = annuityMinor(terms);
    long balance = terms.principal().minor();
    List<ScheduleRow> rows = new ArrayList<>(terms.termMonths());
    for (int number = 1; number <= terms.termMonths(); number++) {
      long interest = interestMinor(terms, balance, 1);
      long principal = number == terms.termMonths() ? balance : instalment - interest;
      balance -= principal;
      rows.add(row(terms, number, principal, interest, balance));
    }
    return rows;
  }

  private static List<ScheduleRow> level(Terms terms, long principalEach) {
    long balance = terms.principal().minor();
    List<ScheduleRow> rows = new ArrayList<>(terms.termMonths());
    for (int number = 1; number <= terms.termMonths(); number++) {
      long interest = interestMinor(terms, balance, 1);
      long principal = number == terms.termMonths() ? balance : principalEach;
      balance -= principal;
      rows.add(row(terms, number, principal, interest, balance));
    }
    return rows;
  }

  private static ScheduleRow row(
      Terms terms, int number, long principal, long interest, long balance) {
    return new ScheduleRow(
        number, terms.start().plusMonths(number), principal, interest, 0, balance);
  }

  private static long annuityMinor(Terms terms) {
    if (terms.annualRate().isZero()) {
      return equalShareMinor(terms);
    }
    BigDecimal monthly =
        terms.annualRate().yearly().divide(BigDecimal.valueOf(MONTHS_PER_YEAR), ANNUITY_DIGITS);
    BigDecimal grown = BigDecimal.ONE.add(monthly).pow(terms.termMonths(), ANNUITY_DIGITS);
    return BigDecimal.valueOf(terms.principal().minor())
        .multiply(monthly)
        .multiply(grown)
        .divide(grown.subtract(BigDecimal.ONE), ANNUITY_DIGITS)
        .setScale(0, terms.convention().rounding())
        .longValueExact();
  }

  private static long equalShareMinor(Terms terms) {
    return BigDecimal.valueOf(terms.principal().minor())
        .divide(BigDecimal.valueOf(terms.termMonths()), 0, terms.convention().rounding())
        .longValueExact();
  }

  private static long interestMinor(Terms terms, long balance, int months) {
    return terms
        .annualRate()
        .interestMinor(balance, months, MONTHS_PER_YEAR, terms.convention().rounding());
  }
}
