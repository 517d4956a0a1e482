package org.shouxin.risk.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Limits, warnings and the blacklist follow what the other services tell. */
@QuarkusTest
class WatchIT extends Component {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final String LOAN = "servicing.loan";
  private static final String CASE = "collections.case";

  private final Topics topics = new Topics();
  private final Question question = Question.sound();
  private final UUID borrower = question.borrower();
  private final UUID loan = UUID.randomUUID();
  private final UUID caseId = UUID.randomUUID();

  @AfterEach
  void close() {
    topics.close();
  }

  @Test
  void lostContactLowersTheLimitOnceAndItsReturnRestoresHalf() {
    assess(question).statusCode(201);
    ProducerRecord<String, String> lost = contact("lost");
    topics.send(lost);
    awaitPercent(0);
    assess(question)
        .body("outcome", equalTo("DECLINED"))
        .body("reasons.code", hasItem("LIMIT_SUSPENDED"));
    contact("found");
    awaitPercent(50);
    topics.send(lost);
    contact("found");
    awaitPercent(50);
    List<String> told = told();
    assertThat(told)
        .containsExactly(
            "risk.limit.changed.v1",
            "risk.limit.changed.v1",
            "risk.alert.raised.v1",
            "risk.limit.changed.v1");
  }

  @Test
  void latenessLowersTheCureRestoresAndAStaleEventChangesNothing() {
    assess(question).statusCode(201);
    disbursed();
    ProducerRecord<String, String> late = delinquent("M2", 45);
    awaitPercent(25);
    delinquent("CURRENT", 0);
    awaitPercent(50);
    topics.send(
        topics.event(LOAN, loan.toString(), "servicing.delinquency.changed.v1", 2, late.value()));
    disbursedElsewhere();
    awaitPercent(50);
    topics.tell(LOAN, loan.toString(), "servicing.loan.closed.v1", moved(""));
    awaitPercent(75);
    limitOf(borrower).body("outstanding.amount", equalTo("0.00"));
  }

  @Test
  void anEventOfAnUnknownTypeIsPassedOver() {
    assess(question).statusCode(201);
    topics.tell(LOAN, loan.toString(), "servicing.something.new.v7", "{\"a\":1}");
    delinquent("M2", 31);
    awaitPercent(25);
  }

