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
 * than before. Any other method or shape, a relief that still runs, and a rest below what a
 * schedule may be made for, keep the due dates: every instalment's principal and interest shrink in
 * proportion (principal rounded down, the last takes the rest; interest rounded half up), and what
 * a grace puts off is still asked, or capitalised, where it was.
 *
 * <p>Of the running period only the days that are left bear interest on the principal that is left:
 * interest of the whole period in proportion to the principal, less its share until today.
 *
 * @param ahead the instalments not due and not paid, oldest first
 */
record Reamortisation(
    List<InstalmentFacts> ahead, LocalDate day, LoanTerms contract, Instruction.Mode mode) {

  /**
   * What an instalment comes to.
   *
   * @param accrued interest of its own period
   * @param asked interest that it asks, before what comes from earlier ones
   * @param received what it asks of interest put off earlier, in proportion to the others
   */
  private record Part(
      long principal, long accrued, long asked, long received, boolean capitalises) {}

  /** The new instalments for the principal that is left, minor units. */
  List<PlannedInstalment> of(long principalMinor) {
    List<ScheduleRow> scheduled = scheduled(principalMinor);
    List<Part> parts = scheduled.isEmpty() ? scaled(principalMinor) : parts(scheduled);
    List<PlannedInstalment> rows = new ArrayList<>();
    LocalDate from = day;
    long waiting = 0;
    long toReceive = parts.stream().mapToLong(Part::received).sum();
    for (int at = 0; at < parts.size(); at++) {
      Part part = parts.get(at);
      boolean last = at == parts.size() - 1;
      long accrued = at == 0 ? restOfPeriod(principalMinor) : part.accrued();
      long release =
          last || part.received() == toReceive && toReceive > 0
              ? waiting
              : portion(waiting, part.received(), toReceive, RoundingMode.DOWN);
      toReceive -= part.received();
      long interest = last ? accrued + release : Math.min(accrued, part.asked()) + release;
      waiting += accrued - interest;
      long becomes = part.capitalises() ? waiting : 0;
      waiting -= becomes;
      rows.add(row(at, from, part.principal(), interest, new PutOff(accrued - interest, becomes)));
      from = ahead.get(at).dueDate();
    }
    return rows;
  }

  private PlannedInstalment row(
      int at, LocalDate from, long principal, long interest, PutOff putOff) {
    InstalmentFacts old = ahead.get(at);
    return new PlannedInstalment(
        old.number() + 1,
        from,
        old.dueDate(),
        principal,
        interest,
        0,
        old.planned().costMinor(),
        0,
        putOff);
  }

  /** The rows of a schedule for the rest; none when the method or the shape has none. */
  private List<ScheduleRow> scheduled(long principalMinor) {
    boolean equal =
        contract.method() == RepaymentMethod.EQUAL_INSTALMENT
            || contract.method() == RepaymentMethod.EQUAL_PRINCIPAL;
    if (!equal
        || principalMinor < Terms.PRINCIPAL_MINOR_MIN
        || !ahead.stream().allMatch(this::pays)) {
      return List.of();
    }
    Terms terms = contract.contract();
    if (terms.timing().fixedLengthDays() != null
        || !isRegular(schedule(terms, principalMinor, ahead.size()))) {
      return List.of();
    }
    int number = ahead.size();
    if (mode == Instruction.Mode.SHORTEN_TERM) {
      number = 1;
      while (number < ahead.size() && isHigher(schedule(terms, principalMinor, number).get(0))) {
        number++;
      }
    }
    return schedule(terms, principalMinor, number);
  }

  /** An instalment without relief: it pays principal, and the interest of its own period. */
  private boolean pays(InstalmentFacts f) {
    return f.putOff().equals(PutOff.NOTHING)
        && f.planned().principalMinor() > 0
        && (f.runningInterestMinor() > 0 || contract.rate().isZero());
  }

  private boolean isRegular(List<ScheduleRow> rows) {
    for (int at = 0; at < rows.size(); at++) {
      if (!rows.get(at).dueDate().equals(ahead.get(at).dueDate())) {
        return false;
      }
    }
    return true;
  }

  private List<ScheduleRow> schedule(Terms terms, long principalMinor, int number) {
    int dueDay = ahead.stream().mapToInt(f -> f.dueDate().getDayOfMonth()).max().orElseThrow();
    return Schedule.of(
            terms.ofRest(
                contract.money(principalMinor),
                contract.writtenRate(),
                number,
                ahead.get(0).dueDate(),
                dueDay))
        .rows();
  }

  private static List<Part> parts(List<ScheduleRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Part(
                    row.principalMinor(),
                    row.accruedMinor(),
                    Math.min(row.accruedMinor(), row.interestMinor()),
                    Math.max(0, row.interestMinor() - row.accruedMinor()),
                    false))
        .toList();
  }

  /** The second instalment is as high as the contract has them; the first may be a broken one. */
  private boolean isHigher(ScheduleRow row) {
    Breakdown old = ahead.get(Math.min(1, ahead.size() - 1)).planned();
    return contract.method() == RepaymentMethod.EQUAL_PRINCIPAL
        ? row.principalMinor() > old.principalMinor()
        : row.principalMinor() + row.interestMinor() > old.principalMinor() + old.interestMinor();
  }

  private List<Part> scaled(long principalMinor) {
    long oldCapitalised = ahead.stream().mapToLong(f -> f.putOff().capitalisedMinor()).sum();
    long capitalised = capitalised(principalMinor);
    long oldBalance = oldPrincipal();
    long balance = principalMinor;
    List<Part> parts = new ArrayList<>();
    for (int at = 0; at < ahead.size(); at++) {
      InstalmentFacts old = ahead.get(at);
      long oldPart = old.planned().principalMinor() - old.paid().principalMinor();
      boolean capitalises = old.putOff().capitalisedMinor() > 0;
      long part =
          at == ahead.size() - 1
              ? balance
              : portion(
                  oldPart,
                  principalMinor + capitalised,
                  oldPrincipal() + oldCapitalised,
                  RoundingMode.DOWN);
      long oldAccrued = old.runningInterestMinor();
      long deferred = old.putOff().deferredMinor();
      long accrued = portion(oldAccrued, balance, oldBalance, RoundingMode.HALF_UP);
      long kept = Math.max(0, oldAccrued - Math.max(0, deferred));
      parts.add(
          new Part(
              part,
              accrued,
              deferred > 0 ? portion(kept, balance, oldBalance, RoundingMode.HALF_UP) : accrued,
              Math.max(0, -deferred),
              capitalises));
      balance += (capitalises ? capitalised : 0) - part;
      oldBalance += old.putOff().capitalisedMinor() - oldPart;
    }
    return parts;
  }

  /** What the rest of a moratorium adds to the principal that is left; nothing is paid in it. */
  private long capitalised(long principalMinor) {
    long interest = restOfPeriod(principalMinor);
    for (int at = 0; at < ahead.size(); at++) {
      InstalmentFacts old = ahead.get(at);
      if (at > 0) {
        interest +=
            portion(
                old.runningInterestMinor(), principalMinor, oldPrincipal(), RoundingMode.HALF_UP);
      }
      if (old.putOff().capitalisedMinor() > 0) {
        return interest;
      }
    }
    return 0;
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

  /** The principal that bears interest today, minor units. */
  private long oldPrincipal() {
    return ahead.stream()
        .mapToLong(
            f ->
                f.planned().principalMinor()
                    - f.paid().principalMinor()
                    - f.putOff().capitalisedMinor())
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
