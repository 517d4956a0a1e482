package org.shouxin.servicing.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.model.AllocationOrder;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.Charge;
import org.shouxin.servicing.loan.model.CountedMoney;
import org.shouxin.servicing.loan.model.DayOpening;
import org.shouxin.servicing.loan.model.DayPlan;
import org.shouxin.servicing.loan.model.Fees;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.Instruction;
import org.shouxin.servicing.loan.model.Instruction.Mode;
import org.shouxin.servicing.loan.model.Instruction.Purpose;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.LoanTest;
import org.shouxin.servicing.loan.model.MoneyEntry;
import org.shouxin.servicing.loan.model.Pauses;
import org.shouxin.servicing.loan.model.PlannedInstalment;
import org.shouxin.servicing.loan.model.Stage;
import org.shouxin.servicing.loan.model.TestIds;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.Terms;

/** A loan and its ledger; the day's accrual reads nothing but the columns of the row. */
final class BookedLife {

  private static final DayPlan PLAN = new DayPlan(Set.of(1, 3, 30), Set.of(1, 7), 3);

  /** The principal that the amounts of a step are meant for. */
  static final long SMALL_MINOR = 1_200_00;

  /** Days to wait, then something about the loan. */
  record Step(int days, Act act, long minor, int back) {}

  /** What is done; the numbers of a step say how. */
  enum Act {
    NOTHING,
    PAY,
    PAY_BACKDATED,
    PREPAY,
    PAY_OFF,
    TAKE_BACK,
    CORRECT,
    CHARGE,
    WAIVE,
    PAUSE,
    ARRANGE,
    WRITE_OFF
  }

  private final Loan loan;
  private final Map<Account, Long> ledger = new EnumMap<>(Account.class);
  private final CountedMoney money = new CountedMoney();
  private final LocalDate start;
  private final long lent;
  private LocalDate today;
  private LocalDate paused;
  private long cash;

  BookedLife(Terms terms, AllocationOrder order) {
    start = terms.start();
    lent = terms.principal().minor();
    today = start;
    paused = start;
    cash = -lent;
    loan = LoanTest.signed(terms, order);
    loan.orderPayout();
    post(Breakdown.NOTHING, start, loan.disburse(start, "BK", PLAN, TestIds::next));
  }

  Loan loan() {
    return loan;
  }

  void payAllAsAsked() {
    while (loan.state() == LoanState.ACTIVE) {
      today = loan.nextActionDate().orElseThrow().minusDays(1);
      closeDay();
      long due = loan.position(today).amountDueMinor();
      if (due > 0 && loan.state() == LoanState.ACTIVE) {
        pay(due, today);
      }
    }
  }

  void live(Step step) {
    for (int day = 0; day < step.days(); day++) {
      closeDay();
    }
    switch (step.act()) {
      case NOTHING -> {}
      case PAY -> pay(scaled(step), today);
      case PAY_BACKDATED -> unlessPutOff(() -> pay(scaled(step), earlier(step.back())));
      case PREPAY -> early(scaled(step), Purpose.PREPAYMENT, step.back());
      case PAY_OFF -> early(scaled(step) * 3, Purpose.PAYOFF, 0);
      case TAKE_BACK ->
          money.anyPayment(step.back()).ifPresent(p -> unlessPutOff(() -> takeBack(p)));
      case CORRECT ->
          money
              .anyPayment(step.back())
              .ifPresent(p -> unlessPutOff(() -> correct(p, earlier(step.back()))));
      default -> arranged(step);
    }
  }

  /** Money in proportion to the loan. */
  private long scaled(Step step) {
    return Math.max(1, step.minor() * lent / SMALL_MINOR);
  }

  /** No other schedule is made while the contract has put interest off. */
  private static void unlessPutOff(Runnable act) {
    try {
      act.run();
    } catch (RuleViolation refused) {
      assertThat(refused.rule()).isEqualTo("INTEREST_PUT_OFF");
    }
  }

  /** What is not about money has a day of its own. */
  private void arranged(Step step) {
    closeDay();
    if (loan.state() != LoanState.ACTIVE) {
      return;
    }
    switch (step.act()) {
      case CHARGE -> charge(step.minor(), step.back());
      case WAIVE -> waive(step.back());
      case PAUSE -> pause(step.back());
      case ARRANGE -> unlessPutOff(() -> arrange(1 + step.back() % 6, step.minor()));
      default -> writeOff();
    }
    if (step.act() != Act.ARRANGE) {
      closeDay();
    }
  }

  private void pay(long minor, LocalDate countsFrom) {
    Breakdown before = recognised();
    Money amount = Money.ofMinor(minor, "CNY");
    List<LoanEvent> events =
        loan.corrections(money.past(), PLAN, today).receive(TestIds.next(), amount, countsFrom);
    cash += minor;
    post(before, today, events);
  }

