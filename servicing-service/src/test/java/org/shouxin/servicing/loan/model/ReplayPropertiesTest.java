package org.shouxin.servicing.loan.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** When money is known does not matter, only from when it counts. */
class ReplayPropertiesTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 10);
  private static final int LIFE_DAYS = 220;
  private static final DayPlan PLAN = new DayPlan(Set.of(1), Set.of(1), 3);

  /** A payment that counts from one day and is known on that day, or later. */
  record Paid(int countsFrom, int knownAfter, long minor) {
    int knownOn() {
      return countsFrom + knownAfter;
    }
  }

  @Property(tries = 200)
  void paymentsKnownLateLeaveTheDebtThatTheyWouldHaveLeftInOrder(
      @ForAll("payments") List<Paid> payments) {
    List<Paid> inOrder = new ArrayList<>(payments);
    inOrder.sort(Comparator.comparing(Paid::countsFrom));

    Debt ordered = live(inOrder.stream().map(p -> new Paid(p.countsFrom(), 0, p.minor())).toList());
    Debt late = live(inOrder);

    for (int day = 0; day <= 60; day++) {
      LocalDate at = START.plusDays(LIFE_DAYS + day);
      assertThat(late.position(at)).isEqualTo(ordered.position(at));
      assertThat(late.receivables(at)).isEqualTo(ordered.receivables(at));
    }
  }

  @Property(tries = 200)
  void aPaymentTakenBackLeavesTheDebtThatItNeverTouched(
      @ForAll("payments") List<Paid> payments, @ForAll int which) {
    List<Paid> inOrder = new ArrayList<>(payments);
    inOrder.sort(Comparator.comparing(Paid::countsFrom));
    int wrong = Math.floorMod(which, inOrder.size());
    List<Paid> without = new ArrayList<>(inOrder);
    without.remove(wrong);

    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_INSTALMENT, 6, START, PLAN);
    CountedMoney money = new CountedMoney();
    List<UUID> ids = run(loan, inOrder, money);
    LocalDate today = START.plusDays(LIFE_DAYS);
    loan.corrections(money.past(), PLAN, today).reverse(ids.get(wrong), "returned");

    assertThat(loan.debt().position(today)).isEqualTo(live(without).position(today));
  }

  @Provide
  Arbitrary<List<Paid>> payments() {
    return Combinators.combine(
            Arbitraries.integers().between(0, LIFE_DAYS - 60),
            Arbitraries.integers().between(0, 60),
            Arbitraries.longs().between(1, 500_00))
        .as(Paid::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6);
  }

  private static Debt live(List<Paid> payments) {
    Loan loan = LoanTest.paidOut(RepaymentMethod.EQUAL_INSTALMENT, 6, START, PLAN);
    run(loan, payments, new CountedMoney());
    return loan.debt();
  }

  /** Lives the days; gives the ids of the payments, in their order in the list. */
  private static List<UUID> run(Loan loan, List<Paid> payments, CountedMoney money) {
    List<UUID> ids = payments.stream().map(p -> TestIds.next()).toList();
    for (int day = 0; day <= LIFE_DAYS; day++) {
      LocalDate today = START.plusDays(day);
      for (int at = 0; at < payments.size(); at++) {
        Paid paid = payments.get(at);
        if (paid.knownOn() == day) {
          loan.corrections(money.past(), PLAN, today)
              .receive(
                  ids.get(at),
                  Money.ofMinor(paid.minor(), "CNY"),
                  START.plusDays(paid.countsFrom()))
              .forEach(money::happened);
        }
      }
      boolean due =
          loan.nextActionDate().filter(next -> !next.isAfter(today.plusDays(1))).isPresent();
      if (day < LIFE_DAYS && due) {
        loan.turnDay(today, PLAN).change().events().forEach(money::happened);
      }
    }
    return ids;
  }
}
