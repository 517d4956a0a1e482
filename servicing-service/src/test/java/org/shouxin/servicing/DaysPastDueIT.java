package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.loan.model.DayPlan;
import org.shouxin.servicing.loan.model.Loan;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.LoanTest;
import org.shouxin.servicing.loan.model.Pauses;
import org.shouxin.servicing.loan.model.TestIds;
import org.shouxin.servicing.schedule.RepaymentMethod;

/** Bulk work in the database counts days past due from a loan's row as the loan itself does. */
@QuarkusTest
class DaysPastDueIT {

  private static final LocalDate START = LocalDate.of(2031, 1, 31);
  private static final DayPlan PLAN = new DayPlan(Set.of(1, 3), Set.of(1), 3);
  private static final int LOANS = 100;
  private static final int LIFE_DAYS = 250;
  private static final String DAYS =
      """
      select days_past_due(oldest, pauses, day) from unnest($1::date[], $2::text[], $3::date[])
        with ordinality as row (oldest, pauses, day, at) order by at""";
  private static final String DAY =
      """
      select days_past_due(oldest, pauses, reached), days_past_due(oldest, pauses, reached - 1)
      from unnest($1::date[], $2::text[], $3::integer[])
        with ordinality as row (oldest, pauses, days, at),
        lateral day_past_due(oldest, pauses, days) as late (reached)
      order by at""";

  @Inject UnitOfWork work;

  private final SplittableRandom random = new SplittableRandom(5);
  private final List<LocalDate> oldest = new ArrayList<>();
  private final List<String> pauses = new ArrayList<>();
  private final List<LocalDate> days = new ArrayList<>();
  private final List<Integer> told = new ArrayList<>();

  @Test
  void theRowOfALoanTellsWhatTheLoanTells() throws Throwable {
    for (int at = 0; at < LOANS; at++) {
      live(LoanTest.signed(RepaymentMethod.values()[at % 4], 6));
    }

    List<Object[]> counted = rows(DAYS, days.toArray(LocalDate[]::new));

    assertThat(counted).extracting(row -> row[0]).isEqualTo(told);
    assertThat(told).contains(0).anyMatch(late -> late > 90);
    assertThat(pauses).anyMatch(text -> text.contains(","));
  }

  @Test
  void theDayOfSoManyDaysIsTheFirstThatReachesThem() throws Throwable {
    live(LoanTest.signed(RepaymentMethod.EQUAL_PRINCIPAL, 6));
    oldest.replaceAll(due -> due == null ? START : due);
    Integer[] wanted = oldest.stream().map(due -> random.nextInt(1, 100)).toArray(Integer[]::new);

    List<Object[]> reached = rows(DAY, wanted);

    assertThat(reached).extracting(row -> row[0]).containsExactly((Object[]) wanted);
    assertThat(reached).allMatch(row -> (int) row[1] == (int) row[0] - 1);
  }

  /** Lives days with payments and pauses; keeps what the row and what the loan say of each day. */
  private void live(Loan loan) {
    loan.orderPayout();
    loan.disburse(START, "BK", PLAN, TestIds::next);
    LocalDate paused = START;
    for (int day = 1; day <= LIFE_DAYS; day++) {
      LocalDate today = START.plusDays(day);
      if (loan.nextActionDate().filter(next -> !next.isAfter(today)).isPresent()) {
        loan.turnDay(today.minusDays(1), PLAN);
      }
      if (random.nextInt(30) == 0) {
        Money money = Money.ofMinor(random.nextLong(1, 300_00), "CNY");
        loan.receive(TestIds.next(), money, PLAN, today);
      }
      if (random.nextInt(60) == 0 && loan.state() == LoanState.ACTIVE) {
        LocalDate first = paused.plusDays(random.nextInt(1, 40));
        paused = first.plusDays(random.nextInt(30));
        loan.pause(new Pauses.Stretch(first, paused), PLAN, today);
      }
      oldest.add(loan.accrual().oldestDueDate());
      pauses.add(loan.debt().rules().pauses().text());
      days.add(today);
      told.add(loan.position(today).daysPastDue());
    }
  }

  private List<Object[]> rows(String sql, Object third) throws Throwable {
    return VertxContextSupport.subscribeAndAwait(
        () ->
            work.inTransaction(
                () ->
                    work.rows(
                        sql,
                        oldest.toArray(LocalDate[]::new),
                        pauses.toArray(String[]::new),
                        third)));
  }
}
