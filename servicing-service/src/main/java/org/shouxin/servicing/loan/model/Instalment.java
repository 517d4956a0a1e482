package org.shouxin.servicing.loan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.servicing.loan.model.InstalmentFacts.Origin;

/**
 * The stored row of one instalment of one version of a loan's schedule, with what has been paid on
 * it. A later version does not change it but sets the day on which it was replaced. What it means
 * is told by its {@link InstalmentFacts}. Amounts in minor units.
 */
@Entity
@Table(name = "instalment")
public class Instalment {

  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "loan_id")
  private Loan loan;

  private int number;

  @Column(name = "schedule_version")
  private int scheduleVersion;

  @Column(name = "period_start")
  private LocalDate periodStart;

  @Column(name = "due_date")
  private LocalDate dueDate;

  @Column(name = "planned_on")
  private LocalDate plannedOn;

  @Column(name = "replaced_on")
  private LocalDate replacedOn;

  @Column(name = "replaced_by")
  private Integer replacedBy;

  @Enumerated(EnumType.STRING)
  private Origin origin;

  @Column(name = "corrects_version")
  private Integer corrects;

  @Column(name = "principal_minor")
  private long principalMinor;

  @Column(name = "interest_minor")
  private long interestMinor;

  @Column(name = "interest_carried_minor")
  private long interestCarriedMinor;

  @Column(name = "fees_minor")
  private long feesMinor;

  @Column(name = "penalty_carried_minor")
  private long penaltyCarriedMinor;

  @Column(name = "interest_deferred_minor")
  private long interestDeferredMinor;

  @Column(name = "capitalised_minor")
  private long capitalisedMinor;

  @Column(name = "principal_paid_minor")
  private long principalPaidMinor;

  @Column(name = "interest_paid_minor")
  private long interestPaidMinor;

  @Column(name = "fees_paid_minor")
  private long feesPaidMinor;

  @Column(name = "penalty_accrued_minor")
  private long penaltyAccruedMinor;

  @Column(name = "penalty_paid_minor")
  private long penaltyPaidMinor;

  @Column(name = "penalty_from")
  private LocalDate penaltyFrom;

  @Column(name = "penalty_stretch_minor")
  private long penaltyStretchMinor;

  @Column(name = "penalty_to")
  private LocalDate penaltyTo;

  protected Instalment() {}

  Instalment(Loan loan, InstalmentFacts facts) {
    this.id = facts.id();
    this.loan = loan;
    this.number = facts.number();
    this.scheduleVersion = facts.scheduleVersion();
    this.periodStart = facts.periodStart();
    this.dueDate = facts.dueDate();
    this.plannedOn = facts.plannedOn();
    this.principalMinor = facts.planned().principalMinor();
    this.interestMinor = facts.planned().interestMinor();
    this.interestCarriedMinor = facts.interestCarriedMinor();
    this.penaltyCarriedMinor = facts.penaltyCarriedMinor();
    this.feesMinor = facts.planned().costMinor();
    this.origin = facts.origin();
    this.corrects = facts.corrects();
    this.interestDeferredMinor = facts.putOff().deferredMinor();
    this.capitalisedMinor = facts.putOff().capitalisedMinor();
    become(facts);
  }

  /** Takes over what may change: payments, penalty worked out, the day of replacement. */
  final void become(InstalmentFacts facts) {
    replacedOn = facts.replacedOn();
    replacedBy = facts.replacedBy();
    principalPaidMinor = facts.paid().principalMinor();
    interestPaidMinor = facts.paid().interestMinor();
    feesPaidMinor = facts.paid().costMinor();
    penaltyAccruedMinor = facts.planned().penaltyMinor();
    penaltyPaidMinor = facts.paid().penaltyMinor();
    penaltyFrom = facts.penaltyFrom();
    penaltyStretchMinor = facts.penaltyStretchMinor();
    penaltyTo = facts.penaltyTo();
  }

  public UUID id() {
    return id;
  }

  /** Everything known of this instalment, as plain values. */
  public InstalmentFacts facts() {
    return new InstalmentFacts(
        id,
        number,
        scheduleVersion,
        periodStart,
        dueDate,
        plannedOn,
        replacedOn,
        new Breakdown(feesMinor, interestMinor, penaltyAccruedMinor, principalMinor),
        interestCarriedMinor,
        penaltyCarriedMinor,
        new Breakdown(feesPaidMinor, interestPaidMinor, penaltyPaidMinor, principalPaidMinor),
        penaltyFrom,
        penaltyStretchMinor,
        penaltyTo,
        replacedBy,
        origin,
        corrects,
        new PutOff(interestDeferredMinor, capitalisedMinor));
  }
}
