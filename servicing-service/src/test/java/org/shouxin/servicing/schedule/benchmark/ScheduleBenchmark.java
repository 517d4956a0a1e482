package org.shouxin.servicing.schedule.benchmark;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.Convention;
import org.shouxin.servicing.schedule.Convention.DayCount;
import org.shouxin.servicing.schedule.Law;
import org.shouxin.servicing.schedule.Relief;
import org.shouxin.servicing.schedule.RepaymentMethod;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.Shape;
import org.shouxin.servicing.schedule.Terms;
import org.shouxin.servicing.schedule.Timing;
import org.shouxin.servicing.schedule.WrittenRate;

/**
 * Schedules a second on one core, each from terms made anew with another principal: nothing can be
 * kept from one to the next.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class ScheduleBenchmark {

  private static final LocalDate START = LocalDate.of(2026, 1, 31);
  private static final long PRINCIPAL_MINOR = 100_000_00;
  private static final long STEP_MINOR = 7;
  private static final long STEPS = 1_000_000;

  @Param({"12", "24", "36", "60", "120", "360"})
  int instalments;

  @Param({"THIRTY_360_PER_PERIOD", "ACT_365"})
  DayCount dayCount;

  private Convention convention;
  private Law law;
  private long step;

  @Setup
  public void convention() {
    convention = new Convention(dayCount, RoundingMode.HALF_UP);
    law = instalments > Terms.TERM_MONTHS_MAX ? Law.none(START) : Law.microLoan(START);
  }

  /** Terms and rows. */
  @Benchmark
  public Schedule schedule() {
    return Schedule.of(terms());
  }

  /** All that a preview calculates: terms, rows, yearly costs in three measures, cap of price. */
  @Benchmark
  public CalculateSchedule.Priced priced() {
    return CalculateSchedule.priced(terms());
  }

  private Terms terms() {
    step = (step + 1) % STEPS;
    return new Terms(
        Money.ofMinor(PRINCIPAL_MINOR + step * STEP_MINOR, "CNY"),
        WrittenRate.of("0.12", WrittenRate.Unit.YEAR),
        RepaymentMethod.EQUAL_INSTALMENT,
        Timing.monthly(START, instalments),
        convention,
        Relief.NONE,
        Shape.ANY,
        List.of(),
        law);
  }
}
