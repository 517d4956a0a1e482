package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.localstack.story.client.StoryFailure;

/**
 * The collectors at work: they call within the lawful hours, take promises, and write where the
 * number is gone. Now and then one of them tries what the law forbids; the suite must refuse it and
 * name the rule.
 */
final class CollectorsDesk {

  private static final LocalTime MORNING = LocalTime.of(10, 15);
  private static final LocalTime NIGHT = LocalTime.of(22, 30);
  private static final Duration SAME_DAY_WITHIN = Duration.ofMinutes(2);
  private static final int LOOKS_WITHOUT_CASE_MAX = 8;
  private static final int PROMISE_DAYS = 5;
  private static final int PROMISE_DAYS_MAX = 14;
  private static final int VISITS_MAX = 4;
  private static final int CALLS_A_DAY_MAX = 3;
  private static final Set<String> NUMBER_RULES =
      Set.of("NUMBER_EMPTY", "NUMBER_RECYCLED", "CONTACT_POINT_BLOCKED");

  private final Scene scene;
  private final Map<String, Integer> visits = new ConcurrentHashMap<>();
  private final Set<String> promised = ConcurrentHashMap.newKeySet();
  private final Map<String, OpenPromise> promises = new ConcurrentHashMap<>();
  private final AtomicInteger looksWithoutCase = new AtomicInteger();
  private Optional<String> anyCase = Optional.empty();
  private final Set<String> lost = ConcurrentHashMap.newKeySet();

  private record OpenPromise(Life life, String caseId, String id) {}

  CollectorsDesk(Scene scene) {
    this.scene = scene;
  }

  /** Works every open case once. */
  void work(LocalDate today, Map<String, Life> livesByLoan) {
    awaitDay(today);
    scene.crew().forEach(List.copyOf(promises.values()), this::readJudgement);
    List<JsonObject> cases =
        all("?state=OPEN")
            .filter(open -> livesByLoan.containsKey(open.getString("loanId")))
            .toList();
    scene.narrator().tell("collector", "looks at the open cases", cases.size());
    scene
        .crew()
        .forEach(cases, open -> visit(open, livesByLoan.get(open.getString("loanId")), today));
  }

  /** Days close faster here than in life; what happened must have reached collections first. */
  private void awaitDay(LocalDate today) {
    Pace.until(
        "collections knows that it is " + today,
        SAME_DAY_WITHIN,
        () -> Optional.of(today).filter(this::isKnown));
  }

  private boolean isKnown(LocalDate today) {
    if (anyCase.isEmpty()) {
      anyCase = all("").findFirst().map(known -> known.getString("id"));
    }
    if (anyCase.isEmpty()) {
      return looksWithoutCase.incrementAndGet() > LOOKS_WITHOUT_CASE_MAX;
    }
    String path = "/collections/v1/cases/" + anyCase.get() + "/allowance";
    String day = scene.gateway().get(scene.staff().collector(), path).orFail().text("businessDate");
    return !LocalDate.parse(day).isBefore(today);
  }

  private Stream<JsonObject> all(String query) {
    return scene.gateway().all(scene.staff().collector(), "/collections/v1/cases" + query).stream();
  }

  private void visit(JsonObject open, Life life, LocalDate today) {
    String caseId = open.getString("id");
    int visit = visits.merge(caseId, 1, Integer::sum);
    if (open.getBoolean("contactLost")) {
      writeInstead(caseId, life, today);
    } else if (visit <= VISITS_MAX) {
      if (visit == 1 && number(life) % 4 == 1) {
        tryAtNight(caseId, life, today);
      }
      if (visit == 3) {
        contact(caseId, life, today, "SMS", MORNING, "sms");
      }
      call(caseId, life, today)
          .filter(outcome -> outcome.equals("ANSWERED") && !life.role().losesNumber())
          .ifPresent(answered -> talk(caseId, life, today, visit));
    }
  }

  private void talk(String caseId, Life life, LocalDate today, int visit) {
    if (visit == 1 && number(life) % 5 == 2) {
      callTooOften(caseId, life, today);
    }
    promiseDay(life, today).ifPresent(day -> promise(caseId, life, today, day));
  }

