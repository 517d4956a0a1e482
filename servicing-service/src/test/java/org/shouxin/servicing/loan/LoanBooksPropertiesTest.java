package org.shouxin.servicing.loan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.ledger.Account;
import org.shouxin.servicing.ledger.PostingGroup;
import org.shouxin.servicing.loan.model.AllocationOrder;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.Charge;
import org.shouxin.servicing.loan.model.CountedMoney;
import org.shouxin.servicing.loan.model.DayOpening;
import org.shouxin.servicing.loan.model.DayPlan;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.Instruction;
import org.shouxin.servicing.loan.model.Instruction.Mode;
import org.shouxin.servicing.loan.model.Instruction.Purpose;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanEvent;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.LoanTest;
import org.shouxin.servicing.loan.model.TestIds;
import org.shouxin.servicing.schedule.AnyTerms;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;
import org.shouxin.servicing.schedule.Terms;

/**
 * Random lives of loans: whatever happens, the general ledger holds of each claim exactly what the
 * loan says, as far as it has been recognised; nothing is ever negative.
 */
class LoanBooksPropertiesTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 31);
  private static final Money SMALL = Money.of("1200.00", "CNY");
  private static final DayPlan PLAN = new DayPlan(Set.of(1, 3, 30), Set.of(1, 7), 3);

  /** Days to wait, then something about money. */
  record Step(int days, Act act, long minor, int back) {}

  /** What is done: a payment, an earlier one, one taken back, one that counted from elsewhere. */
  enum Act {
    NOTHING,
    PAY,
    PAY_BACKDATED,
    PREPAY,
    CHARGE,
    PAY_OFF,
    TAKE_BACK,
    CORRECT
  }

  @Property(tries = 500)
  void theLedgerIsTheLoan(@ForAll("terms") Terms terms, @ForAll("steps") List<Step> steps) {
    Life life = new Life(terms);
    for (Step step : steps) {
      life.live(step);
    }
  }

  @Property(tries = 300)
  void theBookedLoanIsItsPreview(@ForAll("terms") Terms terms) {
    List<ScheduleRow> preview = Schedule.of(terms).rows();

    List<InstalmentFacts> booked =
        new Life(terms).loan.instalmentFacts().stream().filter(facts -> !facts.isCharge()).toList();

    assertThat(booked).hasSameSizeAs(preview);
    for (ScheduleRow row : preview) {
      InstalmentFacts facts = booked.get(row.number() - 1);
      assertThat(facts.dueDate()).isEqualTo(row.dueDate());
      assertThat(facts.planned())
          .isEqualTo(new Breakdown(row.feesMinor(), row.interestMinor(), 0, row.principalMinor()));
    }
  }

  @Property(tries = 200)
  void whoPaysWhatIsAskedOwesNothingInTheEnd(@ForAll("terms") Terms terms) {
    Life life = new Life(terms);

    life.payAllAsAsked();

    assertThat(life.loan.state()).isEqualTo(LoanState.CLOSED);
    assertThat(life.recognised()).isEqualTo(Breakdown.NOTHING);
    assertThat(life.loan.debt().creditMinor()).isZero();
  }

  /** Terms of every kind, and the plain ones in which payments meet dues most often. */
  @Provide
  Arbitrary<Terms> terms() {
    return Arbitraries.oneOf(
        AnyTerms.any(),
        Arbitraries.of(
                RepaymentMethod.EQUAL_INSTALMENT,
                RepaymentMethod.EQUAL_PRINCIPAL,
                RepaymentMethod.INTEREST_ONLY,
                RepaymentMethod.BULLET)
            .map(method -> Terms.monthly(SMALL, Rate.of("0.12"), method, 6, START)));
  }

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Integer> days = Arbitraries.integers().between(0, 40);
    Arbitrary<Long> money =
        Arbitraries.oneOf(
            Arbitraries.longs().between(1, 500), Arbitraries.longs().between(1, 400_00));
    return Combinators.combine(
            days, Arbitraries.of(Act.class), money, Arbitraries.integers().between(0, 60))
        .as(Step::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** A loan and its ledger; the day's accrual reads nothing but the columns of the row. */
  private static final class Life {
    private final Loan loan;
    private final Map<Account, Long> ledger = new EnumMap<>(Account.class);
    private final CountedMoney money = new CountedMoney();
    private final LocalDate start;
    private final long principal;
    private LocalDate today;
    private long cash;

    Life(Terms terms) {
      start = terms.start();
      principal = terms.principal().minor();
      today = start;
      cash = -principal;
      loan = LoanTest.signed(terms, AllocationOrder.STANDARD);
      loan.orderPayout();
      post(Breakdown.NOTHING, start, loan.disburse(start, "BK", PLAN, TestIds::next));
    }

    void payAllAsAsked() {
      while (loan.state() == LoanState.ACTIVE) {
        today = loan.nextActionDate().orElseThrow().minusDays(1);
        closeDay();
        long due = loan.position(today).amountDueMinor();
        if (due > 0 && loan.state() == LoanState.ACTIVE) {
          pay(recognised(), due, today);
        }
      }
    }

    /** Money in proportion to the loan. */
    private long scaled(Step step) {
      return Math.max(1, step.minor() * principal / SMALL.minor());
    }

    void live(Step step) {
      for (int day = 0; day < step.days(); day++) {
        closeDay();
      }
      Breakdown before = recognised();
      switch (step.act()) {
        case NOTHING -> {}
        case PAY -> pay(before, scaled(step), today);
        case PAY_BACKDATED -> pay(before, scaled(step), earlier(step.back()));
        case CHARGE -> charge(before, step.minor(), step.back());
        case PREPAY -> early(before, scaled(step), Purpose.PREPAYMENT, step.back());
        case PAY_OFF -> early(before, scaled(step) * 3, Purpose.PAYOFF, 0);
        case TAKE_BACK -> takeBack(before, step.back());
        case CORRECT -> correct(before, step.back());
      }
    }

    private void pay(Breakdown before, long minor, LocalDate countsFrom) {
      Money amount = Money.ofMinor(minor, "CNY");
      cash += minor;
      post(
          before,
          today,
          loan.corrections(money.past(), PLAN, today).receive(TestIds.next(), amount, countsFrom));
    }

    private void charge(Breakdown before, long minor, int days) {
      Charge fee =
          new Charge(
              Charge.Kind.SERVICE,
              Charge.Base.FIXED,
              null,
              1 + minor % 5_00,
              today.plusDays(days),
              "fee");
      if (loan.state() == LoanState.ACTIVE && loan.debt().charges().size() < 3) {
        post(before, today, loan.charge(fee, TestIds.next(), PLAN, today));
      }
    }

    private void early(Breakdown before, long minor, Purpose purpose, int mode) {
      Instruction how = new Instruction(purpose, Mode.values()[mode % Mode.values().length]);
      UUID payment = money.instructed(TestIds.next(), how);
      cash += minor;
      post(
          before,
          today,
          loan.receive(payment, Money.ofMinor(minor, "CNY"), how, TestIds::next, PLAN, today));
    }

    private void takeBack(Breakdown before, int which) {
      money
          .anyPayment(which)
          .ifPresent(
              payment -> {
                cash -= payment.amountMinor();
                post(
                    before,
                    today,
                    loan.corrections(money.past(), PLAN, today)
                        .reverse(payment.paymentId(), "error"));
              });
    }

    private void correct(Breakdown before, int which) {
      money
          .anyPayment(which)
          .ifPresent(
              payment ->
                  post(
                      before,
                      today,
                      loan.corrections(money.past(), PLAN, today)
                          .correctValueDate(payment.paymentId(), earlier(which), "late bank")));
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
        if (opened.movesClaims()) {
          post(before, opened.day(), opened.change().events());
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

    private Breakdown recognised() {
      return loan.debt().receivables(loan.recognisedThrough(start));
    }

    private void check() {
      Breakdown claims = recognised();
      assertThat(
              new Breakdown(
                  balance(Account.FEES_RECEIVABLE),
                  balance(Account.INTEREST_RECEIVABLE),
                  balance(Account.PENALTY_RECEIVABLE),
                  balance(Account.LOAN_PRINCIPAL)))
          .as("at the end of %s", today)
          .isEqualTo(claims);
      assertThat(
              List.of(
                  claims.costMinor(),
                  claims.interestMinor(),
                  claims.penaltyMinor(),
                  claims.principalMinor(),
                  loan.debt().creditMinor(),
                  -balance(Account.INTEREST_INCOME),
                  -balance(Account.PENALTY_INCOME)))
          .allMatch(minor -> minor >= 0);
      assertThat(loan.debt().instalments())
          .allMatch(f -> f.paid().principalMinor() <= f.planned().principalMinor())
          .allMatch(f -> f.paid().interestMinor() <= f.planned().interestMinor());
      assertThat(balance(Account.UNAPPLIED_PAYMENTS)).isEqualTo(-loan.debt().creditMinor());
      assertThat(balance(Account.CASH_AT_BANK)).isEqualTo(cash);
    }

    private void book(Account account, long minor) {
      ledger.merge(account, minor, Math::addExact);
    }

    private long balance(Account account) {
      return ledger.getOrDefault(account, 0L);
    }
  }
}
