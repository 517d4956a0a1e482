package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.model.Instruction.Mode;
import org.shouxin.servicing.loan.model.Instruction.Purpose;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;

/**
 * What was agreed on, waived or given up stands when older money changes. Loans of 1,200.00 at 12 %
 * in 12 parts of 100.00, grace 3 days, penalty 18 %.
 */
class MoneyKnownLateTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final DayPlan PLAN = new DayPlan(Set.of(1), Set.of(1), 3);

  private final Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_PRINCIPAL, 12, DAY, PLAN);
  private final CountedMoney money = new CountedMoney();
  private LocalDate today = DAY;

  /** 1,100.00 in two halves for 11.00 each; with 1,200.00 in two halves for 12.00 each. */
  @Test
  void anArrangementFollowsWhatWasUnpaidOnItsDay() {
    turnTo(DUE);
    UUID paid = pay("112.00");
    arrange(550_00, 11_00);
    List<PlannedInstalment> agreed = List.of(row(1, 550_00, 11_00), row(2, 550_00, 11_00));
    assertThat(ahead()).isEqualTo(agreed);
    turnTo(DUE.plusDays(5));

    reverse(paid);

    assertThat(ahead())
        .isEqualTo(
            List.of(
                new PlannedInstalment(1, DUE, DUE.plusMonths(1), 600_00, 24_00, 12_00, 0, 0),
                row(2, 600_00, 12_00)));
    assertThat(loan.position(today).principalOutstandingMinor()).isEqualTo(1_200_00);
    assertThat(loan.position(today).daysPastDue()).isZero();

    happened(
        loan.corrections(money.past(), PLAN, today).receive(paid, cny("112.00"), DUE.minusDays(1)));
    turnTo(DUE.plusDays(6));

    assertThat(loan.position(today).creditMinor()).isZero();
    assertThat(ahead()).isEqualTo(agreed);
    assertThat(loan.debt().live(today)).noneMatch(f -> f.corrects() != null);
  }

  /** The rest of what was agreed on is there to be read, though never in force. */
  @Test
  void theInstalmentsThatWereAgreedOnAreKept() {
    turnTo(DUE);
    UUID paid = pay("112.00");
    arrange(550_00, 11_00);
    reverse(paid);

    assertThat(loan.instalmentFacts())
        .filteredOn(f -> f.scheduleVersion() == 2)
        .hasSize(2)
        .allMatch(f -> f.planned().principalMinor() == 550_00 && f.isVoid());
  }

  @Test
  void aPrepaymentOlderThanAnArrangementCanBeTakenBack() {
    turnTo(DAY.plusDays(5));
    Instruction how = new Instruction(Purpose.PREPAYMENT, Mode.LOWER_INSTALMENT);
    UUID paid = money.instructed(TestIds.next(), how);
    happened(loan.receive(paid, cny("602.00"), how, TestIds::next, PLAN, today));
    assertThat(loan.position(today).principalOutstandingMinor()).isEqualTo(600_00);
    turnTo(DUE.minusDays(2));
    long accrued = loan.position(today).interestAccruedMinor();
    long principal = loan.position(today).principalOutstandingMinor();
    PlannedInstalment later =
        new PlannedInstalment(
            1, today, today.plusMonths(1), principal, 6_00 + accrued, accrued, 0, 0);
    happened(
        loan.reschedule(
            List.of(later), loan.terms().rate(), TestIds.next(), PLAN, today, TestIds::next));

    reverse(paid);

    assertThat(loan.position(today).principalOutstandingMinor()).isEqualTo(1_200_00);
    InstalmentFacts only = loan.debt().ahead(today).get(0);
    assertThat(only.runningInterestMinor()).isEqualTo(12_00);
    assertThat(only.interestCarriedMinor()).isEqualTo(11_20);
  }

  /** 18 % of 100.00 over 10 days past grace is 0.50. */
  @Test
  void penaltyIsThatOfTheRateOfItsTime() {
    turnTo(DUE.plusDays(13));
    assertThat(loan.position(today).due().penaltyMinor()).isEqualTo(50);
    UUID paid = pay("112.50");
    happened(
        loan.reschedule(
            List.of(row(1, 1_100_00, 11_00)),
            Rate.of("0.06"),
            TestIds.next(),
            PLAN,
            today,
            TestIds::next));

    happened(loan.corrections(money.past(), PLAN, today).correctValueDate(paid, today, "same"));

    assertThat(loan.position(today).creditMinor()).isZero();
    assertThat(loan.debt().instalments().get(0).isPaid()).isTrue();
  }

  @Test
  void moneyFromBeforeTheWriteOffMakesItSmallerAndRecoveryMayBeTakenBack() {
    turnTo(DUE.plusDays(100));
    loan.turnDay(today, PLAN);
    today = today.plusDays(1);
    assertThat(loan.stage()).isEqualTo(Stage.M4_PLUS);
    happened(loan.writeOff("gone", PLAN, today));
    Breakdown given = loan.debt().owed(today);
    today = today.plusDays(10);

    UUID late = TestIds.next();
    happened(loan.corrections(money.past(), PLAN, today).receive(late, cny("112.00"), DUE));
    Breakdown owed = loan.debt().owed(today);
    assertThat(owed.principalMinor()).isEqualTo(given.principalMinor() - 100_00);
    assertThat(owed.penaltyMinor()).isLessThan(given.penaltyMinor());

    UUID recovery = pay("50.00");
    assertThat(loan.debt().owed(today).totalMinor()).isEqualTo(owed.totalMinor() - 50_00);
    reverse(recovery);
    assertThat(loan.debt().owed(today)).isEqualTo(owed);
    assertThat(loan.state()).isEqualTo(LoanState.WRITTEN_OFF);

    happened(
        loan.corrections(money.past(), PLAN, today).correctValueDate(late, today, "late bank"));
    assertThat(loan.debt().owed(today).totalMinor()).isEqualTo(given.totalMinor() - 112_00);
  }

  @Test
  void aFeeThatIsNotDueEndsWithTheLoanAndComesBackWithIt() {
    turnTo(DAY.plusDays(15));
    UUID fee = TestIds.next();
    Charge later =
        new Charge(Charge.Kind.SERVICE, Charge.Base.FIXED, null, 10_00, DUE.plusDays(1), "copy");
    happened(Fees.charge(loan, later, fee, PLAN, today));
    Instruction all = new Instruction(Purpose.PAYOFF, Mode.LOWER_INSTALMENT);
    UUID paid = money.instructed(TestIds.next(), all);
    Money payoff = Money.ofMinor(loan.position(today).payoffMinor(), "CNY");
    assertThat(payoff).isEqualTo(cny("1206.00"));

    happened(loan.receive(paid, payoff, all, TestIds::next, PLAN, today));

    assertThat(loan.state()).isEqualTo(LoanState.CLOSED);
    assertThat(loan.position(DUE.plusDays(5)).payoffMinor()).isZero();
    reverse(paid);
    assertThat(loan.state()).isEqualTo(LoanState.ACTIVE);
    assertThat(loan.debt().charges()).hasSize(1);
    assertThat(loan.position(DUE.plusDays(5)).due().costMinor()).isEqualTo(10_00);
  }

  @Test
  void aWaivedFeeIsNotOwedFromItsDayOn() {
    turnTo(DAY.plusDays(5));
    UUID fee = TestIds.next();
    Charge now = new Charge(Charge.Kind.LATE_FEE, Charge.Base.FIXED, null, 10_00, today, "late");
    happened(Fees.charge(loan, now, fee, PLAN, today));
    turnTo(DAY.plusDays(8));
    pay("4.00");

    List<LoanEvent> events = Fees.waive(loan, fee, "goodwill", PLAN, today);

    assertThat(events).contains(new LoanEvent.FeeWaived(today, fee, 6_00, "goodwill"));
    assertThat(loan.position(today.minusDays(1), money.past().history()).due().costMinor())
        .isEqualTo(10_00);
    assertThat(loan.position(today).due().costMinor()).isZero();
    assertThat(loan.position(today.plusDays(1)).daysPastDue()).isZero();
    assertThatThrownBy(() -> Fees.waive(loan, fee, "again", PLAN, today))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("FEE_SETTLED"));
  }

  /** Two instalments of a month each, from the day of the arrangement. */
  private void arrange(long principal, long interest) {
    happened(
        loan.reschedule(
            List.of(row(1, principal, interest), row(2, principal, interest)),
            loan.terms().rate(),
            TestIds.next(),
            PLAN,
            today,
            TestIds::next));
  }

  private PlannedInstalment row(int number, long principal, long interest) {
    LocalDate from = DUE.plusMonths(number - 1);
    return new PlannedInstalment(number, from, from.plusMonths(1), principal, interest, 0, 0, 0);
  }

  private List<PlannedInstalment> ahead() {
    return loan.debt().ahead(today).stream()
        .map(
            f ->
                new PlannedInstalment(
                    f.number(),
                    f.periodStart(),
                    f.dueDate(),
                    f.planned().principalMinor(),
                    f.planned().interestMinor(),
                    f.interestCarriedMinor(),
                    f.planned().costMinor(),
                    f.penaltyCarriedMinor()))
        .toList();
  }

  private UUID pay(String amount) {
    UUID payment = TestIds.next();
    happened(loan.receive(payment, cny(amount), PLAN, today));
    return payment;
  }

  private void reverse(UUID payment) {
    happened(loan.corrections(money.past(), PLAN, today).reverse(payment, "returned"));
  }

  private void happened(List<LoanEvent> events) {
    events.forEach(money::happened);
  }

  private void turnTo(LocalDate day) {
    while (today.isBefore(day)) {
      happened(loan.turnDay(today, PLAN).change().events());
      today = today.plusDays(1);
    }
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }
}
