package org.shouxin.servicing.arrangement.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.servicing.arrangement.model.Wish.Kind;
import org.shouxin.servicing.arrangement.model.Wish.Reason;
import org.shouxin.servicing.schedule.Rate;

/** What holds of every new schedule, whatever is asked for and wherever the loan stands. */
class PlanPropertiesTest {

  private static final LocalDate START = LocalDate.of(2026, 1, 1);
  private static final String[] DAY_COUNTS = {
    "THIRTY_360_PER_PERIOD", "THIRTY_360_EU", "ACT_360", "ACT_364", "ACT_365", "ACT_ACT_SPLIT"
  };

  @Property(tries = 3_000)
  void principalStaysAndNothingOwedIsLost(
      @ForAll("loans") OpenLoan loan, @ForAll("wishes") Wish wish) {
    Assume.that(fits(loan, wish));

    Plan plan = wish.plan(loan);

    assertThat(sum(plan, NewInstalment::principalMinor)).isEqualTo(loan.principalMinor());
    assertThat(sum(plan, NewInstalment::carriedMinor))
        .as("interest of the time that has passed")
        .isEqualTo(open(loan, OpenInstalment::recognisedMinor));
    assertThat(sum(plan, NewInstalment::penaltyMinor))
        .isEqualTo(open(loan, OpenInstalment::penaltyMinor));
    assertThat(sum(plan, NewInstalment::feesMinor))
        .isEqualTo(open(loan, OpenInstalment::feesMinor));
    assertThat(plan.costDifferenceMinor())
        .isEqualTo(sum(plan, NewInstalment::costMinor) - open(loan, OpenInstalment::costMinor));
  }

  @Property(tries = 3_000)
  void rowsAreInOrderAndNothingIsNegative(
      @ForAll("loans") OpenLoan loan, @ForAll("wishes") Wish wish) {
    Assume.that(fits(loan, wish));

    List<NewInstalment> rows = wish.plan(loan).rows();

    for (int k = 0; k < rows.size(); k++) {
      NewInstalment row = rows.get(k);
      assertThat(row.principalMinor()).isNotNegative();
      assertThat(row.carriedMinor()).isNotNegative();
      assertThat(row.interestMinor()).isGreaterThanOrEqualTo(row.carriedMinor());
      assertThat(row.number()).isEqualTo(rows.get(0).number() + k);
      if (k > 0) {
        assertThat(row.dueDate()).isAfter(rows.get(k - 1).dueDate());
      }
    }
    List<NewInstalment> ahead =
        rows.stream().filter(row -> row.dueDate().isAfter(loan.day())).toList();
    assertThat(ahead.get(0).periodStart()).isEqualTo(loan.day());
    for (int k = 1; k < ahead.size(); k++) {
      assertThat(ahead.get(k).periodStart()).isEqualTo(ahead.get(k - 1).dueDate());
    }
  }

  @Property(tries = 2_000)
  void timeGivenIsNeverFreeUnlessWaivedAndALowerRateNeverCosts(
      @ForAll("loans") OpenLoan loan, @ForAll("wishes") Wish wish) {
    Assume.that(fits(loan, wish));

    long difference = wish.plan(loan).costDifferenceMinor();

    boolean waived = wish.treatment() == Treatment.WAIVE;
    switch (wish.kind()) {
      case RATE_CHANGE -> assertThat(difference).isNotPositive();
      case EXTENSION, PAYMENT_HOLIDAY -> {
        if (loan.due().isEmpty() && waived) {
          assertThat(difference).isZero();
        } else if (!waived) {
          assertThat(difference).isNotNegative();
        }
      }
      case CHANGE_DUE_DAY, RE_AGE -> assertThat(difference).isNotNegative();
      default -> assertThat(difference).isLessThan(loan.principalMinor());
    }
  }

  private static boolean fits(OpenLoan loan, Wish wish) {
    boolean late = !loan.due().isEmpty();
    return switch (wish.kind()) {
      case RE_AGE -> late;
      case CHANGE_DUE_DAY -> !loan.ahead().isEmpty() && loan.dueDay() != wish.dueDay();
      case RATE_CHANGE ->
          !loan.ahead().isEmpty()
              && !wish.effectiveFrom().isBefore(loan.day())
              && wish.effectiveFrom().isBefore(loan.open().get(loan.open().size() - 1).dueDate())
              && loan.bearing().rate().compareTo(new Rate(wish.annualRate())) > 0;
      case RESTRUCTURE -> loan.bearing().rate().compareTo(new Rate(wish.annualRate())) >= 0;
      default -> true;
    };
  }

  @Provide
  Arbitrary<Wish> wishes() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(1, 24),
            Arbitraries.integers().between(1, 28),
            Arbitraries.of("0", "0.05", "0.12"),
            Arbitraries.of(Treatment.class))
        .as(
            (kind, months, dueDay, rate, treatment) ->
                new Wish(
                    kind,
                    Reason.OTHER,
                    months,
                    dueDay,
                    new BigDecimal(rate),
                    START.plusDays(months * 31L),
                    treatment,
                    months % 2 == 0 ? "EQUAL_PRINCIPAL" : null,
                    "",
                    "ref"));
  }

  @Provide
  Arbitrary<OpenLoan> loans() {
    return Combinators.combine(
            Arbitraries.longs().between(100_00, 200_000_00),
            Arbitraries.integers().between(1, 36),
            Arbitraries.integers().between(0, 500),
            Arbitraries.integers().between(1, 30),
            Arbitraries.of("0", "0.06", "0.12", "0.24"),
            Arbitraries.of(DAY_COUNTS),
            Arbitraries.integers().between(0, 3))
        .as(PlanPropertiesTest::loan);
  }

  /** A loan of equal principal, so many of whose oldest instalments before the day are unpaid. */
  private static OpenLoan loan(
      long principal,
      int months,
      int passed,
      int startDay,
      String rate,
      String dayCount,
      int late) {
    LocalDate value = START.withDayOfMonth(startDay);
    LocalDate day = value.plusDays(Math.min(passed, months * 28L));
    Bearing bearing = new Bearing(Rate.of(rate), dayCount, RoundingMode.HALF_UP);
    long[] parts = Shares.even(principal, months);
    List<OpenInstalment> all = new ArrayList<>();
    long balance = principal;
    for (int k = 0; k < months; k++) {
      LocalDate from = value.plusMonths(k);
      LocalDate due = value.plusMonths(k + 1L);
      long interest = bearing.between(balance, from, due);
      boolean isDue = !due.isAfter(day);
      long recognised =
          isDue
              ? interest
              : from.isBefore(day) ? Math.min(interest, bearing.days(balance, from, day)) : 0;
      all.add(
          new OpenInstalment(
              k + 1, due, parts[k], interest, recognised, 0, isDue ? 7 * (k + 1L) : 0, 3));
      balance -= parts[k];
    }
    long due = all.stream().filter(row -> !row.dueDate().isAfter(day)).count();
    List<OpenInstalment> open = all.subList((int) Math.max(0, due - late), months);
    List<OpenInstalment> enough =
        OpenLoan.principal(open) < OpenLoan.PRINCIPAL_MINOR_MIN || open.isEmpty() ? all : open;
    return new OpenLoan(day, value, bearing, false, false, enough);
  }

  private static long sum(Plan plan, ToLongFunction<NewInstalment> part) {
    return plan.rows().stream().mapToLong(part).sum();
  }

  private static long open(OpenLoan loan, ToLongFunction<OpenInstalment> part) {
    return loan.open().stream().mapToLong(part).sum();
  }
}
