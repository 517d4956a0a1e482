package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/** A borrower has the account in writing, in both languages; nobody else's. */
@QuarkusTest
class StatementsIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);

  private final Lender lender = new Lender();

  @Test
  void theAccountOfALoanIsReadAndPrinted() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String path = "/v1/loans/" + loanId + "/statement";

    JsonPath json = lender.as(borrower).get(path).jsonPath();
    Response chinese = lender.as(borrower).accept("application/pdf").get(path + "?language=zh");
    Response english = lender.as(borrower).accept("application/pdf").get(path + "?language=en");

    assertThat(json.getString("header.principal.amount")).isEqualTo("1000.00");
    assertThat(json.getList("lines.kind")).contains("DISBURSEMENT");
    assertThat(json.getString("closing.principal.amount")).isEqualTo("1000.00");
    assertThat(pdf(chinese)).startsWith("%PDF-1.7").contains(hex("贷款对账单")).contains(hex("放款"));
    assertThat(pdf(english)).contains(hex("Statement of loan")).contains(hex("Payout"));
    assertThat(pdf(english)).endsWith("%%EOF\n");
  }

  @Test
  void certificatesSayWhatWasPaidAndThatNothingIsOwed() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String loan = "/v1/loans/" + loanId;

    Response open = lender.as(borrower).get(loan + "/certificates/settlement");
    Response year = lender.as(borrower).get(loan + "/certificates/interest?year=2026");
    Response noYear = lender.as(borrower).get(loan + "/certificates/interest");
    Response noLanguage = lender.as(borrower).get(loan + "/statement?language=fr");
    Response backwards = lender.as(borrower).get(loan + "/statement?from=2026-02-01&to=2026-01-01");

    assertThat(open.statusCode()).isEqualTo(409);
    assertThat(open.jsonPath().getString("rule")).isEqualTo("LOAN_NOT_SETTLED");
    assertThat(year.jsonPath().getString("interest.amount")).isEqualTo("0.00");
    assertThat(noYear.jsonPath().getString("rule")).isEqualTo("YEAR_RANGE");
    assertThat(noLanguage.jsonPath().getString("rule")).isEqualTo("LANGUAGE");
    assertThat(backwards.statusCode()).isEqualTo(400);
  }

  @Test
  void anotherBorrowersAccountLooksLikeNone() {
    UUID loanId = lender.activeLoan(lender.borrower("0.00"), SMALL);
    Borrower other = lender.borrower("0.00");

    for (String what :
        new String[] {
          "/statement", "/certificates/settlement", "/certificates/interest?year=2026"
        }) {
      assertThat(lender.as(other).get("/v1/loans/" + loanId + what).statusCode()).isEqualTo(404);
    }
  }

  private static String pdf(Response response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/pdf");
    return new String(response.asByteArray(), StandardCharsets.US_ASCII);
  }

  private static String hex(String text) {
    return HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_16BE));
  }
}
