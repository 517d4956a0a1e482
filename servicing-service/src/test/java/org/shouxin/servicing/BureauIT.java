package org.shouxin.servicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.servicing.testing.Lender;
import org.shouxin.servicing.testing.Lender.Borrower;
import org.shouxin.servicing.testing.Lender.Deal;
import org.shouxin.servicing.testing.Superuser;
import org.shouxin.servicing.testing.Topics;

/** A loan's life at the credit bureau, file by file, as the law wants it told. */
@QuarkusTest
class BureauIT {

  private static final Deal SMALL = new Deal("1200.00", "0.12", "EQUAL_PRINCIPAL", 12);

  private final Lender lender = new Lender();

  @Test
  void aLateLoanIsToldThenReportedCorrectedAndForgotten() {
    Borrower late = agreeing();
    Borrower silent = lender.borrower("0.00");
    UUID lateLoan = lender.activeLoan(late, SMALL);
    UUID silentLoan = lender.activeLoan(silent, SMALL);
    Superuser.execute(
        "update loan set oldest_due_date = date '%s' where id = '%s'"
            .formatted(lender.today().minusDays(10), lateLoan));

    tell(late);
    UUID first = file("CHANGES");
    assertThat(file("CHANGES")).isEqualTo(first);
    assertThat(lines(first, lateLoan)).as("CN-CREDIT-01, no notice yet").isEmpty();
    assertThat(lines(first, silentLoan)).as("CN-CREDIT-01, no consent").isEmpty();
    assertThat(withheld(first, "withheldNoNotice")).isPositive();
    assertThat(withheld(first, "withheldNoConsent")).isPositive();

    lender.closeDay();
    UUID second = file("CHANGES");
    assertThat(lines(second, lateLoan))
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line[0]).isEqualTo("REPORT");
              assertThat(line[6]).isEqualTo("1");
              assertThat(line[7]).isEqualTo("11");
              assertThat(line[15]).isEqualTo("false");
            });

    UUID objection = object(late, lateLoan);
    correct(lateLoan, second);
    lender.closeDay();
    UUID third = file("CHANGES");
    assertThat(lines(third, lateLoan))
        .extracting(line -> line[0] + " " + line[1] + " " + line[6] + " " + line[15])
        .containsExactlyInAnyOrder(
            "REPORT %s 1 true".formatted(third), "CORRECTION %s N false".formatted(second));
    answer(objection);
    assertThat(reports(late, lateLoan)).hasSize(3);
    assertThat(lender.as(silent).get("/v1/loans/" + lateLoan + "/bureau-reports").statusCode())
        .isEqualTo(404);

    fiveYearsAgo(lateLoan);
    lender.closeDay();
    UUID fourth = file("CHANGES");
    assertThat(lines(fourth, lateLoan))
        .extracting(line -> line[0] + " " + line[1])
        .contains("DELETE_NEGATIVE " + second);
  }

  /** The default ends, and all of it is moved into the past. */
  private static void fiveYearsAgo(UUID loanId) {
    Superuser.execute(
        """
        update loan set oldest_due_date = null where id = '%1$s';
        update bureau_record set as_of = as_of - interval '6 years' where loan_id = '%1$s';
        update bureau_default set began_on = began_on - interval '6 years',
          ended_on = current_date - interval '6 years' where loan_id = '%1$s';
        update bureau_default d set ended_on = (
          select max(as_of) from bureau_record r where r.loan_id = d.loan_id)
        where loan_id = '%1$s'"""
            .formatted(loanId));
  }

  private void tell(Borrower borrower) {
    Response planned = lender.as("admin").post("/v1/bureau-files/notices");
    assertThat(planned.statusCode()).as(planned.asString()).isEqualTo(200);
    await()
        .atMost(Lender.SOON)
        .until(
            () ->
                lender.world.messagesTo(borrower.phone()).stream()
                    .anyMatch(m -> m.text().contains("credit bureau")));
    await()
        .atMost(Lender.SOON)
        .until(
            () ->
                Superuser.count(
                        """
                        select count(*) from reminder where kind = 'NEGATIVE_REPORT'
                        and state = 'DELIVERED' and borrower_id = '%s'"""
                            .formatted(borrower.borrowerId()))
                    == 1);
    lender.as("admin").post("/v1/bureau-files/notices");
    assertThat(
            Superuser.count(
                "select count(*) from reminder where kind = 'NEGATIVE_REPORT' and borrower_id = '%s'"
                    .formatted(borrower.borrowerId())))
        .isEqualTo(1);
  }

  private UUID object(Borrower borrower, UUID loanId) {
    String path = "/v1/loans/" + loanId + "/bureau-reports/objections";
    String words = "{\"words\":\"I paid in time\"}";
    Response raised = lender.keyed(lender.as(borrower), words).post(path);
    Response again = lender.keyed(lender.as(borrower), words).post(path);

    assertThat(raised.statusCode()).as(raised.asString()).isEqualTo(201);
    assertThat(raised.jsonPath().getString("answerDueOn"))
        .isEqualTo(lender.today().plusDays(20).toString());
    assertThat(again.jsonPath().getString("rule")).isEqualTo("OBJECTION_OPEN");
    return UUID.fromString(raised.path("objectionId"));
  }

  private void answer(UUID objection) {
    assertThat(
            lender
                .as("officer")
                .get("/v1/bureau-objections")
                .jsonPath()
                .getInt("find { it.objection.objectionId == '%s' }.daysLeft".formatted(objection)))
        .isEqualTo(19);
    String path = "/v1/bureau-objections/" + objection + "/answer";
    String body = "{\"outcome\":\"REJECTED\",\"answer\":\"the bank returned the debit\"}";
    assertThat(lender.keyed(lender.as("officer"), body).post(path).statusCode()).isEqualTo(200);
    assertThat(lender.keyed(lender.as("officer"), body).post(path).jsonPath().getString("rule"))
        .isEqualTo("OBJECTION_ANSWERED");
  }

  private void correct(UUID loanId, UUID fileId) {
    Response done =
        lender
            .keyed(
                lender.as("officer"),
                """
                {"fileId":"%s","daysPastDue":0,"overdue":{"amount":"0.00","currency":"CNY"},
                 "reason":"the bank was late"}"""
                    .formatted(fileId))
            .post("/v1/loans/" + loanId + "/bureau-reports/corrections");
    assertThat(done.statusCode()).as(done.asString()).isEqualTo(201);
  }

  private List<Object> reports(Borrower borrower, UUID loanId) {
    return lender
        .as(borrower)
        .get("/v1/loans/" + loanId + "/bureau-reports")
        .jsonPath()
        .getList("$");
  }

  private Borrower agreeing() {
    Borrower borrower = lender.borrower("0.00");
    Topics.send(
        "origination.borrower",
        borrower.borrowerId().toString(),
        UUID.randomUUID(),
        "origination.borrower.consent-changed.v1",
        "{\"borrowerId\":\"%s\",\"consent\":\"BUREAU_REPORT\",\"granted\":true}"
            .formatted(borrower.borrowerId()));
    await()
        .atMost(Lender.SOON)
        .until(
            () ->
                Superuser.count(
                        "select count(*) from bureau_consent where granted and borrower_id = '%s'"
                            .formatted(borrower.borrowerId()))
                    == 1);
    return borrower;
  }

  private UUID file(String kind) {
    Response made =
        lender
            .keyed(lender.as("admin"), "{\"kind\":\"%s\"}".formatted(kind))
            .post("/v1/bureau-files");
    assertThat(made.statusCode()).as(made.asString()).isEqualTo(201);
    return UUID.fromString(made.path("fileId"));
  }

  private long withheld(UUID file, String count) {
    return lender.as("auditor").get("/v1/bureau-files/" + file).jsonPath().getLong(count);
  }

  private List<String[]> lines(UUID file, UUID loanId) {
    Response csv = lender.as("auditor").get("/v1/bureau-files/" + file + "/records.csv");
    assertThat(csv.statusCode()).isEqualTo(200);
    return Arrays.stream(csv.asString().split("\r\n"))
        .map(line -> line.split(",", -1))
        .filter(cells -> cells[3].equals(loanId.toString()))
        .toList();
  }
}
