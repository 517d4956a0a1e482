package org.shouxin.servicing.schedule;

/** Calculates a schedule with its cost and refuses one that costs more than the law allows. */
public final class CalculateSchedule {

  private CalculateSchedule() {}

  /** A schedule together with the yearly cost that was held against the cap. */
  public record Priced(Schedule schedule, AnnualCost cost) {}

  /** Price law is that of the contract: its jurisdiction, kind of lender and day. */
  public static Priced priced(Terms terms) {
    Schedule schedule = Schedule.of(terms);
    AnnualCost cost = AnnualCost.of(schedule);
    PriceLaw.check(schedule, cost);
    return new Priced(schedule, cost);
  }
}
