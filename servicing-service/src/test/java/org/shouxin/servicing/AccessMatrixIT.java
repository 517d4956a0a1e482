package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.localstack.testing.AccessMatrix;
import org.shouxin.localstack.testing.TestTokens;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/** Every operation against every role, and one borrower against another's things. */
@QuarkusTest
class AccessMatrixIT {

  private static final Deal SMALL = new Deal("1000.00", "0.12", "EQUAL_INSTALMENT", 6);

  @TestHTTPResource URI service;

  private final Lender lender = new Lender();

  @Test
  void everyOperationKnowsItsCallers() {
    assertThat(AccessMatrix.of(service).verify()).isGreaterThan(200);
  }

  @Test
  void anotherBorrowersLoanLooksLikeNone() {
    Borrower owner = lender.borrower("0.00");
    Borrower stranger = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(owner, SMALL);
    String payment = "{\"amount\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}";

    for (String path : new String[] {"", "/schedule", "/balance", "/transactions"}) {
      assertThat(lender.as(owner).get("/v1/loans/" + loanId + path).statusCode()).isEqualTo(200);
      Response foreign = lender.as(stranger).get("/v1/loans/" + loanId + path);
      Response missing = lender.as(stranger).get("/v1/loans/" + UUID.randomUUID() + path);
      assertThat(foreign.statusCode()).isEqualTo(404);
      assertThat(foreign.asString().replaceAll("urn:request:[^\"]+", ""))
          .isEqualTo(missing.asString().replaceAll("urn:request:[^\"]+", ""));
    }
    assertThat(
            lender
                .keyed(lender.as(stranger), payment)
                .post("/v1/loans/" + loanId + "/payments")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            lender
                .keyed(
                    lender.as(stranger),
                    "{\"kind\":\"EXTENSION\",\"reason\":\"ILLNESS\",\"months\":1}")
                .post("/v1/loans/" + loanId + "/arrangements")
                .statusCode())
        .isEqualTo(404);
    assertThat(lender.as(stranger).get("/v1/loans").jsonPath().<Object>getList("items")).isEmpty();
    assertThat(lender.as(owner).get("/v1/loans").jsonPath().<Object>getList("items")).hasSize(1);
  }

  @Test
  void anExpiredForgedOrMisdirectedTokenIsRefused() {
    String subject = UUID.randomUUID().toString();
    for (String token :
        new String[] {
          TestTokens.expired(subject, "officer"),
          TestTokens.badSignature(subject, "officer"),
          TestTokens.wrongAudience(subject, "officer"),
          TestTokens.wrongIssuer(subject, "officer")
        }) {
      Response refused = Lender.bearer(token).get("/v1/loans");
      assertThat(refused.statusCode()).isEqualTo(401);
      assertThat(refused.contentType()).startsWith("application/problem+json");
    }
  }
}
