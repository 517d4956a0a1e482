package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.data.Numeric;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.dayend.Accruals;
import org.shouxin.servicing.dayend.Accruals.Accrued;
import org.shouxin.servicing.loan.model.Accrual;
import org.shouxin.servicing.loan.model.Breakdown;
import org.shouxin.servicing.loan.model.DayPlan;
import org.shouxin.servicing.loan.model.Debt;
import org.shouxin.servicing.loan.model.InstalmentFacts;
import org.shouxin.servicing.loan.model.LoanFacts;
import org.shouxin.servicing.loan.model.LoanState;
import org.shouxin.servicing.loan.model.Stage;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Rate;

/**
 * What the database sums over the rows of random loans, of every day count, late or not, is what
 * the loans themselves say. The rows are rolled back.
 */
@QuarkusTest
class AccrualSumsIT {

  private static final LocalDate OPENED = LocalDate.of(2031, 3, 1);
  private static final LocalDate PLANNED = OPENED.minusYears(1);
  private static final int LOANS = 150;
  private static final Short[] ALL =
      IntStream.range(0, 64).mapToObj(i -> (short) i).toArray(Short[]::new);
  private static final String OTHERS_ARE_DONE =
      "update loan set recognised_through = date '2999-01-01' where state = 'ACTIVE'";
  private static final String START = "update accrual_partition set recognised_through = $1";
  private static final String LOAN =
      """
      insert into loan (id, version, transitions, application_id, borrower_id, borrower_subject,
        agreement, preferred_channel, principal_minor, currency, annual_rate, method, term_months,
        day_count, rounding, grace_days, penalty_rate, product_code, purpose, contract_hash,
        contracted_on, state, stage, value_date, schedule_version, credit_minor, last_closed_date,
        accrual_from, accrual_to, accrual_interest_minor, tail_on, tail_interest_minor,
        tail_fees_minor, oldest_due_date, recognised_through)
      values ($1, 1, 1, $1, $1, '', '', 'SMS', 1, 'CNY', 0, 'BULLET', 1, $2, 'HALF_UP', $3, $4, '',
        '', '', $5, 'ACTIVE', 'CURRENT', $5, 1, 0, $5, $6, $7, $8, $9, $10, $11, $12, $13)""";
  private static final String INSTALMENT =
      """
      insert into instalment (id, loan_id, number, schedule_version, period_start, due_date,
        planned_on, principal_minor, interest_minor, interest_carried_minor, fees_minor,
        principal_paid_minor, interest_paid_minor, fees_paid_minor, penalty_accrued_minor,
        penalty_paid_minor, penalty_from, penalty_stretch_minor, penalty_to)
      values ($1, $2, $3, 1, $4, $5, $6, $7, $8, $9, $10, $11, 0, 0, $12, 0, $13, $12, $14)""";

  @Inject UnitOfWork work;
  @Inject Accruals accruals;
  @Inject Ids ids;

  private record Row(UUID id, LoanFacts facts, Accrual accrual, LocalDate recognisedOrNull) {}

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theSumOverRowsIsTheSumOverLoans(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Row> rows = IntStream.range(0, LOANS).mapToObj(i -> row(random)).toList();
    LocalDate day = OPENED.plusDays(random.nextInt(3));

    Breakdown sums = summedByTheDatabase(rows, day);

    Breakdown expected = Breakdown.NOTHING;
    for (Row row : rows) {
      Debt debt = row.facts().debt();
      LocalDate from = row.recognisedOrNull() == null ? eve() : row.recognisedOrNull();
      Breakdown grown = debt.receivables(day);
      Breakdown before = debt.receivables(from);
      expected =
          expected.plus(
              new Breakdown(
                  grown.costMinor() - before.costMinor(),
                  grown.interestMinor() - before.interestMinor(),
                  grown.penaltyMinor() - before.penaltyMinor(),
                  0));
    }
    assertThat(sums).isEqualTo(expected);
    assertThat(sums.interestMinor()).isPositive();
    assertThat(sums.penaltyMinor()).isPositive();
    assertThat(sums.costMinor()).isPositive();
  }

  private static LocalDate eve() {
    return OPENED.minusDays(1);
  }