  private void early(long minor, Purpose purpose, int mode) {
    Breakdown before = recognised();
    Instruction how = new Instruction(purpose, Mode.values()[mode % Mode.values().length]);
    UUID payment = money.instructed(TestIds.next(), how);
    cash += minor;
    post(
        before,
        today,
        loan.receive(payment, Money.ofMinor(minor, "CNY"), how, TestIds::next, PLAN, today));
  }

  private void takeBack(MoneyEntry payment) {
    Breakdown before = recognised();
    List<LoanEvent> events =
        loan.corrections(money.past(), PLAN, today).reverse(payment.paymentId(), "error");
    cash -= payment.amountMinor();
    post(before, today, events);
  }

  private void correct(MoneyEntry payment, LocalDate countsFrom) {
    Breakdown before = recognised();
    post(
        before,
        today,
        loan.corrections(money.past(), PLAN, today)
            .correctValueDate(payment.paymentId(), countsFrom, "late bank"));
  }

  private void charge(long minor, int days) {
    Breakdown before = recognised();
    LocalDate due = today.plusDays(days);
    Charge fee =
        new Charge(Charge.Kind.SERVICE, Charge.Base.FIXED, null, 1 + minor % 5_00, due, "fee");
    if (loan.debt().charges().size() < 3) {
      post(before, today, Fees.charge(loan, fee, TestIds.next(), PLAN, today));
    }
  }

  private void waive(int which) {
    List<InstalmentFacts> open =
        loan.debt().charges().stream()
            .filter(f -> f.paid().costMinor() < f.planned().costMinor())
            .toList();
    if (!open.isEmpty()) {
      Breakdown before = recognised();
      UUID fee = open.get(which % open.size()).id();
      post(before, today, Fees.waive(loan, fee, "goodwill", PLAN, today));
    }
  }

  private void pause(int days) {
    Breakdown before = recognised();
    LocalDate first = paused.plusDays(1 + days % 20);
    paused = first.plusDays(days % 15);
    post(before, today, loan.pause(new Pauses.Stretch(first, paused), PLAN, today));
  }

  /** All that is unpaid in so many months from now, with one percent a month. */
  private void arrange(int months, long how) {
    loan.debt().requireNothingPutOff(today);
    Breakdown before = recognised();
    Breakdown open = Breakdown.NOTHING;
    long fees = 0;
    for (InstalmentFacts f : loan.debt().unpaid(today)) {
      open = open.plus(loan.debt().open(f, today));
      fees += f.planned().costMinor() - f.paid().costMinor();
    }
    List<PlannedInstalment> rows = new ArrayList<>();
    long left = open.principalMinor();
    for (int at = 0; at < months; at++) {
      long carried = at == 0 ? open.interestMinor() : 0;
      long part = at == months - 1 ? left : open.principalMinor() / months;
      rows.add(
          new PlannedInstalment(
              at + 1,
              today.plusMonths(at),
              today.plusMonths(at + 1),
              part,
              left / 100 + carried,
              carried,
              at == 0 ? fees : 0,
              at == 0 ? open.penaltyMinor() : 0));
      left -= part;
    }
    Rate rate = how % 3 == 0 ? new Rate(BigDecimal.valueOf(1 + how % 20, 2)) : loan.terms().rate();
    post(before, today, loan.reschedule(rows, rate, TestIds.next(), PLAN, today, TestIds::next));
  }

  private void writeOff() {
    if (loan.stage() == Stage.M4_PLUS) {
      Breakdown before = recognised();
      post(before, today, loan.writeOff("hopeless", PLAN, today));
    }
  }

  /** A payment that counts from the day it counts from; one taken back and found to count. */
  void workOutAnew() {
    for (int which = 0; which < 3 && money.anyPayment(which).isPresent(); which++) {
      MoneyEntry payment = money.anyPayment(which).orElseThrow();
      List<Object> standing = standing();
      unlessPutOff(() -> correct(payment, payment.valueDate()));
      assertThat(standing()).as("worked out anew from %s", payment).isEqualTo(standing);
    }
  }

  private List<Object> standing() {
    List<Object> standing = new ArrayList<>();
    standing.add(loan.state());
    for (int days = 0; days <= 60; days += 5) {
      standing.add(loan.position(today.plusDays(days)));
    }
    return standing;
  }

  private LocalDate earlier(int days) {
    LocalDate day = today.minusDays(days);
    return day.isBefore(start) ? start : day;
  }

