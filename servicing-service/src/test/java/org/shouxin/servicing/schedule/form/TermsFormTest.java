package org.shouxin.servicing.schedule.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.shouxin.chassis.json.Json;
import org.shouxin.chassis.problem.Invalid;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.servicing.schedule.CalculateSchedule;
import org.shouxin.servicing.schedule.Schedule;
import org.shouxin.servicing.schedule.Terms;

class TermsFormTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
  private static final String PLAIN =
      """
      {"principal":{"amount":"1000.00","currency":"CNY"},"annualRate":"0.18",
       "method":"EQUAL_INSTALMENT","instalments":12}""";

  /** Each line changes the plain terms ({@code null} removes a member) and is refused. */
  @ParameterizedTest
  @CsvFileSource(resources = "/refused-terms.csv", delimiter = '|', numLinesToSkip = 1)
  void aTermOutOfItsRangeNamesFieldAndRule(String change, String field, String rule)
      throws Exception {
    TermsForm form = changed(change);

    Throwable refused = catchThrowable(() -> CalculateSchedule.priced(form.terms(TODAY)));

    if (refused instanceof RuleViolation violation) {
      assertThat(violation.rule()).isEqualTo(rule);
      assertThat(violation.field()).isEqualTo(field);
    } else {
      assertThat(refused).isInstanceOf(Invalid.class);
      assertThat(((Invalid) refused).errors())
          .singleElement()
          .satisfies(
              error -> {
                assertThat(error.rule()).isEqualTo(rule);
                assertThat(error.field()).isEqualTo(field);
              });
    }
  }

  @Test
  void storedTextIsCanonicalAndGivesTheSameTerms() throws Exception {
    Terms terms =
        changed(
                """
                {"rate":{"value":"0.0005","per":"DAY"},"annualRate":null,"dayCount":"ACT_365",
                 "frequency":{"every":2,"unit":"WEEK"},"firstDueDate":"2026-06-20",
                 "brokenPeriod":"FIRST_INSTALMENT","rounding":{"mode":"HALF_EVEN","digits":1},
                 "moratorium":{"periods":2,"treatment":"SPREAD"},"smoothLast":true,
                 "instalmentUnit":{"amount":"1.00","currency":"CNY"},
                 "fees":[{"code":"SERVICE","when":"EACH_INSTALMENT","share":"0.001",
                          "of":"BALANCE"}],
                 "lender":"BANK_ASSISTED","contractDate":"2026-05-30"}""")
            .terms(TODAY);

    String text = TermsForm.text(terms);

    assertThat(text).doesNotContain(" ").doesNotContain("null");
    assertThat(TermsForm.read(text)).isEqualTo(terms);
    assertThat(TermsForm.text(TermsForm.read(text))).isEqualTo(text);
    assertThat(Schedule.of(TermsForm.read(text))).isEqualTo(Schedule.of(terms));
  }

  @Test
  void theSimpleRequestMeansTheSimpleTerms() throws Exception {
    TermsForm simple =
        Json.strict()
            .readValue(
                """
                {"principal":{"amount":"12345.00","currency":"CNY"},"annualRate":"0.180000",
                 "method":"EQUAL_INSTALMENT","termMonths":12,"graceDays":3,
                 "penaltyRateMultiple":"1.5"}""",
                TermsForm.class);
    Terms terms = simple.terms(TODAY);

    assertThat(terms)
        .isEqualTo(
            Terms.monthly(
                terms.principal(), terms.annualRate(), terms.method(), 12, terms.start()));
    assertThat(TermsForm.text(terms))
        .isEqualTo(
            "{\"annualRate\":\"0.18\",\"instalments\":12,\"method\":\"EQUAL_INSTALMENT\","
                + "\"principal\":{\"amount\":\"12345.00\",\"currency\":\"CNY\"},"
                + "\"startDate\":\"2026-06-01\"}");
  }

  @Test
  void whatIsNoTermsIsNotRead() {
    assertThatThrownBy(() -> TermsForm.read("{\"surprise\":1}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TermsForm changed(String change) throws Exception {
    ObjectNode json = (ObjectNode) Json.strict().readTree(PLAIN);
    for (var member : Json.strict().readTree(change).properties()) {
      JsonNode value = member.getValue();
      if (value.isNull()) {
        json.remove(member.getKey());
      } else {
        json.set(member.getKey(), value);
      }
    }
    return Json.strict().treeToValue(json, TermsForm.class);
  }
}
