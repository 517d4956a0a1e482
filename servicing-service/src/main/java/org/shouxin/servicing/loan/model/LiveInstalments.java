package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Rate;

/** The instalments of a loan's newest schedule, oldest first. */
record LiveInstalments(List<Instalment> list) {

  static LiveInstalments of(List<Instalment> allVersions) {
    return new LiveInstalments(allVersions.stream().filter(Instalment::isLive).toList());
  }

  boolean allPaid() {
    return list.stream().allMatch(Instalment::isPaid);
  }

  List<InstalmentFacts> unpaid() {
    return list.stream().filter(i -> !i.isPaid()).map(Instalment::facts).toList();
  }

  void replaceUnpaid(LocalDate day) {
    list.stream().filter(i -> !i.isPaid()).forEach(i -> i.replace(day));
  }

  /** What a payment may cover: what fell due, or everything once the loan is written off. */
  List<Claim> claims(boolean writtenOff) {
    return list.stream()
        .filter(i -> i.fellDue() || writtenOff)
        .map(i -> new Claim(i.id(), i.open()))
        .toList();
  }

  Breakdown open() {
    return list.stream().map(Instalment::open).reduce(Breakdown.NOTHING, Breakdown::plus);
  }

  void apply(Allocation allocation) {
    for (Allocation.Line line : allocation.lines()) {
      live(line.instalmentId()).pay(line.component(), line.minor());
    }
  }

  List<LoanEvent> accruePenalty(LocalDate day, Rate penaltyRate) {
    List<PenaltyAccrual> accruals =
        list.stream().flatMap(i -> i.accruePenalty(day, penaltyRate).stream()).toList();
    return accruals.isEmpty() ? List.of() : List.of(new LoanEvent.PenaltyGrew(day, accruals));
  }

  List<LoanEvent> fallDue(LocalDate opening) {
    List<LoanEvent> events = new ArrayList<>();
    for (Instalment instalment : list) {
      if (!instalment.fellDue() && !instalment.dueDate().isAfter(opening)) {
        long inBooks = instalment.interestInBooksMinor();
        instalment.fallDue();
        events.add(
            new LoanEvent.FellDue(
                opening,
                instalment.number(),
                instalment.interestInBooksMinor() - inBooks,
                instalment.open().costMinor()));
      }
    }
    return events;
  }

  private Instalment live(UUID id) {
    return list.stream()
        .filter(i -> i.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                RuleViolation.conflict(
                    "REVERSAL_BEFORE_RESCHEDULE",
                    "the payment covered instalments that a newer schedule has replaced"));
  }
}
