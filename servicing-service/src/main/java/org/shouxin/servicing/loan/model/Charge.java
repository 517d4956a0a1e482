package org.shouxin.servicing.loan.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.servicing.schedule.AnnualCost;
import org.shouxin.servicing.schedule.PriceCap;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;

/**
 * A fee that is put on a loan: a fixed amount, or percent of a base, rounded half up to the minor
 * unit. It falls due on its own date and is covered as cost.
 *
 * @param percent 2.5 is 2.5 %; null for a fixed amount
 * @param fixedMinor minor units; zero for a percentage
 */
public record Charge(
    Kind kind, Base base, BigDecimal percent, long fixedMinor, LocalDate dueDate, String reason) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int PERCENT_DECIMALS_MAX = 4;

  /** What it is for. */
  public enum Kind {
    LATE_FEE,
    SERVICE,
    /** What it cost to claim the debt (Civil Code 561). */
    RECOVERY_COST
  }

  /** What a percentage is of. */
  public enum Base {
    FIXED,
    PRINCIPAL,
    PRINCIPAL_OUTSTANDING,
    AMOUNT_DUE
  }

  public Charge {
    boolean fixed = base == Base.FIXED;
    if (fixed != (percent == null) || fixed != fixedMinor > 0) {
      throw Invalid.field("/base", "CHARGE_BASE", "a fixed amount, or percent of a base");
    }
    if (percent != null
        && (percent.signum() <= 0
            || percent.compareTo(HUNDRED) > 0
            || percent.stripTrailingZeros().scale() > PERCENT_DECIMALS_MAX)) {
      throw Invalid.field("/percent", "PERCENT_RANGE", "above 0 to 100, at most four decimals");
    }
  }

  /** A fee that the contract's terms have at the start. */
  static Charge ofStart(Schedule.FeeAmount fee, LocalDate dueDate) {
    return new Charge(Kind.SERVICE, Base.FIXED, null, fee.minor(), dueDate, fee.fee().code());
  }

  /** The amount for a loan on the day on which it is charged, minor units. */
  long minor(long principalMinor, Position position) {
    return switch (base) {
      case FIXED -> fixedMinor;
      case PRINCIPAL -> portion(principalMinor);
      case PRINCIPAL_OUTSTANDING -> portion(position.principalOutstandingMinor());
      case AMOUNT_DUE -> portion(position.amountDueMinor());
    };
  }

  private long portion(long minor) {
    return BigDecimal.valueOf(minor)
        .multiply(percent)
        .divide(HUNDRED, 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /**
   * Refuses fees that would bring the all-in annual cost of the contract's schedule above the cap
   * of the day of the contract (CN-PRICE-01). A fee counts with the instalment that follows it.
   *
   * @param charges all fees of the loan, with the new one; those of the start are in the schedule
   */
  static void requireWithinCap(LoanTerms terms, LocalDate start, List<InstalmentFacts> charges) {
    Schedule schedule = terms.scheduleFrom(start);
    List<ScheduleRow> rows = new ArrayList<>(schedule.rows());
    long ofStart = schedule.upfrontFees().stream().filter(fee -> fee.minor() > 0).count();
    for (InstalmentFacts charge : charges) {
      if (charge.number() <= ofStart) {
        continue;
      }
      int at = 0;
      while (at < rows.size() - 1 && rows.get(at).dueDate().isBefore(charge.dueDate())) {
        at++;
      }
      ScheduleRow row = rows.get(at);
      rows.set(
          at,
          new ScheduleRow(
              row.number(),
              row.dueDate(),
              row.principalMinor(),
              row.interestMinor(),
              row.feesMinor() + charge.planned().costMinor(),
              row.balanceMinor(),
              row.capitalisedMinor()));
    }
    AnnualCost cost = AnnualCost.of(new Schedule(schedule.terms(), rows, schedule.upfrontFees()));
    PriceCap.of(terms.contract().law()).ifPresent(cap -> cap.check(cost));
  }
}
