package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.shouxin.localstack.standin.StandInAdmin;
import org.shouxin.localstack.story.client.Gateway;
import org.shouxin.localstack.story.client.Keycloak;
import org.shouxin.localstack.story.client.StoryFailure;
import org.shouxin.localstack.story.plan.BorrowerPlan;
import org.shouxin.localstack.story.plan.Cast;
import org.shouxin.localstack.story.plan.GeneratedBorrowers;
import org.shouxin.localstack.story.plan.Identities;
import org.shouxin.localstack.story.plan.TaiwanBorrowers;

/**
 * The demonstration: borrowers live the whole life of a loan through the gateway, as strangers to
 * the suite. Ends with a table and the invariants; its result is 0 only if every one of them held.
 */
public final class Story {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int TROUBLE_FROM_BORROWERS = 10;
  private static final int FAILED = 1;

  private final StoryOptions options;
  private final String run;
  private final Scene scene;
  private final Identities identities;
  private final Cast cast;

  private Story(StoryOptions options, Crew crew, Narrator narrator, Clock clock)
      throws IOException {
    this.options = options;
    this.run = Long.toString(clock.millis() / 1_000, Character.MAX_RADIX);
    Keycloak keycloak =
        new Keycloak(options.keycloak(), options.gateway().resolve("/app/callback"));
    this.scene =
        new Scene(
            new Gateway(options.gateway(), run),
            keycloak,
            new StandInAdmin(options.standIns()),
            Scene.Staff.of(keycloak, options.staffPassword()),
            narrator,
            new Tally(),
            crew);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
    this.identities = new Identities(run, options.seed(), today);
    this.cast =
        options.borrowersFile() == null
            ? new GeneratedBorrowers(options.count(), options.seed(), identities)
            : TaiwanBorrowers.read(
                options.borrowersFile(), options.count(), options.seed(), identities);
  }

  /** Tells the story on the standard output; 0 only if every invariant held. */
  public static int run(StoryOptions options) {
    return run(options, System.out, Clock.systemUTC());
  }

  static int run(StoryOptions options, PrintStream to, Clock clock) {
    PrintStream out = new PrintStream(to, true, StandardCharsets.UTF_8);
    Narrator narrator = new Narrator(out);
    try (Crew crew = new Crew()) {
      return new Story(options, crew, narrator, clock).tell();
    } catch (StoryFailure | IOException failure) {
      narrator.plain("THE STORY BROKE OFF: " + failure.getMessage());
      return FAILED;
    }
  }

  private int tell() throws IOException {
    Narrator narrator = scene.narrator();
    LogHeads heads = new LogHeads(scene);
    narrator.chapter("Run " + run + ": " + cast.origin());
    new Scorecard(scene, directory(), options.riskServiceJar()).train(cast, run);
    List<Life> lives = onboard(heads);
    List<Life> borrowers = lives.stream().filter(life -> life.loan().isPresent()).toList();
    dealRoles(borrowers);

    narrator.chapter("The months: days close one by one");
    troubleForDebits();
    Aftermath aftermath = new Aftermath(scene, new Onboarding(scene, run), identities);
    SubLedger books = new SubLedger(scene);
    new Plot(scene, heads, books, aftermath, borrowers).unfold();

    return end(lives, heads, books);
  }

  private Path directory() {
    return options.workDir().resolve(run);
  }

  private List<Life> onboard(LogHeads heads) {
    Narrator narrator = scene.narrator();
    Onboarding onboarding = new Onboarding(scene, run);
    List<BorrowerPlan> plans = cast.borrowers();
    narrator.day(new Days(scene).today());
    narrator.chapter("Sign-up, application, decision");
    onboarding.enterWorld(plans);
    List<Life> lives = Collections.synchronizedList(new ArrayList<>());
    scene
        .crew()
        .forEach(
            plans,
            plan -> {
              Life life = onboarding.register(plan);
              lives.add(life);
              onboarding.apply(life);
              if (life.hasOffer()) {
                onboarding.read(life);
              }
            });
    lives.sort(Comparator.comparing(Life::alias));
    learnScores(lives);
    lives.stream().filter(life -> !life.hasOffer()).findFirst().ifPresent(onboarding::appeal);
    narrator.chapter("Acceptance, signature, payout");
    troubleForPayouts();
    List<Life> offered = lives.stream().filter(Life::hasOffer).toList();
    int half = offered.size() / 2;
    scene.crew().forEach(offered.subList(0, half), onboarding::sign);
    heads.keep();
    scene.crew().forEach(offered.subList(half, offered.size()), onboarding::sign);
    scene.crew().forEach(offered, onboarding::awaitPayout);
    scene.crew().forEach(offered, new Purse(scene)::spendPayout);
    return List.copyOf(lives);
  }

