package org.shouxin.servicing.schedule;

import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.Relief.Moratorium;
import org.shouxin.servicing.schedule.Schedule.FeeAmount;
import org.shouxin.servicing.schedule.Shape.Agreed;

/**
 * One pass over the periods of a loan.
 *
 * <p>With B the principal that is open and f the growth of a period (see {@link Periods}):
 *
 * <ul>
 *   <li>interest of a period = B x f, rounded once; it never bears interest itself, unless a
 *       moratorium capitalises it;
 *   <li>equal instalments and balloon: {@link LevelInstalment}, principal = amount - interest;
 *   <li>equal principal: B / periods that pay principal, rounded once;
 *   <li>flat: instalment = (P + interest of the whole term) / n and interest = interest of the
 *       whole term / n, each rounded once;
 *   <li>interest only and bullet: no principal until the last period;
 *   <li>own schedule: the agreed principal, or the agreed total less interest.
 * </ul>
 *
 * <p>The last instalment takes the rest of the principal, so the balance ends at zero.
 */
final class Calculation {

  private static final int SMOOTHING_ROUNDS_MAX = 3;

  /** Six hundred instalments of three such amounts still fit a long. */
  private static final long AMOUNT_MAX_MINOR = 1_000_000_000_000_000L;

  final Terms terms;
  final Periods periods;
  final Rounding rounding;
  final int n;

  /** Principal paid with the k-th instalment, minor units; the others likewise. */
  final long[] principal;

  /** Interest that the k-th period bears. */
  final long[] accrued;

  /** Interest that the k-th instalment asks. */
  final long[] interest;

  final long[] fees;

  /** Principal that is open after the k-th instalment; index 0 is the start. */
  final long[] balance;

  /** The equal amount of instalment or principal; 0 for methods that have none. */
  long equalMinor;

  /** Interest of a moratorium, minor units. */
  long deferredMinor;

  private Calculation(Terms terms) {
    this.terms = terms;
    periods = Periods.of(terms);
    rounding = terms.rounding();
    n = periods.count();
    principal = new long[n + 1];
    accrued = new long[n + 1];
    interest = new long[n + 1];
    fees = new long[n + 1];
    balance = new long[n + 1];
    balance[0] = terms.principal().minor();
  }

  static Calculation of(Terms terms) {
    Calculation calculation = new Calculation(terms);
    try {
      calculation.plan();
      if (!terms.fees().isEmpty()) {
        calculation.addFees();
      }
    } catch (ArithmeticException moreThan63Bits) {
      throw tooLarge();
    }
    calculation.requireCountable();
    return calculation;
  }

  /** Refuses amounts whose sums could be more than a long holds. */
  private void requireCountable() {
    for (int k = 1; k <= n; k++) {
      if (Math.max(interest[k], fees[k]) > AMOUNT_MAX_MINOR || balance[k] > AMOUNT_MAX_MINOR) {
        throw tooLarge();
      }
    }
  }

  private static Invalid tooLarge() {
    return Invalid.field(
        "/principal/amount", "AMOUNTS_COUNTABLE", "amounts of the schedule are too large");
  }

  List<ScheduleRow> rows() {
    List<ScheduleRow> rows = new ArrayList<>(n);
    for (int k = 1; k <= n; k++) {
      rows.add(
          new ScheduleRow(
              k,
              periods.due[k],
              principal[k],
              interest[k],
              fees[k],
              balance[k],
              capitalisedMinor(k),
              accrued[k]));
    }
    return rows;
  }

  List<FeeAmount> upfrontFees() {
    long contract = terms.principal().minor();
    return terms.fees().stream()
        .filter(fee -> fee.when() == Fee.When.UPFRONT)
        .map(fee -> new FeeAmount(fee, fee.minor(fee.baseMinor(contract, 0, 0, 0), rounding)))
        .toList();
  }

  /** Interest that becomes principal on the k-th due date. */
  long capitalisedMinor(int k) {
    Relief relief = terms.relief();
    return k > 0 && k == relief.moratorium() && relief.treatment() == Moratorium.CAPITALISE
        ? deferredMinor
        : 0;
  }

  /** The first period that pays principal by the method. */
  int firstPaying() {
    return terms.relief().withoutPrincipal() + 1;
  }

  private void plan() {
    int paying = firstPaying();
    for (int k = 1; k < paying; k++) {
      period(k, 0);
      if (k <= terms.relief().moratorium()) {
        deferredMinor += interest[k];
        interest[k] = 0;
        balance[k] += capitalisedMinor(k);
      }
    }
    switch (terms.method()) {
      case EQUAL_INSTALMENT, BALLOON -> level(paying);
      case EQUAL_PRINCIPAL -> equalPrincipal(paying);
      case FLAT -> flat();
      case OWN_SCHEDULE -> own();
      case INTEREST_ONLY, BULLET -> {
        for (int k = paying; k <= n; k++) {
          period(k, 0);
        }
      }
    }
    moveDeferred();
  }

  /** Interest of the period and the principal that is paid with it, everything in the last one. */
  private void period(int k, long principalMinor) {
    bear(k);
    repay(k, principalMinor);
  }

  private void bear(int k) {
    accrued[k] = rounding.timesRatio(balance[k - 1], periods.numerator[k], periods.denominator[k]);
    interest[k] = accrued[k];
  }

  private void repay(int k, long principalMinor) {
    long open = balance[k - 1];
    principal[k] = k == n ? open : Math.min(principalMinor, open);
    balance[k] = open - principal[k];
  }

