package org.shouxin.collections.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;

/** The figures are those of the rows. */
@QuarkusTest
class ReportIT {
  @Test
  void casesContactsRefusalsAndLosses() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contact("EMAIL");
    debtor.post("/contacts", Debtor.contact("SMS", Days.today().atTime(23, 0), "FIRST_NOTICE"));
    debtor.contactChanged("EMPTY");
    debtor.reaches("EMPTY");
    Response summary = Debtor.as("auditor").get("/v1/reports/summary");
    assertThat(summary.statusCode()).isEqualTo(200);
    assertThat(
            summary.<Integer>path("refusals.find { it.rule == 'CN-CONTACT-01' }.count").longValue())
        .isEqualTo(
            Database.count("select count(*) from contact_refusal where rule = 'CN-CONTACT-01'"));
    assertThat(summary.<Integer>path("borrowersLost").longValue())
        .isEqualTo(
            Database.count(
                "select count(*) from collection_case where contact_lost and state = 'OPEN'"));
    assertThat(summary.<Integer>path("cases.findAll { it.state == 'OPEN' }.count.sum()"))
        .isPositive();
    assertThat(summary.<Integer>path("contacts.findAll { it.channel == 'EMAIL' }.count.sum()"))
        .isPositive();
  }
}