  /** Who will catch up by plan promises that day; who was dealt a promise makes it once. */
  private Optional<LocalDate> promiseDay(Life life, LocalDate today) {
    if (promised.contains(occasion(life, today))) {
      return Optional.empty();
    }
    LocalDate soon = today.plusDays(PROMISE_DAYS);
    if (life.hasStopped(today) && life.role() == Role.KEEPS_PROMISE) {
      life.willPayOn(soon.minusDays(1));
      return Optional.of(soon);
    }
    if (life.hasStopped(today)) {
      return life.role() == Role.BREAKS_PROMISE ? Optional.of(soon) : Optional.empty();
    }
    return life.nextCatchUp(today).filter(day -> !day.isAfter(today.plusDays(PROMISE_DAYS_MAX)));
  }

  /** One promise while somebody is merely late, one more after having stopped. */
  private static String occasion(Life life, LocalDate today) {
    return life.alias() + life.hasStopped(today);
  }

  private void promise(String caseId, Life life, LocalDate today, LocalDate day) {
    BigDecimal due =
        scene
            .gateway()
            .get(scene.staff().collector(), "/collections/v1/cases/" + caseId)
            .orFail()
            .amount("amountDue");
    JsonObject body =
        new JsonObject()
            .put(
                "amount",
                new JsonObject().put("amount", due.toPlainString()).put("currency", "CNY"))
            .put("dueDate", day.toString());
    Reply reply =
        scene
            .gateway()
            .post(
                scene.staff().collector(),
                "/collections/v1/cases/" + caseId + "/promises",
                body,
                life.alias() + " promises for " + day);
    if (reply.done()) {
      promised.add(occasion(life, today));
      String id = reply.text("id");
      promises.put(id, new OpenPromise(life, caseId, id));
      scene.tally().add("promises made");
      scene.tell(life, "promises to pay by " + day, Narrator.cny(due));
    } else {
      scene.tell(life, "promise not taken", reply.rule() + " " + reply.detail());
    }
  }

  /** The ledger judges a promise, nobody else; here its verdict is read. */
  private void readJudgement(OpenPromise open) {
    scene
        .gateway()
        .all(scene.staff().collector(), "/collections/v1/cases/" + open.caseId() + "/promises")
        .stream()
        .filter(promise -> open.id().equals(promise.getString("id")))
        .map(promise -> promise.getString("state"))
        .filter(state -> !state.equals("MADE"))
        .findFirst()
        .ifPresent(
            state -> {
              promises.remove(open.id());
              scene.tell(open.life(), "promise, judged by the ledger", state);
            });
  }

  private Optional<String> call(String caseId, Life life, LocalDate today) {
    Reply reply = contact(caseId, life, today, "VOICE", MORNING, "call");
    if (!reply.done()) {
      scene.tell(life, "is not called", reply.rule() + " " + reply.detail());
      return Optional.empty();
    }
    String outcome = outcomeOf(caseId, reply.text("id"));
    if (outcome.equals("ANSWERED") && life.strangerAnswers()) {
      apologise(caseId, reply.text("id"), life);
      return Optional.empty();
    }
    scene.tell(life, "is called at " + MORNING, outcome);
    return Optional.of(outcome);
  }

  /**
   * A stranger answers: nothing is said of the loan, and the carrier, whose records have caught up
   * by now, is asked whose number it is.
   */
  private void apologise(String caseId, String contactId, Life life) {
    scene.outside().phoneStatus(life.plan().persona().phone(), "RECYCLED");
    Reply reported =
        scene
            .gateway()
            .post(
                scene.staff().collector(),
                "/collections/v1/cases/" + caseId + "/contacts/" + contactId + "/wrong-person",
                new JsonObject(),
                life.alias() + " stranger " + contactId);
    scene.tally().add("strangers reached");
    scene.tell(
        life,
        "a stranger answers, the carrier is asked",
        reported.done() ? "REPORTED" : reported.rule());
  }

  private String outcomeOf(String caseId, String contactId) {
    return scene
        .gateway()
        .all(scene.staff().collector(), "/collections/v1/cases/" + caseId + "/contacts")
        .stream()
        .filter(contact -> contactId.equals(contact.getString("id")))
        .map(contact -> contact.getString("state"))
        .findFirst()
        .orElseThrow(() -> new StoryFailure("contact " + contactId + " is not in its case"));
  }

