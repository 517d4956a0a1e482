package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Fees on a loan of 1,200.00 at 12 % in 12 parts, where the law allows 24 % in all. */
class ChargeTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final DayPlan PLAN = new DayPlan(Set.of(1), Set.of(1), 3);

  private final Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_PRINCIPAL, 12, DAY, PLAN);

  @Test
  void aFeeIsOwedFromItsDueDateAndCoveredFirst() {
    charge(fixed(10_00, DAY.plusDays(5)));

    assertThat(loan.position(DAY.plusDays(4)).due().costMinor()).isZero();
    assertThat(loan.debt().receivables(DAY.plusDays(5)).costMinor()).isEqualTo(10_00);
    assertThat(loan.nextActionDate()).contains(DAY.plusDays(2));
    for (LocalDate day = DAY; day.isBefore(DUE); day = day.plusDays(1)) {
      loan.turnDay(day, PLAN);
    }
    LoanEvent.PaymentPosted posted =
        (LoanEvent.PaymentPosted)
            loan.receive(TestIds.next(), Money.of("15.00", "CNY"), PLAN, DUE).get(0);

    assertThat(posted.allocation().total()).isEqualTo(new Breakdown(10_00, 5_00, 0, 0));
  }

  /** The tail of the day brings the fee to the books. */
  @Test
  void theOpeningOfItsDayLaysItOutForTheAccrual() {
    charge(fixed(10_00, DAY.plusDays(3)));
    DayOpening opened = null;
    for (LocalDate day = DAY; day.isBefore(DAY.plusDays(3)); day = day.plusDays(1)) {
      opened = loan.turnDay(day, PLAN);
    }

    assertThat(opened.debitMinor()).isEqualTo(10_00);
    assertThat(loan.accrual().tailOn()).isEqualTo(DAY.plusDays(3));
    assertThat(loan.accrual().tailFeesMinor()).isEqualTo(10_00);
  }

  /** 2.5 % of 1,200.00. */
  @Test
  void aFeeMayBeAPercentageOfABase() {
    charge(
        new Charge(
            Charge.Kind.SERVICE,
            Charge.Base.PRINCIPAL_OUTSTANDING,
            new BigDecimal("2.5"),
            0,
            DUE,
            "account service"));

    assertThat(loan.debt().charges())
        .singleElement()
        .satisfies(f -> assertThat(f.planned().costMinor()).isEqualTo(30_00));
  }

  @Test
  void feesAboveTheCapAreRefusedTogetherAsWellAsAlone() {
    assertRule("CN-PRICE-01", fixed(120_00, DUE));
    charge(fixed(50_00, DUE));
    assertRule("CN-PRICE-01", fixed(50_00, DUE));

    assertThat(loan.debt().charges()).hasSize(1);
  }

  @Test
  void aFeeOfThePastOrOfNothingIsRefused() {
    assertRule("CHARGE_DUE", fixed(1_00, DAY.minusDays(1)));
    assertRule(
        "CHARGE_NOTHING",
        new Charge(Charge.Kind.LATE_FEE, Charge.Base.AMOUNT_DUE, BigDecimal.ONE, 0, DUE, "late"));
    assertThatThrownBy(() -> fixed(0, DUE)).isInstanceOf(Invalid.class);
  }

  @Test
  void aNewScheduleLeavesFeesAlone() {
    charge(fixed(10_00, DUE));

    PlannedInstalment later =
        new PlannedInstalment(1, DAY, DUE.plusMonths(1), 1_200_00, 24_00, 0, 0, 0);
    loan.reschedule(List.of(later), Rate.of("0.12"), TestIds.next(), PLAN, DAY, TestIds::next);

    assertThat(loan.debt().charges())
        .singleElement()
        .satisfies(f -> assertThat(f.replacedOn()).isNull());
  }

  private void charge(Charge charge) {
    Fees.charge(loan, charge, TestIds.next(), PLAN, DAY);
  }

  private static Charge fixed(long minor, LocalDate dueDate) {
    return new Charge(Charge.Kind.LATE_FEE, Charge.Base.FIXED, null, minor, dueDate, "late");
  }

  private void assertRule(String rule, Charge charge) {
    assertThatThrownBy(() -> charge(charge))
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
