package org.shouxin.servicing.schedule;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToLongFunction;
import org.shouxin.chassis.money.Money;

/**
 * The instalments of a loan, calculated from its terms and nothing else; {@link Calculation} says
 * how.
 *
 * <p>The principal of the rows sums to the principal of the terms plus what was capitalised, and
 * the balance ends at zero.
 *
 * @param upfrontFees fees paid, or kept back, at the start
 */
public record Schedule(Terms terms, List<ScheduleRow> rows, List<FeeAmount> upfrontFees) {

  public Schedule {
    rows = List.copyOf(rows);
    upfrontFees = List.copyOf(upfrontFees);
  }

  /** A schedule without upfront fees. */
  public Schedule(Terms terms, List<ScheduleRow> rows) {
    this(terms, rows, List.of());
  }

  /** A fee and what it comes to, minor units. */
  public record FeeAmount(Fee fee, long minor) {}

  /** Calculates the schedule; the preview and the booked loan both come from here. */
  public static Schedule of(Terms terms) {
    Calculation calculation = Calculation.of(terms);
    return new Schedule(terms, calculation.rows(), calculation.upfrontFees());
  }

  public Money total(ToLongFunction<ScheduleRow> component) {
    return Money.ofMinor(rows.stream().mapToLong(component).sum(), terms.currency());
  }

  public long principalMinor() {
    return terms.principal().minor();
  }

  /** Sum of the fees of the start, minor units. */
  public long upfrontMinor() {
    return upfrontFees.stream().mapToLong(FeeAmount::minor).sum();
  }

  /** Day on which the last instalment is due. */
  public LocalDate maturity() {
    return rows.get(rows.size() - 1).dueDate();
  }
}
