package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.form.TermsForm;

/**
 * Published tables and annual rates, recomputed: to the cent, and to 0.01 percentage point. The
 * files name the source of each; dates before 2000 are moved by 28 years, after which the calendar
 * repeats.
 */
class GoldenTest {

  private static final int EXAMPLES_MIN = 40;

  record Published(
      String id,
      String title,
      String section,
      String address,
      TermsForm terms,
      Map<String, String> expect) {

    @Override
    public String toString() {
      return id;
    }
  }

  record PublishedCost(
      String id,
      String title,
      String section,
      String address,
      Money got,
      LocalDate start,
      TermsForm.FrequencyForm frequency,
      LocalDate firstDueDate,
      Money upfrontFee,
      List<String> payments,
      Map<String, String> expect) {

    @Override
    public String toString() {
      return id;
    }
  }

  static List<Published> schedules() {
    return read("schedules.json", new TypeReference<>() {});
  }

  static List<PublishedCost> costs() {
    return read("costs.json", new TypeReference<>() {});
  }

  @ParameterizedTest
  @MethodSource("schedules")
  void aPublishedTableIsRecomputedToTheCent(Published published) {
    Schedule schedule = Schedule.of(published.terms().terms(null));
    Map<String, String> computed = new LinkedHashMap<>();
    published.expect().keySet().forEach(what -> computed.put(what, figure(schedule, what)));

    assertThat(computed).as(published.title()).isEqualTo(published.expect());
  }

  @ParameterizedTest
  @MethodSource("costs")
  void aPublishedRateIsRecomputedToAHundredth(PublishedCost published) {
    Schedule flows = flows(published);
    AnnualCost cost = AnnualCost.of(flows);
    published
        .expect()
        .forEach(
            (what, expected) ->
                assertThat(percent(rate(what, cost, flows), expected))
                    .as(what)
                    .isEqualTo(new BigDecimal(expected)));
  }

  private static BigDecimal rate(String what, AnnualCost cost, Schedule flows) {
    return switch (what) {
      case "effective" -> cost.effective();
      case "nominal" -> cost.nominal();
      case "byDates" -> AnnualCost.byDates(flows);
      default -> AnnualCost.regulationZ(flows);
    };
  }

  /** With as many decimals as were published. */
  private static BigDecimal percent(BigDecimal rate, String published) {
    return rate.movePointRight(2).setScale(new BigDecimal(published).scale(), RoundingMode.HALF_UP);
  }

  @Test
  void thereAreEnoughAndEachNamesItsSource() {
    List<String> ids =
        Stream.concat(
                schedules().stream().map(Published::id), costs().stream().map(PublishedCost::id))
            .toList();

    assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(EXAMPLES_MIN);
    assertThat(schedules())
        .allSatisfy(
            p -> {
              assertThat(p.title()).isNotBlank();
              assertThat(p.section()).isNotBlank();
              assertThat(p.address()).startsWith("http");
            });
    assertThat(costs())
        .allSatisfy(
            p -> {
              assertThat(p.title()).isNotBlank();
              assertThat(p.section()).isNotBlank();
              assertThat(p.address()).startsWith("http");
            });
  }

  private static String figure(Schedule schedule, String what) {
    String[] words = what.split(" ");
    if (words[0].equals("sum")) {
      String[] range = words[2].split("-");
      long sum = 0;
      for (int k = Integer.parseInt(range[0]); k <= Integer.parseInt(range[1]); k++) {
        sum += minor(schedule.rows().get(k - 1), words[1]);
      }
      return text(schedule, sum);
    }
    ScheduleRow row = schedule.rows().get(Integer.parseInt(words[1]) - 1);
    return words[0].equals("due") ? row.dueDate().toString() : text(schedule, minor(row, words[0]));
  }

  private static long minor(ScheduleRow row, String component) {
    return switch (component) {
      case "principal" -> row.principalMinor();
      case "interest" -> row.interestMinor();
      case "balance" -> row.balanceMinor();
      default -> row.totalMinor();
    };
  }

  private static String text(Schedule schedule, long minor) {
    return Money.ofMinor(minor, schedule.terms().currency()).amount().toPlainString();
  }

  /** The published payments on the due dates of a loan of the published shape. */
  private static Schedule flows(PublishedCost published) {
    List<Long> payments = new ArrayList<>();
    String currency = published.got().currency().getCurrencyCode();
    for (String group : published.payments()) {
      String[] parts = group.split(" x ");
      for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
        payments.add(Money.of(parts[1], currency).minor());
      }
    }
    TermsForm.FrequencyForm every = published.frequency();
    List<Fee> fees =
        published.upfrontFee() == null
            ? List.of()
            : List.of(
                new Fee(
                    "UPFRONT",
                    Fee.When.UPFRONT,
                    Fee.Base.FIXED,
                    published.upfrontFee().minor(),
                    BigDecimal.ZERO,
                    false));
    Terms terms =
        new Terms(
            published.got(),
            WrittenRate.of("0", WrittenRate.Unit.YEAR),
            RepaymentMethod.EQUAL_INSTALMENT,
            new Timing(
                published.start(),
                payments.size(),
                every == null ? Frequency.MONTHLY : new Frequency(every.every(), every.unit()),
                published.firstDueDate(),
                null,
                Timing.MonthEnd.LAST_DAY,
                null,
                Timing.BrokenPeriod.LEVEL),
            Convention.MONTHLY_30_360,
            Relief.NONE,
            Shape.ANY,
            fees,
            Law.none(published.start()));
    Schedule plain = Schedule.of(terms);
    List<ScheduleRow> rows =
        plain.rows().stream()
            .map(
                row ->
                    new ScheduleRow(
                        row.number(), row.dueDate(), payments.get(row.number() - 1), 0, 0, 0))
            .toList();
    return new Schedule(terms, rows, plain.upfrontFees());
  }

  private static <T> T read(String name, TypeReference<T> type) {
    try (InputStream file = GoldenTest.class.getResourceAsStream("/golden/" + name)) {
      return Json.strict().readValue(file, type);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
