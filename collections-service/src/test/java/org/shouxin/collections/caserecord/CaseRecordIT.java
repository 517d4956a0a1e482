package org.shouxin.collections.caserecord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.logverifier.ProofRejected;
import org.shouxin.logverifier.Receipt;

/** What a court asks for is there, and stands in the log, by a verifier that shares no code. */
@QuarkusTest
class CaseRecordIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  private static List<Map<String, String>> records(Debtor debtor) {
    return Debtor.as("auditor")
        .get("/v1/cases/" + debtor.caseId() + "/records")
        .jsonPath()
        .getList("items");
  }

  private static List<String> kinds(Debtor debtor) {
    return records(debtor).stream().map(each -> each.get("kind")).toList();
  }

  private static void verify(String leafId, String content) {
    Response receipt =
        await()
            .atMost(SOON)
            .until(
                () -> Debtor.as("auditor").get("/v1/log/leaves/" + leafId + "/receipt"),
                answer -> answer.statusCode() == 200);
    String key = Debtor.as("auditor").get("/v1/log/key").path("publicKey");
    Receipt.parse(receipt.asByteArray())
        .verify(Receipt.parseKey(key), content.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void contactsMadeAndRefusedPromisesAndHoldsStandInTheLog() {
    Debtor debtor = Debtor.reachable().withCase();
    assertThat(debtor.contact("VOICE").statusCode()).isEqualTo(202);
    debtor.settled(1);
    Map<String, Object> night =
        Debtor.contact("VOICE", Days.today().atTime(23, 0), "CALL_FOR_PLAN");
    assertThat(debtor.post("/contacts", night).<String>path("rule")).isEqualTo("CN-CONTACT-01");
    Map<String, Object> promise =
        Map.of("amount", Debtor.cny("50.00"), "dueDate", Days.today().plusDays(9).toString());
    assertThat(debtor.post("/promises", promise).statusCode()).isEqualTo(201);
    Response hold = debtor.post("/holds", Map.of("kind", "DISPUTE", "reason", "amount disputed"));
    debtor.post("/holds/" + hold.path("id") + "/release", Map.of());

    List<Map<String, String>> records = records(debtor);
    assertThat(kinds(debtor))
        .containsExactly(
            "collections.case.opened",
            "collections.contact.made",
            "collections.contact.answered",
            "collections.contact.refused",
            "collections.promise.made",
            "collections.hold.placed",
            "collections.hold.released");
    records.forEach(each -> verify(each.get("leafId"), each.get("content")));
    assertThat(records.get(1).get("content"))
        .contains("\"effectiveCallsPerDay\":3", "CN-CONTACT-02", "\"script\":\"FIRST_NOTICE\"");
    assertThat(records.get(3).get("content")).contains("\"rule\":\"CN-CONTACT-01\"");
    assertThat(records.toString()).doesNotContain(debtor.phone, debtor.mail, debtor.device);
  }

  @Test
  void aLostNumberIsOnRecord() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contactChanged("EMPTY");
    debtor.reaches("EMPTY");
    assertThat(kinds(debtor)).contains("collections.contact.lost");
    debtor.contactChanged("ACTIVE");
    debtor.reaches("REACHABLE");
    assertThat(kinds(debtor)).contains("collections.contact.found");
  }

  @Test
  void whoRewritesARecordIsRefusedByTheDatabaseAndFoundOutByTheLog() {
    Debtor debtor = Debtor.reachable().withCase();
    Map<String, String> opened = records(debtor).get(0);
    String forged = opened.get("content").replace("\"daysPastDue\":4", "\"daysPastDue\":40");
    assertThat(forged).isNotEqualTo(opened.get("content"));
    String update = "update case_record set content = '%s' where leaf_id = '%s'";
    String forge = update.formatted(forged, opened.get("leafId"));
    assertThatThrownBy(() -> Database.execute(forge)).hasMessageContaining("append-only");
    assertThatThrownBy(() -> verify(opened.get("leafId"), forged))
        .isInstanceOf(ProofRejected.class);
  }

  @Test
  void nobodyReadsTheRecordsOfACaseThatDoesNotExist() {
    assertThat(Debtor.as("auditor").get("/v1/cases/" + UUID.randomUUID() + "/records").statusCode())
        .isEqualTo(404);
  }
}
