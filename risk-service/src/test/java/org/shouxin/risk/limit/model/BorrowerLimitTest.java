package org.shouxin.risk.limit.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.limit.model.LimitEvent.LimitChanged;
import org.shouxin.risk.limit.model.LimitEvent.Warning;
import org.shouxin.risk.limit.model.LimitEvent.WarningDue;

class BorrowerLimitTest {

  private static final UUID BORROWER = new UUID(1, 1);
  private static final Money TEN = Money.of("10000.00", "CNY");
  private static final Money NONE = Money.zero("CNY");

  private final BorrowerLimit limit = new BorrowerLimit(BORROWER, "CNY");

  @Test
  void anApprovalGrants() {
    assertThat(limit.granted(TEN))
        .containsExactly(new LimitChanged(BORROWER, TEN, NONE, "GRANTED"));
    assertThat(limit.granted(TEN)).isEmpty();
  }

  @Test
  void lostContactTakesTheLimitAndItsReturnGivesHalfBack() {
    limit.granted(TEN);
    assertThat(limit.contactLost("case-1"))
        .containsExactly(
            new LimitChanged(BORROWER, NONE, TEN, "CONTACT_LOST"),
            new WarningDue(BORROWER, Warning.CONTACT_LOST, "case-1"));
    assertThat(limit.contactLost("case-1")).isEmpty();
    assertThat(limit.contactFound("case-1"))
        .containsExactly(
            new LimitChanged(BORROWER, Money.of("5000.00", "CNY"), NONE, "CONTACT_FOUND"));
    assertThat(limit.recovered("case-1")).isEmpty();
  }

  @Test
  void theSecondMonthLateLowersAndTheCureRestoresByStep() {
    limit.granted(TEN);
    assertThat(limit.delinquencyChanged("loan-1", "M1")).isEmpty();
    assertThat(limit.delinquencyChanged("loan-1", "M2"))
        .containsExactly(
            new LimitChanged(BORROWER, Money.of("2500.00", "CNY"), TEN, "DELINQUENT_M2"),
            new WarningDue(BORROWER, Warning.SECOND_MONTH_LATE, "loan-1"));
    limit.delinquencyChanged("loan-1", "M3");
    assertThat(limit.limit()).isEqualTo(NONE);
    limit.delinquencyChanged("loan-1", "CURRENT");
    assertThat(limit.limit()).isEqualTo(Money.of("5000.00", "CNY"));
    limit.repaid("loan-1");
    assertThat(limit.limit()).isEqualTo(Money.of("7500.00", "CNY"));
    limit.repaid("loan-2");
    limit.repaid("loan-3");
    assertThat(limit.limit()).isEqualTo(TEN);
  }

  @Test
  void aWriteOffIsForGood() {
    limit.granted(TEN);
    limit.writtenOff("loan-1");
    limit.delinquencyChanged("loan-1", "CURRENT");
    limit.repaid("loan-1");
    limit.recovered("loan-1");
    limit.granted(TEN);
    assertThat(limit.limit()).isEqualTo(NONE);
    assertThat(limit.restrictions()).containsExactly("WRITTEN_OFF");
  }

  @Test
  void aHoldLeavesNoMark() {
    limit.granted(TEN);
    limit.holdPlaced("case-1");
    assertThat(limit.newMoneyPercent()).isZero();
    limit.holdReleased("case-1");
    assertThat(limit.limit()).isEqualTo(TEN);
  }

  @Test
  void oneCaseFoundDoesNotHealAnother() {
    limit.granted(TEN);
    limit.contactLost("case-1");
    limit.contactLost("case-2");
    limit.contactFound("case-1");
    assertThat(limit.limit()).isEqualTo(NONE);
  }

  @Property
  void whateverHappensTheLimitStaysWithinTheGrant(
      @ForAll @Size(max = 60) List<@IntRange(max = 11) Integer> steps) {
    BorrowerLimit any = new BorrowerLimit(BORROWER, "CNY");
    any.granted(TEN);
    for (int i = 0; i < steps.size(); i++) {
      Money before = any.limit();
      List<LimitEvent> events = step(any, steps.get(i), "s" + i % 3);
      assertThat(any.newMoneyPercent()).isBetween(0, 100);
      assertThat(any.granted().covers(any.limit())).isTrue();
      assertThat(events.stream().filter(LimitChanged.class::isInstance).count())
          .isEqualTo(any.limit().equals(before) ? 0 : 1);
    }
  }

  private static List<LimitEvent> step(BorrowerLimit limit, int step, String source) {
    return switch (step) {
      case 0 -> limit.contactLost(source);
      case 1 -> limit.contactFound(source);
      case 2 -> limit.recovered(source);
      case 3 -> limit.holdPlaced(source);
      case 4 -> limit.holdReleased(source);
      case 5 -> limit.delinquencyChanged(source, "M2");
      case 6 -> limit.delinquencyChanged(source, "M4_PLUS");
      case 7 -> limit.delinquencyChanged(source, "CURRENT");
      case 8 -> limit.writtenOff(source);
      case 9 -> limit.repaid(source);
      case 10 -> limit.delinquencyChanged(source, "GRACE");
      default -> limit.granted(TEN);
    };
  }
}