  private void closeDay() {
    accrue();
    if (loan.state() == LoanState.ACTIVE
        && loan.nextActionDate().filter(next -> !next.isAfter(today.plusDays(1))).isPresent()) {
      Breakdown before = recognised();
      DayOpening opened = loan.turnDay(today, PLAN);
      List<LoanEvent> events = opened.change().events();
      if (opened.movesClaims()) {
        post(before, opened.day(), events);
      }
    }
    today = today.plusDays(1);
  }

  /** What day-end posts for this loan: from the columns, penalty from the late instalments. */
  private void accrue() {
    LocalDate from = loan.recognisedThrough(start);
    if (!from.isBefore(today)) {
      return;
    }
    Breakdown added = loan.accrual().grown(from, today, loan.terms().dayCount());
    long penalty =
        loan.accrual().oldestDueDate() == null
            ? 0
            : loan.debt().receivables(today).penaltyMinor()
                - loan.debt().receivables(from).penaltyMinor();
    book(Account.INTEREST_RECEIVABLE, added.interestMinor());
    book(Account.INTEREST_INCOME, -added.interestMinor());
    book(Account.FEES_RECEIVABLE, added.costMinor());
    book(Account.FEE_INCOME, -added.costMinor());
    book(Account.PENALTY_RECEIVABLE, penalty);
    book(Account.PENALTY_INCOME, -penalty);
    loan.recognised(today);
    check();
  }

  private void post(Breakdown before, LocalDate day, List<LoanEvent> events) {
    PostingGroup group = LoanPostings.of(loan, before, day, events);
    group.entries().forEach(entry -> book(entry.account(), entry.minor()));
    events.forEach(money::happened);
    loan.recognised(day);
    check();
  }

  Breakdown recognised() {
    return loan.debt().owed(loan.recognisedThrough(start));
  }

  private void check() {
    LocalDate through = loan.recognisedThrough(start);
    Breakdown claims = loan.debt().receivables(through);
    Breakdown owed = loan.debt().owed(through);
    assertThat(
            new Breakdown(
                balance(Account.FEES_RECEIVABLE),
                balance(Account.INTEREST_RECEIVABLE),
                balance(Account.PENALTY_RECEIVABLE),
                balance(Account.LOAN_PRINCIPAL)))
        .as("at the end of %s", today)
        .isEqualTo(claims);
    assertThat(balance(Account.WRITTEN_OFF) + balance(Account.RECOVERY_INCOME))
        .isEqualTo(owed.totalMinor() - claims.totalMinor());
    assertThat(balance(Account.UNAPPLIED_PAYMENTS)).isEqualTo(-loan.debt().creditMinor());
    assertThat(balance(Account.CASH_AT_BANK)).isEqualTo(cash);
    assertThat(ledger.values().stream().mapToLong(minor -> minor).sum()).isZero();
    notNegative(owed);
    whatWasLentIsPaidOrOwed(owed);
    if (loan.state() == LoanState.CLOSED) {
      assertThat(List.of(owed, loan.debt().owed(today.plusYears(2))))
          .containsOnly(Breakdown.NOTHING);
      assertThat(loan.position(today.plusYears(2)).payoffMinor()).isZero();
    }
  }

  private void notNegative(Breakdown owed) {
    assertThat(
            List.of(
                owed.costMinor(),
                owed.interestMinor(),
                owed.penaltyMinor(),
                owed.principalMinor(),
                loan.debt().creditMinor(),
                balance(Account.WRITTEN_OFF),
                -balance(Account.FEE_INCOME),
                -balance(Account.INTEREST_INCOME),
                -balance(Account.PENALTY_INCOME),
                -balance(Account.RECOVERY_INCOME)))
        .allMatch(minor -> minor >= 0);
    for (InstalmentFacts f : loan.debt().instalments()) {
      assertThat(parts(f.paid())).as("%s", f).allMatch(minor -> minor >= 0);
      assertThat(parts(f.planned().plus(f.paid().negate())))
          .as("%s", f)
          .allMatch(minor -> minor >= 0);
    }
  }

  private static List<Long> parts(Breakdown all) {
    return List.of(all.costMinor(), all.interestMinor(), all.penaltyMinor(), all.principalMinor());
  }

  private void whatWasLentIsPaidOrOwed(Breakdown owed) {
    long repaid =
        money.past().history().stream()
            .mapToLong(entry -> entry.covered().total().principalMinor())
            .sum();
    if (loan.debt().instalments().stream().allMatch(f -> f.putOff().capitalisedMinor() == 0)) {
      assertThat(repaid + owed.principalMinor()).isEqualTo(lent);
    }
  }

  private void book(Account account, long minor) {
    ledger.merge(account, minor, Math::addExact);
  }

  private long balance(Account account) {
    return ledger.getOrDefault(account, 0L);
  }
}
