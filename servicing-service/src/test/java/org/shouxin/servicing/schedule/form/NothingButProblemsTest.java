package org.shouxin.servicing.schedule.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.CalculateSchedule.Priced;
import org.shouxin.servicing.schedule.ExplainSchedule;
import org.shouxin.servicing.schedule.ExplainSchedule.Figure;
import org.shouxin.servicing.schedule.LateTerms;
import org.shouxin.servicing.schedule.PriceCap;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.ScheduleRow;
import org.shouxin.servicing.schedule.Terms;

/** Whatever a form says, the answer is a schedule with all its figures or a named problem. */
class NothingButProblemsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final int RULES_MET_MIN = 25;
  private static final Set<String> RULES_MET = new HashSet<>();

  @Property(tries = 30_000)
  void aFormIsCalculatedOrRefusedByFieldAndRule(@ForAll("forms") TermsForm form) {
    Throwable refused = catchThrowable(() -> preview(form));

    if (refused instanceof RuleViolation violation) {
      assertThat(violation.field()).startsWith("/");
      RULES_MET.add(violation.rule());
    } else if (refused != null) {
      assertThat(refused).isInstanceOf(Invalid.class);
      ((Invalid) refused)
          .errors()
          .forEach(
              error -> {
                assertThat(error.field()).startsWith("/");
                RULES_MET.add(error.rule());
              });
    } else {
      RULES_MET.add("CALCULATED");
    }
  }

  /** All that a preview, its explanations and a booking calculate. */
  private static void preview(TermsForm form) {
    Terms terms = form.terms(TODAY);
    Priced priced = CalculateSchedule.priced(terms);
    Schedule schedule = priced.schedule();
    assertThat(schedule.total(ScheduleRow::totalMinor).minor()).isPositive();
    assertThat(schedule.rows()).allMatch(row -> row.balanceMinor() >= 0 && row.totalMinor() >= 0);
    assertThat(TermsForm.read(TermsForm.text(terms))).isEqualTo(terms);
    if (PriceCap.of(terms.law()).isPresent() && form.penaltyRateMultiple() != null) {
      LateTerms.of(terms, form.penaltyRateMultiple(), 3);
    }
    for (Figure figure : Figure.values()) {
      if (figure != Figure.EQUAL_AMOUNT) {
        ExplainSchedule.of(terms, schedule.rows().size(), figure);
      }
    }
  }

  /** The forms are of use: many rules are met, and schedules are calculated. */
  @AfterContainer
  static void manyRulesWereMet() {
    assertThat(RULES_MET).contains("CALCULATED").hasSizeGreaterThan(RULES_MET_MIN);
  }

  @Provide
  Arbitrary<TermsForm> forms() {
    return Arbitraries.randomValue(AnyForm::of);
  }
}
