package org.shouxin.servicing.arrangement.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Rate;

/**
 * A lower rate from a date on. Each instalment keeps its principal and its due date; its interest
 * falls by what its balance would have borne at the old rate, less what it bears at the new one,
 * over the part of its period that lies after the date.
 */
final class RateChange {

  private RateChange() {}

  static Plan from(OpenLoan loan, Rate rate, LocalDate from) {
    loan.requireInterestOnBalance();
    if (rate.compareTo(loan.bearing().rate()) >= 0) {
      throw RuleViolation.refused("ARRANGEMENT_RATE_UP", "a higher rate needs a new contract")
          .field("/annualRate");
    }
    List<OpenInstalment> ahead = loan.ahead();
    if (from.isBefore(loan.day())
        || ahead.isEmpty()
        || !from.isBefore(ahead.get(ahead.size() - 1).dueDate())) {
      throw RuleViolation.refused(
              "ARRANGEMENT_FROM", "a rate changes from today on, before the last due date")
          .field("/effectiveFrom");
    }
    List<NewInstalment> rows = new ArrayList<>(Postponement.stay(loan.due()));
    long balance = OpenLoan.principal(ahead);
    LocalDate start = loan.day();
    for (OpenInstalment old : ahead) {
      boolean running = start.equals(loan.day());
      long carried = running ? old.recognisedMinor() : old.carriedMinor();
      long less = less(loan.bearing(), rate, balance, later(start, from), old.dueDate());
      rows.add(
          new NewInstalment(
              old.number(),
              start,
              old.dueDate(),
              old.principalMinor(),
              Math.max(carried, old.interestMinor() - less),
              carried,
              old.penaltyMinor(),
              old.feesMinor()));
      balance -= old.principalMinor();
      start = old.dueDate();
    }
    return Plan.of(loan, rows, rate);
  }

  private static long less(Bearing bearing, Rate rate, long balance, LocalDate from, LocalDate to) {
    return from.isBefore(to)
        ? bearing.between(balance, from, to) - bearing.at(rate).between(balance, from, to)
        : 0;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
