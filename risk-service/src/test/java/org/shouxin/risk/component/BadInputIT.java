package org.shouxin.risk.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What must be refused with a clear problem, and leaves nothing half-written. */
@QuarkusTest
class BadInputIT extends Component {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"productCode\":|\"surprise\":1,\"productCode\":",
        "\"termMonths\":12|\"termMonths\":\"12\"",
        "\"termMonths\":12|\"termMonths\":0",
        "\"termMonths\":12|\"termMonths\":1.5",
        "\"termMonths\":12|\"termMonths\":99999999999",
        "\"age\":35|\"age\":-1",
        "\"age\":35|\"age\":NaN",
        "\"EQUAL_INSTALMENT\"|\"ON_TUESDAYS\"",
        "\"amount\":\"20000.00\"|\"amount\":\"-20000.00\"",
        "\"amount\":\"20000.00\"|\"amount\":\"0.00\"",
        "\"amount\":\"20000.00\"|\"amount\":\"1e5\"",
        "\"amount\":\"20000.00\"|\"amount\":\"99999999999999.00\"",
        "\"amount\":\"20000.00\"|\"amount\":\"20000.001\"",
        "\"amount\":\"20000.00\",\"currency\":\"CNY\"|\"amount\":\"20000.00\",\"currency\":\"USD\"",
        "\"amount\":\"20000.00\",\"currency\":\"CNY\"|\"amount\":\"20000.00\",\"currency\":\"XX\"",
        "\"amount\":\"12000.00\"|\"amount\":\"-1.00\"",
        "\"utilisation\":\"0.20\"|\"utilisation\":\"Infinity\"",
        "\"utilisation\":\"0.20\"|\"utilisation\":\"-0.1\"",
        "\"utilisation\":\"0.20\"|\"utilisation\":\"1e308\"",
        "\"openLoans\":1|\"openLoans\":-1",
        "\"n\":3|\"n\":{\"deep\":[1]}",
        "\"personTag\":\"%s\"|\"personTag\":\"138 1234\"",
        "\"status\":\"ACTIVE\"|\"status\":null",
        "\"identity\":{|\"identity\":[{",
        "2026-06-01T02:03:04Z|2026-02-30T02:03:04Z",
      })
  void anUntrueBodyIsInvalid(String from, String to) {
    Question question = Question.sound();
    String body =
        from.contains("%s")
            ? question.json().replace(question.personTag(), "138 1234")
            : question.with(from, to).json();
    assess(UUID.randomUUID().toString(), body)
        .statusCode(400)
        .contentType("application/problem+json")
        .body(not(containsString("Exception")))
        .body(not(containsString("org.shouxin")));
    assertNothingKept(question);
  }

  @Test
  void malformedAndEmptyBodiesAreInvalid() {
    for (String body : new String[] {"{", "", "null", "[]", "\"x\"", "{\"a\":1,\"a\":2}"}) {
      assess(UUID.randomUUID().toString(), body)
          .statusCode(400)
          .contentType("application/problem+json");
    }
  }

  @Test
  void aTenMegabyteBodyIsTooLarge() {
    Question question = Question.sound();
    String padding = "x".repeat(10_000_000);
    String body = question.with("\"known\"", "\"" + padding + "\"").json();
    int status = assess(UUID.randomUUID().toString(), body).extract().statusCode();
    assertThat(status).isEqualTo(413);
    assertNothingKept(question);
  }

  @Test
  void aBrokenCardIsRefusedByName() {
    String card =
        as("admin-1", "admin").get("/v1/scorecards/default-1").then().extract().asString();
    as("admin-1", "admin")
        .body(card)
        .post("/v1/scorecards")
        .then()
        .statusCode(409)
        .body("rule", equalTo("SCORECARD_VERSION_ONCE"));
    as("admin-1", "admin")
        .body(card.replace("\"name\":\"utilisation\"", "\"name\":\"age\""))
        .post("/v1/scorecards")
        .then()
        .statusCode(400)
        .body("rule", equalTo("CARD_PROTECTED_TRAIT"));
    as("admin-1", "admin")
        .body("{\"version\":\"x\"}")
        .post("/v1/scorecards")
        .then()
        .statusCode(400);
    as("admin-1", "admin").post("/v1/scorecards/nowhere/activation").then().statusCode(404);
    as("admin-1", "admin").get("/v1/scorecards/nowhere").then().statusCode(404);
  }

  @Test
  void aBlacklistProposalWithoutEvidenceIsRefused() {
    String body =
        """
        {"borrowerId":"%s","ground":"WRITTEN_OFF","evidence":{"loanId":"%s"%s}}""";
    as("officer-1", "officer")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body.formatted(UUID.randomUUID(), UUID.randomUUID(), ""))
        .post("/v1/blacklist-entries")
        .then()
        .statusCode(422)
        .body("rule", equalTo("BLACKLIST_EVIDENCE_KNOWN"));
    as("officer-1", "officer")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(
            body.formatted(
                UUID.randomUUID(), UUID.randomUUID(), ",\"note\":\"call 138 0013 8000\""))
        .post("/v1/blacklist-entries")
        .then()
        .statusCode(422)
        .body("rule", equalTo("NOTE_WITHOUT_IDENTIFIER"));
  }

  private static void assertNothingKept(Question question) {
    String borrower = "'" + question.borrower() + "'";
    assertThat(count("select count(*) from assessment where borrower_id = " + borrower)).isZero();
    assertThat(count("select count(*) from blacklist_subject where borrower_id = " + borrower))
        .isZero();
    assertThat(count("select count(*) from borrower_limit where borrower_id = " + borrower))
        .isZero();
  }
}
