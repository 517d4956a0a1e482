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
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Loans of 1,200.00 at 12 % (1 % a month), of which more is paid than is due. */
class EarlyRepaymentTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final LocalDate MID = LocalDate.of(2026, 1, 25);
  private static final DayPlan PLAN = new DayPlan(Set.of(1), Set.of(1), 3);

  private final CountedMoney money = new CountedMoney();

  /** Half a month of 12.00 is 6.00; 594.00 of principal is left, for half a month 2.97. */
  @Test
  void lowerInstalmentsKeepTheirDates() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_PRINCIPAL, 12, DAY, PLAN);

    LoanEvent.PaymentPosted posted = pay(loan, "612.00", Purpose.PREPAYMENT, Mode.LOWER_INSTALMENT);

    assertThat(posted.allocation().total()).isEqualTo(new Breakdown(0, 6_00, 0, 606_00));
    assertThat(posted.allocation().surplusMinor()).isZero();
    List<InstalmentFacts> ahead = loan.debt().ahead(MID);
    assertThat(ahead).hasSize(12);
    assertThat(ahead.get(0).dueDate()).isEqualTo(DUE);
    assertThat(ahead.get(0).planned()).isEqualTo(new Breakdown(0, 2_97, 0, 49_50));
    assertThat(ahead.get(1).planned()).isEqualTo(new Breakdown(0, 5_45, 0, 49_50));
    assertThat(loan.position(MID).principalOutstandingMinor()).isEqualTo(594_00);
    assertThat(loan.scheduleVersion()).isEqualTo(2);
  }

  @Test
  void aShorterTermLeavesInstalmentsAsHighAsBefore() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_PRINCIPAL, 12, DAY, PLAN);

    pay(loan, "606.00", Purpose.PREPAYMENT, Mode.SHORTEN_TERM);

    assertThat(loan.debt().ahead(MID)).hasSize(6);
    assertThat(loan.debt().ahead(MID))
        .allSatisfy(f -> assertThat(f.planned().principalMinor()).isEqualTo(100_00));
  }

  @Test
  void aShorterTermOfEqualInstalmentsRaisesNone() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_INSTALMENT, 12, DAY, PLAN);
    long before = loan.debt().ahead(DAY).get(1).planned().totalMinor();

    pay(loan, "400.00", Purpose.PREPAYMENT, Mode.SHORTEN_TERM);

    List<InstalmentFacts> ahead = loan.debt().ahead(MID);
    assertThat(ahead.size()).isLessThan(12);
    assertThat(ahead)
        .allSatisfy(f -> assertThat(f.planned().totalMinor()).isLessThanOrEqualTo(before));
    assertThat(ahead.stream().mapToLong(f -> f.planned().principalMinor()).sum())
        .isEqualTo(loan.position(MID).principalOutstandingMinor());
  }

  @Test
  void onlyEqualPartsCanEndSooner() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.INTEREST_ONLY, 12, DAY, PLAN);

    assertThatThrownBy(
            () ->
                new Instruction(Purpose.PREPAYMENT, Mode.SHORTEN_TERM)
                    .requireFor(loan.state(), loan.terms().method()))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("PREPAYMENT_METHOD"));
  }

  @Test
  void interestOnlyIsPaidOnWhatIsLeft() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.INTEREST_ONLY, 3, DAY, PLAN);

    pay(loan, "606.00", Purpose.PREPAYMENT, Mode.LOWER_INSTALMENT);

    assertThat(loan.debt().ahead(MID).stream().map(InstalmentFacts::planned))
        .containsExactly(
            new Breakdown(0, 3_00, 0, 0),
            new Breakdown(0, 6_00, 0, 0),
            new Breakdown(0, 6_00, 0, 600_00));
  }

  /** 1,200.00 and half a month of interest. */
  @Test
  void aPayOffEndsTheLoanAndCostsNoInterestOfDaysToCome() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_INSTALMENT, 12, DAY, PLAN);
    assertThat(loan.position(MID).payoffMinor()).isEqualTo(1_206_00);

    pay(loan, "1206.00", Purpose.PAYOFF, Mode.LOWER_INSTALMENT);

    assertThat(loan.state()).isEqualTo(LoanState.CLOSED);
    assertThat(loan.position(MID).payoffMinor()).isZero();
  }

  @Test
  void aQuoteToALaterDayEndsTheLoanBefore() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_INSTALMENT, 12, DAY, PLAN);
    long quoted = loan.position(MID.plusDays(10)).payoffMinor();

    LoanEvent.PaymentPosted posted =
        pay(
            loan,
            Money.ofMinor(quoted, "CNY").amount().toPlainString(),
            Purpose.PAYOFF,
            Mode.LOWER_INSTALMENT);

    assertThat(loan.state()).isEqualTo(LoanState.CLOSED);
    assertThat(posted.allocation().surplusMinor()).isEqualTo(quoted - 1_206_00);
  }

  @Test
  void tooLittleForAPayOffWaits() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_INSTALMENT, 12, DAY, PLAN);

    pay(loan, "1205.99", Purpose.PAYOFF, Mode.LOWER_INSTALMENT);

    assertThat(loan.state()).isEqualTo(LoanState.ACTIVE);
    assertThat(loan.position(MID).creditMinor()).isEqualTo(1_205_99);
  }

  @Test
  void aPrepaymentTakenBackBringsTheOldScheduleBack() {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_INSTALMENT, 12, DAY, PLAN);
    Debt before = loan.debt();
    LoanEvent.PaymentPosted posted = pay(loan, "400.00", Purpose.PREPAYMENT, Mode.LOWER_INSTALMENT);

    loan.corrections(money.past(), PLAN, MID).reverse(posted.paymentId(), "returned");

    for (int month = 0; month < 13; month++) {
      LocalDate day = DAY.plusMonths(month);
      assertThat(loan.debt().receivables(day)).isEqualTo(before.receivables(day));
    }
  }

  private LoanEvent.PaymentPosted pay(Loan loan, String amount, Purpose purpose, Mode mode) {
    Instruction how = new Instruction(purpose, mode);
    UUID payment = money.instructed(TestIds.next(), how);
    List<LoanEvent> events =
        loan.receive(payment, Money.of(amount, "CNY"), how, TestIds::next, PLAN, MID);
    events.forEach(money::happened);
    return (LoanEvent.PaymentPosted) events.get(0);
  }
}
