package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.model.DayPlan.Reminder;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Terms;

/** A loan of 1,200.00 at 12 % in 12 equal parts of principal, grace 3 days, penalty 18 %. */
public class LoanTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final DayPlan PLAN = new DayPlan(Set.of(1, 3, 30), Set.of(1, 7), 3);

  private final Loan loan = signed(RepaymentMethod.EQUAL_PRINCIPAL, 12);
  private LocalDate today = DAY;

  @Test
  void theMoneyStartsTheSchedule() {
    List<LoanEvent> events = disburse();

    assertThat(events).containsExactly(new LoanEvent.Disbursed(DAY, 1_200_00, "BK1"));
    assertThat(loan.state()).isEqualTo(LoanState.ACTIVE);
    assertThat(loan.instalmentFacts()).hasSize(12);
    assertThat(loan.nextActionDate()).contains(DUE.minusDays(3));
  }

  @Test
  void aSecondPayoutIsRefusedByName() {
    disburse();

    assertRule("PAYOUT_NOT_AWAITED", () -> loan.disburse(DAY, "BK2", PLAN, TestIds::next));
    assertRule("PAYOUT_ORDERED_ONCE", loan::orderPayout);
  }

  @Test
  void anIdleDayHasNothingToDo() {
    disburse();

    assertThat(loan.nextActionDate()).hasValueSatisfying(d -> assertThat(d).isAfter(DAY));
    DayOpening idle = turn();
    assertThat(idle.change().events()).isEmpty();
    assertThat(idle.debitMinor()).isZero();
    assertThat(idle.reminders()).isEmpty();
  }

  @Test
  void theBorrowerIsRemindedThreeDaysBeforeAndDebitedOnTheDay() {
    disburse();
    turnTo(DUE.minusDays(4));

    assertThat(turn().reminders())
        .containsExactly(new Reminder(Reminder.Kind.BEFORE_DUE, DUE, 112_00));
    turnTo(DUE.minusDays(1));
    assertThat(loan.position(today).amountDueMinor()).isZero();
    DayOpening due = turn();
    assertThat(due.change().events()).isEmpty();
    assertThat(due.debitMinor()).isEqualTo(112_00);
    assertThat(loan.position(today).due()).isEqualTo(new Breakdown(0, 12_00, 0, 100_00));
  }

  /** 12.00 of interest over a month of thirty: 0.40 a day, all of it on the due day. */
  @Test
  void interestIsRecognisedDayByDay() {
    disburse();

    assertThat(loan.debt().receivables(DAY)).isEqualTo(new Breakdown(0, 0, 0, 1_200_00));
    assertThat(loan.debt().receivables(DAY.plusDays(1)).interestMinor()).isEqualTo(40);
    assertThat(loan.debt().receivables(DUE.minusDays(1)).interestMinor()).isEqualTo(11_60);
    assertThat(loan.debt().receivables(DUE).interestMinor()).isEqualTo(12_00);
    assertThat(loan.debt().receivables(DUE.plusDays(1)).interestMinor()).isEqualTo(12_36);
  }

  @Test
  void aPaymentCoversInterestThenPrincipal() {
    disburse();
    turnTo(DUE);

    LoanEvent.PaymentPosted posted = (LoanEvent.PaymentPosted) pay("50.00").get(0);

    assertThat(posted.allocation().total()).isEqualTo(new Breakdown(0, 12_00, 0, 38_00));
    assertThat(loan.position(today).amountDueMinor()).isEqualTo(62_00);
  }

  @Test
  void lateDaysMakeTheStageAndPenaltyStartsAfterGrace() {
    disburse();
    turnTo(DUE.plusDays(1));
    assertThat(delinquency(turn())).isEqualTo("GRACE 1");
    assertThat(loan.position(DUE.plusDays(3)).due().penaltyMinor()).isZero();
    assertThat(loan.position(DUE.plusDays(4)).due().penaltyMinor()).isEqualTo(5);
    turnTo(DUE.plusDays(4));
    assertThat(delinquency(turn())).isEqualTo("M1 4");
    assertThat(loan.position(DUE.plusDays(23)).due().penaltyMinor()).isEqualTo(100);
  }

  /** 100.00 x 18 % x 20 days / 360 = 1.00. */
  @Test
  void payingCuresTheLoanAndBooksThePenaltyOfExactlyThoseDays() {
    disburse();
    turnTo(DUE.plusDays(23));

    List<LoanEvent> events = pay("113.00");

    LoanEvent.PaymentPosted posted = (LoanEvent.PaymentPosted) events.get(0);
    assertThat(posted.allocation().total()).isEqualTo(new Breakdown(0, 12_00, 1_00, 100_00));
    assertThat(events)
        .contains(new LoanEvent.DelinquencyChanged(today, 0, Stage.CURRENT, 0, 1_100_00));
    assertThat(loan.stage()).isEqualTo(Stage.CURRENT);
  }

  @Test
  void aSurplusWaitsForTheNextDueDate() {
    disburse();
    turnTo(DUE);
    pay("150.00");
    assertThat(loan.position(today).creditMinor()).isEqualTo(38_00);

    turnTo(DUE.plusMonths(1).minusDays(1));
    DayOpening due = turn();

    assertThat(due.debitMinor()).isEqualTo(73_00);
    assertThat(due.change().events()).anyMatch(LoanEvent.CreditApplied.class::isInstance);
    assertThat(loan.position(today).creditMinor()).isZero();
  }

  @Test
  void theLastPaymentClosesTheLoan() {
    Loan bullet = signed(RepaymentMethod.BULLET, 1);
    bullet.orderPayout();
    bullet.disburse(DAY, "BK1", PLAN, TestIds::next);
    for (LocalDate day = DAY; day.isBefore(DUE); day = day.plusDays(1)) {
      bullet.turnDay(day, PLAN);
    }

    List<LoanEvent> events = bullet.receive(TestIds.next(), Money.of("1212.00", "CNY"), PLAN, DUE);

    assertThat(events).contains(new LoanEvent.Closed(DUE));
    assertThat(bullet.state()).isEqualTo(LoanState.CLOSED);
    assertThat(bullet.nextActionDate()).isEmpty();
  }

  @Test
  void aPaymentTakenBackOpensWhatItHadCovered() {
    disburse();
    turnTo(DUE);
    UUID payment = TestIds.next();
    Money amount = Money.of("112.00", "CNY");
    LoanEvent.PaymentPosted posted =
        (LoanEvent.PaymentPosted) loan.receive(payment, amount, PLAN, today).get(0);

    List<LoanEvent> events =
        loan.corrections(new Past(List.of(entry(posted)), TestIds::next), PLAN, today)
            .reverse(payment, "returned by the bank");

    assertThat(((LoanEvent.PaymentReversed) events.get(0)).amountMinor()).isEqualTo(-112_00);
    assertThat(loan.position(today).amountDueMinor()).isEqualTo(112_00);
    assertThat(loan.nextActionDate()).contains(today.plusDays(1));
  }

  @Test
  void onlyAVeryLateLoanIsWrittenOffAndLaterMoneyIsRecovery() {
    disburse();
    turnTo(DUE.plusDays(60));
    assertRule("WRITE_OFF_STAGE", () -> loan.writeOff("gone", PLAN, today));
    turnTo(DUE.plusDays(92));
    assertThat(loan.stage()).isEqualTo(Stage.M4_PLUS);

    List<LoanEvent> events = loan.writeOff("cannot be found", PLAN, today);

    LoanEvent.WrittenOff off = (LoanEvent.WrittenOff) events.get(events.size() - 1);
    assertThat(off.given().principalMinor()).isEqualTo(1_200_00);
    long threeDaysOfTheFifth = 8_00 * 3 / 30;
    assertThat(off.given().interestMinor())
        .isEqualTo(12_00 + 11_00 + 10_00 + 9_00 + threeDaysOfTheFifth);
    assertThat(loan.debt().receivables(today)).isEqualTo(Breakdown.NOTHING);
    long owed = off.given().totalMinor();
    assertThat(loan.position(today.plusYears(1)).due().penaltyMinor())
        .isEqualTo(off.given().penaltyMinor());
    LoanEvent.PaymentPosted back = (LoanEvent.PaymentPosted) pay("100.00").get(0);
    assertThat(back.recovery()).isTrue();
    assertThat(back.allocation().total().totalMinor()).isEqualTo(100_00);
    assertThat(owed).isGreaterThan(100_00);
  }

  @Test
  void aPastDayIsReproducedFromWhatHappenedSince() {
    disburse();
    LocalDate past = DUE.plusDays(10);
    turnTo(past);
    Position then = loan.position(past);
    turnTo(DUE.plusDays(20));
    pay("70.00");

    assertThat(loan.position(past)).isNotEqualTo(then);
    assertThat(loan.position(past, List.of())).isEqualTo(then);
  }

  @Test
  void theSameLinesGiveTheLoanOfToday() {
    disburse();
    turnTo(DUE.plusDays(10));
    LoanEvent.PaymentPosted first = (LoanEvent.PaymentPosted) pay("70.00").get(0);
    turnTo(DUE.plusDays(20));
    LoanEvent.PaymentPosted second = (LoanEvent.PaymentPosted) pay("90.00").get(0);

    List<MoneyEntry> history = Stream.of(first, second).map(LoanTest::entry).toList();

    assertThat(loan.position(today, history)).isEqualTo(loan.position(today));
  }

  /** 100.00 x 18 % / 360 = 0.05 a day; worked out daily or once, 37 days are 1.85. */
  @Test
  void penaltyDoesNotDependOnHowOftenItIsWorkedOut() {
    disburse();
    InstalmentFacts once = loan.instalmentFacts().get(0);
    InstalmentFacts daily = once;
    Rate rate = Rate.of("0.1799");
    for (int day = 4; day <= 40; day++) {
      daily = daily.pay(Component.INTEREST, 0, DUE.plusDays(day), rate);
      assertThat(daily.planned().penaltyMinor())
          .isEqualTo(once.penaltyMinor(DUE.plusDays(day), rate));
    }

    assertThat(daily.planned().penaltyMinor())
        .isEqualTo(PenaltyInterest.stretchMinor(100_00, rate, DUE.plusDays(3), DUE.plusDays(40)));
  }

  private List<LoanEvent> disburse() {
    loan.orderPayout();
    return loan.disburse(DAY, "BK1", PLAN, TestIds::next);
  }

  private List<LoanEvent> pay(String amount) {
    return loan.receive(TestIds.next(), Money.of(amount, "CNY"), PLAN, today);
  }

  private DayOpening turn() {
    DayOpening opening = loan.turnDay(today, PLAN);
    today = opening.day();
    return opening;
  }

  private void turnTo(LocalDate day) {
    while (today.isBefore(day)) {
      turn();
    }
  }

  private static String delinquency(DayOpening turn) {
    return turn.change().events().stream()
        .filter(LoanEvent.DelinquencyChanged.class::isInstance)
        .map(LoanEvent.DelinquencyChanged.class::cast)
        .map(changed -> changed.stage() + " " + changed.daysPastDue())
        .findFirst()
        .orElse("");
  }

  private static MoneyEntry entry(LoanEvent.PaymentPosted posted) {
    return new MoneyEntry(
        posted.paymentId(),
        posted.valueDate(),
        posted.amountMinor(),
        posted.allocation(),
        null,
        posted.recovery());
  }

  private static void assertRule(String rule, Runnable transition) {
    assertThatThrownBy(transition::run)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }

  static Loan paidOut(RepaymentMethod method, int months, LocalDate day, DayPlan plan) {
    Loan loan = signed(method, months);
    loan.orderPayout();
    loan.disburse(day, "BK1", plan, TestIds::next);
    return loan;
  }

  /** A loan of 1,200.00 at 12 %, signed and not paid out. */
  public static Loan signed(RepaymentMethod method, int months) {
    return signed(method, months, AllocationOrder.STANDARD);
  }

  @Test
  void thePenaltyRateFollowsTheRateInProportionRoundedDown() {
    LoanTerms terms = signed(RepaymentMethod.EQUAL_PRINCIPAL, 12).terms();
    assertThat(terms.penaltyRate()).isEqualByComparingTo("0.18");

    assertThat(terms.withRate(Rate.of("0.06")).penaltyRate()).isEqualByComparingTo("0.09");
    assertThat(terms.withRate(Rate.of("0.07")).withRate(Rate.of("0.05")).penaltyRate())
        .isEqualByComparingTo("0.075");
  }

  public static Loan signed(RepaymentMethod method, int months, AllocationOrder order) {
    return signed(
        Terms.monthly(Money.of("1200.00", "CNY"), Rate.of("0.12"), method, months, DAY), order);
  }

  /** A loan of any terms, signed and not paid out. */
  public static Loan signed(Terms terms, AllocationOrder order) {
    Rate yearly = terms.rate().annualised(terms.convention().dayCount());
    return Loan.contracted(
        TestIds.next(),
        new Party(TestIds.next(), TestIds.next(), "subject", "agr_1", "SMS"),
        LoanTerms.of(
            terms,
            LateTerms.of(yearly, LateTerms.MULTIPLE_DEFAULT, 3, DAY),
            "CASH",
            "EDUCATION",
            "hash"),
        order);
  }
}
