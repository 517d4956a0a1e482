package org.shouxin.servicing.loan.model;

import java.util.List;

/** What happened to a loan after a day; taking it away gives the loan as it stood on that day. */
public record History(
    List<Allocation.Line> lines, List<PenaltyAccrual> accruals, long creditChangeMinor) {

  public static final History NOTHING = new History(List.of(), List.of(), 0);

  public History {
    lines = List.copyOf(lines);
    accruals = List.copyOf(accruals);
  }
}
