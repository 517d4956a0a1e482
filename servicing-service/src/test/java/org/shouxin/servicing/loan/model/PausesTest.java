package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.model.Pauses.Stretch;
import org.shouxin.servicing.schedule.RepaymentMethod;

class PausesTest {

  private static final LocalDate DUE = LocalDate.of(2026, 2, 10);
  private static final DayPlan PLAN = new DayPlan(Set.of(1, 3), Set.of(1), 3);

  @Example
  void daysOfAPauseAreNotPastDue() {
    Pauses pauses = new Pauses(List.of(new Stretch(DUE.plusDays(3), DUE.plusDays(12))));

    assertThat(pauses.daysPastDue(DUE, DUE.plusDays(2))).isEqualTo(2);
    assertThat(pauses.daysPastDue(DUE, DUE.plusDays(8))).isEqualTo(2);
    assertThat(pauses.daysPastDue(DUE, DUE.plusDays(15))).isEqualTo(5);
    assertThat(pauses.dayOf(DUE, 5)).isEqualTo(DUE.plusDays(15));
  }

  @Property
  void theDayOfACountIsTheFirstThatHasIt(
      @ForAll @IntRange(min = -10, max = 50) int start,
      @ForAll @IntRange(max = 30) int length,
      @ForAll @IntRange(min = 1, max = 100) int count) {
    Pauses pauses =
        new Pauses(List.of(new Stretch(DUE.plusDays(start), DUE.plusDays(start + length))));

    LocalDate day = pauses.dayOf(DUE, count);

    assertThat(pauses.daysPastDue(DUE, day)).isEqualTo(count);
    assertThat(pauses.daysPastDue(DUE, day.minusDays(1))).isEqualTo(count - 1);
    assertThat(Pauses.parse(pauses.text())).isEqualTo(pauses);
  }

  @Example
  void noDayIsPausedTwice() {
    Pauses one = Pauses.NONE.with(new Stretch(DUE, DUE.plusDays(5)));

    assertThatThrownBy(() -> one.with(new Stretch(DUE.plusDays(5), DUE.plusDays(9))))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("PAUSE_OVERLAPS"));
  }

  /** In grace for three days, then paused for twenty: the stage waits, the retries too. */
  @Example
  void aPausedLoanDoesNotGetLater() {
    LocalDate day = LocalDate.of(2026, 1, 10);
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_PRINCIPAL, 12, day, PLAN);
    while (day.isBefore(DUE.plusDays(3))) {
      loan.turnDay(day, PLAN);
      day = day.plusDays(1);
    }
    loan.pause(new Stretch(day.plusDays(1), day.plusDays(20)), PLAN, day);
    long debits = 0;
    for (int paused = 0; paused < 20; paused++) {
      debits += loan.turnDay(day, PLAN).debitMinor();
      day = day.plusDays(1);
    }

    assertThat(debits).isZero();
    assertThat(loan.stage()).isEqualTo(Stage.GRACE);
    assertThat(loan.position(day).daysPastDue()).isEqualTo(3);
    List<Integer> later =
        IntStream.range(0, 3)
            .mapToObj(i -> loan.position(DUE.plusDays(23 + i)).daysPastDue())
            .toList();
    assertThat(later).containsExactly(3, 4, 5);
  }

  @Example
  void theRestOfAStretchIsWhatIsNotPausedYet() {
    LocalDate first = LocalDate.of(2026, 3, 1);
    Pauses known =
        Pauses.NONE
            .with(new Pauses.Stretch(first.plusDays(2), first.plusDays(3)))
            .with(new Pauses.Stretch(first.plusDays(8), first.plusDays(20)));

    assertThat(known.withRestOf(new Pauses.Stretch(first, first.plusDays(9))).stretches())
        .contains(
            new Pauses.Stretch(first, first.plusDays(1)),
            new Pauses.Stretch(first.plusDays(4), first.plusDays(7)))
        .hasSize(4);
    assertThat(known.withRestOf(new Pauses.Stretch(first.plusDays(9), first.plusDays(10))))
        .isEqualTo(known);
  }
}
