package org.shouxin.servicing.loan.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.servicing.schedule.Rate;

/**
 * One instalment of one version of a loan's schedule, with what has been paid on it. A later
 * version does not change it but sets the day on which it was replaced. Amounts in minor units.
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

  @Column(name = "fell_due")
  private boolean fellDue;

  @Column(name = "principal_minor")
  private long principalMinor;

  @Column(name = "interest_minor")
  private long interestMinor;

  @Column(name = "interest_carried_minor")
  private long interestCarriedMinor;

  @Column(name = "fees_minor")
  private long feesMinor;

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

  Instalment(
      UUID id, Loan loan, int scheduleVersion, LocalDate plannedOn, PlannedInstalment planned) {
    this.id = id;
    this.loan = loan;
    this.number = planned.number();
    this.scheduleVersion = scheduleVersion;
    this.plannedOn = plannedOn;
    this.periodStart = planned.periodStart();
    this.dueDate = planned.dueDate();
    this.principalMinor = planned.principalMinor();
    this.interestMinor = planned.interestMinor();
    this.interestCarriedMinor = planned.interestCarriedMinor();
    this.feesMinor = planned.feesMinor();
    this.penaltyFrom = planned.dueDate().plusDays(loan.terms().graceDays());
    this.penaltyTo = penaltyFrom;
  }

  boolean isLive() {
    return replacedOn == null;
  }

  boolean isPaid() {
    return principalPaidMinor == principalMinor
        && interestPaidMinor == interestMinor
        && feesPaidMinor == feesMinor
        && penaltyPaidMinor == penaltyAccruedMinor;
  }

  /** What can be claimed today: principal even before it is due, the rest only once it fell due. */
  Breakdown open() {
    return new Breakdown(
        fellDue ? feesMinor - feesPaidMinor : 0,
        interestInBooksMinor() - interestPaidMinor,
        penaltyAccruedMinor - penaltyPaidMinor,
        principalMinor - principalPaidMinor);
  }

  /** Interest that is in the books: all of it once due, before that what was carried over. */
  long interestInBooksMinor() {
    return fellDue ? interestMinor : interestCarriedMinor;
  }

  void fallDue() {
    fellDue = true;
  }

  void replace(LocalDate day) {
    replacedOn = day;
  }

  /** Works penalty out up to and with the day; empty when that adds nothing. */
  Optional<PenaltyAccrual> accruePenalty(LocalDate day, Rate penaltyRate) {
    if (!fellDue || !day.isAfter(penaltyTo)) {
      return Optional.empty();
    }
    penaltyTo = day;
    long base = principalMinor - principalPaidMinor;
    long stretch = PenaltyAccrual.stretchMinor(base, penaltyRate, penaltyFrom, day);
    long before = penaltyStretchMinor;
    if (stretch <= before) {
      return Optional.empty();
    }
    penaltyStretchMinor = stretch;
    penaltyAccruedMinor += stretch - before;
    return Optional.of(new PenaltyAccrual(id, penaltyFrom, before, day, base, stretch - before));
  }

  /** Pays a part, or takes one back; penalty has been worked out to the same day before. */
  void pay(Component component, long minor) {
    switch (component) {
      case COST -> feesPaidMinor += minor;
      case INTEREST -> interestPaidMinor += minor;
      case PENALTY -> penaltyPaidMinor += minor;
      case PRINCIPAL -> {
        principalPaidMinor += minor;
        penaltyFrom = penaltyTo;
        penaltyStretchMinor = 0;
      }
    }
  }

  public UUID id() {
    return id;
  }

  public int number() {
    return number;
  }

  public LocalDate dueDate() {
    return dueDate;
  }

  public boolean fellDue() {
    return fellDue;
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
        fellDue,
        new Breakdown(feesMinor, interestMinor, penaltyAccruedMinor, principalMinor),
        interestCarriedMinor,
        new Breakdown(feesPaidMinor, interestPaidMinor, penaltyPaidMinor, principalPaidMinor),
        penaltyFrom,
        penaltyStretchMinor);
  }
}
