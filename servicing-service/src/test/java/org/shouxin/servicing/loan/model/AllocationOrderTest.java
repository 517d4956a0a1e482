package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.loan.model.AllocationOrder.Beyond;
import org.shouxin.servicing.loan.model.AllocationOrder.Direction;
import org.shouxin.servicing.loan.model.AllocationOrder.Step;
import org.shouxin.servicing.loan.model.AllocationOrder.Timing;
import org.shouxin.servicing.schedule.RepaymentMethod;

class AllocationOrderTest {

  private static final List<Step> STANDARD = AllocationOrder.STANDARD.steps();
  private static final LocalDate DAY = LocalDate.of(2026, 1, 10);
  private static final LocalDate MID = LocalDate.of(2026, 1, 25);
  private static final DayPlan PLAN = new DayPlan(Set.of(1), Set.of(1), 3);

  private final Claim older = new Claim(TestIds.next(), new Breakdown(1, 20, 5, 100));
  private final Claim newer = new Claim(TestIds.next(), new Breakdown(0, 15, 0, 100));

  @Example
  void horizontalFinishesTheOldestFirst() {
    Allocation covered = order(Direction.HORIZONTAL, STANDARD).cover(130, List.of(older, newer));

    assertThat(covered.lines())
        .contains(new Allocation.Line(older.instalmentId(), Component.PRINCIPAL, 100))
        .contains(new Allocation.Line(newer.instalmentId(), Component.INTEREST, 4));
  }

  @Example
  void verticalCoversOneComponentOfAllBeforeTheNext() {
    Allocation covered = order(Direction.VERTICAL, STANDARD).cover(130, List.of(older, newer));

    assertThat(covered.lines())
        .contains(new Allocation.Line(newer.instalmentId(), Component.INTEREST, 15))
        .contains(new Allocation.Line(older.instalmentId(), Component.PRINCIPAL, 89));
  }

  @Example
  void principalBeforeInterestIsAgainstTheLaw() {
    assertRefused(swapped(Timing.DUE, Component.INTEREST, Timing.DUE, Component.PRINCIPAL));
  }

  @Example
  void interestBeforeCostIsAgainstTheLaw() {
    assertRefused(swapped(Timing.PAST_DUE, Component.COST, Timing.PAST_DUE, Component.INTEREST));
  }

  @Example
  void newDebtBeforeOldIsAgainstTheLaw() {
    List<Step> steps =
        Stream.of(Timing.DUE, Timing.PAST_DUE, Timing.IN_ADVANCE)
            .flatMap(t -> Stream.of(Component.values()).map(c -> new Step(t, c)))
            .toList();

    assertRefused(steps);
  }

  @Example
  void aComponentLeftOutIsNoOrder() {
    assertThatThrownBy(() -> order(Direction.VERTICAL, STANDARD.subList(1, STANDARD.size())))
        .isInstanceOf(Invalid.class);
  }

  /** Any order that is let through keeps the law, whatever is claimed. */
  @Property
  void noOrderCoversPrincipalWhileInterestOfTheSameInstalmentIsOpen(
      @ForAll("orders") List<Step> steps, @ForAll Direction direction) {
    AllocationOrder order;
    try {
      order = order(direction, steps);
    } catch (RuleViolation refused) {
      assertThat(refused.rule()).isEqualTo("CN-PAY-01");
      return;
    }
    for (long minor = 0; minor <= 245; minor++) {
      Allocation covered = order.cover(minor, List.of(older, newer));
      for (Claim claim : List.of(older, newer)) {
        long principal = covered(covered, claim, Component.PRINCIPAL);
        assertThat(
                principal == 0
                    || covered(covered, claim, Component.INTEREST) == claim.open().interestMinor())
            .isTrue();
      }
    }
  }

  @Example
  void anOrderIsReadAsItWasWritten() {
    AllocationOrder order = new AllocationOrder(Direction.VERTICAL, STANDARD, Beyond.REAMORTISE);

    assertThat(AllocationOrder.parse(order.text())).isEqualTo(order);
  }

  /** Half of January's interest is 6.00; then principal of the next instalment alone. */
  @Example
  void moneyBeyondMayGoToTheNextInstalment() {
    Loan loan = loan(Beyond.NEXT_INSTALMENT);

    LoanEvent.PaymentPosted posted = pay(loan, "150.00");

    assertThat(posted.allocation().total()).isEqualTo(new Breakdown(0, 6_00, 0, 100_00));
    assertThat(posted.allocation().surplusMinor()).isEqualTo(44_00);
    assertThat(loan.scheduleVersion()).isEqualTo(1);
  }

  @Example
  void moneyBeyondMayLowerTheInstalments() {
    Loan loan = loan(Beyond.REAMORTISE);

    LoanEvent.PaymentPosted posted = pay(loan, "606.00");

    assertThat(posted.allocation().total()).isEqualTo(new Breakdown(0, 6_00, 0, 600_00));
    assertThat(loan.scheduleVersion()).isEqualTo(2);
  }

  @Provide
  Arbitrary<List<Step>> orders() {
    return Arbitraries.shuffle(STANDARD);
  }

  private static Loan loan(Beyond beyond) {
    Loan loan =
        LoanTest.signed(
            RepaymentMethod.EQUAL_PRINCIPAL,
            12,
            new AllocationOrder(Direction.HORIZONTAL, STANDARD, beyond));
    loan.orderPayout();
    loan.disburse(DAY, "BK1", PLAN, TestIds::next);
    return loan;
  }

  private static LoanEvent.PaymentPosted pay(Loan loan, String amount) {
    return (LoanEvent.PaymentPosted)
        loan.receive(TestIds.next(), Money.of(amount, "CNY"), null, TestIds::next, PLAN, MID)
            .get(0);
  }

  private static long covered(Allocation allocation, Claim claim, Component component) {
    return allocation.lines().stream()
        .filter(l -> l.instalmentId().equals(claim.instalmentId()) && l.component() == component)
        .mapToLong(Allocation.Line::minor)
        .sum();
  }

  private static AllocationOrder order(Direction direction, List<Step> steps) {
    return new AllocationOrder(direction, steps, Beyond.CREDIT);
  }

  private static List<Step> swapped(Timing one, Component first, Timing other, Component second) {
    List<Step> steps = new ArrayList<>(STANDARD);
    Collections.swap(
        steps, steps.indexOf(new Step(one, first)), steps.indexOf(new Step(other, second)));
    return steps;
  }

  private static void assertRefused(List<Step> steps) {
    assertThatThrownBy(() -> order(Direction.VERTICAL, steps))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.rule()).isEqualTo("CN-PAY-01"));
  }
}
