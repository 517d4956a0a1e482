package org.shouxin.servicing.arrangement.model;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.shouxin.servicing.schedule.Rate;

/**
 * What is asked for; what a kind does not need is null or 0.
 *
 * @param months months of extension or holiday, or the number of new instalments
 * @param dueDay day of the month, 1 to 28
 * @param effectiveFrom first day of a new rate
 * @param method EQUAL_INSTALMENT or EQUAL_PRINCIPAL, for a restructured loan
 * @param evidence the borrower's own words
 * @param evidenceReference where the proof is kept: an id, or a hash of the document
 */
@Embeddable
public record Wish(
    @Column(name = "kind") @Enumerated(EnumType.STRING) Kind kind,
    @Column(name = "reason") @Enumerated(EnumType.STRING) Reason reason,
    @Column(name = "months") int months,
    @Column(name = "due_day") Integer dueDay,
    @Column(name = "annual_rate") BigDecimal annualRate,
    @Column(name = "effective_from") LocalDate effectiveFrom,
    @Column(name = "treatment") @Enumerated(EnumType.STRING) Treatment treatment,
    @Column(name = "method") String method,
    @Column(name = "evidence") String evidence,
    @Column(name = "evidence_reference") String evidenceReference) {

  /** The kinds of arrangement. */
  public enum Kind {
    /** 展期: everything unpaid moves by months. */
    EXTENSION,
    /** Another day of the month. */
    CHANGE_DUE_DAY,
    /** The overdue part in new instalments. */
    RE_AGE,
    /** A lower rate from a date on; offered by the lender. */
    RATE_CHANGE,
    /** Nothing to pay for some months. */
    PAYMENT_HOLIDAY,
    /** A holiday for illness, absence abroad or disaster; also for a loan that is late. */
    HARDSHIP,
    /** All that is unpaid in new instalments (重组); watched afterwards (CN-CLASS-02). */
    RESTRUCTURE
  }

  /** Why it is asked for. */
  public enum Reason {
    ILLNESS,
    INCOME_LOSS,
    DISASTER,
    ABROAD,
    OTHER
  }

  private static final String EQUAL_PRINCIPAL = "EQUAL_PRINCIPAL";

  /** The schedule that it would bring; a rule of the calculation may refuse it. */
  public Plan plan(OpenLoan loan) {
    return switch (kind) {
      case EXTENSION -> Postponement.byMonths(loan, months, treatmentOr(Treatment.ADD_TO_FIRST));
      case PAYMENT_HOLIDAY -> Postponement.byMonths(loan, months, treatmentOr(Treatment.SPREAD));
      case HARDSHIP -> Postponement.untilAfter(loan, months, treatmentOr(Treatment.SPREAD));
      case CHANGE_DUE_DAY -> Postponement.toDay(loan, dueDay);
      case RE_AGE -> Reinstalment.reAge(loan, months);
      case RATE_CHANGE -> RateChange.from(loan, new Rate(annualRate), effectiveFrom);
      case RESTRUCTURE ->
          Reinstalment.restructure(
              loan,
              months,
              annualRate == null ? loan.bearing().rate() : new Rate(annualRate),
              !EQUAL_PRINCIPAL.equals(method));
    };
  }

  /** The wish on other terms; null keeps what was asked for. */
  public Wish granted(Integer otherMonths, BigDecimal otherRate, Treatment otherTreatment) {
    return new Wish(
        kind,
        reason,
        otherMonths == null ? months : otherMonths,
        dueDay,
        otherRate == null ? annualRate : otherRate,
        effectiveFrom,
        otherTreatment == null ? treatment : otherTreatment,
        method,
        evidence,
        evidenceReference);
  }

  private Treatment treatmentOr(Treatment other) {
    return treatment == null ? other : treatment;
  }
}
