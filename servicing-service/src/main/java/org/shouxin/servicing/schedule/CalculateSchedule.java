package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import org.shouxin.servicing.schedule.Law.Jurisdiction;

/** Calculates a schedule with its cost and refuses one that costs more than the law allows. */
public final class CalculateSchedule {

  private CalculateSchedule() {}

  /**
   * A schedule together with the yearly cost that was held against the cap.
   *
   * @param byDates {@link AnnualCost#byDates}
   * @param regulationZ {@link AnnualCost#regulationZ}; null where US law does not ask for it
   */
  public record Priced(
      Schedule schedule, AnnualCost cost, BigDecimal byDates, BigDecimal regulationZ) {}

  /** Price law is that of the contract: its jurisdiction, kind of lender and day. */
  public static Priced priced(Terms terms) {
    Schedule schedule = Schedule.of(terms);
    PaymentFlows flows = new PaymentFlows(schedule);
    AnnualCost cost = flows.cost();
    PriceLaw.check(schedule, cost);
    boolean american = terms.law().jurisdiction() == Jurisdiction.US;
    return new Priced(schedule, cost, flows.byDates(), american ? flows.regulationZ() : null);
  }
}
