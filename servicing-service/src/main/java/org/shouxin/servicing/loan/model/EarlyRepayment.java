package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Money that pays principal before it is due (Civil Code 677: interest is owed for the time the
 * money was had, no longer).
 *
 * <p>It covers what is due, then the interest of the running period until today, then principal
 * that is not due; the last two become an instalment of today, paid at once. What is left of the
 * principal is planned anew from today ({@link Reamortisation}). Money for a pay-off that does not
 * suffice pays what is due, and the rest waits.
 */
final class EarlyRepayment {

  private EarlyRepayment() {}

  static Debt.Covered of(Debt debt, long minor, LocalDate day, Instruction how, Contract contract) {
    Debt.Covered due = debt.receive(minor, day);
    List<InstalmentFacts> ahead = due.debt().ahead(day);
    Breakdown open = due.debt().open(ahead, day);
    long held = due.debt().heldMinor(day);
    long interest = open.interestMinor() + held;
    long left = due.allocation().surplusMinor();
    long soFar = interest + open.penaltyMinor();
    boolean payoff = how.purpose() == Instruction.Purpose.PAYOFF;
    long available = payoff ? left + debt.creditMinor() : left;
    if (ahead.isEmpty()
        || payoff && available < soFar + open.principalMinor()
        || available <= soFar) {
      return due;
    }
    long principal = Math.min(available - soFar, open.principalMinor());
    List<PlannedInstalment> rows = new ArrayList<>();
    rows.add(ofToday(ahead.get(0).number(), day, open, held, principal));
    if (principal < open.principalMinor()) {
      rows.addAll(
          new Reamortisation(ahead, day, contract.on(day), how.mode())
              .of(open.principalMinor() - principal));
    }
    Debt planned = due.debt().planAhead(rows, day, contract.ids());
    UUID today = planned.instalments().get(debt.instalments().size()).id();
    List<Allocation.Line> early = new ArrayList<>();
    early.add(new Allocation.Line(today, Component.INTEREST, interest));
    early.add(new Allocation.Line(today, Component.PENALTY, open.penaltyMinor()));
    early.add(new Allocation.Line(today, Component.PRINCIPAL, principal));
    early.removeIf(line -> line.minor() == 0);
    long paid = soFar + principal;
    Debt.Covered covered = planned.apply(new Allocation(early, -paid), day);
    List<Allocation.Line> lines = new ArrayList<>(due.allocation().lines());
    lines.addAll(early);
    return new Debt.Covered(covered.debt(), new Allocation(lines, left - paid));
  }

  /** What is paid early is an instalment of today, with all that has accrued or was put off. */
  private static PlannedInstalment ofToday(
      int number, LocalDate day, Breakdown open, long held, long principal) {
    return new PlannedInstalment(
        number,
        day,
        day,
        principal,
        open.interestMinor() + held,
        open.interestMinor(),
        0,
        open.penaltyMinor(),
        new PutOff(-held, 0));
  }
}
