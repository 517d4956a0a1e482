package org.shouxin.servicing.loan.model;

import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Rate;

/**
 * One instalment as plain values; amounts in minor units. It is due on a day that is not before its
 * due date: nothing is written because it falls due.
 *
 * @param planned what it asks for; its penalty is what was worked out through {@code penaltyTo}
 * @param plannedOn day from which it is part of the schedule
 * @param replacedOn day a newer schedule took its place, or null; if it is the day on which it was
 *     planned, it never counted
 * @param interestCarriedMinor the part of its interest that is owed from the start
 * @param penaltyCarriedMinor the part of its penalty that was owed from the start
 * @param penaltyFrom day after which the running stretch of penalty counts
 * @param penaltyStretchMinor what was worked out of the running stretch
 * @param penaltyTo day through which penalty was worked out
 * @param replacedBy the schedule version that took its place; of a fee, 0 when the end of the loan
 *     cancelled it; else null
 * @param origin of its version; null for the contract's own, and for fees
 * @param corrects the version in whose place a correction stands, or null
 * @param putOff interest of its period that another instalment asks for, or the other way round
 */
public record InstalmentFacts(
    UUID id,
    int number,
    int scheduleVersion,
    LocalDate periodStart,
    LocalDate dueDate,
    LocalDate plannedOn,
    LocalDate replacedOn,
    Breakdown planned,
    long interestCarriedMinor,
    long penaltyCarriedMinor,
    Breakdown paid,
    LocalDate penaltyFrom,
    long penaltyStretchMinor,
    LocalDate penaltyTo,
    Integer replacedBy,
    Origin origin,
    Integer corrects,
    PutOff putOff) {

  /** The version of what is part of no schedule. */
  static final int CHARGE_VERSION = 0;

  /** What brought a schedule version after that of the contract. */
  public enum Origin {
    ARRANGEMENT,
    EARLY_REPAYMENT,
    /** It stands in the place of an arrangement's, because older money changed. */
    CORRECTION
  }

  /** One that no newer schedule has replaced, or of which it does not matter which one did. */
  public InstalmentFacts(
      UUID id,
      int number,
      int scheduleVersion,
      LocalDate periodStart,
      LocalDate dueDate,
      LocalDate plannedOn,
      LocalDate replacedOn,
      Breakdown planned,
      long interestCarriedMinor,
      long penaltyCarriedMinor,
      Breakdown paid,
      LocalDate penaltyFrom,
      long penaltyStretchMinor,
      LocalDate penaltyTo) {
    this(
        id,
        number,
        scheduleVersion,
        periodStart,
        dueDate,
        plannedOn,
        replacedOn,
        planned,
        interestCarriedMinor,
        penaltyCarriedMinor,
        paid,
        penaltyFrom,
        penaltyStretchMinor,
        penaltyTo,
        null,
        null,
        null,
        PutOff.NOTHING);
  }

  /** An instalment of a new schedule version, of which nothing is paid. */
  static InstalmentFacts planned(
      UUID id, Version version, LocalDate plannedOn, PlannedInstalment row, int graceDays) {
    LocalDate penaltyFrom = row.dueDate().plusDays(graceDays);
    return new InstalmentFacts(
        id,
        row.number(),
        version.number(),
        row.periodStart(),
        row.dueDate(),
        plannedOn,
        null,
        new Breakdown(
            row.feesMinor(), row.interestMinor(), row.penaltyCarriedMinor(), row.principalMinor()),
        row.interestCarriedMinor(),
        row.penaltyCarriedMinor(),
        Breakdown.NOTHING,
        penaltyFrom,
        0,
        penaltyFrom,
        null,
        version.origin(),
        version.corrects(),
        row.putOff());
  }

  /** A schedule version to be planned. */
  record Version(int number, Origin origin, Integer corrects) {}

  /** True for a fee that was put on the loan beside its schedule. */
  public boolean isCharge() {
    return scheduleVersion == CHARGE_VERSION;
  }

  /** True when a new schedule would take its place. */
  boolean isReplaceable() {
    return replacedOn == null && !isCharge() && (!isPaid() || !putOff.equals(PutOff.NOTHING));
  }

  boolean liveOn(LocalDate day) {
    return !plannedOn.isAfter(day) && (replacedOn == null || replacedOn.isAfter(day));
  }

  /** True for a fee of which the rest was given up on a day. */
  public boolean isWaived() {
    return isCharge() && replacedOn != null && replacedBy == null;
  }

  /** True for a fee that was not due when everything else was paid. */
  public boolean isCancelled() {
    return isCharge() && replacedBy != null;
  }

  /** True when it was taken out of the schedule again as if it had never been planned. */
  boolean isVoid() {
    return plannedOn.equals(replacedOn) && replacedBy == null;
  }

  boolean dueOn(LocalDate day) {
    return !dueDate.isAfter(day);
  }

  /** True when nothing of it is left to pay, today or later. */
  boolean isPaid() {
    return paid.equals(planned);
  }

  /**
   * What is unpaid at the end of a day on which, or after which, nothing more has happened: all
   * that it asks once it is due; before that principal, and interest as far as it has accrued. What
   * was put off is told by {@link #heldMinor}.
   */
  Breakdown open(LocalDate day, Rate penaltyRate, DayCount dayCount) {
    return new Breakdown(
        (dueOn(day) ? planned.costMinor() : 0) - paid.costMinor(),
        interestMinor(day, dayCount) - paid.interestMinor(),
        penaltyMinor(day, penaltyRate) - paid.penaltyMinor(),
        planned.principalMinor()
            - paid.principalMinor()
            - (dueOn(day) ? 0 : putOff.capitalisedMinor()));
  }

  /** What money may cover of it: no more than it asks. */
  Breakdown claimable(LocalDate day, Rate penaltyRate, DayCount dayCount) {
    Breakdown open = open(day, penaltyRate, dayCount);
    return new Breakdown(
        open.costMinor(),
        Math.min(open.interestMinor(), planned.interestMinor() - paid.interestMinor()),
        open.penaltyMinor(),
        Math.max(0, open.principalMinor()));
  }

  /**
   * Interest of its period that is owed after its due date and asked later; negative once asked.
   */
  long heldMinor(LocalDate day) {
    return dueOn(day) ? putOff.deferredMinor() - putOff.capitalisedMinor() : 0;
  }

  /** Interest at the end of a day: all that it asks once due, what has accrued before. */
  long interestMinor(LocalDate day, DayCount dayCount) {
    return dueOn(day) ? planned.interestMinor() : accruedMinor(day, dayCount);
  }

  /** Interest of its period that has accrued at the end of a day; all of it on the due date. */
  long accruedMinor(LocalDate day, DayCount dayCount) {
    return interestCarriedMinor
        + Accrual.shareMinor(runningInterestMinor(), periodStart, dueDate, day, dayCount);
  }

  /** Interest that accrues from the first day of the period to the due date. */
  long runningInterestMinor() {
    return planned.interestMinor() + putOff.deferredMinor() - interestCarriedMinor;
  }

  long penaltyMinor(LocalDate day, Rate penaltyRate) {
    long base = dueOn(day) ? planned.principalMinor() - paid.principalMinor() : 0;
    return planned.penaltyMinor()
        - penaltyStretchMinor
        + Math.max(
            penaltyStretchMinor, PenaltyInterest.stretchMinor(base, penaltyRate, penaltyFrom, day));
  }

  /** Pays a part on a day, or takes one back; penalty is worked out to that day first. */
  InstalmentFacts pay(Component component, long minor, LocalDate day, Rate penaltyRate) {
    LocalDate to = dueOn(day) && day.isAfter(penaltyTo) ? day : penaltyTo;
    long penalty = penaltyMinor(to, penaltyRate);
    long stretch = penaltyStretchMinor + penalty - planned.penaltyMinor();
    boolean newStretch = component == Component.PRINCIPAL;
    return new InstalmentFacts(
        id,
        number,
        scheduleVersion,
        periodStart,
        dueDate,
        plannedOn,
        replacedOn,
        planned.plus(Component.PENALTY, penalty - planned.penaltyMinor()),
        interestCarriedMinor,
        penaltyCarriedMinor,
        paid.plus(component, minor),
        newStretch ? to : penaltyFrom,
        newStretch ? 0 : stretch,
        to,
        replacedBy,
        origin,
        corrects,
        putOff);
  }

  /** The same, replaced by a version on a day; by none when both are null. */
  InstalmentFacts replaced(LocalDate day, Integer version) {
    return new InstalmentFacts(
        id,
        number,
        scheduleVersion,
        periodStart,
        dueDate,
        plannedOn,
        day,
        planned,
        interestCarriedMinor,
        penaltyCarriedMinor,
        paid,
        penaltyFrom,
        penaltyStretchMinor,
        penaltyTo,
        version,
        origin,
        corrects,
        putOff);
  }

  /** The same instalment with nothing paid and no more penalty than was carried into it. */
  InstalmentFacts untouched(int graceDays) {
    LocalDate from = dueDate.plusDays(graceDays);
    return new InstalmentFacts(
        id,
        number,
        scheduleVersion,
        periodStart,
        dueDate,
        plannedOn,
        replacedOn,
        planned.plus(Component.PENALTY, penaltyCarriedMinor - planned.penaltyMinor()),
        interestCarriedMinor,
        penaltyCarriedMinor,
        Breakdown.NOTHING,
        from,
        0,
        from,
        replacedBy,
        origin,
        corrects,
        putOff);
  }
}
