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
import org.shouxin.servicing.schedule.Rate;

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
 * that. The instalments are those of every schedule version; only the newest is live. What is owed
 * is told by the {@link Debt}; days pass without a trace on the loan until one brings it something.
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

  @Column(name = "recognised_through")
  private LocalDate recognisedThrough;

  @Embedded private Accrual accrual;

  @Column(name = "allocation_order")
  private String allocationOrder;

  @Column(name = "past_due_pauses")
  private String pastDuePauses;

  @Column(name = "earlier_rates")
  private String earlierRates;

  @OneToMany(mappedBy = "loan", cascade = CascadeType.PERSIST)
  @OrderBy("dueDate, scheduleVersion")
  private List<Instalment> instalments = new ArrayList<>();

  protected Loan() {}

  /** A loan whose contract was signed; its payout is ordered next. */
  public static Loan contracted(UUID id, Party party, LoanTerms terms, AllocationOrder order) {
    Loan loan = new Loan();
    loan.id = id;
    loan.party = party;
    loan.terms = terms;
    loan.state = LoanState.CONTRACTED;
    loan.stage = Stage.CURRENT;
    loan.accrual = Accrual.NONE;
    loan.allocationOrder = order.text();
    loan.pastDuePauses = Pauses.NONE.text();
    loan.earlierRates = EarlierRates.NONE.text();
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
    bankReference = reference;
    lastClosedDate = day.minusDays(1);
    store(debt().begin(terms.scheduleFrom(day), day, ids));
    LoanEvent disbursed = new LoanEvent.Disbursed(day, terms.principalMinor(), reference);
    return take(facts().changed(List.of(disbursed), day, plan), day);
  }

  /** Takes a payment in: the money covers what is open at the end of the day. */
  public List<LoanEvent> receive(UUID paymentId, Money amount, DayPlan plan, LocalDate day) {
    return receive(paymentId, amount, null, () -> null, plan, day);
  }

  /**
   * Takes a payment in that does what its instruction says.
   *
   * @param ids of the instalments that an early repayment may bring
   */
  public List<LoanEvent> receive(
      UUID paymentId,
      Money amount,
      Instruction instruction,
      Supplier<UUID> ids,
      DayPlan plan,
      LocalDate day) {
    require(amount.isPositive(), "PAYMENT_POSITIVE", "a payment is more than zero");
    requireDisbursed();
    MoneyEntry payment = MoneyEntry.payment(paymentId, day, amount, instruction, debt());
    return take(facts().receive(payment, day, plan, contract(ids)), day);
  }

  Contract contract(Supplier<UUID> ids) {
    return new Contract(terms, EarlierRates.parse(earlierRates), ids);
  }

  /** What can be said of money of earlier days. */
  public Corrections corrections(Past past, DayPlan plan, LocalDate day) {
    requireDisbursed();
    return new Corrections(this, past, plan, day);
  }

  /** Closes a day and opens the next one for this loan. */
  public DayOpening turnDay(LocalDate closing, DayPlan plan) {
    require(state == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan has days");
    DayOpening opening = facts().open(closing.plusDays(1), plan);
    lastClosedDate = closing;
    take(opening.change(), opening.day());
    return opening;
  }

  /**
   * Puts another schedule into force for everything that is not fully paid.
   *
   * @param rows the same principal; what has accrued is carried into them
   * @param rate the rate from now on
   */
  public List<LoanEvent> reschedule(
      List<PlannedInstalment> rows,
      Rate rate,
      UUID arrangementId,
      DayPlan plan,
      LocalDate day,
      Supplier<UUID> ids) {
    require(state == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan is changed");
    debt().requireNothingPutOff(day);
    long principal = rows.stream().mapToLong(PlannedInstalment::principalMinor).sum();
    require(
        principal == position(day).principalOutstandingMinor(),
        "SCHEDULE_PRINCIPAL",
        "a new schedule asks for exactly the principal that is unpaid");
    store(debt().planUnpaid(rows, day, ids));
    if (rate.compareTo(terms.rate()) != 0) {
      earlierRates = EarlierRates.parse(earlierRates).with(day, terms).text();
      terms = terms.withRate(rate);
    }
    List<LoanEvent> events = new ArrayList<>();
    events.add(new LoanEvent.ScheduleReplaced(day, arrangementId, scheduleVersion));
    return take(facts().reassessed(events, day, plan), day);
  }

  /** Has a stretch of days not count as past due. */
  public List<LoanEvent> pause(Pauses.Stretch stretch, DayPlan plan, LocalDate day) {
    return paused(Pauses.parse(pastDuePauses).with(stretch), plan, day);
  }

  /** The same for the days that are not paused yet. */
  public List<LoanEvent> pauseRest(Pauses.Stretch stretch, DayPlan plan, LocalDate day) {
    return paused(Pauses.parse(pastDuePauses).withRestOf(stretch), plan, day);
  }

  private List<LoanEvent> paused(Pauses pauses, DayPlan plan, LocalDate day) {
    require(state == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan is paused");
    pastDuePauses = pauses.text();
    return take(facts().reassessed(new ArrayList<>(), day, plan), day);
  }

  /** Refuses to give up a loan that is not late enough. */
  public void requireWriteOff() {
    require(state == LoanState.ACTIVE, "LOAN_NOT_ACTIVE", "only an active loan is written off");
    require(
        stage == Stage.M4_PLUS, "WRITE_OFF_STAGE", "a loan is written off from stage M4_PLUS only");
  }

  /** Gives up what the borrower's credit does not cover, in the books; it is still owed. */
  public List<LoanEvent> writeOff(String reason, DayPlan plan, LocalDate day) {
    requireWriteOff();
    writtenOffOn = day;
    return take(facts().giveUp(reason, day, plan), day);
  }

  public Accrual accrual() {
    return accrual;
  }

  /** The day that a change counts for: the posting day, or a later one if that was opened. */
  public LocalDate dayFor(LocalDate postingDay) {
    return lastClosedDate == null || !lastClosedDate.plusDays(1).isAfter(postingDay)
        ? postingDay
        : lastClosedDate.plusDays(1);
  }

  /**
   * The day up to which the books have recognised everything of this loan.
   *
   * @param partitionThrough the day through which its partition has been recognised in bulk
   */
  public LocalDate recognisedThrough(LocalDate partitionThrough) {
    return recognisedThrough == null || recognisedThrough.isBefore(partitionThrough)
        ? partitionThrough
        : recognisedThrough;
  }

  /** Says that the books have everything up to and with the day. */
  public void recognised(LocalDate day) {
    recognisedThrough = day;
  }

  /** What is owed at the end of a day on which, or after which, nothing more has happened. */
  public Position position(LocalDate asOf) {
    return debt().position(asOf);
  }

  /** What was owed at the end of a past day, given the money as it counts now. */
  public Position position(LocalDate asOf, List<MoneyEntry> history) {
    return debt().asOf(asOf, history).position(asOf);
  }

  /** What is owed, as plain values. */
  public Debt debt() {
    return new Debt(
        instalmentFacts(),
        creditMinor,
        new Debt.Rules(
            terms.penalty(),
            terms.graceDays(),
            terms.dayCount(),
            writtenOffOn,
            AllocationOrder.parse(allocationOrder),
            Pauses.parse(pastDuePauses),
            EarlierRates.parse(earlierRates)));
  }

  /** What is worked out with, without the session's objects. */
  public LoanFacts facts() {
    return new LoanFacts(state, stage, debt());
  }

  List<LoanEvent> take(LoanFacts.Change change, LocalDate day) {
    LoanFacts after = change.loan();
    if (after.state() != state) {
      closedOn = after.state() == LoanState.CLOSED ? day : null;
    }
    state = after.state();
    stage = after.stage();
    store(after.debt());
    nextActionDate = change.nextActionDate();
    accrual = change.accrual();
    transitions++;
    return change.events();
  }

  private void store(Debt debt) {
    for (int at = 0; at < debt.instalments().size(); at++) {
      InstalmentFacts facts = debt.instalments().get(at);
      if (at < instalments.size()) {
        instalments.get(at).become(facts);
      } else {
        instalments.add(new Instalment(this, facts));
      }
    }
    creditMinor = debt.creditMinor();
    scheduleVersion = debt.version();
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
