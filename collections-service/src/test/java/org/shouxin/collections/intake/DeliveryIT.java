package org.shouxin.collections.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Topics;

/** Events come twice, late, stale or broken; each has its effect once and stops nobody else. */
@QuarkusTest
class DeliveryIT {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String DEAD_LETTERS = "servicing.loan.dead-letter.collections";

  @Test
  void everyEventTwiceAndTheFirstOnceMoreLate() {
    LocalDate day = Days.today();
    Debtor debtor = Debtor.reachable();
    Topics.Event opened = debtor.delinquency("M1", 4, day);
    Topics.send(opened);
    String caseId = debtor.caseId().toString();
    Topics.Event cured = debtor.delinquency("CURRENT", 0, day.plusDays(1));
    Topics.send(cured);
    Topics.send(opened);
    assertThat(Topics.types(Topics.CASE, caseId, 2))
        .containsExactly("collections.case.opened.v1", "collections.case.closed.v1");
    Debtor.reachable().withCase();
    assertThat(
            Database.count("select count(*) from collection_case where loan_id = ?", debtor.loanId))
        .isEqualTo(1);
  }

  @Test
  void aStaleVersionUnderANewIdIsIgnored() {
    LocalDate day = Days.today();
    Debtor debtor = Debtor.reachable();
    debtor.delinquency("GRACE", 1, day);
    debtor.delinquency("M1", 4, day.plusDays(3));
    debtor.caseId();
    Topics.Event zombie =
        new Topics.Event(
            Topics.LOAN,
            debtor.loanId.toString(),
            UUID.randomUUID(),
            "servicing.loan.closed.v1",
            1,
            "{\"loanId\":\"" + debtor.loanId + "\",\"businessDate\":\"" + day + "\"}");
    Topics.send(zombie);
    debtor.delinquency("M2", 33, day.plusDays(33));
    await().atMost(SOON).until(() -> debtor.get("").path("stage").equals("M2"));
    assertThat(debtor.get("").<String>path("state")).isEqualTo("OPEN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "this is not JSON",
        "[]",
        "{\"loanId\":\"not-a-uuid\"}",
        "{\"stage\":\"M99\",\"businessDate\":\"2026-03-02\",\"daysPastDue\":1,"
            + "\"amountDue\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}",
        "{\"stage\":\"M1\",\"businessDate\":\"2026-02-30\",\"daysPastDue\":1,"
            + "\"amountDue\":{\"amount\":\"1.00\",\"currency\":\"CNY\"}}"
      })
  void poisonGoesToTheDeadLettersAndOthersGoOn(String payload) {
    String key = UUID.randomUUID().toString();
    Topics.send(Topics.LOAN, key, "servicing.delinquency.changed.v1", payload);
    for (int others = 0; others < 4; others++) {
      Debtor.reachable().withCase();
    }
    assertThat(Topics.read(DEAD_LETTERS, key, 1)).hasSize(1);
  }

  @Test
  void anUnknownTypeOrFieldIsNoPoison() {
    Debtor debtor = Debtor.reachable();
    debtor.loanEvent("servicing.loan.invented-later.v7", Map.of("x", 1));
    Map<String, Object> newer = new HashMap<>(debtor.delinquencyPayload("M1", 4, Days.today()));
    newer.put("addedLater", Map.of("deep", true));
    Topics.send(Topics.LOAN, debtor.loanId.toString(), "servicing.delinquency.changed.v1", newer);
    assertThat(debtor.caseId()).isNotNull();
  }
}
