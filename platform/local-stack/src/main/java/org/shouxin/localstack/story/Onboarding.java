package org.shouxin.localstack.story;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.shouxin.localstack.standin.RegisteredPerson;
import org.shouxin.localstack.standin.StandInAdmin.SentMessage;
import org.shouxin.localstack.story.client.Login;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;
import org.shouxin.localstack.story.client.StoryFailure;
import org.shouxin.localstack.story.plan.BorrowerPlan;
import org.shouxin.localstack.story.plan.Persona;
import org.shouxin.localstack.story.plan.Wish;

/** From nothing to the signature: everything a borrower does through the app to get a loan. */
final class Onboarding {

  private static final Duration DECIDED_WITHIN = Duration.ofMinutes(3);
  private static final Duration CODE_WITHIN = Duration.ofMinutes(2);
  private static final Duration CLOCKS_APART_MAX = Duration.ofSeconds(10);
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");
  private static final Set<String> WAITING = Set.of("SUBMITTED", "APPROVED");
  private static final List<String> CONSENTS =
      List.of("IDENTITY_CHECK", "BUREAU_QUERY", "BUREAU_REPORT", "CONTACT", "AUTO_DEBIT");
  private static final String CONSENT_TEXT = "2026-01";
  private static final String NOBODY_COULD_JUDGE = "ASSESSMENT_UNAVAILABLE";
  private static final String READING_RULE = "CN-DISC-01";
  private static final String APPLICATIONS = "/origination/v1/applications/";

  private final Scene scene;
  private final String run;

  Onboarding(Scene scene, String run) {
    this.scene = scene;
    this.run = run;
  }

  /** Lets the outside world know the persons: authority, carrier, bureau and bank. */
  void enterWorld(List<BorrowerPlan> plans) {
    scene.outside().enter(plans.stream().map(Onboarding::person).toList());
  }

  static RegisteredPerson person(BorrowerPlan plan) {
    Persona persona = plan.persona();
    return RegisteredPerson.of(
            persona.name(), persona.idNumber(), persona.phone(), persona.cardNumber())
        .withLine(plan.wish().monthsInNetwork(), true)
        .withBureau(plan.wish().bureau().map(Onboarding::facts).orElse(null));
  }

  private static JsonObject facts(Wish.Bureau bureau) {
    return new JsonObject()
        .put("openLoans", bureau.openLoans())
        .put("openDebt", cny(bureau.openDebtYuan()))
        .put("enquiries90d", bureau.enquiries90d())
        .put("worstStatus24m", bureau.worstStatus24m())
        .put("utilisation", hundredths(bureau.utilisationPercent()))
        .put("lastPaymentRatio", hundredths(bureau.lastPaymentPercent()))
        .put("features", new JsonObject());
  }

  /** Signs up at the identity provider, then registers with the lender. */
  Life register(BorrowerPlan plan) {
    String username = "borrower-" + run + "-" + plan.alias().toLowerCase(Locale.ROOT);
    Login login = scene.keycloak().signUp(username, "a-password-of-" + username.hashCode() + "!");
    Life life = new Life(plan, login);
    Persona persona = plan.persona();
    JsonArray consents = new JsonArray();
    CONSENTS.forEach(
        purpose ->
            consents.add(
                new JsonObject()
                    .put("purpose", purpose)
                    .put("granted", true)
                    .put("textVersion", CONSENT_TEXT)));
    JsonObject body =
        new JsonObject()
            .put("name", persona.name())
            .put("idNumber", persona.idNumber())
            .put("phone", persona.phone())
            .put("email", persona.email())
            .put("cardNumber", persona.cardNumber())
            .put("address", "示例市示例路" + (plan.alias().hashCode() & 0xff) + "号")
            .put("deviceToken", persona.deviceToken())
            .put("preferredChannel", "SMS")
            .put("language", "zh-CN")
            .put("contactHours", atAnyHour())
            .put("consents", consents);
    Reply reply =
        scene
            .gateway()
            .post(login, "/origination/v1/borrowers", body, plan.alias() + " registers")
            .orFail();
    life.registered(reply.text("id"));
    scene.tally().add("registered");
    scene.tell(life, "signs up and registers", reply.text("state"));
    return life;
  }

