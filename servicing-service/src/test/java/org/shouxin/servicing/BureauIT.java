package org.shouxin.servicing;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
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
    awayFromTheMonthsEnd();
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
    assertThat(reports(late, lateLoan))
        .contains("REPORT " + second, "REPORT " + third, "CORRECTION " + second);
    assertThat(lender.as(silent).get("/v1/loans/" + lateLoan + "/bureau-reports").statusCode())
        .isEqualTo(404);

    defaultEndedFiveYearsBefore(lender.today().plusDays(2), lateLoan);
    lender.closeDay();
    assertThat(lines(file("CHANGES"), lateLoan))
        .as("CN-CREDIT-02, a day too early")
        .noneMatch(line -> line[0].equals("DELETE_NEGATIVE"));
    lender.closeDay();
    lender.closeDay();
    assertThat(reports(late, lateLoan))
        .as("CN-CREDIT-02")
        .contains("DELETE_NEGATIVE " + second, "DELETE_NEGATIVE " + third);
  }

  /** Nobody asks for anything: the close of a day tells the borrower, the next one reports. */
  @Test
  void theCloseOfADayTellsFirstAndReportsThen() {
    LocalDate monthEnd = lender.today().plusDays(2).with(lastDayOfMonth());
    lender.closeUntil(monthEnd.minusDays(1));
    Borrower late = agreeing();
    Borrower silent = lender.borrower("0.00");
    UUID lateLoan = lender.activeLoan(late, SMALL);
    UUID silentLoan = lender.activeLoan(silent, SMALL);
    Superuser.execute(
        "update loan set oldest_due_date = date '%s' where id in ('%s', '%s')"
            .formatted(lender.today().minusDays(10), lateLoan, silentLoan));

    lender.closeDay();
    awaitNoticed(late);
    lender.closeDay();

    assertThat(notices(silent)).as("nothing to come, nothing told").isZero();
    assertThat(negatives(lateLoan)).isEqualTo(1);
    assertThat(negatives(silentLoan)).as("CN-CREDIT-01, no consent").isZero();
    assertThat(
            Superuser.count(
                "select count(*) from bureau_file where kind = 'MONTHLY' and as_of = date '%s'"
                    .formatted(monthEnd)))
        .isEqualTo(1);
    Superuser.execute(
        "update loan set oldest_due_date = null where id in ('%s', '%s')"
            .formatted(lateLoan, silentLoan));
  }

  private static long negatives(UUID loanId) {
    return Superuser.count(
        "select count(*) from bureau_record where payment_code = '1' and loan_id = '%s'"
            .formatted(loanId));
  }

  /** Month ends make files of their own, which would have the lines that are looked for here. */
  private void awayFromTheMonthsEnd() {
    lender.closeUntil(lender.today().plusDays(3).withDayOfMonth(1));
  }

  /** The default ends, and all of it is moved into the past. */
  private void defaultEndedFiveYearsBefore(LocalDate day, UUID loanId) {
    LocalDate ended = day.minusYears(5);
    Superuser.execute(
        """
        update loan set oldest_due_date = null where id = '%1$s';
        update bureau_record set as_of = as_of - %2$d where loan_id = '%1$s';
        update bureau_default set began_on = began_on - %2$d, ended_on = date '%3$s'
        where loan_id = '%1$s'"""
            .formatted(loanId, ChronoUnit.DAYS.between(ended, lender.today()), ended));
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
    awaitNoticed(borrower);
    lender.as("admin").post("/v1/bureau-files/notices");
    assertThat(notices(borrower)).isEqualTo(1);
  }

  private static long notices(Borrower borrower) {
    return Superuser.count(
        "select count(*) from reminder where kind = 'NEGATIVE_REPORT' and borrower_id = '%s'"
            .formatted(borrower.borrowerId()));
  }

  private static void awaitNoticed(Borrower borrower) {
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

  private List<String> reports(Borrower borrower, UUID loanId) {
    return lender
        .as(borrower)
        .get("/v1/loans/" + loanId + "/bureau-reports")
        .jsonPath()
        .getList("collect { it.action + ' ' + it.aboutFileId }", String.class);
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