  /** A loan with one instalment long due, perhaps one due on the opened day, and one that runs. */
  private Row row(SplittableRandom random) {
    int grace = random.nextInt(5);
    Debt.Rules rules =
        new Debt.Rules(
            new Rate(BigDecimal.valueOf(random.nextInt(24_000_000), 8)),
            grace,
            DayCount.values()[random.nextInt(DayCount.values().length)],
            null);
    List<InstalmentFacts> instalments = new ArrayList<>();
    LocalDate due = OPENED.minusDays(random.nextInt(1, 100));
    instalments.add(instalment(random, 1, due.minusDays(random.nextInt(1, 40)), due, grace));
    LocalDate next = random.nextBoolean() ? OPENED : due;
    if (next.equals(OPENED)) {
      instalments.add(instalment(random, 2, due, next, grace));
    }
    LocalDate last = OPENED.plusDays(random.nextInt(4, 60));
    instalments.add(instalment(random, 3, next, last, grace));
    LoanFacts before =
        new LoanFacts(LoanState.ACTIVE, Stage.CURRENT, new Debt(instalments, 0, rules));
    LoanFacts.Change change = before.open(OPENED, new DayPlan(Set.of(), Set.of(), 1)).change();
    return new Row(
        ids.next(), change.loan(), change.accrual(), random.nextInt(4) == 0 ? OPENED : null);
  }

  private InstalmentFacts instalment(
      SplittableRandom random, int number, LocalDate from, LocalDate due, int grace) {
    long principal = random.nextLong(1, 100_000_000);
    long interest = random.nextLong(0, 1_000_000);
    long paid = random.nextInt(3) == 0 && due.isBefore(OPENED) ? random.nextLong(principal) : 0;
    LocalDate penaltyFrom = due.plusDays(grace);
    return new InstalmentFacts(
        ids.next(),
        number,
        1,
        from,
        due,
        PLANNED,
        null,
        new Breakdown(random.nextLong(0, 5_000), interest, 0, principal),
        random.nextInt(5) == 0 ? random.nextLong(interest + 1) : 0,
        0,
        new Breakdown(0, 0, 0, paid),
        penaltyFrom,
        0,
        penaltyFrom);
  }

  private Breakdown summedByTheDatabase(List<Row> rows, LocalDate day) {
    AtomicReference<List<Accrued>> seen = new AtomicReference<>();
    Uni<Void> rolledBack =
        work.inTransaction(
            () ->
                work.change(OTHERS_ARE_DONE)
                    .chain(() -> work.change(START, eve()))
                    .chain(() -> each(rows, this::insert))
                    .chain(() -> accruals.recognise(day, ALL))
                    .invoke(seen::set)
                    .chain(() -> Uni.createFrom().failure(new IllegalStateException("undone"))));
    await(rolledBack.onFailure(IllegalStateException.class).recoverWithNull());
    return seen.get().stream()
        .map(a -> new Breakdown(a.feesMinor(), a.interestMinor(), a.penaltyMinor(), 0))
        .reduce(Breakdown.NOTHING, Breakdown::plus);
  }

  private Uni<Void> insert(Row row) {
    Debt.Rules rules = row.facts().debt().rules();
    Accrual accrual = row.accrual();
    return work.change(
            LOAN,
            row.id(),
            rules.dayCount().name(),
            rules.graceDays(),
            Numeric.create(rules.penaltyRate().yearly()),
            eve(),
            accrual.from(),
            accrual.to(),
            accrual.interestMinor(),
            accrual.tailOn(),
            accrual.tailInterestMinor(),
            accrual.tailFeesMinor(),
            accrual.oldestDueDate(),
            row.recognisedOrNull())
        .chain(() -> each(row.facts().debt().instalments(), i -> insert(row.id(), i)));
  }

  private Uni<Void> insert(UUID loan, InstalmentFacts i) {
    return work.change(
            INSTALMENT,
            i.id(),
            loan,
            i.number(),
            i.periodStart(),
            i.dueDate(),
            i.plannedOn(),
            i.planned().principalMinor(),
            i.planned().interestMinor(),
            i.interestCarriedMinor(),
            i.planned().costMinor(),
            i.paid().principalMinor(),
            i.penaltyStretchMinor(),
            i.penaltyFrom(),
            i.penaltyTo())
        .replaceWithVoid();
  }

  private static <T> Uni<Void> each(List<T> all, Function<T, Uni<Void>> step) {
    return Multi.createFrom()
        .iterable(all)
        .onItem()
        .transformToUniAndConcatenate(step::apply)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private static <T> T await(Uni<T> uni) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> uni);
    } catch (RuntimeException failed) {
      throw failed;
    } catch (Throwable failed) {
      throw new IllegalStateException(failed);
    }
  }
}
