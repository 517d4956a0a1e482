package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;

/**
 * Borrowers for whom life gets in the way while they pay in time: one falls ill and asks for a
 * month more, one loses the home to a flood and asks for a payment holiday. Both see the new
 * schedule and what it costs before they accept it.
 */
final class ArrangementDesk {

  private static final int BEFORE_INSTALMENT = 3;
  private static final int LEAD_DAYS = 6;
  private static final int EXTENSION_MONTHS = 1;
  private static final int HOLIDAY_MONTHS = 1;
  private static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(2);

  private final Scene scene;

  ArrangementDesk(Scene scene) {
    this.scene = scene;
  }

  static boolean asks(Life life, LocalDate today) {
    return life.role().asksForArrangement()
        && !life.recovered()
        && today.equals(life.loan().orElseThrow().dateOf(BEFORE_INSTALMENT).minusDays(LEAD_DAYS));
  }

  void ask(Life life) {
    if (life.role() == Role.FALLS_ILL) {
      arrange(
          life,
          "extensions",
          "is ill, asks for a month more, which costs",
          new JsonObject()
              .put("kind", "EXTENSION")
              .put("reason", "ILLNESS")
              .put("months", EXTENSION_MONTHS)
              .put("evidence", "hospital certificate, three weeks"));
    } else {
      arrange(
          life,
          "hardship holidays",
          "is flooded, asks for a holiday, which costs",
          new JsonObject()
              .put("kind", "HARDSHIP")
              .put("reason", "DISASTER")
              .put("months", HOLIDAY_MONTHS)
              .put("evidence", "house under water since Monday")
              .put("evidenceReference", "township/flood-certificate-17"));
    }
  }

  private void arrange(Life life, String counted, String line, JsonObject body) {
    Life.Loan loan = life.loan().orElseThrow();
    String path = "/servicing/v1/loans/" + loan.id() + "/arrangements";
    Reply quote = scene.gateway().post(life.login(), path, body, life.alias() + " " + counted);
    if (!quote.done() || !quote.text("state").equals("REQUESTED")) {
      scene.tell(life, line + ": refused", quote.rule() + " " + quote.detail());
      return;
    }
    scene.tell(life, line, Narrator.cny(quote.amount("costDifference")));
    String acceptance = path + "/" + quote.text("arrangementId") + "/acceptance";
    Pace.until(
            "no debit of " + life.alias() + " is under way",
            ACCEPTED_WITHIN,
            () -> accepted(life, acceptance))
        .orFail();
    life.has(loan.with(LoanBook.schedule(scene, life, loan.id())));
    life.recover();
    scene.tally().add(counted);
    scene.tell(
        life,
        "has a new schedule, instalment " + BEFORE_INSTALMENT,
        "due " + life.loan().orElseThrow().dateOf(BEFORE_INSTALMENT));
  }

  private Optional<Reply> accepted(Life life, String path) {
    Reply reply =
        scene
            .gateway()
            .post(life.login(), path, new JsonObject(), life.alias() + " accepts " + path);
    return reply.rule().equals("DEBIT_IN_FLIGHT") ? Optional.empty() : Optional.of(reply);
  }
}
