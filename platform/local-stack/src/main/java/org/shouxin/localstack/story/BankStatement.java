package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import org.shouxin.localstack.story.client.Reply;

/**
 * The officer's work at the end: the bank's own statement is fetched and held against the books; a
 * debit that the bank recalled is a break until the officer explains it by its reversal.
 */
final class BankStatement {

  private static final String BREAKS = "/servicing/v1/statement-breaks";

  private final Scene scene;
  private long matched;
  private long waiting;
  private int explained;
  private int open;

  BankStatement(Scene scene) {
    this.scene = scene;
  }

  void reconcile(TopicFacts topics) {
    Reply imported =
        scene
            .gateway()
            .post(
                scene.staff().officer(),
                "/servicing/v1/bank-statements/fetch",
                new JsonObject(),
                "fetches the statement")
            .orFail();
    matched = imported.json().getLong("matched");
    waiting = imported.json().getLong("waiting");
    for (JsonObject each : scene.gateway().all(scene.staff().officer(), BREAKS + "?state=OPEN")) {
      if (topics.reversed().contains(each.getString("orderId"))) {
        explain(each.getString("breakId"));
      } else {
        open++;
      }
    }
    scene
        .narrator()
        .tell("officer", "holds the books against the bank's statement", matched + " lines match");
  }

  private void explain(String breakId) {
    JsonObject note = new JsonObject().put("note", "recalled by the payer's bank, reversed");
    scene
        .gateway()
        .post(
            scene.staff().officer(),
            BREAKS + "/" + breakId + "/explanation",
            note,
            "explains " + breakId)
        .orFail();
    explained++;
  }

  /** Every line of the bank is a movement of the books, or an officer has said why not. */
  boolean agrees() {
    return open == 0 && waiting == 0;
  }

  String figure() {
    return "%d lines match, %d breaks explained, %d open".formatted(matched, explained, open);
  }
}
