package org.shouxin.servicing.line.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.RepaymentMethod;

class CreditLineTest {

  private static final LocalDate DAY = LocalDate.of(2026, 2, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 1, 31);
  private static final Room.Use UNUSED = new Room.Use(0, 0, null, false);

  @Test
  void theWholeLimitIsAvailableWhileNothingIsDrawn() {
    assertThat(line(10_000_00).room(UNUSED, DAY).availableMinor()).isEqualTo(10_000_00);
  }

  @Test
  void whatIsOwedIsNotAvailable() {
    Room room = line(10_000_00).room(new Room.Use(3_000_00, 8_000_00, 12_000_00L, false), DAY);

    assertThat(room.availableMinor()).isEqualTo(4_000_00);
    assertThat(room.blockedBy()).isNull();
  }

  @Test
  void aRiskLimitBelowWhatIsOwedBlocksDrawsOnly() {
    CreditLine line = line(10_000_00);
    Room.Use use = new Room.Use(3_000_00, 3_000_00, 2_000_00L, false);

    assertThat(line.room(use, DAY).blockedBy()).isEqualTo("LINE_RISK_LIMIT");
    assertRule("LINE_RISK_LIMIT", () -> line.requireDrawable(cny("100.00"), 3, use, DAY));
  }

  @Test
  void tellsOnceThatARuleBeganOrCeasedToBlockIt() {
    CreditLine line = line(10_000_00);
    Room late = line.room(new Room.Use(500_00, 500_00, null, true), DAY);
    Room free = line.room(UNUSED, DAY);

    assertThat(line.stands(free)).isEmpty();
    assertThat(line.stands(late)).contains(CreditLine.Turn.FROZEN);
    assertThat(line.stands(late)).isEmpty();
    assertThat(line.stands(free)).contains(CreditLine.Turn.RELEASED);
    line.close(DAY);
    assertThat(line.stands(line.room(UNUSED, DAY))).isEmpty();
  }

  @Test
  void aRiskLimitAboveTheContractFreesNoMoreThanTheContract() {
    Room.Use use = new Room.Use(0, 0, 90_000_00L, false);

    assertThat(line(10_000_00).room(use, DAY).availableMinor()).isEqualTo(10_000_00);
  }

  @Test
  void aLateBorrowerAClosedLineAndAnEndedOneTakeNoDraws() {
    CreditLine line = line(10_000_00);
    Room.Use late = new Room.Use(500_00, 500_00, null, true);
    assertRule("LINE_OVERDUE", () -> line.requireDrawable(cny("100.00"), 3, late, DAY));
    assertRule(
        "LINE_EXPIRED", () -> line.requireDrawable(cny("100.00"), 3, UNUSED, LAST.plusDays(1)));
    assertThatCode(() -> line.requireDrawable(cny("100.00"), 3, UNUSED, LAST))
        .doesNotThrowAnyException();

    line.close(DAY);

    assertRule("LINE_CLOSED", () -> line.requireDrawable(cny("100.00"), 3, UNUSED, DAY));
    assertRule("LINE_CLOSED", () -> line.close(DAY));
  }

  @Test
  void aDrawIsWithinTheRoomAndTheTerm() {
    CreditLine line = line(1_000_00);
    assertRule("LINE_LIMIT", () -> line.requireDrawable(cny("1000.01"), 3, UNUSED, DAY));
    assertRule("LINE_TERM", () -> line.requireDrawable(cny("1000.00"), 13, UNUSED, DAY));
  }

  @Test
  void aLineIsOpenedWithinTheLawAndThreeYears() {
    assertRule("CN-LIMIT-02", () -> line(200_000_01));
    assertRule("LINE_EXPIRY", () -> line(1_000_00, DAY));
    assertRule("LINE_EXPIRY", () -> line(1_000_00, DAY.plusYears(3).plusDays(1)));
  }

  @Test
  void aDisclosureIsConfirmedOnItsDayAndNotBeforeItCouldBeRead() {
    Instant shown = Instant.parse("2026-02-01T02:00:00Z");
    Disclosure disclosure =
        Disclosure.of(
            new UUID(0, 1),
            new UUID(0, 2),
            new Disclosure.Wish(cny("100.00"), RepaymentMethod.EQUAL_INSTALMENT, 3, "TRAVEL"),
            new Disclosure.Shown("{}", "44", DAY, shown));

    assertRule("CN-DISC-01", () -> disclosure.requireConfirmable(DAY, shown.plusMillis(2_999)));
    assertRule(
        "LINE_DISCLOSURE_OUTDATED",
        () -> disclosure.requireConfirmable(DAY.plusDays(1), shown.plusSeconds(9)));
    assertThatCode(() -> disclosure.requireConfirmable(DAY, shown.plusSeconds(3)))
        .doesNotThrowAnyException();
  }

  @Property
  void drawingWhatIsAvailableNeverExceedsAnyLimit(
      @ForAll @LongRange(min = 1_000_00, max = 200_000_00) long limit,
      @ForAll @LongRange(max = 250_000_00) long owed,
      @ForAll @LongRange(max = 250_000_00) long elsewhere,
      @ForAll @LongRange(max = 300_000_00) long risk) {
    long available =
        line(limit).room(new Room.Use(owed, owed + elsewhere, risk, false), DAY).availableMinor();

    assertThat(available).isNotNegative();
    if (available > 0) {
      assertThat(owed + available).isLessThanOrEqualTo(limit);
      assertThat(owed + elsewhere + available).isLessThanOrEqualTo(risk);
    }
  }

  private static CreditLine line(long limitMinor) {
    return line(limitMinor, LAST);
  }

  private static CreditLine line(long limitMinor, LocalDate expiresOn) {
    return CreditLine.open(
        new UUID(0, 9),
        new Holder(new UUID(0, 3), "subject", new UUID(0, 4), "agr_1", "SMS"),
        new LineTerms(
            "REVOLVING",
            limitMinor,
            "CNY",
            new BigDecimal("0.12"),
            new BigDecimal("1.5"),
            3,
            12,
            "ab".repeat(32),
            expiresOn,
            null),
        DAY,
        "officer");
  }

  private static Money cny(String amount) {
    return Money.of(amount, "CNY");
  }

  private static void assertRule(String rule, Runnable transition) {
    assertThatThrownBy(transition::run)
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.rule()).isEqualTo(rule));
  }
}
