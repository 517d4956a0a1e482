package org.shouxin.collections.promise.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;

class PromiseTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
  private static final PromiseTerms TERMS = new PromiseTerms("test", 14, new BigDecimal("0.98"));
  private static final Money PAYOFF = Money.of("5000.00", "CNY");

  private static Promise.Making make(Money amount, LocalDate due) {
    return Promise.make(
        new UUID(9, 9),
        new Promise.Wording(
            new UUID(1, 1), new UUID(2, 2), new UUID(3, 3), amount, due, "collector"),
        PAYOFF,
        TODAY,
        TERMS);
  }

  private static Promise promise(String amount) {
    return make(Money.of(amount, "CNY"), TODAY.plusDays(7)).promise();
  }

  @Test
  void makingOneTellsAboutIt() {
    assertThat(make(Money.of("100.00", "CNY"), TODAY).events())
        .singleElement()
        .isInstanceOf(PromiseEvent.PromiseMade.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.00, CNY, 0, PROMISE_AMOUNT_POSITIVE",
    "-1.00, CNY, 0, PROMISE_AMOUNT_POSITIVE",
    "5000.01, CNY, 0, PROMISE_AMOUNT_MAX",
    "100.00, USD, 0, PROMISE_CURRENCY",
    "100.00, CNY, -1, PROMISE_DUE_PAST",
    "100.00, CNY, 15, PROMISE_DUE_MAX"
  })
  void rulesAreNamed(String amount, String currency, int days, String rule) {
    assertThatThrownBy(() -> make(Money.of(amount, currency), TODAY.plusDays(days)))
        .isInstanceOfSatisfying(
            RuleViolation.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  @ParameterizedTest
  @CsvSource({"0.01, 0", "5000.00, 14"})
  void theEdgesAreAllowed(String amount, int days) {
    assertThat(make(Money.of(amount, "CNY"), TODAY.plusDays(days)).promise().state())
        .isEqualTo(PromiseState.MADE);
  }

  @Test
  void nothingIsJudgedBeforeTheDueDate() {
    Promise promise = promise("1000.00");
    assertThat(promise.dayClosed(TODAY.plusDays(6), Money.zero("CNY"))).isEmpty();
    assertThat(promise.state()).isEqualTo(PromiseState.MADE);
  }

  @ParameterizedTest
  @CsvSource({
    "1000.00, 1000.00, KEPT",
    "1000.00, 980.00, KEPT",
    "1000.00, 979.99, BROKEN",
    "1000.00, 0.00, BROKEN",
    "0.01, 0.00, BROKEN",
    "0.01, 0.01, KEPT",
    "33.33, 32.66, BROKEN",
    "33.33, 32.67, KEPT"
  })
  void theLedgerJudges(String amount, String cleared, PromiseState state) {
    Promise promise = promise(amount);
    promise.dayClosed(TODAY.plusDays(7), Money.of(cleared, "CNY"));
    assertThat(promise.state()).isEqualTo(state);
  }

  @Test
  void aBrokenOneTellsTheShortfall() {
    assertThat(promise("1000.00").dayClosed(TODAY.plusDays(9), Money.of("300.00", "CNY")))
        .singleElement()
        .isInstanceOfSatisfying(
            PromiseEvent.PromiseBroken.class,
            broken -> {
              assertThat(broken.shortfall()).isEqualTo(Money.of("700.00", "CNY"));
              assertThat(broken.judgedOn()).isEqualTo(TODAY.plusDays(9));
            });
  }

  @Test
  void itIsJudgedOnce() {
    Promise promise = promise("1000.00");
    promise.dayClosed(TODAY.plusDays(7), Money.zero("CNY"));
    assertThat(promise.dayClosed(TODAY.plusDays(8), Money.of("1000.00", "CNY"))).isEmpty();
    assertThat(promise.state()).isEqualTo(PromiseState.BROKEN);
  }

  @Test
  void aWithdrawnOneIsNotJudged() {
    Promise promise = promise("1000.00");
    promise.withdraw(TODAY);
    assertThat(promise.dayClosed(TODAY.plusDays(7), Money.zero("CNY"))).isEmpty();
    assertThat(promise.state()).isEqualTo(PromiseState.WITHDRAWN);
  }

  @Test
  void aCureBeforeTheDayLeavesTheJudgementToTheLedger() {
    Promise paid = promise("1000.00");
    paid.caseCured();
    assertThat(paid.dayClosed(TODAY.plusDays(7), Money.of("1000.00", "CNY"))).hasSize(1);
    assertThat(paid.state()).isEqualTo(PromiseState.KEPT);

    Promise extended = promise("1000.00");
    extended.caseCured();
    assertThat(extended.dayClosed(TODAY.plusDays(7), Money.zero("CNY"))).isEmpty();
    assertThat(extended.state()).isEqualTo(PromiseState.WITHDRAWN);
  }

  @Property
  void enoughIsNeverBrokenAndBrokenAlwaysFallsShort(
      @ForAll @LongRange(min = 1, max = 500_000) long amount,
      @ForAll @LongRange(max = 600_000) long cleared) {
    Promise promise = make(Money.ofMinor(amount, "CNY"), TODAY).promise();
    List<PromiseEvent> events = promise.dayClosed(TODAY, Money.ofMinor(cleared, "CNY"));
    assertThat(events).hasSize(1);
    if (cleared >= amount) {
      assertThat(events.get(0)).isInstanceOf(PromiseEvent.PromiseKept.class);
    }
    if (events.get(0) instanceof PromiseEvent.PromiseBroken broken) {
      assertThat(broken.shortfall().minor()).isEqualTo(amount - cleared).isPositive();
    }
  }
}
