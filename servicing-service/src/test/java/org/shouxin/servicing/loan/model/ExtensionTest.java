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
import org.shouxin.servicing.schedule.RepaymentMethod;

class ExtensionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final DayPlan PLAN = new DayPlan(Set.of(1, 3), Set.of(1), 3);

  /** Two months more on 1,200.00 at 1 % a month cost 24.00. */
  @Test
  void monthsAreAddedInFrontAndCostTheirInterest() {
    Loan loan = active(RepaymentMethod.EQUAL_PRINCIPAL, 12);

    Extension extension = loan.quoteExtension(2, DAY);

    assertThat(extension.costDifferenceMinor()).isEqualTo(24_00);
    assertThat(extension.rows()).hasSize(12);
    assertThat(extension.rows().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 4, 10));
    assertThat(extension.rows().get(0).interestMinor()).isEqualTo(36_00);
    assertThat(extension.rows().get(11).dueDate()).isEqualTo(LocalDate.of(2027, 3, 10));
    assertThat(extension.rows().stream().mapToLong(PlannedInstalment::principalMinor).sum())
        .isEqualTo(1_200_00);
  }

  @Test
  void theOldScheduleIsKeptAndTheNewOneIsLive() {
    Loan loan = active(RepaymentMethod.EQUAL_INSTALMENT, 6);
    UUID arrangement = TestIds.next();

    List<LoanEvent> events =
        loan.extend(loan.quoteExtension(1, DAY), arrangement, PLAN, DAY, TestIds::next);

    assertThat(events).containsExactly(new LoanEvent.ScheduleReplaced(DAY, arrangement, 2));
    assertThat(loan.instalmentFacts()).hasSize(12);
    assertThat(loan.instalmentFacts()).filteredOn(f -> f.replacedOn() == null).hasSize(6);
    assertThat(loan.position(DAY).principalOutstandingMinor()).isEqualTo(1_200_00);
    assertThat(loan.nextActionDate()).contains(LocalDate.of(2026, 3, 7));
  }

  @Test
  void anInstalmentInGraceMovesWithTheInterestThatIsInTheBooks() {
    Loan loan = active(RepaymentMethod.EQUAL_PRINCIPAL, 12);
    for (LocalDate day = DAY; day.isBefore(DUE.plusDays(2)); day = day.plusDays(1)) {
      loan.turnDay(day, PLAN);
    }
    LocalDate today = DUE.plusDays(2);
    assertThat(loan.stage()).isEqualTo(Stage.GRACE);

    Extension extension = loan.quoteExtension(1, today);
    List<LoanEvent> events = loan.extend(extension, TestIds.next(), PLAN, today, TestIds::next);

    assertThat(extension.rows().get(0).interestMinor()).isEqualTo(24_00);
    assertThat(extension.rows().get(0).interestCarriedMinor()).isEqualTo(12_00);
    assertThat(events)
        .contains(new LoanEvent.DelinquencyChanged(today, 0, Stage.CURRENT, 0, 1_200_00));
    LocalDate moved = LocalDate.of(2026, 3, 10);
    assertThat(loan.debt().receivables(today).interestMinor()).isEqualTo(12_00 + 80);
    for (LocalDate day = today; day.isBefore(moved); day = day.plusDays(1)) {
      loan.turnDay(day, PLAN);
    }
    assertThat(loan.position(moved).due().interestMinor()).isEqualTo(24_00);
  }

  @Test
  void aPaidInstalmentStaysWhereItIs() {
    Loan loan = active(RepaymentMethod.EQUAL_PRINCIPAL, 12);
    for (LocalDate day = DAY; day.isBefore(DUE); day = day.plusDays(1)) {
      loan.turnDay(day, PLAN);
    }
    loan.receive(TestIds.next(), Money.of("112.00", "CNY"), PLAN, DUE);

    Extension extension = loan.quoteExtension(1, DUE);

    assertThat(extension.rows()).hasSize(11);
    assertThat(extension.rows().get(0).number()).isEqualTo(2);
    assertThat(extension.rows().get(0).dueDate()).isEqualTo(LocalDate.of(2026, 4, 10));
    assertThat(extension.costDifferenceMinor()).isEqualTo(11_00);
  }

  @Test
  void aBulletIsExtendedWithinItsYearOnly() {
    Loan loan = active(RepaymentMethod.BULLET, 10);

    assertThat(loan.quoteExtension(2, DAY).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.dueDate()).isEqualTo(DAY.plusMonths(12));
              assertThat(row.interestMinor()).isEqualTo(144_00);
            });
    assertRule("CN-LIMIT-01", () -> loan.quoteExtension(3, DAY));
  }

  @Test
  void aLoanBeyondGraceIsNotExtended() {
    Loan loan = active(RepaymentMethod.EQUAL_PRINCIPAL, 12);
    for (LocalDate day = DAY; day.isBefore(DUE.plusDays(5)); day = day.plusDays(1)) {
      loan.turnDay(day, PLAN);
    }

    assertRule("EXTENSION_STAGE", () -> loan.quoteExtension(1, DUE.plusDays(5)));
  }

  private static Loan active(RepaymentMethod method, int months) {
    Loan loan = LoanTest.signed(method, months);
    loan.orderPayout();
    loan.disburse(DAY, "BK1", PLAN, TestIds::next);
    return loan;
  }

  private static void assertRule(String rule, Runnable transition) {
    assertThatThrownBy(transition::run)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
