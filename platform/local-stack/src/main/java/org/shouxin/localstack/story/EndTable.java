package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table at the end of the story: what the run's borrowers, and the suite, have come to. */
final class EndTable {

  private final Scene scene;
  private final List<Life> lives;
  private final Set<String> loanIds;

  EndTable(Scene scene, List<Life> lives) {
    this.scene = scene;
    this.lives = lives;
    this.loanIds =
        lives.stream().flatMap(Life::loans).map(Life.Loan::id).collect(Collectors.toSet());
  }

  void print(TopicFacts topics) {
    Narrator narrator = scene.narrator();
    Tally tally = scene.tally();
    narrator.row("applications", tally.count("applications"));
    narrator.row(
        "approvals / declines / appeals / decided by a reviewer",
        "%d / %d / %d / %d"
            .formatted(
                tally.count("approvals"),
                tally.count("declines"),
                tally.count("appeals"),
                tally.count("decided by a reviewer")));
    narrator.row(
        "disbursed",
        tally.count("loans disbursed")
            + " loans, "
            + Narrator.cny(tally.sum("principal disbursed")));
    narrator.row("collected", Narrator.cny(topics.collected(loanIds)));
    narrator.row("loans by state and stage", stages());
    narrator.row(
        "draws / prepayments / pay-offs / payments reversed",
        "%d / %d / %d / %d"
            .formatted(
                tally.count("draws"),
                tally.count("prepayments"),
                tally.count("pay-offs"),
                tally.count("payments reversed")));
    narrator.row(
        "extensions / hardship holidays",
        "%d / %d".formatted(tally.count("extensions"), tally.count("hardship holidays")));
    narrator.row(
        "reminders delivered / channels that failed",
        "%d / %d"
            .formatted(
                topics.count("servicing.reminder.delivered.v1", loanIds),
                topics.count("servicing.reminder.failed.v1", loanIds)));
    narrator.row("cases", cases());
    narrator.row(
        "promises made / kept / broken",
        "%d / %d / %d"
            .formatted(
                topics.count("collections.promise.made.v1", loanIds),
                topics.count("collections.promise.kept.v1", loanIds),
                topics.count("collections.promise.broken.v1", loanIds)));
    narrator.row(
        "contact lost / found",
        "%d / %d"
            .formatted(
                topics.count("collections.contact.lost.v1", loanIds),
                topics.count("collections.contact.found.v1", loanIds)));
    narrator.row("strangers who answered a recycled number", tally.count("strangers reached"));
    narrator.row("collectors' contacts refused by rule", tally.refusals());
    narrator.row(
        "contacts by channel and state (all runs)", collections("contacts", "channel", "state"));
    narrator.row("contacts refused by rule (all runs)", collections("refusals", "rule", null));
    narrator.row(
        "messages / calls to a stranger (all runs)",
        scene.outside().counter("strangerDeliveries")
            + " / "
            + scene.outside().counter("strangerCalls"));
    narrator.row(
        "write-offs / blacklist entries / second loans refused",
        "%d / %d / %d"
            .formatted(
                tally.count("write-offs"),
                tally.count("blacklist entries"),
                tally.count("second applications refused")));
    narrator.row(
        "recovered after write-off",
        tally.count("recoveries") + ", " + Narrator.cny(tally.sum("recovered")));
    narrator.row("receipts verified offline", tally.count("receipts verified offline"));
    narrator.row("AUC of the score against who stopped paying", auc());
    narrator.row(
        "business days / requests / sent again",
        "%d / %d / %d"
            .formatted(
                tally.count("days closed"), scene.gateway().requests(), scene.gateway().repeats()));
  }

  private String auc() {
    List<Auc.Judged> judged =
        lives.stream()
            .filter(life -> life.loan().isPresent() && life.score().isPresent())
            .map(life -> new Auc.Judged(life.score().get(), life.plan().stopsPaying()))
            .toList();
    long stopped = judged.stream().filter(Auc.Judged::stopped).count();
    return Auc.of(judged) + " (" + judged.size() + " loans, " + stopped + " stopped)";
  }

  private Map<String, Long> stages() {
    Map<String, Long> stages = new TreeMap<>();
    for (JsonObject loan : scene.gateway().all(scene.staff().officer(), "/servicing/v1/loans")) {
      if (loanIds.contains(loan.getString("loanId"))) {
        String state = loan.getString("state");
        boolean active = state.equals("ACTIVE");
        stages.merge(active ? state + " " + loan.getString("stage") : state, 1L, Long::sum);
      }
    }
    return stages;
  }

  private Map<String, Long> cases() {
    Map<String, Long> cases = new TreeMap<>();
    for (JsonObject each : scene.gateway().all(scene.staff().officer(), "/collections/v1/cases")) {
      if (loanIds.contains(each.getString("loanId"))) {
        String outcome = each.getString("outcome");
        cases.merge(outcome == null ? each.getString("state") : outcome, 1L, Long::sum);
      }
    }
    return cases;
  }

  /** A list of counts of the collections summary, as "key: count" texts. */
  private String collections(String list, String first, String second) {
    Map<String, Long> counts = new TreeMap<>();
    scene
        .gateway()
        .get(scene.staff().officer(), "/collections/v1/reports/summary")
        .orFail()
        .json()
        .getJsonArray(list)
        .stream()
        .map(JsonObject.class::cast)
        .forEach(
            row -> {
              String more = second == null ? null : row.getString(second);
              String key = row.getString(first) + (more == null ? "" : " " + more);
              counts.merge(key, row.getLong("count"), Long::sum);
            });
    return counts.toString();
  }
}
