package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
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
  public Change receive(MoneyEntry payment, LocalDate day, DayPlan plan, Contract contract) {
    Debt.Covered covered = debt.cover(payment, contract);
    List<LoanEvent> events = new ArrayList<>();
    events.add(LoanEvent.PaymentPosted.of(payment.covering(covered.allocation()), day));
    LoanFacts after = new LoanFacts(state, stage, covered.debt());
    return state == LoanState.ACTIVE
        ? after.settled(events, day, plan)
        : after.changed(events, day, plan);
  }

  /**
   * Money is found to count from an earlier day: what came later is worked out anew.
   *
   * @param history the money as it counts now, in the order in which it counts
   */
  Change receiveBackdated(
      MoneyEntry payment,
      List<MoneyEntry> history,
      LocalDate day,
      DayPlan plan,
      Contract contract) {
    Replay replay =
        Replay.of(debt, history, with(history, payment), payment.valueDate(), day, contract);
    MoneyEntry counted = replay.entry(payment).orElseThrow();
    return replayed(replay, payment, LoanEvent.PaymentPosted.of(counted, day), day, plan);
  }

  /** A payment never counted: what came later is worked out anew. */
  Change reverse(
      MoneyEntry payment,
      List<MoneyEntry> history,
      String reason,
      LocalDate day,
      DayPlan plan,
      Contract contract) {
    Replay replay =
        Replay.of(debt, history, without(history, payment), payment.valueDate(), day, contract);
    MoneyEntry back = payment.negate();
    return replayed(
        replay,
        payment,
        new LoanEvent.PaymentReversed(
            day,
            payment.valueDate(),
            payment.paymentId(),
            back.amountMinor(),
            back.covered(),
            payment.recovery(),
            reason),
        day,
        plan);
  }

  /** Credit is taken off, to be paid back. */
  Change refund(UUID refundId, long minor, LocalDate day, DayPlan plan) {
    Debt less = debt.apply(MoneyEntry.refund(refundId, day, minor).covered(), day).debt();
    return new LoanFacts(state, stage, less)
        .changed(List.of(new LoanEvent.CreditRefunded(day, refundId, minor)), day, plan);
  }

  /** A refund never left: what came later is worked out anew. */
  Change returnRefund(
      MoneyEntry refund,
      List<MoneyEntry> history,
      String reason,
      LocalDate day,
      DayPlan plan,
      Contract contract) {
    Replay replay =
        Replay.of(debt, history, without(history, refund), refund.valueDate(), day, contract);
    return replayed(
        replay,
        refund,
        new LoanEvent.RefundReturned(
            day, refund.valueDate(), refund.paymentId(), -refund.amountMinor(), reason),
        day,
        plan);
  }

  /** A payment counts from another day than was known. */
  Change moveTo(
      LocalDate valueDate,
      MoneyEntry payment,
      List<MoneyEntry> history,
      String reason,
      LocalDate day,
      DayPlan plan,
      Contract contract) {
    LocalDate from = valueDate.isBefore(payment.valueDate()) ? valueDate : payment.valueDate();
    boolean recovery = debt.rules().writtenOff(valueDate);
    List<MoneyEntry> wanted =
        valueDate.equals(payment.valueDate())
            ? history.stream().filter(MoneyEntry::isPayment).toList()
            : with(without(history, payment), payment.on(valueDate, recovery));
    Replay replay = Replay.of(debt, history, wanted, from, day, contract);
    return replayed(
        replay.debt(), List.of(new LoanEvent.Reallocated(day, replay.moved(), reason)), day, plan);
  }

  private Change replayed(
      Replay replay, MoneyEntry cause, LoanEvent event, LocalDate day, DayPlan plan) {
    List<LoanEvent> events = new ArrayList<>();
    events.add(event);
    List<Replay.Moved> others = replay.moved().stream().filter(m -> !m.isOf(cause)).toList();
    if (!others.isEmpty()) {
      events.add(new LoanEvent.Reallocated(day, others, null));
    }
    return replayed(replay.debt(), events, day, plan);
  }

  private Change replayed(Debt after, List<LoanEvent> cause, LocalDate day, DayPlan plan) {
    List<LoanEvent> events = new ArrayList<>(cause);
    if (state == LoanState.WRITTEN_OFF || state == LoanState.CLOSED && after.allPaid(day)) {
      return new LoanFacts(state, stage, after).changed(events, day, plan);
    }
    Change change = new LoanFacts(LoanState.ACTIVE, stage, after).settled(events, day, plan);
    boolean worse = stage.betterThan(after.position(day).stage());
    return worse
        ? new Change(change.events(), change.loan(), day.plusDays(1), change.accrual())
        : change;
  }

  private static List<MoneyEntry> with(List<MoneyEntry> history, MoneyEntry payment) {
    List<MoneyEntry> wanted = new ArrayList<>(history);
    wanted.add(payment);
    wanted.removeIf(entry -> !entry.isPayment());
    wanted.sort(Comparator.comparing(MoneyEntry::valueDate));
    return wanted;
  }

  private static List<MoneyEntry> without(List<MoneyEntry> history, MoneyEntry payment) {
    return history.stream().filter(entry -> entry.isPayment() && !entry.isSameAs(payment)).toList();
  }

  /** A fee was put on the loan; earlier surplus pays one that is due at once. */
  Change charged(LocalDate due, LocalDate day, DayPlan plan) {
    Debt.Covered used =
        due.equals(day) && debt.creditMinor() > 0
            ? debt.useCredit(day)
            : new Debt.Covered(debt, new Allocation(List.of(), 0));
    List<LoanEvent> events =
        used.allocation().lines().isEmpty()
            ? List.of()
            : List.of(new LoanEvent.CreditApplied(day, used.allocation()));
    return new LoanFacts(state, stage, used.debt()).changed(events, day, plan);
  }

  /** What is unpaid of a fee is given up. */
  Change waive(UUID chargeId, String reason, LocalDate day, DayPlan plan) {
    InstalmentFacts fee =
        debt.charges().stream().filter(f -> f.id().equals(chargeId)).findFirst().orElseThrow();
    List<LoanEvent> events = new ArrayList<>();
    long unpaid = fee.planned().costMinor() - fee.paid().costMinor();
    events.add(new LoanEvent.FeeWaived(day, chargeId, unpaid, reason));
    return new LoanFacts(state, stage, debt.waive(chargeId, day)).settled(events, day, plan);
  }

  /** The debt, which counts as given up from the day on, is given up but for what credit covers. */
  Change giveUp(String reason, LocalDate day, DayPlan plan) {
    Debt.Covered used = debt.useCredit(day);
    List<LoanEvent> events = new ArrayList<>();
    if (!used.allocation().lines().isEmpty()) {
      events.add(new LoanEvent.CreditApplied(day, used.allocation()));
    }
    events.add(new LoanEvent.WrittenOff(day, used.debt().owed(day), reason));
    return new LoanFacts(LoanState.WRITTEN_OFF, Stage.WRITTEN_OFF, used.debt())
        .changed(events, day, plan);
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
      after = new LoanFacts(LoanState.CLOSED, after.stage, debt.ended(day));
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
