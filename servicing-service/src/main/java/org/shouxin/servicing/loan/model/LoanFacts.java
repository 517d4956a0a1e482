package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A loan that has been paid out, as plain values. What money and days make of it is worked out
 * here, so that a loan that changes and many that are read in bulk follow the same rules.
 *
 * @param stage the stage that others were last told
 */
public record LoanFacts(LoanState state, Stage stage, Debt debt) {

  /**
   * What a loan becomes.
   *
   * @param events what happened, in order
   * @param nextActionDate the next day whose opening brings something, or null
   */
  public record Change(
      List<LoanEvent> events, LoanFacts loan, LocalDate nextActionDate, Accrual accrual) {

    public Change {
      events = List.copyOf(events);
    }
  }

  /** Money comes in on a day. */
  public Change receive(UUID paymentId, long minor, LocalDate day, DayPlan plan) {
    Debt.Covered covered = debt.receive(minor, day);
    boolean recovery = state == LoanState.WRITTEN_OFF;
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.PaymentPosted(day, paymentId, minor, covered.allocation(), recovery));
    LoanFacts after = new LoanFacts(state, stage, covered.debt());
    return state == LoanState.ACTIVE
        ? after.settled(events, day, plan)
        : after.changed(events, day, plan);
  }

  /** Opens a day for an active loan. */
  public DayOpening open(LocalDate opening, DayPlan plan) {
    return DayOpening.of(this, opening, plan);
  }

  /** Tells the stage of the day, whether better or worse. */
  Change reassessed(List<LoanEvent> events, LocalDate day, DayPlan plan) {
    Position position = debt.position(day);
    if (position.stage() != stage) {
      events.add(LoanEvent.DelinquencyChanged.of(position));
    }
    return new LoanFacts(state, position.stage(), debt).changed(events, day, plan);
  }

  /** Tells a better stage at once (a worse one waits for the end of the day), and the end. */
  private Change settled(List<LoanEvent> events, LocalDate day, DayPlan plan) {
    Position position = debt.position(day);
    LoanFacts after = this;
    if (position.stage().betterThan(stage)) {
      events.add(LoanEvent.DelinquencyChanged.of(position));
      after = new LoanFacts(state, position.stage(), debt);
    }
    if (debt.allPaid(day)) {
      events.add(new LoanEvent.Closed(day));
      after = new LoanFacts(LoanState.CLOSED, after.stage, debt);
    }
    return after.changed(events, day, plan);
  }

  /** The change, with what the coming days bring laid out anew. */
  Change changed(List<LoanEvent> events, LocalDate day, DayPlan plan) {
    if (state != LoanState.ACTIVE) {
      return new Change(events, this, null, Accrual.NONE);
    }
    return new Change(
        events,
        this,
        Timeline.nextAction(debt, plan, day).orElse(null),
        Accrual.of(debt.live(day), day, debt.rules()));
  }
}
