package org.shouxin.servicing.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.shouxin.chassis.money.Money;
import org.shouxin.servicing.schedule.ExplainSchedule.Figure;
import org.shouxin.servicing.schedule.form.TermsForm;

class AllMethodsPropertiesTest {

  @Property(tries = 3_000)
  void principalSumsToWhatWasLentAndCapitalisedAndTheBalanceEndsAtZero(@ForAll("any") Terms terms) {
    List<ScheduleRow> rows = Schedule.of(terms).rows();
    long balance = terms.principal().minor();
    long paid = 0;
    for (ScheduleRow row : rows) {
      assertThat(row.principalMinor()).isNotNegative();
      assertThat(row.interestMinor()).isNotNegative();
      assertThat(row.feesMinor()).isNotNegative();
      assertThat(row.capitalisedMinor()).isNotNegative();
      balance += row.capitalisedMinor() - row.principalMinor();
      assertThat(row.balanceMinor()).isEqualTo(balance).isNotNegative();
      paid += row.principalMinor() - row.capitalisedMinor();
    }
    assertThat(balance).isZero();
    assertThat(paid).isEqualTo(terms.principal().minor());
    assertThat(rows).hasSize(terms.timing().instalments());
  }

  @Property(tries = 3_000)
  void dueDatesAscendFromTheStart(@ForAll("any") Terms terms) {
    LocalDate before = terms.start();
    for (ScheduleRow row : Schedule.of(terms).rows()) {
      assertThat(row.dueDate()).isAfter(before);
      before = row.dueDate();
    }
  }

  @Property(tries = 2_000)
  void theStoredTextGivesTheSameSchedule(@ForAll("any") Terms terms) {
    Terms stored = TermsForm.read(TermsForm.text(terms));

    assertThat(stored).isEqualTo(terms);
    assertThat(Schedule.of(stored)).isEqualTo(Schedule.of(terms));
  }

  @Property(tries = 500)
  void everyDerivationEndsInItsFigure(@ForAll("any") Terms terms) {
    for (ScheduleRow row : Schedule.of(terms).rows()) {
      assertThat(result(terms, row, Figure.INTEREST)).isEqualTo(text(terms, row.interestMinor()));
      assertThat(result(terms, row, Figure.PRINCIPAL)).isEqualTo(text(terms, row.principalMinor()));
      assertThat(result(terms, row, Figure.FEES)).isEqualTo(text(terms, row.feesMinor()));
      assertThat(result(terms, row, Figure.TOTAL)).isEqualTo(text(terms, row.totalMinor()));
      assertThat(result(terms, row, Figure.BALANCE)).isEqualTo(text(terms, row.balanceMinor()));
      assertThat(result(terms, row, Figure.DUE_DATE)).isEqualTo(row.dueDate().toString());
    }
  }

  @Property(tries = 2_000)
  void levelInstalmentsAreEqualButTheLast(@ForAll("level") Terms terms) {
    int paying = terms.relief().withoutPrincipal() + 1;
    List<ScheduleRow> rows = Schedule.of(terms).rows();
    boolean plain =
        terms.relief().interestGrace() == 0
            && terms.relief().moratorium() == 0
            && terms.timing().brokenPeriod() == Timing.BrokenPeriod.LEVEL;

    if (plain) {
      assertThat(
              rows.subList(paying - 1, rows.size() - 1).stream()
                  .filter(row -> row.balanceMinor() > 0)
                  .map(row -> row.principalMinor() + row.interestMinor())
                  .distinct())
          .hasSizeLessThanOrEqualTo(1);
    }
  }

  @Property(tries = 1_000)
  void smoothingNeverMakesTheLastInstalmentDifferMore(@ForAll("level") Terms terms) {
    Terms plain = shaped(terms, Shape.ANY);
    Terms smooth = shaped(terms, Shape.smooth());

    assertThat(gap(smooth)).isLessThanOrEqualTo(gap(plain));
  }

  @Property(tries = 1_000)
  void interestIsTheSameHoweverItIsDeferred(@ForAll("level") Terms terms) {
    Terms first = moratorium(terms, Relief.Moratorium.ADD_TO_FIRST);
    Terms spread = moratorium(terms, Relief.Moratorium.SPREAD);

    assertThat(Schedule.of(first).total(ScheduleRow::interestMinor))
        .isEqualTo(Schedule.of(spread).total(ScheduleRow::interestMinor));
  }

  @Property(tries = 500)
  void aLongerTimeHasMoreDays(@ForAll("any") Terms terms) {
    LocalDate from = terms.start();
    LocalDate to = Schedule.of(terms).rows().get(0).dueDate();
    for (Convention.DayCount count : Convention.DayCount.values()) {
      long before = 0;
      for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
        long days = count.days(from, day);
        assertThat(days).isGreaterThanOrEqualTo(Math.min(before, count.days(from, to)));
        before = days;
      }
    }
  }

  private static String result(Terms terms, ScheduleRow row, Figure figure) {
    return ExplainSchedule.of(terms, row.number(), figure).result();
  }

  private static String text(Terms terms, long minor) {
    return Money.ofMinor(minor, terms.currency()).amount().toPlainString();
  }

  private static long gap(Terms terms) {
    Calculation c = Calculation.of(terms);
    return Math.abs(c.principal[c.n] + c.interest[c.n] - c.equalMinor);
  }

  private static Terms shaped(Terms terms, Shape shape) {
    return new Terms(
        terms.principal(),
        terms.rate(),
        terms.method(),
        terms.timing(),
        terms.convention(),
        Relief.NONE,
        shape,
        List.of(),
        terms.law());
  }

  private static Terms moratorium(Terms terms, Relief.Moratorium treatment) {
    return new Terms(
        terms.principal(),
        terms.rate(),
        terms.method(),
        terms.timing(),
        terms.convention(),
        Relief.moratorium(1, treatment),
        terms.shape(),
        List.of(),
        terms.law());
  }

  @Provide
  Arbitrary<Terms> any() {
    return AnyTerms.any();
  }

  @Provide
  Arbitrary<Terms> level() {
    return AnyTerms.of(RepaymentMethod.EQUAL_INSTALMENT);
  }
}
