package org.shouxin.servicing.loan.model;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

/**
 * A loan from its signature to its last cent.
 *
 * <p>CONTRACTED -> PAYING_OUT (the bank is asked to pay) -> ACTIVE (the borrower has the money) ->
 * CLOSED (nothing is owed) | WRITTEN_OFF (given up from stage M4_PLUS; money that still comes is
 * recovery). PAYING_OUT -> PAYOUT_FAILED when the bank refuses for good. A payment that is taken
 * back opens a CLOSED loan again. Overdue is not a state: the stage is derived from the oldest
 * unpaid due date, and kept as it was last told to others.
 *
 * <p>Every transition is made under the row's lock, is counted (so that the version moves even when
 * only instalments change) and returns what happened; ledger, transactions and events are made from
 * that. The instalments are those of every schedule version; only the newest is live.
 */
@Entity
@Table(name = "loan")
public class Loan {

  @Id private UUID id;

  @Version private long version;

  private long transitions;

  @Embedded private Party party;

  @Embedded private LoanTerms terms;

  @Enumerated(EnumType.STRING)
  private LoanState state;

  @Enumerated(EnumType.STRING)
  private Stage stage;

  @Column(name = "value_date")
  private LocalDate valueDate;

  @Column(name = "bank_reference")
  private String bankReference;

  @Column(name = "schedule_version")
  private int scheduleVersion;

  @Column(name = "credit_minor")
  private long creditMinor;

  @Column(name = "closed_on")
  private LocalDate closedOn;

  @Column(name = "written_off_on")
  private LocalDate writtenOffOn;

  @Column(name = "last_closed_date")
  private LocalDate lastClosedDate;

  @Column(name = "next_action_date")
  private LocalDate nextActionDate;

  @OneToMany(mappedBy = "loan", cascade = CascadeType.PERSIST)
  @OrderBy("dueDate, scheduleVersion")
  private List<Instalment> instalments = new ArrayList<>();

  protected Loan() {}

  /** A loan whose contract was signed; its payout is ordered next. */
  public static Loan contracted(UUID id, Party party, LoanTerms terms) {
    Loan loan = new Loan();
    loan.id = id;
    loan.party = party;
    loan.terms = terms;
    loan.state = LoanState.CONTRACTED;
    loan.stage = Stage.CURRENT;
    return loan;
  }

  public void orderPayout() {
    require(state == LoanState.CONTRACTED, "PAYOUT_ORDERED_ONCE", "the payout was ordered before");
    state = LoanState.PAYING_OUT;
    transitions++;
  }

  public void failPayout() {
    require(state == LoanState.PAYING_OUT, "PAYOUT_NOT_AWAITED", "no payout is awaited");
    state = LoanState.PAYOUT_FAILED;
    transitions++;
  }

  /** The borrower has the money: the schedule counts from this day. */
  public List<LoanEvent> disburse(
      LocalDate day, String reference, DayPlan plan, Supplier<UUID> ids) {
    require(state == LoanState.PAYING_OUT, "PAYOUT_NOT_AWAITED", "no payout is awaited");
    state = LoanState.ACTIVE;
    valueDate = day;
    transitions++;
    bankReference = reference;
    lastClosedDate = day.minusDays(1);
    planInstalments(PlannedInstalment.of(terms.scheduleFrom(day)), day, ids);
    wakeNext(plan, day);
    return List.of(new LoanEvent.Disbursed(day, terms.principalMinor(), reference));
  }

