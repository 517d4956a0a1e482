package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.text.Texts;
import org.shouxin.servicing.schedule.Derivation;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** A loan of 1,200.00 at 12 % in 12 equal parts of principal, grace 3 days, penalty 18 %. */
class ExplainDebtTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final DayPlan PLAN = new DayPlan(Set.of(1), Set.of(1), 3);

  private final Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_PRINCIPAL, 12, DAY, PLAN);
  private final CountedMoney money = new CountedMoney();

  @Test
  void interestOfTheRunningPeriodIsItsShareOfDays() {
    Derivation why = explain().interest(1, DAY.plusDays(7));

    assertThat(why.formula()).isEqualTo("ACCRUAL_SHARE");
    assertThat(why.inputs()).containsEntry("interest", "12.00").containsEntry("passed", "7");
    assertThat(why.inputs()).containsEntry("days", "30");
    assertThat(why.unrounded()).isEqualTo("2.8");
    assertThat(why.rounding()).isEqualTo("DOWN 0.01");
    assertThat(why.result()).isEqualTo("2.80");
    assertReadable(why);
  }

  @Test
  void interestThatIsDueIsAllOfIt() {
    Derivation why = explain().interest(1, DUE);

    assertThat(why.formula()).isEqualTo("ACCRUAL_DUE");
    assertThat(why.result()).isEqualTo("12.00");
    assertReadable(why);
  }

  /** 100.00 late from 13 to 20 February, 40.00 of it to 1 March: 0.35 and 0.18. */
  @Test
  void penaltyIsTheSumOfItsStretches() {
    pay("72.00", DUE.plusDays(10));
    LocalDate asOf = LocalDate.of(2026, 3, 1);

    Derivation why = explain().penalty(1, asOf);

    assertThat(why.from()).extracting(Derivation::result).containsExactly("0.35", "0.18");
    assertThat(why.from().get(0).inputs()).containsEntry("principal", "100.00");
    assertThat(why.from().get(0).inputs()).containsEntry("days", "7");
    assertThat(why.result()).isEqualTo("0.53");
    assertThat(loan.position(asOf).due().penaltyMinor()).isEqualTo(53 - 35);
    assertReadable(why);
  }

  @Test
  void whatAPaymentCoversIsListedInTheOrderOfTheLaw() {
    UUID payment = pay("72.00", DUE.plusDays(10));

    Derivation why = explain().allocation(payment).orElseThrow();

    assertThat(why.from())
        .extracting(Derivation::formula)
        .containsExactly("ALLOCATION_INTEREST", "ALLOCATION_PENALTY", "ALLOCATION_PRINCIPAL");
    assertThat(why.from()).extracting(Derivation::result).containsExactly("12.00", "0.35", "59.65");
    assertThat(why.from().get(2).inputs()).containsEntry("owed", "100.00");
    assertThat(why.from().get(2).inputs()).containsEntry("left", "59.65");
    assertThat(why.inputs()).containsEntry("surplus", "0.00");
    assertReadable(why);
  }

  @Test
  void whatIsNotThereIsNotExplained() {
    assertThat(explain().allocation(TestIds.next())).isEmpty();
    assertThatThrownBy(() -> explain().interest(13, DUE))
        .isInstanceOfSatisfying(
            Invalid.class,
            e -> assertThat(e.errors().get(0).rule()).isEqualTo("INSTALMENT_UNKNOWN"));
  }

  private UUID pay(String amount, LocalDate day) {
    UUID payment = TestIds.next();
    loan.receive(payment, Money.of(amount, "CNY"), PLAN, day).forEach(money::happened);
    return payment;
  }

  private ExplainDebt explain() {
    return new ExplainDebt(loan.debt(), money.past().history(), Currency.getInstance("CNY"));
  }

  private static void assertReadable(Derivation why) {
    for (Locale locale : List.of(Texts.DEFAULT_LOCALE, Locale.ENGLISH)) {
      assertThat(why.text(key -> Texts.of("derivations", locale, key)))
          .contains(why.result())
          .doesNotContain("{");
    }
    why.from().forEach(ExplainDebtTest::assertReadable);
  }
}
