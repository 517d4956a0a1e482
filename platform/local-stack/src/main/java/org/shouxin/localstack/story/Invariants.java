package org.shouxin.localstack.story;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouxin.localstack.standin.StandInAdmin.BankTotals;
import org.shouxin.localstack.story.client.Pace;
import org.shouxin.localstack.story.client.Reply;

/**
 * What must hold at the end, checked from outside: by the suite's REST interface, the bank's own
 * books, the topics, the log files, and proofs from the verifiable logs.
 */
final class Invariants {

  private static final Duration QUIET_WITHIN = Duration.ofMinutes(2);
  private static final int CONTRACTS_PROVEN_MAX = 10;
  private static final int REPLAYS_MAX = 25;
  private static final int WHOLE_STORY_FROM_BORROWERS = 20;
  private static final List<String> PARTS =
      List.of(
          "draws",
          "prepayments",
          "pay-offs",
          "extensions",
          "hardship holidays",
          "payments reversed",
          "write-offs",
          "recoveries",
          "receipts verified offline");
  private static final String CASE_OPENED = "collections.case.opened.v1";
  private static final String CASH_AT_BANK = "1001";

  /** One invariant, whether it held, and the figure that shows it. */
  record Check(String what, boolean held, String figure) {}

  /** What was looked at on the way. */
  record Findings(SubLedger books, BankStatement statement, ReceiptCheck.Verdict receipt) {}

  private final Scene scene;
  private final LogHeads heads;
  private final Findings findings;
  private final List<Life> lives;
  private final List<Check> checks = new ArrayList<>();

  Invariants(Scene scene, LogHeads heads, List<Life> lives, Findings findings) {
    this.scene = scene;
    this.heads = heads;
    this.lives = lives;
    this.findings = findings;
  }

  List<Check> check(TopicFacts topics, PersonalData personalData, Path logs) throws IOException {
    BankTotals bank =
        Pace.until(
            "the bank has told everything",
            QUIET_WITHIN,
            () -> Optional.of(scene.outside().bankTotals()).filter(totals -> totals.untold() == 0));
    ledger(bank);
    money(bank, topics);
    onceEach(topics);
    for (String service : LogHeads.SERVICES) {
      boolean worked = !service.equals("collections") || topics.count(CASE_OPENED) > 0;
      LogHeads.Proof proof = heads.prove(service, worked);
      add("log of " + service + " only grew", proof.holds(), proof.figure());
    }
    contracts();
    add(
        "a receipt holds offline, a forged one does not",
        findings.receipt().holds(),
        findings.receipt().figure());
    caseRecords();
    replays();
    Optional<String> inLogs = personalData.inLogs(logs);
    add("no personal datum in log files", inLogs.isEmpty(), inLogs.orElse("none found"));
    add(
        "no personal datum in topics",
        topics.firstPersonalDatum().isEmpty(),
        topics.firstPersonalDatum().orElse(topics.records() + " records read"));
    add(
        "every record keeps the published contract",
        topics.breaches().isEmpty(),
        topics.breaches().isEmpty()
            ? topics.typesMet() + " of asyncapi.yaml met"
            : topics.breaches().toString());
    behaviour();
    parts();
    return List.copyOf(checks);
  }

  private void ledger(BankTotals bank) {
    Reply balance =
        scene.gateway().get(scene.staff().auditor(), "/servicing/v1/ledger/trial-balance").orFail();
    BigDecimal sum = balance.amount("sum");
    add("the ledger sums to zero", sum.signum() == 0, sum.toPlainString());
    BigDecimal cash =
        balance.json().getJsonArray("lines").stream()
            .map(JsonObject.class::cast)
            .filter(line -> CASH_AT_BANK.equals(line.getString("account")))
            .map(line -> Reply.amountIn(line, "balance"))
            .findFirst()
            .orElse(BigDecimal.ZERO);
    BigDecimal real = bank.received().subtract(bank.returned()).subtract(bank.paidOut());
    add(
        "the ledger's receivables are what all loans owe",
        findings.books().firstDifference().isEmpty(),
        findings.books().firstDifference().orElseGet(findings.books()::figure));
    add(
        "the bank's statement is the books'",
        findings.statement().agrees(),
        findings.statement().figure());
    add("the ledger's cash is the bank's", cash.compareTo(real) == 0, cash + " and " + real);
  }

  private void money(BankTotals bank, TopicFacts topics) {
    BigDecimal principal = BigDecimal.ZERO;
    for (JsonObject loan : scene.gateway().all(scene.staff().officer(), "/servicing/v1/loans")) {
      if (loan.getString("valueDate") != null) {
        principal = principal.add(Reply.amountIn(loan, "principal"));
      }
    }
    BigDecimal received = bank.received().subtract(bank.returned());
    add(
        "money out of the bank is principal disbursed",
        bank.paidOut().compareTo(principal) == 0,
        bank.paidOut() + " and " + principal);
    add(
        "money in is allocations plus unapplied",
        received.compareTo(topics.allocated()) == 0,
        received + " and " + topics.allocated());
  }