  /** Takes a payment in: penalty is worked out to the day, then the money covers what is open. */
  public List<LoanEvent> receive(UUID paymentId, Money amount, DayPlan plan, LocalDate day) {
    require(amount.isPositive(), "PAYMENT_POSITIVE", "a payment is more than zero");
    requireDisbursed();
    List<LoanEvent> events = new ArrayList<>(accruePenalty(day));
    Allocation allocation = Allocation.of(amount.minor(), live().claims(isWrittenOff()));
    transitions++;
    apply(allocation);
    events.add(
        new LoanEvent.PaymentPosted(day, paymentId, amount.minor(), allocation, isWrittenOff()));
    if (state == LoanState.ACTIVE) {
      if (position(day).stage().betterThan(stage)) {
        events.addAll(reassess(day));
      }
      events.addAll(closeIfPaid(day));
      wakeNext(plan, day);
    }
    return events;
  }

  /** Takes a payment back, with exactly the lines it had covered. */
  public List<LoanEvent> reverse(
      UUID paymentId, Money amount, Allocation covered, String reason, LocalDate day) {
    requireDisbursed();
    require(
        covered.surplusMinor() <= creditMinor,
        "REVERSAL_CREDIT_USED",
        "the payment's surplus has been used for later instalments");
    List<LoanEvent> events = new ArrayList<>(accruePenalty(day));
    Allocation back = covered.negate();
    transitions++;
    apply(back);
    events.add(
        new LoanEvent.PaymentReversed(
            day, paymentId, -amount.minor(), back, isWrittenOff(), reason));
    if (!isWrittenOff()) {
      state = LoanState.ACTIVE;
      closedOn = null;
      nextActionDate = later(day, lastClosedDate.plusDays(1)).plusDays(1);
    }
    return events;
  }

