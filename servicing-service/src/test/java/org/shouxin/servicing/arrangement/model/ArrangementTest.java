package org.shouxin.servicing.arrangement.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.arrangement.model.Arrangement.Kind;
import org.shouxin.servicing.arrangement.model.Arrangement.Quoted;
import org.shouxin.servicing.arrangement.model.Arrangement.Reason;
import org.shouxin.servicing.arrangement.model.Arrangement.State;
import org.shouxin.servicing.arrangement.model.Arrangement.Wish;

class ArrangementTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 1, 10);

  private final Arrangement arrangement =
      Arrangement.requested(
          new UUID(0, 1),
          new Wish(new UUID(0, 2), Kind.EXTENSION, Reason.ILLNESS, 2, ""),
          new Quoted(7, TODAY, Money.of("24.00", "CNY")),
          Instant.parse("2026-01-10T02:00:00Z"));

  @Test
  void aQuoteIsAcceptedOnItsDay() {
    arrangement.accept(7, TODAY);

    assertThat(arrangement.state()).isEqualTo(State.ACCEPTED);
    assertRule("ARRANGEMENT_DECIDED", () -> arrangement.accept(7, TODAY));
  }

  @Test
  void aQuoteIsOutdatedWhenTheLoanOrTheDayChanged() {
    assertRule("ARRANGEMENT_OUTDATED", () -> arrangement.accept(8, TODAY));
    assertRule("ARRANGEMENT_OUTDATED", () -> arrangement.accept(7, TODAY.plusDays(1)));
  }

  @Test
  void aRejectionNamesItsRule() {
    arrangement.reject("EXTENSION_MONTHS");

    assertThat(arrangement.state()).isEqualTo(State.REJECTED);
    assertThat(arrangement.rule()).isEqualTo("EXTENSION_MONTHS");
    assertRule("ARRANGEMENT_DECIDED", () -> arrangement.accept(7, TODAY));
  }

  @Test
  void policyLimitsMonthsAndFrequency() {
    assertThatCode(() -> ExtensionPolicy.check(3, 0)).doesNotThrowAnyException();
    assertRule("EXTENSION_MONTHS", () -> ExtensionPolicy.check(4, 0));
    assertRule("EXTENSION_ONCE_A_YEAR", () -> ExtensionPolicy.check(1, 1));
  }

  private static void assertRule(String rule, Runnable transition) {
    assertThatThrownBy(transition::run)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