  @Test
  void poisonGoesToTheDeadLettersAndOthersGoOn() {
    assess(question).statusCode(201);
    String poisoned = UUID.randomUUID().toString();
    topics.tell(LOAN, poisoned, "servicing.delinquency.changed.v1", "{\"loanId\":\"no uuid\"}");
    topics.tell(LOAN, UUID.randomUUID().toString(), "servicing.loan.disbursed.v1", "not json");
    delinquent("M2", 31);
    awaitPercent(25);
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> assertThat(Topics.read("servicing.loan.dead-letter.risk", poisoned)).hasSize(1));
  }

  @Test
  void aWriteOffIsTheEvidenceOfAnEntryAndTheSamePersonIsRefusedUnderAnotherPhone() {
    assess(question).statusCode(201);
    disbursed();
    ProducerRecord<String, String> writtenOff =
        topics.tell(
            LOAN,
            loan.toString(),
            "servicing.loan.written-off.v1",
            moved(
                ",\"amount\":{\"amount\":\"900.00\",\"currency\":\"CNY\"},\"reason\":\"UNREACHABLE\""));
    awaitPercent(0);
    String proposal =
        """
        {"borrowerId":"%s","ground":"WRITTEN_OFF",
         "evidence":{"loanId":"%s","eventId":"%s","note":"unreachable since March"}}"""
            .formatted(borrower, loan, Topics.id(writtenOff));
    propose(proposal.replace(Topics.id(writtenOff), UUID.randomUUID().toString()), 422);
    propose(proposal.replace("WRITTEN_OFF", "FRAUD_CONFIRMED"), 422);
    String entry = propose(proposal, 201);
    Question second = question.samePersonOtherPhone();
    assess(second).body("outcome", equalTo("APPROVED"));
    activate("officer-1", entry, 422);
    activate("reviewer-1", entry, 200);
    activate("reviewer-1", entry, 409);
    propose(proposal, 409);

    assess(second)
        .statusCode(201)
        .body("outcome", equalTo("DECLINED"))
        .body("reasons[0].code", equalTo("BLACKLISTED"))
        .body("reasons[0].text", containsString("You may object"));
    assertThat(
            count(
                "select count(*) from blacklist_hit where matched_by = 'PERSON' and entry_id = '"
                    + entry
                    + "' and borrower_id = '"
                    + second.borrower()
                    + "' and asked_by = 'origination-service'"))
        .isEqualTo(1);

    post("officer-1", "officer", entry + "/objection", "{\"reference\":\"O-1\"}", 200);
    assess(second)
        .body("outcome", equalTo("REFERRED"))
        .body("reasons.code", hasItem("BLACKLIST_DISPUTED"));
    post(
        "reviewer-1",
        "reviewer",
        entry + "/answer",
        "{\"decision\":\"REMOVED\",\"reference\":\"A-1\"}",
        200);
    assess(second).body("outcome", equalTo("APPROVED"));
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Topics.read("risk.blacklist", entry))
                    .extracting(ConsumerRecord::value)
                    .extracting(value -> value.replaceAll(".*\"state\":\"(\\w+)\".*", "$1"))
                    .containsExactly("PROPOSED", "ACTIVE", "DISPUTED", "REMOVED"));
  }

  @Test
  void theDayMovesAndAnUnansweredObjectionIsRemoved() {
    assess(question).statusCode(201);
    topics.tell(
        LOAN,
        loan.toString(),
        "servicing.loan.written-off.v1",
        moved(",\"amount\":{\"amount\":\"900.00\",\"currency\":\"CNY\"},\"reason\":\"X\""));
    awaitPercent(0);
    String entry =
        propose(
            """
            {"borrowerId":"%s","ground":"WRITTEN_OFF","evidence":{"loanId":"%s"}}"""
                .formatted(borrower, loan),
            201);
    post("officer-1", "officer", entry + "/objection", "{\"reference\":\"O-1\"}", 200);
    topics.tell(
        "servicing.day",
        "calendar",
        "servicing.business-day.closed.v1",
        "{\"date\":\"2029-01-01\",\"nextDate\":\"2029-01-02\"}");
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                as("auditor-1", "auditor")
                    .get("/v1/blacklist-entries/" + entry)
                    .then()
                    .body("state", equalTo("REMOVED"))
                    .body("removedBecause", equalTo("CN-CREDIT-03")));
    String assessment = assess(Question.sound()).statusCode(201).extract().path("assessmentId");
    as("auditor-1", "auditor")
        .get("/v1/assessments/" + assessment)
        .then()
        .body("facts.decidedOn", equalTo("2029-01-02"));
    execute("delete from business_day");
  }

  @Test
  void aReviewersApprovalGrantsWhatWasReferred() {
    Question referred = question.with("\"nameAndId\":\"MATCH\"", "\"nameAndId\":\"NOT_EVALUATED\"");
    String assessment =
        assess(referred)
            .body("outcome", equalTo("REFERRED"))
            .body("reasons[0].code", equalTo("IDENTITY_NOT_CONFIRMED"))
            .extract()
            .path("assessmentId");
    limitOf(borrower).body("limit.amount", equalTo("0.00"));
    String application = UUID.randomUUID().toString();
    topics.tell(
        "origination.application",
        application,
        "origination.application.decided.v1",
        """
        {"applicationId":"%s","outcome":"APPROVED","assessmentId":"%s","reasonCodes":[]}"""
            .formatted(application, assessment));
    await()
        .atMost(SOON)
        .untilAsserted(() -> limitOf(borrower).body("limit.amount", not(equalTo("0.00"))));
  }

  @Test
  void anErasedBorrowersTagsAreForgotten() {
    assess(question).statusCode(201);
    String mine = "select count(*) from blacklist_subject where borrower_id = '" + borrower + "'";
    assertThat(count(mine)).isEqualTo(2);
    topics.tell(
        "origination.borrower",
        borrower.toString(),
        "origination.borrower.erased.v1",
        "{\"borrowerId\":\"" + borrower + "\"}");
    await().atMost(SOON).until(() -> count(mine) == 0);
  }

  private ProducerRecord<String, String> contact(String what) {
    return topics.tell(
        CASE,
        caseId.toString(),
        "collections.contact." + what + ".v1",
        """
        {"caseId":"%s","loanId":"%s","borrowerId":"%s","channel":"SMS","numberStatus":"EMPTY",
         "businessDate":"2026-06-01"}"""
            .formatted(caseId, loan, borrower));
  }

  private void disbursed() {
    topics.tell(
        LOAN,
        loan.toString(),
        "servicing.loan.disbursed.v1",
        moved(",\"principal\":{\"amount\":\"1000.00\",\"currency\":\"CNY\"}"));
  }

  private void disbursedElsewhere() {
    UUID other = UUID.randomUUID();
    topics.tell(
        LOAN,
        other.toString(),
        "servicing.loan.disbursed.v1",
        moved(",\"principal\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}")
            .replace(loan.toString(), other.toString())
            .replace(borrower.toString(), UUID.randomUUID().toString()));
  }

  private ProducerRecord<String, String> delinquent(String stage, int days) {
    return topics.tell(
        LOAN,
        loan.toString(),
        "servicing.delinquency.changed.v1",
        moved(
            """
            ,"daysPastDue":%d,"stage":"%s","amountDue":{"amount":"1.00","currency":"CNY"},
            "principalOutstanding":{"amount":"900.00","currency":"CNY"}"""
                .formatted(days, stage)));
  }

  private String moved(String more) {
    return """
        {"loanId":"%s","borrowerId":"%s","businessDate":"2026-06-01"%s}"""
        .formatted(loan, borrower, more);
  }

  private void awaitPercent(int percent) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> limitOf(borrower).body("newMoneyPercent", equalTo(percent)));
  }

  private List<String> told() {
    await()
        .atMost(SOON)
        .untilAsserted(
            () ->
                assertThat(Topics.read("risk.borrower", borrower.toString()))
                    .hasSizeGreaterThanOrEqualTo(4));
    return Topics.read("risk.borrower", borrower.toString()).stream().map(Topics::type).toList();
  }

  private static String propose(String body, int status) {
    return as("officer-1", "officer")
        .header("Idempotency-Key", UUID.randomUUID().toString())
        .body(body)
        .post("/v1/blacklist-entries")
        .then()
        .statusCode(status)
        .extract()
        .path("entryId");
  }

  private static void activate(String subject, String entry, int status) {
    post(subject, "officer", entry + "/activation", "{\"noticeReference\":\"N-1\"}", status);
  }

  private static void post(String subject, String role, String path, String body, int status) {
    as(subject, role).body(body).post("/v1/blacklist-entries/" + path).then().statusCode(status);
  }
}
