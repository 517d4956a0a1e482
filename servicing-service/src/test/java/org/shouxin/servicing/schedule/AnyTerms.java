package org.shouxin.servicing.schedule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Convention.InterestBy;
import org.shouxin.servicing.schedule.Relief.Moratorium;
import org.shouxin.servicing.schedule.Shape.Agreed;
import org.shouxin.servicing.schedule.Timing.BrokenPeriod;
import org.shouxin.servicing.schedule.Timing.MonthEnd;

/** Terms of every method, frequency, convention, relief and shape that go together. */
public final class AnyTerms {

  /** More roundings to a whole yuan than this can leave nothing for the last instalment. */
  private static final int UNIT_INSTALMENTS_MAX = 12;

  private AnyTerms() {}

  public static Arbitrary<Terms> any() {
    return Arbitraries.randomValue(AnyTerms::terms);
  }

  static Arbitrary<Terms> of(RepaymentMethod method) {
    return Arbitraries.randomValue(random -> terms(random, method));
  }

  private static Terms terms(Random random) {
    return terms(random, pick(random, RepaymentMethod.values()));
  }

  private static Terms terms(Random random, RepaymentMethod method) {
    long principal = 1_000_00 + random.nextInt(1_000_000_00);
    LocalDate start = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(3_650));
    int n = method == RepaymentMethod.BULLET ? 1 : 2 + random.nextInt(58);
    return new Terms(
        Money.ofMinor(principal, "CNY"),
        rate(random),
        method,
        timing(random, start, n),
        convention(random),
        relief(random, method, n),
        shape(random, method, n, principal, start),
        fees(random),
        Law.none(start));
  }

  private static WrittenRate rate(Random random) {
    return switch (random.nextInt(3)) {
      case 0 ->
          new WrittenRate(BigDecimal.valueOf(random.nextInt(36_000), 5), WrittenRate.Unit.YEAR);
      case 1 -> new WrittenRate(BigDecimal.valueOf(random.nextInt(300), 4), WrittenRate.Unit.MONTH);
      default -> new WrittenRate(BigDecimal.valueOf(random.nextInt(100), 5), WrittenRate.Unit.DAY);
    };
  }

  private static Timing timing(Random random, LocalDate start, int n) {
    Frequency frequency =
        switch (random.nextInt(3)) {
          case 0 -> new Frequency(7 + random.nextInt(30), Frequency.Unit.DAY);
          case 1 -> new Frequency(1 + random.nextInt(4), Frequency.Unit.WEEK);
          default -> Frequency.months(1 + random.nextInt(3));
        };
    boolean broken = random.nextInt(3) == 0;
    boolean chosen = frequency.isMonthly() && random.nextInt(3) == 0;
    Timing timing =
        new Timing(
            start,
            n,
            frequency,
            broken ? start.plusDays(5 + random.nextInt(60)) : null,
            chosen ? 1 + random.nextInt(31) : null,
            pick(random, MonthEnd.values()),
            null,
            pick(random, BrokenPeriod.values()));
    return random.nextInt(6) == 0 ? fixedLength(random, timing) : timing;
  }

  private static Timing fixedLength(Random random, Timing timing) {
    LocalDate lastButOne = DueDates.of(timing)[timing.instalments() - 1];
    int days = (int) ChronoUnit.DAYS.between(timing.start(), lastButOne) + 1 + random.nextInt(40);
    return new Timing(
        timing.start(),
        timing.instalments(),
        timing.frequency(),
        timing.firstDue(),
        timing.dueDay(),
        timing.monthEnd(),
        days,
        timing.brokenPeriod());
  }

  private static Convention convention(Random random) {
    DayCount dayCount = pick(random, DayCount.values());
    InterestBy by =
        dayCount == DayCount.THIRTY_360_PER_PERIOD
            ? InterestBy.PERIOD
            : pick(random, InterestBy.values());
    RoundingMode mode =
        pick(random, RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN);
    return new Convention(dayCount, by, mode, random.nextInt(4) == 0 ? 1 : Convention.ALL_DIGITS);
  }

  private static Relief relief(Random random, RepaymentMethod method, int n) {
    int free = random.nextInt(4) == 0 ? random.nextInt(n) : 0;
    if (!method.takesGrace() || random.nextInt(2) == 0) {
      return new Relief(free, 0, 0, 0, null);
    }
    if (random.nextInt(2) == 0) {
      return new Relief(free, 0, 0, 1 + random.nextInt(n - 1), pick(random, Moratorium.values()));
    }
    boolean principal = method != RepaymentMethod.INTEREST_ONLY;
    return new Relief(free, principal ? random.nextInt(n) : 0, random.nextInt(n), 0, null);
  }

  private static Shape shape(
      Random random, RepaymentMethod method, int n, long principal, LocalDate start) {
    return switch (method) {
      case EQUAL_INSTALMENT ->
          n <= UNIT_INSTALMENTS_MAX && random.nextInt(3) == 0
              ? Shape.inUnits(1_00)
              : random.nextInt(3) == 0 ? Shape.smooth() : Shape.ANY;
      case BALLOON -> Shape.balloon(1 + random.nextInt((int) (principal / 2)));
      case OWN_SCHEDULE -> new Shape(1, false, 0, agreed(random, n, principal, start));
      default -> Shape.ANY;
    };
  }

  private static List<Agreed> agreed(Random random, int n, long principal, LocalDate start) {
    List<Agreed> rows = new ArrayList<>();
    LocalDate due = start;
    for (int k = 1; k < n; k++) {
      due = due.plusDays(1 + random.nextInt(60));
      rows.add(new Agreed(due, Agreed.Kind.PRINCIPAL, random.nextInt((int) (principal / n))));
    }
    rows.add(new Agreed(due.plusDays(30), Agreed.Kind.REST, 0));
    return rows;
  }

  private static List<Fee> fees(Random random) {
    if (random.nextInt(2) == 0) {
      return List.of();
    }
    return List.of(
        new Fee("OPENING", Fee.When.UPFRONT, Fee.Base.FIXED, 1_00, BigDecimal.ZERO, false),
        new Fee(
            "SERVICE",
            Fee.When.EACH_INSTALMENT,
            pick(random, Fee.Base.PRINCIPAL, Fee.Base.INSTALMENT, Fee.Base.BALANCE),
            0,
            new BigDecimal("0.0015"),
            false));
  }

  @SafeVarargs
  private static <T> T pick(Random random, T... of) {
    return of[random.nextInt(of.length)];
  }
}