  /** Closes a day and opens the next one for this loan. */
  public DayTurn turnDay(LocalDate closing, DayPlan plan) {
    require(state == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan has days");
    LocalDate opening = closing.plusDays(1);
    List<LoanEvent> events = new ArrayList<>();
    if (position(closing).stage() != stage) {
      events.addAll(accruePenalty(closing));
      events.addAll(reassess(closing));
    }
    lastClosedDate = closing;
    transitions++;
    List<LoanEvent> fellDue = live().fallDue(opening);
    events.addAll(fellDue);
    if (!fellDue.isEmpty() && creditMinor > 0) {
      events.addAll(useCredit(opening));
    }
    wakeNext(plan, opening);
    Position position = position(opening);
    boolean debitDay = !fellDue.isEmpty() || plan.debitRetryDays().contains(position.daysPastDue());
    return new DayTurn(
        events,
        debitDay ? Math.max(0, position.amountDueMinor() - creditMinor) : 0,
        Timeline.reminders(live().list(), position, plan));
  }

  /** What an extension by some months would do; nothing changes. */
  public Extension quoteExtension(int months, LocalDate day) {
    require(state == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan is extended");
    require(
        !Stage.GRACE.betterThan(position(day).stage()),
        "EXTENSION_STAGE",
        "an extension needs a loan that is current or within grace");
    return Extension.of(live().unpaid(), months, terms, valueDate);
  }

  /** Puts an accepted extension into force as a new schedule version. */
  public List<LoanEvent> extend(
      Extension extension, UUID arrangementId, DayPlan plan, LocalDate day, Supplier<UUID> ids) {
    live().replaceUnpaid(day);
    transitions++;
    planInstalments(extension.rows(), day, ids);
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.ScheduleReplaced(day, arrangementId, scheduleVersion));
    events.addAll(reassess(day));
    wakeNext(plan, day);
    return events;
  }

  /** Gives the loan up in the books; the borrower still owes it. */
  public List<LoanEvent> writeOff(String reason, LocalDate day) {
    require(state == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan is written off");
    require(
        stage == Stage.M4_PLUS, "WRITE_OFF_STAGE", "a loan is written off from stage M4_PLUS only");
    List<LoanEvent> events = new ArrayList<>(accruePenalty(day));
    events.add(new LoanEvent.WrittenOff(day, live().open(), reason));
    state = LoanState.WRITTEN_OFF;
    stage = Stage.WRITTEN_OFF;
    writtenOffOn = day;
    transitions++;
    nextActionDate = null;
    return events;
  }

  /** What is owed at the end of a day on which, or after which, nothing more has happened. */
  public Position position(LocalDate asOf) {
    return position(asOf, History.NOTHING);
  }

  /** What was owed at the end of a past day, given what happened after it. */
  public Position position(LocalDate asOf, History after) {
    return Position.of(
        instalmentFacts(),
        after,
        asOf,
        new Position.Terms(terms.penalty(), terms.graceDays(), creditMinor, writtenOffOn));
  }

  private List<LoanEvent> useCredit(LocalDate day) {
    List<LoanEvent> events = new ArrayList<>(accruePenalty(day));
    Allocation all = Allocation.of(creditMinor, live().claims(false));
    Allocation used = new Allocation(all.lines(), -all.total().totalMinor());
    apply(used);
    events.add(new LoanEvent.CreditApplied(day, used));
    events.addAll(closeIfPaid(day));
    return events;
  }

  private List<LoanEvent> accruePenalty(LocalDate day) {
    return isWrittenOff() ? List.of() : live().accruePenalty(day, terms.penalty());
  }

  private List<LoanEvent> reassess(LocalDate day) {
    Position position = position(day);
    if (position.stage() == stage) {
      return List.of();
    }
    stage = position.stage();
    return List.of(
        new LoanEvent.DelinquencyChanged(
            day,
            position.daysPastDue(),
            stage,
            position.amountDueMinor(),
            position.principalOutstandingMinor()));
  }

  private List<LoanEvent> closeIfPaid(LocalDate day) {
    if (!live().allPaid()) {
      return List.of();
    }
    state = LoanState.CLOSED;
    closedOn = day;
    return List.of(new LoanEvent.Closed(day));
  }

  private void apply(Allocation allocation) {
    live().apply(allocation);
    creditMinor += allocation.surplusMinor();
  }

  private LiveInstalments live() {
    return LiveInstalments.of(instalments);
  }

  private void planInstalments(List<PlannedInstalment> planned, LocalDate day, Supplier<UUID> ids) {
    scheduleVersion++;
    planned.forEach(p -> instalments.add(new Instalment(ids.get(), this, scheduleVersion, day, p)));
  }

  private void wakeNext(DayPlan plan, LocalDate day) {
    LocalDate opened = later(day, lastClosedDate.plusDays(1));
    nextActionDate =
        state == LoanState.ACTIVE
            ? Timeline.nextAction(live().list(), plan, terms.graceDays(), opened).orElse(null)
            : null;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private void requireDisbursed() {
    require(
        state == LoanState.ACTIVE || state == LoanState.CLOSED || state == LoanState.WRITTEN_OFF,
        "LOAN_NOT_PAID_OUT",
        "the loan has not been paid out");
  }

  private static void require(boolean holds, String rule, String detail) {
    if (!holds) {
      throw RuleViolation.conflict(rule, detail);
    }
  }

  private boolean isWrittenOff() {
    return state == LoanState.WRITTEN_OFF;
  }

  public UUID id() {
    return id;
  }

  /** Counts the changes of the loan; clients hold it as the entity tag. */
  public long version() {
    return version;
  }

  public Party party() {
    return party;
  }

  public LoanTerms terms() {
    return terms;
  }

  public LoanState state() {
    return state;
  }

  public Stage stage() {
    return stage;
  }

  public int scheduleVersion() {
    return scheduleVersion;
  }

  public Optional<LocalDate> valueDate() {
    return Optional.ofNullable(valueDate);
  }

  public Optional<String> bankReference() {
    return Optional.ofNullable(bankReference);
  }

  public Optional<LocalDate> nextActionDate() {
    return Optional.ofNullable(nextActionDate);
  }

  /** The instalments of every schedule version, as the store loads them. */
  public List<Instalment> instalments() {
    return instalments;
  }

  public List<InstalmentFacts> instalmentFacts() {
    return instalments.stream().map(Instalment::facts).toList();
  }
}
