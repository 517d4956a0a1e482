package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.Rate;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** 1,200.00 at 12 % in twelve parts of 100.00, paid out on 10 January. */
class RescheduleTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final DayPlan PLAN = new DayPlan(Set.of(1, 3), Set.of(1), 3);
  private static final Rate RATE = Rate.of("0.12");

  @Test
  void theOldScheduleIsKeptAndTheNewOneIsLive() {
    Loan loan = active();
    UUID arrangement = TestIds.next();

    List<LoanEvent> events =
        loan.reschedule(
            List.of(row(1, DAY, LocalDate.of(2026, 3, 10), 1_200_00, 24_00, 0, 0)),
            RATE,
            arrangement,
            PLAN,
            DAY,
            TestIds::next);

    assertThat(events).containsExactly(new LoanEvent.ScheduleReplaced(DAY, arrangement, 2));
    assertThat(loan.instalmentFacts()).hasSize(13);
    assertThat(loan.instalmentFacts()).filteredOn(f -> f.replacedOn() == null).hasSize(1);
    assertThat(loan.position(DAY).principalOutstandingMinor()).isEqualTo(1_200_00);
    assertThat(loan.nextActionDate()).contains(LocalDate.of(2026, 3, 7));
    assertThat(loan.terms().rate()).isEqualTo(RATE);
  }

  /** What was owed stays owed to the cent on the day of the change, penalty with it. */
  @Test
  void whatHasAccruedIsCarried() {
    Loan loan = active();
    LocalDate today = DUE.plusDays(20);
    for (LocalDate day = DAY; day.isBefore(today); day = day.plusDays(1)) {
      loan.turnDay(day, PLAN);
    }
    Breakdown before = loan.debt().receivables(today);
    assertThat(before.penaltyMinor()).isPositive();

    List<LoanEvent> events =
        loan.reschedule(
            List.of(
                row(
                    1,
                    today,
                    LocalDate.of(2026, 4, 10),
                    1_200_00,
                    before.interestMinor() + 15_00,
                    before.interestMinor(),
                    before.penaltyMinor())),
            Rate.of("0.06"),
            TestIds.next(),
            PLAN,
            today,
            TestIds::next);

    assertThat(loan.debt().receivables(today)).isEqualTo(before);
    assertThat(loan.debt().receivables(today.plusDays(5)).penaltyMinor())
        .isEqualTo(before.penaltyMinor());
    assertThat(loan.position(today, List.of()).due().totalMinor()).isZero();
    assertThat(loan.debt().asOf(today, List.of()).receivables(today)).isEqualTo(before);
    assertThat(events)
        .contains(new LoanEvent.DelinquencyChanged(today, 0, Stage.CURRENT, 0, 1_200_00));
    assertThat(loan.terms().rate()).isEqualTo(Rate.of("0.06"));
  }

  @Test
  void aScheduleAsksForThePrincipalThatIsUnpaid() {
    Loan loan = active();

    assertThatThrownBy(
            () ->
                loan.reschedule(
                    List.of(row(1, DAY, DUE, 1_199_99, 12_00, 0, 0)),
                    RATE,
                    TestIds.next(),
                    PLAN,
                    DAY,
                    TestIds::next))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("SCHEDULE_PRINCIPAL"));
  }

  private static PlannedInstalment row(
      int number,
      LocalDate from,
      LocalDate due,
      long principal,
      long interest,
      long carried,
      long penalty) {
    return new PlannedInstalment(number, from, due, principal, interest, carried, 0, penalty);
  }

  private static Loan active() {
    Loan loan = LoanTest.signed(RepaymentMethod.EQUAL_PRINCIPAL, 12);
    loan.orderPayout();
    loan.disburse(DAY, "BK1", PLAN, TestIds::next);
    return loan;
  }
}
