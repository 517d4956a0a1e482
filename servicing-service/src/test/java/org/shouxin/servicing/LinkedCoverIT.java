package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;

/** A policy lapses on its day, a guarantee when the loan is late: both are warned of in time. */
@QuarkusTest
class LinkedCoverIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void aCoverIsWarnedOfBeforeItLapses() {
    Borrower borrower = lender.borrower("0.00");
    UUID loanId = lender.activeLoan(borrower, SMALL);
    lender.world.withdrawAll(borrower.card());
    LocalDate due = lender.dueDate(loanId, 1);
    link(loanId, "POLICY", "\"lapsesOn\":\"" + due.minusDays(1) + "\"", 201);
    link(loanId, "GUARANTEE", "\"lapsesDaysPastDue\":4", 201);
    assertThat(link(loanId, "POLICY", "\"lapsesOn\":null", 422).jsonPath().getString("rule"))
        .isEqualTo("COVER_LAPSE");

    lender.closeUntil(due.plusDays(4));

    await()
        .atMost(Lender.SOON)
        .untilAsserted(
            () -> {
              assertThat(told(loanId, "lapsing", "DATE")).hasSize(2);
              assertThat(told(loanId, "lapsed", "DATE")).hasSize(1);
              assertThat(told(loanId, "lapsing", "LATENESS")).hasSize(1);
              assertThat(told(loanId, "lapsed", "LATENESS"))
                  .containsExactly(due.plusDays(4).toString());
              assertThat(lender.world.messagesTo(borrower.phone()))
                  .anySatisfy(
                      message ->
                          assertThat(message.text())
                              .contains("guarantee")
                              .contains(due.minusDays(1).toString()));
            });
    assertThat(
            lender
                .as(borrower)
                .get("/v1/loans/" + loanId + "/covers")
                .jsonPath()
                .<String>getList("state"))
        .containsOnly("LAPSED");
    assertThat(
            lender.as(lender.borrower("0.00")).get("/v1/loans/" + loanId + "/covers").statusCode())
        .isEqualTo(404);
  }

  private List<String> told(UUID loanId, String what, String cause) {
    return lender.events(loanId).stream()
        .filter(e -> e.type().equals("servicing.cover." + what + ".v1"))
        .filter(e -> e.payload().path("cause").asText().equals(cause))
        .map(e -> e.payload().path("businessDate").asText())
        .toList();
  }

  private Response link(UUID loanId, String kind, String lapse, int status) {
    Response linked =
        lender
            .keyed(
                lender.as("officer"),
                "{\"kind\":\"%s\",\"provider\":\"insurer\",\"reference\":\"P-1\",%s}"
                    .formatted(kind, lapse))
            .post("/v1/loans/" + loanId + "/covers");
    assertThat(linked.statusCode()).as(linked.asString()).isEqualTo(status);
    return linked;
  }
}