  private void tryAtNight(String caseId, Life life, LocalDate today) {
    Reply reply = contact(caseId, life, today, "VOICE", NIGHT, "night");
    mustBeRefused(life, "call at " + NIGHT, reply, Set.of("CN-CONTACT-01"));
  }

  /** The first call was answered; the law allows three a day, whoever makes them. */
  private void callTooOften(String caseId, Life life, LocalDate today) {
    Reply reply;
    int call = 1;
    do {
      call++;
      reply = contact(caseId, life, today, "VOICE", MORNING.plusHours(call), "call " + call);
    } while (reply.done() && call <= CALLS_A_DAY_MAX);
    mustBeRefused(life, "call number " + call + " of a day", reply, Set.of("CN-CONTACT-02"));
  }

  /** The number is gone: no call goes there, but mail and app do. */
  private void writeInstead(String caseId, Life life, LocalDate today) {
    if (!lost.add(life.alias())) {
      return;
    }
    scene.tally().add("contacts lost");
    scene.tell(life, "cannot be reached by phone", life.role());
    tellLimit(life);
    Reply call = contact(caseId, life, today, "VOICE", MORNING, "call lost");
    mustBeRefused(life, "call to a number that is gone", call, NUMBER_RULES);
    Reply sms = contact(caseId, life, today, "SMS", MORNING, "sms lost");
    mustBeRefused(life, "message to a number that is gone", sms, NUMBER_RULES);
    for (String channel : List.of("APP_PUSH", "EMAIL")) {
      if (contact(caseId, life, today, channel, MORNING, channel).done()) {
        scene.tally().add("contacts by app or mail after loss");
        scene.tell(life, "is written to instead", channel);
      }
    }
  }

  /** Risk hears of the loss and holds the limit down. */
  private void tellLimit(Life life) {
    Reply limit =
        scene
            .gateway()
            .get(scene.staff().officer(), "/risk/v1/borrowers/" + life.borrowerId() + "/limit")
            .orFail();
    scene.tell(
        life,
        "has a limit of %s, held down by".formatted(Narrator.cny(limit.amount("limit"))),
        limit.json().getJsonArray("restrictions"));
  }

  /** By one of these rules, or because the number is closed anyway. */
  private void mustBeRefused(Life life, String what, Reply reply, Set<String> rules) {
    boolean otherwiseClosed = NUMBER_RULES.contains(reply.rule());
    if (reply.done() || !rules.contains(reply.rule()) && !otherwiseClosed) {
      scene.tally().add("unlawful contacts let through");
      scene.tell(life, "NOT REFUSED: " + what, reply.status() + " " + reply.json().encode());
    } else {
      scene.tell(life, "refused: " + what, reply.rule() + " " + reply.detail());
    }
  }

  private Reply contact(
      String caseId, Life life, LocalDate today, String channel, LocalTime at, String once) {
    JsonObject body =
        new JsonObject()
            .put("channel", channel)
            .put("plannedAt", today.atTime(at).toString())
            .put("script", channel.equals("VOICE") ? "CALL_FOR_PLAN" : "FIRST_NOTICE");
    Reply reply =
        Pace.until(
            "collections knows that it is " + today,
            SAME_DAY_WITHIN,
            () -> answered(caseId, body, life.alias() + " " + once + " " + today));
    if (reply.done()) {
      scene.tally().add("contacts made");
    } else {
      scene.tally().refused(reply.rule());
    }
    return reply;
  }

  /** The day's turn may still be on its way to collections. */
  private Optional<Reply> answered(String caseId, JsonObject body, String once) {
    Reply reply =
        scene
            .gateway()
            .post(
                scene.staff().collector(),
                "/collections/v1/cases/" + caseId + "/contacts",
                body,
                once);
    return reply.rule().equals("NOT_THE_BUSINESS_DATE") ? Optional.empty() : Optional.of(reply);
  }

  private static int number(Life life) {
    return Integer.parseInt(life.alias().substring(2));
  }
}