  /** One effect per event: loan and payout, debit and payment, and nothing undeliverable. */
  private void onceEach(TopicFacts topics) {
    Set<String> requests = new HashSet<>();
    long out = 0;
    long in = 0;
    long returned = 0;
    long matched = 0;
    long twice = 0;
    long from = 1;
    List<JsonObject> entries = scene.outside().statement(from);
    while (!entries.isEmpty()) {
      for (JsonObject entry : entries) {
        String kind = entry.getString("kind");
        twice += requests.add(kind + entry.getString("requestId")) ? 0 : 1;
        if (kind.equals("RETURN")) {
          returned++;
        } else if (entry.getString("direction").equals("OUT")) {
          out++;
        } else {
          in++;
          BigDecimal payment = topics.payments().get(entry.getString("requestId"));
          BigDecimal booked = Reply.amountIn(entry, "amount");
          matched += payment != null && payment.compareTo(booked) == 0 ? 1 : 0;
        }
        from = entry.getLong("seq") + 1;
      }
      entries = scene.outside().statement(from);
    }
    long contracted = topics.count("origination.loan.contracted.v1");
    long drawn = draws();
    boolean once = topics.disbursed().values().stream().allMatch(times -> times == 1);
    add(
        "one payout for each contract and each draw",
        out == contracted + drawn && out == topics.disbursed().size() && once && twice == 0,
        contracted + " contracts, " + drawn + " draws, " + out + " payouts");
    add(
        "one payment for each debit of the bank",
        matched == in && in == topics.payments().size(),
        in + " debits, " + topics.payments().size() + " payments, " + matched + " equal");
    long reversed = topics.count("servicing.payment.reversed.v1");
    add(
        "one reversal for each debit the bank gave back",
        returned == reversed && twice == 0,
        returned + " given back, " + reversed + " reversed");
    add(
        "nothing undeliverable",
        topics.deadLetters() == 0,
        topics.firstDeadLetter().orElse("dead-letter topics empty"));
    add(
        "no event lost, none changed on the way",
        topics.firstGap().isEmpty() && topics.firstChangedRepeat().isEmpty(),
        topics
            .firstGap()
            .or(topics::firstChangedRepeat)
            .orElse(topics.records() + " records, " + topics.repeats() + " of them repeats"));
  }

  private long draws() {
    return scene.gateway().all(scene.staff().auditor(), "/servicing/v1/lines").stream()
        .map(line -> "/servicing/v1/lines/" + line.getString("lineId") + "/draws")
        .mapToLong(path -> scene.gateway().all(scene.staff().auditor(), path).size())
        .sum();
  }

  private void contracts() {
    int held = 0;
    Optional<String> broken = Optional.empty();
    List<Life> proven =
        lives.stream().filter(life -> life.loan().isPresent()).limit(CONTRACTS_PROVEN_MAX).toList();
    for (Life life : proven) {
      LogHeads.Proof proof = heads.proveContract(life);
      held += proof.holds() ? 1 : 0;
      broken = proof.holds() ? broken : Optional.of(proof.figure());
    }
    add(
        "signed contracts stand in the log",
        held == proven.size(),
        broken.orElse(held + " receipts verified"));
  }

  private void caseRecords() {
    CaseProofs proofs = new CaseProofs(scene, heads);
    proofs.prove(lives);
    add(
        "records of cases stand in the log, no contact without one",
        proofs.firstBroken().isEmpty(),
        proofs.firstBroken().orElseGet(proofs::figure));
  }

  private void replays() {
    List<JsonObject> assessments =
        scene
            .gateway()
            .get(scene.staff().auditor(), "/risk/v1/assessments?limit=" + REPLAYS_MAX)
            .orFail()
            .items();
    long identical =
        assessments.stream()
            .map(assessment -> assessment.getString("assessmentId"))
            .map(id -> "/risk/v1/assessments/" + id + "/replay")
            .map(path -> scene.gateway().get(scene.staff().auditor(), path).orFail())
            .filter(replay -> replay.json().getBoolean("identical"))
            .count();
    add(
        "decisions replay to the same bytes",
        identical == assessments.size(),
        identical + " of " + assessments.size());
  }

  private void behaviour() {
    Tally tally = scene.tally();
    add(
        "no unlawful contact was let through",
        tally.count("unlawful contacts let through") == 0,
        Map.copyOf(tally.refusals()).toString());
    add(
        "who was written off is refused a second loan",
        tally.count("second applications NOT refused") == 0,
        tally.count("second applications refused") + " refused");
    add(
        "who was referred was decided by a person, with a reason",
        tally.count("referred") == tally.count("decided by a reviewer"),
        tally.count("decided by a reviewer") + " of " + tally.count("referred"));
    long lent = lives.stream().filter(life -> life.loan().isPresent()).count();
    add("somebody got a loan", lent > 0, lent + " of " + lives.size());
    long payers = 0;
    long closed = 0;
    for (Life life : lives) {
      if (life.loan().isPresent() && !life.plan().stopsPaying()) {
        payers += life.loans().count();
        closed += life.loans().filter(loan -> stateOf(life, loan).equals("CLOSED")).count();
      }
    }
    add("who paid everything owes nothing", payers == closed, closed + " of " + payers + " closed");
  }

  /** What servicing can do was shown; in a run too small for every role, as far as it was dealt. */
  private void parts() {
    Tally tally = scene.tally();
    List<String> missing = PARTS.stream().filter(part -> tally.count(part) == 0).toList();
    String shown =
        PARTS.stream()
            .map(part -> part + " " + tally.count(part))
            .collect(Collectors.joining(", "));
    add(
        "each part of servicing was shown",
        missing.isEmpty() || lives.size() < WHOLE_STORY_FROM_BORROWERS,
        shown);
  }

  private String stateOf(Life life, Life.Loan loan) {
    String path = "/servicing/v1/loans/" + loan.id();
    return scene.gateway().get(life.login(), path).orFail().text("state");
  }

  private void add(String what, boolean held, String figure) {
    checks.add(new Check(what, held, figure));
  }
}
