package org.shouxin.collections.contact.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleBookTest {
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Test
  void everyRuleHasValueSourceAndFirstDay() {
    assertThat(RuleBook.china().rulesAt(DAY))
        .extracting(LegalRule::id)
        .containsExactly(
            "CN-CONTACT-01",
            "CN-CONTACT-02",
            "CN-CONTACT-03",
            "CN-CONTACT-04",
            "CN-CONTACT-05",
            "CN-CONTACT-06",
            "CN-CONTACT-07",
            "CN-CONTACT-08");
    assertThat(RuleBook.china().rulesAt(DAY))
        .allSatisfy(
            rule -> {
              assertThat(rule.value()).isNotBlank();
              assertThat(rule.source()).isNotBlank();
              assertThat(rule.tag()).isIn("V", "S", "M");
              assertThat(rule.from()).isNotNull();
            });
  }

  @ParameterizedTest
  @CsvSource({"1999-12-31", "2025-02-27", "2026-01-29", "2026-01-30", "2040-01-01"})
  void theLimitsBindOnEveryDayEvenBeforeTheirFirst(LocalDate day) {
    assertThat(RuleBook.china().limitsAt(day))
        .isEqualTo(new ContactLimits(LocalTime.of(8, 0), LocalTime.of(22, 0), 3, 6, 3));
  }

  @Test
  void aNewRowTakesOverOnItsFirstDay() {
    RuleBook book = bookWithFewerCallsFrom(LocalDate.of(2027, 1, 1), null);
    assertThat(book.limitsAt(LocalDate.of(2026, 12, 31)).effectiveCallsPerDay()).isEqualTo(3);
    assertThat(book.limitsAt(LocalDate.of(2027, 1, 1)).effectiveCallsPerDay()).isEqualTo(1);
    assertThat(book.turningDays()).contains(LocalDate.of(2027, 1, 1));
  }

  @Test
  void aLapsedRowStillProtectsUntilAnotherReplacesIt() {
    RuleBook book = bookWithFewerCallsFrom(LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
    assertThat(book.limitsAt(LocalDate.of(2021, 6, 1)).effectiveCallsPerDay()).isEqualTo(1);
    assertThat(book.limitsAt(DAY).effectiveCallsPerDay()).isEqualTo(3);
  }

  private static RuleBook bookWithFewerCallsFrom(LocalDate from, LocalDate to) {
    List<RuleBook.Row> rows = new ArrayList<>();
    for (LegalRule rule : RuleBook.china().rulesAt(DAY)) {
      rows.add(new RuleBook.Row(rule, figures(rule.id())));
    }
    rows.add(
        new RuleBook.Row(
            new LegalRule(RuleIds.EFFECTIVE_CALLS, "<= 1", "test", "M", from, to),
            RuleBook.Figures.count(1)));
    return new RuleBook(rows);
  }

  private static RuleBook.Figures figures(String id) {
    return switch (id) {
      case "CN-CONTACT-01" -> RuleBook.Figures.hours(LocalTime.of(8, 0), LocalTime.of(22, 0));
      case "CN-CONTACT-02", "CN-CONTACT-05" -> RuleBook.Figures.count(3);
      case "CN-CONTACT-03" -> RuleBook.Figures.count(6);
      default -> RuleBook.Figures.none();
    };
  }

  @Test
  void anOperatorMayTighten() {
    ContactLimits tighter =
        RuleBook.china().limitsAt(DAY).tightenedBy(operator("09:00", "20:00", 1, 2));
    assertThat(tighter)
        .isEqualTo(new ContactLimits(LocalTime.of(9, 0), LocalTime.of(20, 0), 1, 2, 3));
  }

  @Test
  void theLawItselfIsNotLooser() {
    assertThat(RuleBook.china().limitsAt(DAY).tightenedBy(operator("08:00", "22:00", 3, 6)))
        .isEqualTo(RuleBook.china().limitsAt(DAY));
    assertThat(RuleBook.china().limitsAt(DAY).tightenedBy(OperatorLimits.none()))
        .isEqualTo(RuleBook.china().limitsAt(DAY));
  }

  @ParameterizedTest
  @CsvSource({
    "07:59, 22:00, 3, 6, CN-CONTACT-01",
    "08:00, 22:01, 3, 6, CN-CONTACT-01",
    "08:00, 22:00, 4, 6, CN-CONTACT-02",
    "08:00, 22:00, 3, 7, CN-CONTACT-03"
  })
  void anOperatorMayNotLoosen(String opens, String closes, int calls, int tries, String rule) {
    assertThatThrownBy(
            () -> RuleBook.china().limitsAt(DAY).tightenedBy(operator(opens, closes, calls, tries)))
        .isInstanceOfSatisfying(
            LooserThanLaw.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
  }

  private static OperatorLimits operator(String opens, String closes, int calls, int tries) {
    return new OperatorLimits(
        Optional.of(LocalTime.parse(opens)),
        Optional.of(LocalTime.parse(closes)),
        OptionalInt.of(calls),
        OptionalInt.of(tries));
  }
}