  private void level(int paying) {
    Rounding toUnit = rounding.to(terms.shape().unitMinor());
    LevelInstalment level = new LevelInstalment(periods, paying);
    long amount = level.of(balance[paying - 1], terms.shape().balloonMinor(), toUnit);
    if (terms.shape().smoothLast()) {
      amount = smoothed(paying, amount, toUnit.unitMinor());
    }
    equalMinor = amount;
    levelPeriods(paying, amount);
    refuseCoarseUnit(paying, toUnit);
  }

  /**
   * Equal amounts: interest first, principal with what is left. Interest that is more than the
   * amount (a long first period, a month of 31 days in a long loan) waits for the next instalment.
   */
  private void levelPeriods(int paying, long amount) {
    long waiting = 0;
    for (int k = paying; k <= n; k++) {
      bear(k);
      Fraction first = periods.levelFirst;
      long level =
          k == 1
              ? rounding.timesRatio(balance[0], first.numerator(), first.denominator())
              : accrued[k];
      long paid = k == n ? level + waiting : Math.min(level + waiting, amount);
      repay(k, amount - paid);
      interest[k] = paid + accrued[k] - level;
      waiting += level - paid;
    }
  }

  /** The amount among its neighbours whose last instalment differs least from the others. */
  private long smoothed(int paying, long amount, long unit) {
    long best = amount;
    levelPeriods(paying, best);
    long bestGap = lastGap(best);
    for (int round = 0; round < SMOOTHING_ROUNDS_MAX && bestGap != 0; round++) {
      long shift = sharedGap(bestGap, n - paying + 1, unit);
      if (shift == 0) {
        return best;
      }
      levelPeriods(paying, best + shift);
      long gap = lastGap(best + shift);
      if (Math.abs(gap) >= Math.abs(bestGap)) {
        return best;
      }
      best += shift;
      bestGap = gap;
    }
    return best;
  }

  private long lastGap(long amount) {
    return principal[n] + interest[n] - terms.shape().balloonMinor() - amount;
  }

  /** The gap shared over the instalments, to the nearest unit. */
  private static long sharedGap(long gap, long count, long unit) {
    long units = (2 * Math.abs(gap) + count * unit) / (2 * count * unit);
    return Long.signum(gap) * units * unit;
  }

  private void refuseCoarseUnit(int paying, Rounding toUnit) {
    boolean early = n > paying && balance[n - 1] == 0;
    if (toUnit.unitMinor() > rounding.unitMinor() && (early || equalMinor == 0)) {
      throw Invalid.field(
          "/instalmentUnit", "INSTALMENT_UNIT_TOO_LARGE", "no equal instalments of this unit");
    }
  }

  private void equalPrincipal(int paying) {
    Rounding toUnit = rounding.to(terms.shape().unitMinor());
    equalMinor = toUnit.timesRatio(balance[paying - 1], 1, n - paying + 1L);
    for (int k = paying; k <= n; k++) {
      period(k, equalMinor);
    }
    refuseCoarseUnit(paying, toUnit);
  }

  private void flat() {
    long first = balance[0];
    Fraction whole = periods.whole();
    long all = rounding.timesRatio(first, whole.numerator(), whole.denominator());
    equalMinor = rounding.timesRatio(first + all, 1, n);
    long each = rounding.timesRatio(all, 1, n);
    long left = all;
    for (int k = 1; k <= n; k++) {
      interest[k] = k == n ? left : Math.min(each, left);
      accrued[k] = interest[k];
      left -= interest[k];
      principal[k] =
          k == n ? balance[k - 1] : Math.min(Math.max(0, equalMinor - interest[k]), balance[k - 1]);
      balance[k] = balance[k - 1] - principal[k];
    }
  }

  private void own() {
    for (int k = 1; k <= n; k++) {
      Agreed row = terms.shape().agreed().get(k - 1);
      period(k, row.kind() == Agreed.Kind.PRINCIPAL ? row.amountMinor() : 0);
      if (row.kind() == Agreed.Kind.TOTAL) {
        if (row.amountMinor() < interest[k] || row.amountMinor() - interest[k] > balance[k]) {
          throw Invalid.field(
              "/agreed/" + (k - 1),
              "AGREED_TOTAL",
              "the total pays less than the interest or more than what is open");
        }
        principal[k] = row.amountMinor() - interest[k];
        balance[k] -= principal[k];
      }
    }
  }

  /** Brings interest of grace periods to the instalments that pay it. */
  private void moveDeferred() {
    Relief relief = terms.relief();
    for (int k = 1; k <= relief.interestGrace(); k++) {
      interest[relief.interestGrace() + 1] += interest[k];
      interest[k] = 0;
    }
    if (relief.treatment() == Moratorium.ADD_TO_FIRST) {
      interest[relief.moratorium() + 1] += deferredMinor;
    }
    if (relief.treatment() == Moratorium.SPREAD) {
      int count = n - relief.moratorium();
      long each = rounding.timesRatio(deferredMinor, 1, count);
      long left = deferredMinor;
      for (int k = relief.moratorium() + 1; k <= n; k++) {
        long part = k == n ? left : Math.min(each, left);
        interest[k] += part;
        left -= part;
      }
    }
  }

  private void addFees() {
    for (Fee fee : terms.fees()) {
      if (fee.when() == Fee.When.EACH_INSTALMENT) {
        for (int k = 1; k <= n; k++) {
          fees[k] = Math.addExact(fees[k], feeMinor(fee, k));
        }
      }
    }
  }

  /** What a fee comes to in the k-th instalment. */
  long feeMinor(Fee fee, int k) {
    long base = fee.baseMinor(terms.principal().minor(), principal[k], interest[k], balance[k - 1]);
    return fee.minor(base, rounding);
  }
}
