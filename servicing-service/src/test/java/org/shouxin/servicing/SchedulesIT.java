package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;

/** Anybody who is signed in can recompute a table and ask why a figure is what it is. */
@QuarkusTest
class SchedulesIT {

  private static final String TERMS =
      """
      {"principal":{"amount":"10000.00","currency":"EUR"},"annualRate":"0.12",
       "method":"EQUAL_INSTALMENT","instalments":3,"startDate":"2025-01-31",
       "dayCount":"ACT_ACT_SPLIT","monthEnd":"FIRST_OF_NEXT","jurisdiction":"NONE"}""";

  private final Lender lender = new Lender();

  @Test
  void aPreviewTakesAllTermsAndTellsThemInTheirCanonicalForm() {
    JsonPath preview = post("/v1/schedules/preview", TERMS).jsonPath();

    assertThat(preview.getList("instalments.dueDate"))
        .containsExactly("2025-03-01", "2025-03-31", "2025-05-01");
    assertThat(preview.getList("instalments.total.amount"))
        .containsExactly("3398.56", "3398.56", "3398.56");
    assertThat(preview.getString("instalments[0].interest.amount")).isEqualTo("95.34");
    assertThat(preview.getString("terms.monthEnd")).isEqualTo("FIRST_OF_NEXT");
    assertThat(preview.getString("returnByDates")).matches("0\\.\\d{4}");
    assertThat(preview.getString("lateConsequences")).isNull();
  }

  @Test
  void aFigureIsDerivedInBothLanguages() {
    JsonPath why =
        post(
                "/v1/schedules/explanations",
                "{\"terms\":%s,\"row\":1,\"figure\":\"INTEREST\"}".formatted(TERMS))
            .jsonPath();

    assertThat(why.getString("derivation.formula")).isEqualTo("INTEREST");
    assertThat(why.getString("derivation.result")).isEqualTo("95.34");
    assertThat(why.getString("derivation.unrounded")).isEqualTo("95.342465753425");
    assertThat(why.getString("derivation.rounding")).isEqualTo("HALF_UP 0.01");
    assertThat(why.getString("derivation.text.en"))
        .startsWith("Interest = open principal 10000.00 x ");
    assertThat(why.getString("derivation.text.zh")).startsWith("本期利息 = 剩余本金10000.00");
    assertThat(why.getString("derivation.from[0].inputs.days")).isEqualTo("29");
  }

  @Test
  void whatCannotBeExplainedIsRefused() {
    Response noRow =
        post(
            "/v1/schedules/explanations",
            "{\"terms\":%s,\"row\":4,\"figure\":\"INTEREST\"}".formatted(TERMS));
    Response noFigure = post("/v1/schedules/explanations", "{\"terms\":%s}".formatted(TERMS));

    assertThat(noRow.statusCode()).isEqualTo(400);
    assertThat(noRow.jsonPath().getString("rule")).isEqualTo("ROW_RANGE");
    assertThat(noFigure.statusCode()).isEqualTo(400);
  }

  private Response post(String path, String body) {
    return lender.as("borrower").contentType("application/json").body(body).post(path);
  }
}
