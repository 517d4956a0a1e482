package org.shouxin.origination.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** Everything personal goes when the person wants it, unless a law keeps it. */
@QuarkusTest
class ErasureIT {

  @Test
  void whoNeverSignedIsGoneAndMayComeBack() {
    TestBorrower borrower = TestBorrower.verified();
    String id = borrower.http().get("/v1/borrowers/me").then().extract().path("id");
    borrower.http().post("/v1/borrowers/me/erasure").then().statusCode(204);
    borrower.http().get("/v1/borrowers/me").then().statusCode(404);
    TestBorrower.staff("officer").get("/v1/borrowers/" + id).then().statusCode(404);
    assertThat(Rows.told("origination.borrower.erased.v1", id)).hasSize(1);
    assertThat(
            Rows.count(
                "borrower where id = '%s' and name_sealed || id_number_sealed || address_sealed = ''"
                    .formatted(id)))
        .isEqualTo(1);
    assertThat(Rows.count("contact_point where sealed <> '' and borrower_id = '%s'".formatted(id)))
        .isZero();
    borrower.register().statusCode(201).body("state", equalTo("VERIFIED"));
  }

  @Test
  void whoSignedOrAppliesIsKept() {
    TestBorrower applicant = TestBorrower.verified();
    applicant.applied("39000.00");
    applicant
        .http()
        .post("/v1/borrowers/me/erasure")
        .then()
        .statusCode(409)
        .body("rule", equalTo("APPLICATION_ALREADY_OPEN"));
    TestBorrower debtor = TestBorrower.verified();
    debtor.contracted("39500.00");
    debtor
        .http()
        .post("/v1/borrowers/me/erasure")
        .then()
        .statusCode(422)
        .body("rule", equalTo("CN-PII-06"));
  }
}
