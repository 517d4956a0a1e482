package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.PdfReader;

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
    assertThat(pdf(chinese)).contains("贷款对账单", "放款", "1000.00");
    assertThat(pdf(english)).contains("Statement of loan", "Payout", "1000.00");
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

  /** One day of 10.00 a month of thirty days is 0.33. */
  @Test
  void aLoanThatIsPaidOffIsCertified() {
    Borrower borrower = lender.borrower("2000.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    String loan = "/v1/loans/" + loanId;
    lender.closeDay();
    LocalDate today = lender.today();
    String total =
        lender.as(borrower).get(loan + "/payoff-quote").jsonPath().getString("total.amount");
    Response paid =
        lender
            .keyed(
                lender.as(borrower),
                """
                {"amount":{"amount":"%s","currency":"CNY"},"purpose":"PAYOFF"}"""
                    .formatted(total))
            .post(loan + "/payments");
    assertThat(paid.statusCode()).as(paid.asString()).isEqualTo(202);
    lender.awaitState(loanId, "CLOSED");

    String settlement = loan + "/certificates/settlement";
    JsonPath settled = lender.as(borrower).get(settlement).jsonPath();
    assertThat(settled.getString("paid.amount")).isEqualTo(total).isEqualTo("1000.33");
    assertThat(settled.getString("settledOn")).isEqualTo(today.toString());
    assertThat(print(borrower, settlement + "?language=zh")).contains("贷款结清证明", "1000.33 CNY");
    assertThat(print(borrower, settlement + "?language=en"))
        .contains("Settlement certificate", "1000.33 CNY");

    String year = loan + "/certificates/interest?year=" + today.getYear();
    JsonPath interest = lender.as(borrower).get(year).jsonPath();
    JsonPath before =
        lender
            .as(borrower)
            .get(loan + "/certificates/interest?year=" + (today.getYear() - 1))
            .jsonPath();
    assertThat(interest.getString("interest.amount")).isEqualTo("0.33");
    assertThat(interest.getString("principal.amount")).isEqualTo("1000.00");
    assertThat(before.getString("interest.amount")).isEqualTo("0.00");
    assertThat(print(borrower, year + "&language=zh")).contains("年度利息证明", "0.33 CNY");
    assertThat(print(borrower, year + "&language=en"))
        .contains("Yearly interest certificate", "0.33 CNY");
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

  private String print(Borrower borrower, String path) {
    return pdf(lender.as(borrower).accept("application/pdf").get(path));
  }

  private static String pdf(Response response) {
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.contentType()).startsWith("application/pdf");
    return PdfReader.text(response.asByteArray());
  }
}
