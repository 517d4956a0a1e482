package org.shouxin.collections.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.shouxin.collections.app.Database;
import org.shouxin.collections.app.Days;
import org.shouxin.collections.app.Debtor;
import org.shouxin.collections.app.Neighbours;
import org.shouxin.collections.app.Topics;

/** Each close of day plans and carries out the next lawful action of each case. */
@QuarkusTest
class PlanningIT {
  private static final Logger LOG = Logger.getLogger(PlanningIT.class);
  private static final int CASES = 60;

  private static List<String> actions(Debtor debtor) {
    return Database.strings(
        "select channel || ' ' || state from planned_action where case_id = ? order by action_date",
        debtor.caseId());
  }

  private static List<String> times(Debtor debtor) {
    return Database.strings(
        "select to_char(planned_at, 'HH24:MI') from contact where case_id = ? order by id",
        debtor.caseId());
  }

  @Test
  void theStrategyIsFollowedDayByDay() {
    Debtor debtor = Debtor.reachable().withCase();
    for (int day = 0; day < 5; day++) {
      Days.close();
    }
    assertThat(actions(debtor)).containsExactly("SMS DONE", "VOICE DONE", "APP_PUSH DONE");
    assertThat(times(debtor)).containsExactly("10:00", "10:30", "19:00");
    assertThat(Debtor.standIns().messagesTo(debtor.phone)).hasSize(1);
  }

  @Test
  void nothingIsPlannedWhileAPromiseIsOpenOrAHoldStands() {
    Debtor promised = Debtor.reachable().withCase();
    Debtor held = Debtor.reachable().withCase();
    promised.cleared("10.00");
    promised.post(
        "/promises",
        Map.of("amount", Debtor.cny("10.00"), "dueDate", Days.today().plusDays(2).toString()));
    held.post("/holds", Map.of("kind", "DISPUTE", "reason", "amount is disputed"));
    Days.close();
    Days.close();
    assertThat(actions(promised)).isEmpty();
    assertThat(actions(held)).isEmpty();
    Days.close();
    assertThat(actions(promised)).containsExactly("VOICE DONE");
    assertThat(actions(held)).isEmpty();
  }

  @Test
  void aLostBorrowerIsPlannedByPushAndMailOnly() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.contactChanged("RECYCLED");
    debtor.reaches("RECYCLED");
    Days.close();
    assertThat(actions(debtor)).containsExactly("APP_PUSH DONE");
    assertThat(Debtor.standIns().messagesTo(debtor.phone)).isEmpty();
  }

  @Test
  void aRefusedActionIsKeptWithItsRule() {
    Debtor debtor = Debtor.reachable().withCase();
    debtor.blocked("SMS");
    Days.close();
    assertThat(actions(debtor)).containsExactly("SMS REFUSED");
    assertThat(debtor.refusals("CONTACT_POINT_BLOCKED")).isEqualTo(1);
  }

  @Test
  void aCloseToldTwiceAndLatePlansOnce() {
    Debtor debtor = Debtor.reachable().withCase();
    LocalDate closing = Days.today();
    Days.close();
    Topics.Event again =
        new Topics.Event(
            Topics.DAY,
            "calendar",
            UUID.randomUUID(),
            "servicing.business-day.closed.v1",
            1,
            "{\"date\":\"" + closing + "\",\"nextDate\":\"" + closing.plusDays(1) + "\"}");
    Topics.send(again);
    Topics.send(again);
    Days.close();
    assertThat(actions(debtor)).containsExactly("SMS DONE");
    assertThat(Debtor.standIns().messagesTo(debtor.phone)).hasSize(1);
  }

  /** What earlier tests left behind, so that only the sixty are measured. */
  private static void closeEverything() {
    Database.execute(
        "update collection_case set state = 'CLOSED', outcome = 'CURED' where state = 'OPEN'");
    Neighbours.stubs().resetMappings();
    Days.tellCurrent();
    Debtor.discloseTheCrowd();
  }

  @Test
  void sixtyCasesArePlannedAndCarriedOut() {
    closeEverything();
    List<Debtor> debtors = new ArrayList<>();
    for (int i = 0; i < CASES; i++) {
      Debtor debtor = Debtor.ofTheCrowd();
      debtor.delinquency("M1", 4, Days.today());
      debtors.add(debtor);
    }
    debtors.forEach(Debtor::caseId);
    closeAndTell("first, cold");
    closeAndTell("second, nothing due");
    closeAndTell("third, warm");
    assertThat(debtors)
        .allSatisfy(d -> assertThat(actions(d)).containsExactly("SMS DONE", "VOICE DONE"));
  }

  private static void closeAndTell(String which) {
    long before = System.nanoTime();
    Days.close();
    LOG.infof(
        "Day of %d cases (%s): closed, planned and carried out in %d ms",
        CASES, which, (System.nanoTime() - before) / 1_000_000);
  }
}