  /** The story's days last seconds, so its borrowers agree to be reminded at any hour. */
  private static JsonObject atAnyHour() {
    return new JsonObject().put("from", "00:00").put("to", "24:00").put("nightAgreed", true);
  }

  /** Applies, waits for the decision; a referred application is decided by a reviewer. */
  void apply(Life life) {
    Wish wish = life.plan().wish();
    JsonObject body =
        new JsonObject()
            .put("productCode", "CONSUMER_ONLINE")
            .put("amount", cny(wish.amountYuan()))
            .put("termMonths", wish.termMonths())
            .put("method", wish.method())
            .put("purpose", wish.purpose())
            .put("monthlyIncome", cny(wish.monthlyIncomeYuan()))
            .put("monthlyDebtService", cny(wish.monthlyDebtServiceYuan()));
    Reply applied =
        scene
            .gateway()
            .post(life.login(), "/origination/v1/applications", body, life.alias() + " applies")
            .orFail();
    life.applied(applied.text("id"));
    scene.tally().add("applications");
    scene.tell(
        life,
        "applies for %d months".formatted(wish.termMonths()),
        Narrator.cny(BigDecimal.valueOf(wish.amountYuan())));
    Reply decided = decision(life);
    if (decided.text("state").equals("REFERRED")) {
      review(life, decided, "APPROVE", "wage slips and tenancy seen, income confirmed");
      decided = decision(life);
    }
    remember(life, decided);
  }

  private Reply decision(Life life) {
    return Pace.until(
        life.alias() + "'s application is decided",
        DECIDED_WITHIN,
        () ->
            Optional.of(application(life))
                .filter(reply -> !WAITING.contains(reply.text("state")))
                .filter(reply -> !reasons(reply).contains(NOBODY_COULD_JUDGE)));
  }

  Reply application(Life life) {
    return scene.gateway().get(life.login(), APPLICATIONS + life.applicationId()).orFail();
  }

  /** Who was declined asks for a person, once; the person sees no ground to decide otherwise. */
  void appeal(Life life) {
    scene.tally().add("appeals");
    Reply appealed = step(life, "appeal", new JsonObject(), "appeals").orFail();
    review(life, appealed, "DECLINE", "score and facts checked by hand, no error found");
    scene.tell(life, "reads why", reasons(application(life)));
  }

  private void review(Life life, Reply referred, String decision, String why) {
    scene.tally().add("referred");
    scene.tell(life, "is referred to a person", reasons(referred));
    JsonObject body = new JsonObject().put("decision", decision).put("reason", why);
    Reply reply =
        scene
            .gateway()
            .post(
                scene.staff().reviewer(),
                APPLICATIONS + life.applicationId() + "/review",
                body,
                life.alias() + " is reviewed");
    scene.tally().add(reply.done() ? "decided by a reviewer" : "reviews refused");
    scene.tell(
        life,
        "is looked at by a reviewer",
        reply.done() ? decision + ": " + why : reply.rule() + " " + reply.detail());
  }

  private void remember(Life life, Reply decided) {
    String state = decided.text("state");
    if (state.equals("OFFERED")) {
      scene.tally().add("approvals");
      scene.tell(
          life,
          "is approved, grade %s, rate %s"
              .formatted(decided.json().getString("grade"), decided.json().getValue("annualRate")),
          Narrator.cny(decided.amount("approvedAmount")));
      life.offered();
    } else {
      scene.tally().add("declines");
      scene.tell(life, "is " + state, reasons(decided));
    }
  }

  /** The reasons as the applicant reads them. */
  static String reasons(Reply decided) {
    JsonArray reasons = decided.json().getJsonArray("reasons", new JsonArray());
    return reasons.stream()
        .map(JsonObject.class::cast)
        .map(reason -> reason.getString("code") + ": " + reason.getString("text"))
        .collect(Collectors.joining("; "));
  }

