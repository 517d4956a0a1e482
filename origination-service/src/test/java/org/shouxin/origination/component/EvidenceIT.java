package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence is added, never changed, not even by somebody with a database client. */
@QuarkusTest
class EvidenceIT {

  private static boolean written;

  @BeforeEach
  void thereIsEvidence() {
    if (written) {
      return;
    }
    written = true;
    TestBorrower borrower = TestBorrower.verified();
    borrower.contracted("37000.00");
    String id = borrower.http().get("/v1/borrowers/me").then().extract().path("id");
    TestBorrower.service("servicing")
        .body(
            java.util.Map.of(
                "borrowerId", id,
                "channel", "SMS",
                "purpose", "REPAYMENT_REMINDER",
                "reference", "r"))
        .post("/v1/contact-disclosures")
        .then()
        .statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity_check", "consent", "contact_disclosure", "contract"})
  void rowsStay(String table) {
    assertThatThrownBy(() -> Rows.texts("update " + table + " set id = id returning 1"))
        .hasStackTraceContaining("append-only");
    assertThatThrownBy(() -> Rows.texts("delete from " + table + " returning 1"))
        .hasStackTraceContaining("append-only");
  }
}