  private void learnScores(List<Life> lives) {
    Map<String, Life> byApplication = new HashMap<>();
    lives.forEach(life -> byApplication.put(life.applicationId(), life));
    for (JsonObject assessment :
        scene.gateway().all(scene.staff().officer(), "/risk/v1/assessments")) {
      Life life = byApplication.get(assessment.getString("applicationId"));
      if (life != null && assessment.getInteger("score") != null) {
        life.scored(assessment.getInteger("score"));
      }
    }
  }

  private void dealRoles(List<Life> borrowers) {
    Map<String, Life> byAlias = new HashMap<>();
    borrowers.forEach(life -> byAlias.put(life.alias(), life));
    LineDesk lines = new LineDesk(scene);
    Map<String, Role> roles =
        Casting.deal(
            borrowers.stream().map(Life::plan).toList(),
            plan -> lines.mayDraw(byAlias.get(plan.alias())));
    borrowers.forEach(life -> life.plays(roles.get(life.alias())));
    scene.narrator().plain("roles: " + Casting.count(roles));
  }

  /** The bank answers late, fails first, and tells twice or late, for some of the payouts. */
  private void troubleForPayouts() {
    if (options.count() < TROUBLE_FROM_BORROWERS) {
      return;
    }
    StandInAdmin outside = scene.outside();
    outside.fault("bank", "payouts", "ERROR_500", 2, 0);
    outside.fault("bank", "payouts", "ERROR_AFTER_EFFECT", 2, 0);
    outside.fault("bank", "payouts", "DELAY", 1, 12_000);
    outside.fault("bank", "payouts", "DUPLICATE_CALLBACK", 2, 0);
    outside.fault("bank", "payouts", "LATE_CALLBACK", 1, 3_000);
    outside.fault("bank", "payouts", "NO_CALLBACK", 1, 0);
    outside.fault("messaging", "sms", "ERROR_500", 2, 0);
    scene.narrator().tell("bank", "will be late, fail or tell twice, payouts", 9);
  }

  private void troubleForDebits() {
    if (options.count() < TROUBLE_FROM_BORROWERS) {
      return;
    }
    StandInAdmin outside = scene.outside();
    outside.fault("bank", "debits", "ERROR_AFTER_EFFECT", 2, 0);
    outside.fault("bank", "debits", "DUPLICATE_CALLBACK", 2, 0);
    outside.fault("bank", "debits", "LATE_CALLBACK", 1, 2_000);
    outside.fault("bank", "debits", "WRONG_AMOUNT", 1, 0);
    outside.fault("bank", "debits", "NO_CALLBACK", 1, 0);
    scene.narrator().tell("bank", "will be late, wrong or tell twice, debits", 7);
  }

  private int end(List<Life> lives, LogHeads heads, SubLedger books) throws IOException {
    Narrator narrator = scene.narrator();
    PersonalData personalData =
        new PersonalData(lives.stream().map(life -> life.plan().persona()).toList());
    TopicFacts topics = TopicFacts.readWhenComplete(options.kafka(), personalData, scene.outside());
    BankStatement statement = new BankStatement(scene);
    statement.reconcile(topics);
    ReceiptCheck.Verdict receipt = new ReceiptCheck(scene, directory()).verify(lives);
    narrator.chapter("The end");
    new EndTable(scene, lives).print(topics);
    List<Invariants.Check> checks =
        new Invariants(scene, heads, lives, new Invariants.Findings(books, statement, receipt))
            .check(topics, personalData, options.logs());
    narrator.chapter("Invariants");
    checks.forEach(
        check ->
            narrator.row((check.held() ? "held    " : "BROKEN  ") + check.what(), check.figure()));
    long broken = checks.stream().filter(check -> !check.held()).count();
    narrator.plain("");
    narrator.plain(
        broken == 0
            ? "All %d invariants held, %d s.".formatted(checks.size(), narrator.elapsedSeconds())
            : "%d of %d invariants are BROKEN.".formatted(broken, checks.size()));
    return broken == 0 ? 0 : FAILED;
  }
}
