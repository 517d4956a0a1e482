package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;

/** The lender's calendar, moved by the administrator one day at a time. */
final class Days {

  private static final Duration CLOSED_WITHIN = Duration.ofMinutes(5);
  private static final String PATH = "/servicing/v1/business-days/";
  private static final int STILL_CLOSING = 202;
  private static final String OPEN_DEBITS = "DAY_HAS_OPEN_DEBITS";

  private final Scene scene;

  Days(Scene scene) {
    this.scene = scene;
  }

  LocalDate today() {
    return LocalDate.parse(
        scene.gateway().get(scene.staff().admin(), PATH + "current").orFail().text("date"));
  }

  /** Closes a day, waiting for debits that the bank has not answered yet; gives the next day. */
  LocalDate close(LocalDate day) {
    Reply closed = Pace.until("the close of " + day, CLOSED_WITHIN, () -> attempt(day)).orFail();
    scene.tally().add("days closed");
    int debits = closed.json().getInteger("debitsOrdered");
    if (debits > 0) {
      scene.narrator().tell("servicing", "closes the day; debits for the next", debits);
    }
    return day.plusDays(1);
  }

  private Optional<Reply> attempt(LocalDate day) {
    Reply reply =
        scene
            .gateway()
            .post(scene.staff().admin(), PATH + day + "/close", new JsonObject(), "close " + day);
    return reply.rule().equals(OPEN_DEBITS) || reply.status() == STILL_CLOSING
        ? Optional.empty()
        : Optional.of(reply);
  }
}
