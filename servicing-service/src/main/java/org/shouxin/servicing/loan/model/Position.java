package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.List;

/**
 * What is owed on a day, at the end of that day. Amounts in minor units.
 *
 * @param due what has fallen due and is unpaid; penalty counts up to and with the day
 * @param principalOutstandingMinor all principal that is unpaid, due or not
 * @param interestAccruedMinor interest of what is not due yet, so far: interest of the running
 *     period x days passed / days of its period, by the loan's day count, rounded down; with the
 *     interest and penalty that a new schedule carried into it, and what a grace has put off
 * @param creditMinor money received and not yet used
 */
public record Position(
    LocalDate asOf,
    int daysPastDue,
    Stage stage,
    Breakdown due,
    long principalOutstandingMinor,
    long interestAccruedMinor,
    long creditMinor) {

  static Position of(Debt debt, LocalDate asOf) {
    Debt.Rules rules = debt.rules();
    Breakdown due = Breakdown.NOTHING;
    long principal = 0;
    long accrued = 0;
    List<InstalmentFacts> live = debt.live(asOf);
    for (InstalmentFacts f : live) {
      Breakdown open = debt.open(f, asOf);
      principal += open.principalMinor();
      if (!f.dueOn(asOf)) {
        accrued += open.interestMinor() + open.penaltyMinor();
        continue;
      }
      due = due.plus(open);
      accrued += debt.heldMinor(f, asOf);
    }
    int late = PastDue.days(live, asOf, rules.pauses());
    return new Position(
        asOf,
        late,
        rules.writtenOff(asOf) ? Stage.WRITTEN_OFF : Stage.of(late, rules.graceDays()),
        due,
        principal,
        accrued,
        debt.creditMinor());
  }

  public long amountDueMinor() {
    return due.totalMinor();
  }

  /** What ends the loan on this day: everything due, principal not yet due, interest so far. */
  public long payoffMinor() {
    long owed =
        principalOutstandingMinor
            + due.costMinor()
            + due.interestMinor()
            + due.penaltyMinor()
            + interestAccruedMinor;
    return Math.max(0, owed - creditMinor);
  }
}