  /** Opens the offer for the first time; the reading time begins. */
  void read(Life life) {
    Reply offer = offer(life);
    life.reads();
    JsonObject table = offer.json().getJsonObject("disclosure");
    scene.tell(
        life,
        "reads the offer, all-in annual cost",
        table.getString("annualPercentageRate") + ", to pay " + totalOf(table));
  }

  private Reply offer(Life life) {
    return scene
        .gateway()
        .get(life.login(), APPLICATIONS + life.applicationId() + "/offer")
        .orFail();
  }

  private static String totalOf(JsonObject table) {
    return Narrator.cny(Reply.amountIn(table.getJsonObject("totals"), "total"));
  }

  /** Accepts what was read, and signs with the code that came by text message. */
  void sign(Life life) {
    Reply offer = offer(life);
    life.awaitReading(Duration.ofSeconds(offer.json().getLong("readingSecondsMin")));
    JsonObject body = new JsonObject().put("disclosureHash", offer.text("disclosureHash"));
    Reply accepted = step(life, "acceptance", body, "accepts");
    if (accepted.rule().equals(READING_RULE)) {
      life.awaitReading(CLOCKS_APART_MAX);
      accepted = step(life, "acceptance", body, "accepts");
    }
    accepted.orFail();
    Reply signed = Pace.until(life.alias() + " signs", CODE_WITHIN, () -> signed(life)).orFail();
    scene.tally().add("signed");
    scene.tell(
        life, "signs, contract hash in the log", signed.text("contractHash").substring(0, 12));
  }

  /** A code of an attempt whose answer was lost may be followed by a newer one. */
  private Optional<Reply> signed(Life life) {
    String code = latestCode(life);
    Reply reply = step(life, "signature", new JsonObject().put("code", code), "signs " + code);
    return reply.rule().equals("CODE_WRONG") ? Optional.empty() : Optional.of(reply);
  }

  private Reply step(Life life, String step, JsonObject body, String once) {
    String path = APPLICATIONS + life.applicationId() + "/" + step;
    return scene.gateway().post(life.login(), path, body, life.alias() + " " + once);
  }

  private String latestCode(Life life) {
    return Pace.until(
        life.alias() + " gets the code",
        CODE_WITHIN,
        () -> {
          List<SentMessage> messages = scene.outside().messagesTo(life.plan().persona().phone());
          for (int i = messages.size() - 1; i >= 0; i--) {
            Matcher code = CODE.matcher(messages.get(i).text());
            if (code.find()) {
              return Optional.of(code.group());
            }
          }
          return Optional.empty();
        });
  }

  /** Waits until the money is in the bank account, and learns the schedule. */
  void awaitPayout(Life life) {
    JsonObject loan =
        Pace.until(life.alias() + " gets the money", DECIDED_WITHIN, () -> activeLoan(life));
    BigDecimal principal = Reply.amountIn(loan, "principal");
    BigDecimal balance = scene.outside().balance(life.card());
    if (balance.compareTo(principal) != 0) {
      throw new StoryFailure(
          life.alias() + " should have " + principal + " in the bank, has " + balance);
    }
    life.has(LoanBook.read(scene, life, loan));
    scene.tally().add("loans disbursed");
    scene.tally().add("principal disbursed", principal);
    scene.tell(life, "has the money in the bank", Narrator.cny(balance));
  }

  private Optional<JsonObject> activeLoan(Life life) {
    return scene
        .gateway()
        .get(life.login(), "/servicing/v1/loans?borrowerId=" + life.borrowerId())
        .orFail()
        .items()
        .stream()
        .filter(loan -> loan.getString("state").equals("ACTIVE"))
        .findFirst();
  }

  private static JsonObject cny(long yuan) {
    return new JsonObject().put("amount", yuan + ".00").put("currency", "CNY");
  }

  private static String hundredths(int percent) {
    return BigDecimal.valueOf(percent, 2).toPlainString();
  }
}
