package org.shouxin.collections.promise.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A promise to pay, judged by the ledger and never by the person who took it.
 *
 * <p>MADE -> KEPT (enough cleared money by the due day) | BROKEN (the due day closed without it) |
 * WITHDRAWN (written off, held, or cured without the money). A case has at most one promise in
 * MADE. Enough means the amount times the tolerance in force when it was made, rounded up to the
 * minor unit; the shortfall of a broken promise is measured against the whole amount.
 */
@Entity
@Table(name = "promise")
public class Promise {
  @Id private UUID id;

  @Column(name = "case_id")
  private UUID caseId;

  @Column(name = "loan_id")
  private UUID loanId;

  @Column(name = "borrower_id")
  private UUID borrowerId;

  @Column(name = "amount_minor")
  private long amountMinor;

  private String currency;

  private BigDecimal tolerance;

  @Column(name = "made_on")
  private LocalDate madeOn;

  @Column(name = "due_date")
  private LocalDate dueDate;

  @Enumerated(EnumType.STRING)
  private PromiseState state;

  @Column(name = "judged_on")
  private LocalDate judgedOn;

  @Column(name = "cleared_minor")
  private Long clearedMinor;

  @Column(name = "case_cured")
  private boolean caseCured;

  @Column(name = "taken_by")
  private String takenBy;

  @Version private int version;

  protected Promise() {}

  /** What the debtor said. */
  public record Wording(
      UUID caseId, UUID loanId, UUID borrowerId, Money amount, LocalDate dueDate, String takenBy) {}

  /** A new promise together with its event. */
  public record Making(Promise promise, List<PromiseEvent> events) {}

  /**
   * Takes a promise.
   *
   * @param payoff what would settle the loan today
   * @param today the current business date
   */
  public static Making make(
      UUID id, Wording said, Money payoff, LocalDate today, PromiseTerms terms) {
    check(said, payoff, today, terms);
    Promise promise = new Promise();
    promise.id = id;
    promise.caseId = said.caseId();
    promise.loanId = said.loanId();
    promise.borrowerId = said.borrowerId();
    promise.amountMinor = said.amount().minor();
    promise.currency = said.amount().currency().getCurrencyCode();
    promise.tolerance = terms.tolerance();
    promise.madeOn = today;
    promise.dueDate = said.dueDate();
    promise.state = PromiseState.MADE;
    promise.takenBy = said.takenBy();
    return new Making(
        promise,
        List.of(
            new PromiseEvent.PromiseMade(
                said.caseId(),
                id,
                said.loanId(),
                said.borrowerId(),
                said.amount(),
                said.dueDate(),
                today)));
  }

  private static void check(Wording said, Money payoff, LocalDate today, PromiseTerms terms) {
    if (!said.amount().currency().equals(payoff.currency())) {
      throw RuleViolation.refused(
              "PROMISE_CURRENCY", "The loan is in " + payoff.currency().getCurrencyCode() + ".")
          .field("/amount/currency");
    }
    if (!said.amount().isPositive()) {
      throw RuleViolation.refused(
              "PROMISE_AMOUNT_POSITIVE", "A promise needs an amount above zero.")
          .field("/amount");
    }
    if (!payoff.covers(said.amount())) {
      throw RuleViolation.refused(
              "PROMISE_AMOUNT_MAX", "The promise exceeds what would settle the loan.")
          .field("/amount");
    }
    if (said.dueDate().isBefore(today)) {
      throw RuleViolation.refused("PROMISE_DUE_PAST", "The due date lies before the business date.")
          .field("/dueDate");
    }
    if (said.dueDate().isAfter(today.plusDays(terms.daysMax()))) {
      throw RuleViolation.refused(
              "PROMISE_DUE_MAX", "The due date is more than " + terms.daysMax() + " days away.")
          .field("/dueDate");
    }
  }

  /** A business date was closed; {@code cleared} is what the ledger booked since the promise. */
  public List<PromiseEvent> dayClosed(LocalDate businessDate, Money cleared) {
    if (!isDue(businessDate)) {
      return List.of();
    }
    judgedOn = businessDate;
    clearedMinor = cleared.minor();
    Money enough = amount().times(tolerance, RoundingMode.CEILING);
    if (cleared.covers(enough)) {
      state = PromiseState.KEPT;
      return List.of(
          new PromiseEvent.PromiseKept(
              caseId, id, loanId, borrowerId, amount(), dueDate, businessDate));
    }
    if (caseCured) {
      state = PromiseState.WITHDRAWN;
      return List.of();
    }
    state = PromiseState.BROKEN;
    return List.of(
        new PromiseEvent.PromiseBroken(
            caseId,
            id,
            loanId,
            borrowerId,
            amount(),
            dueDate,
            businessDate,
            amount().minus(cleared)));
  }

  /**
   * Its case was cured before the due date. The ledger still judges whether the promise was what
   * cured it; a cure that took less money, by an extension say, does not make it broken.
   */
  public void caseCured() {
    caseCured = true;
  }

  /** The promise no longer binds: its loan was written off or its case put on hold. */
  public void withdraw(LocalDate day) {
    if (state == PromiseState.MADE) {
      state = PromiseState.WITHDRAWN;
      judgedOn = day;
    }
  }

  public boolean isDue(LocalDate businessDate) {
    return state == PromiseState.MADE && !businessDate.isBefore(dueDate);
  }

  public Money amount() {
    return Money.ofMinor(amountMinor, currency);
  }

  public UUID id() {
    return id;
  }

  public UUID caseId() {
    return caseId;
  }

  public UUID loanId() {
    return loanId;
  }

  public LocalDate madeOn() {
    return madeOn;
  }

  public LocalDate dueDate() {
    return dueDate;
  }

  public PromiseState state() {
    return state;
  }

  public LocalDate judgedOn() {
    return judgedOn;
  }

  public Money cleared() {
    return clearedMinor == null ? null : Money.ofMinor(clearedMinor, currency);
  }
}
