package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.localstack.story.plan.BorrowerPlan;
import org.shouxin.localstack.story.plan.Identities;
import org.shouxin.localstack.story.plan.Persona;

/**
 * What becomes of a loan that is given up: written off by an officer, the borrower listed with that
 * as evidence by two persons, and a second application of the same person, under another phone and
 * card, refused with a reason that the applicant can read. Later some of the money comes in.
 */
final class Aftermath {

  private static final Duration TOLD_WITHIN = Duration.ofMinutes(2);
  private static final String ENTRIES = "/risk/v1/blacklist-entries";

  private final Scene scene;
  private final Onboarding onboarding;
  private final Identities identities;
  private final Map<String, BigDecimal> writtenOff = new ConcurrentHashMap<>();

  Aftermath(Scene scene, Onboarding onboarding, Identities identities) {
    this.scene = scene;
    this.onboarding = onboarding;
    this.identities = identities;
  }

  /** Writes the loan off once it is late enough; false while it is not. */
  boolean writeOff(Life life, LocalDate today) {
    Life.Loan loan = life.loan().orElseThrow();
    String path = "/servicing/v1/loans/" + loan.id();
    Reply seen = scene.gateway().get(scene.staff().officer(), path).orFail();
    if (!seen.text("stage").equals("M4_PLUS")) {
      return false;
    }
    JsonObject body =
        new JsonObject().put("reason", "more than 90 days late, not reachable by law");
    scene
        .gateway()
        .post(
            scene.staff().officer(),
            path + "/write-off",
            body,
            life.alias() + " is proposed for write-off " + today)
        .orFail();
    scene
        .gateway()
        .post(
            scene.staff().reviewer(),
            path + "/write-off/approval",
            new JsonObject(),
            life.alias() + " is written off " + today)
        .orFail();
    scene.tally().add("write-offs");
    BigDecimal lost = seen.amount("principalOutstanding");
    writtenOff.put(life.alias(), lost);
    scene.tell(life, "is written off", Narrator.cny(lost));
    life.end();
    return true;
  }

  /** A little comes in on what was given up: the debt itself lives on. */
  void recover(Life life, Purse purse) {
    BigDecimal part = writtenOff.get(life.alias()).movePointLeft(1).setScale(0, RoundingMode.UP);
    purse.pay(life, part, "pays after the write-off", new JsonObject());
    life.paid();
    scene.tally().add("recoveries");
    scene.tally().add("recovered", part);
    scene.tell(life, "pays something after the write-off", Narrator.cny(part));
  }

  /** Proposed by an officer, put into force by a reviewer after notice. */
  void list(Life life) {
    Life.Loan loan = life.loan().orElseThrow();
    JsonObject body =
        new JsonObject()
            .put("borrowerId", life.borrowerId())
            .put("ground", "WRITTEN_OFF")
            .put(
                "evidence",
                new JsonObject()
                    .put("loanId", loan.id())
                    .put("note", "written off after more than ninety days"));
    Reply entry =
        Pace.until(
            "risk has heard of the write-off of " + life.alias(),
            TOLD_WITHIN,
            () -> proposed(life, body));
    String entryId = entry.orFail().text("entryId");
    JsonObject notice = new JsonObject().put("noticeReference", "notice/" + entryId);
    Reply active =
        scene
            .gateway()
            .post(
                scene.staff().reviewer(),
                ENTRIES + "/" + entryId + "/activation",
                notice,
                life.alias() + " is listed");
    if (!active.done()) {
      active = scene.gateway().get(scene.staff().reviewer(), ENTRIES + "/" + entryId);
    }
    scene.tally().add("blacklist entries");
    scene.tell(life, "is entered in the blacklist", active.orFail().text("state"));
  }

  private Optional<Reply> proposed(Life life, JsonObject body) {
    Reply reply =
        scene.gateway().post(scene.staff().officer(), ENTRIES, body, life.alias() + " is proposed");
    return reply.rule().equals("BLACKLIST_EVIDENCE_KNOWN") ? Optional.empty() : Optional.of(reply);
  }

  /** The same ID number asks again under another phone, and is declined. */
  void asksAgain(Life life) {
    Persona before = life.plan().persona();
    String alias = before.alias() + "x";
    Persona again =
        before.under(alias, identities.phone(), identities.card(), "again-" + before.email());
    BorrowerPlan plan =
        new BorrowerPlan(
            again, life.plan().wish(), life.plan().conducts(), life.plan().stopsPaying());
    scene.outside().enter(Onboarding.person(plan));
    Life second = onboarding.register(plan);
    onboarding.apply(second);
    Reply application = onboarding.application(second);
    boolean refused =
        application.text("state").equals("DECLINED")
            && Onboarding.reasons(application).contains("BLACKLIST");
    scene.tally().add(refused ? "second applications refused" : "second applications NOT refused");
    scene.tell(second, "asks again, same ID, other phone", application.text("state"));
    scene.tell(second, "reads why", Onboarding.reasons(application));
  }
}
