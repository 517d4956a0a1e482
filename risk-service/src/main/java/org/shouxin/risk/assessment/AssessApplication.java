package org.shouxin.risk.assessment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.json.CanonicalJson;
import org.shouxin.chassis.log.VerifiableLog;
import org.shouxin.chassis.problem.RuleViolation;
import org.shouxin.risk.assessment.model.Assessment;
import org.shouxin.risk.assessment.model.AssessmentFacts;
import org.shouxin.risk.assessment.model.AssessmentResult;
import org.shouxin.risk.assessment.model.policy.Outcome;
import org.shouxin.risk.assessment.model.policy.Policy;
import org.shouxin.risk.blacklist.Hit;
import org.shouxin.risk.blacklist.ScreenApplicant;
import org.shouxin.risk.blacklist.Subjects;
import org.shouxin.risk.calendar.BusinessDates;
import org.shouxin.risk.digest.Sha256;
import org.shouxin.risk.limit.AdjustLimit;
import org.shouxin.risk.limit.TellStanding;

/** Collects the facts, decides, keeps facts and answer for ever, and grants what was approved. */
@ApplicationScoped
public class AssessApplication {

  private final ScreenApplicant blacklist;
  private final TellStanding standing;
  private final AdjustLimit limits;
  private final BusinessDates dates;
  private final PolicyCatalogue policies;
  private final DecideCase decide;
  private final Assessments assessments;
  private final VerifiableLog log;
  private final Ids ids;
  private final Clock clock;

  public AssessApplication(
      ScreenApplicant blacklist,
      TellStanding standing,
      AdjustLimit limits,
      BusinessDates dates,
      PolicyCatalogue policies,
      DecideCase decide,
      Assessments assessments,
      VerifiableLog log,
      Ids ids,
      Clock clock) {
    this.blacklist = blacklist;
    this.standing = standing;
    this.limits = limits;
    this.dates = dates;
    this.policies = policies;
    this.decide = decide;
    this.assessments = assessments;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /** Must run in a transaction. */
  public Uni<AssessmentResult> assess(Question question) {
    return facts(question)
        .chain(facts -> decide(facts).call(result -> keep(question, facts, result)))
        .call(
            result ->
                result.outcome() == Outcome.APPROVED
                    ? limits.granted(question.borrowerId(), result.gradedLimit())
                    : Uni.createFrom().voidItem());
  }

  private Uni<AssessmentFacts> facts(Question question) {
    Subjects.Inquiry inquiry =
        new Subjects.Inquiry(question.applicationId(), question.borrowerId(), question.askedBy());
    return blacklist
        .screen(inquiry, question.personTag(), question.phoneTag())
        .chain(
            hits ->
                standing
                    .forDecision(question.borrowerId())
                    .chain(now -> dates.today().map(today -> facts(question, hits, now, today))));
  }

  private AssessmentFacts facts(
      Question question, List<Hit> hits, TellStanding.LimitView now, LocalDate today) {
    return new AssessmentFacts(
        ids.next(),
        question.applicationId(),
        question.borrowerId(),
        question.deviceTag(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        today,
        question.loan(),
        question.applicant(),
        question.phone(),
        question.identity(),
        question.bureau(),
        new AssessmentFacts.Standing(now.newMoneyPercent(), now.restrictions(), now.outstanding()),
        hits.stream()
            .map(hit -> new AssessmentFacts.Hit(hit.entryId(), hit.state(), hit.matchedBy().name()))
            .toList());
  }

  private Uni<AssessmentResult> decide(AssessmentFacts facts) {
    Policy policy =
        policies
            .inForce(facts.decidedOn())
            .orElseThrow(
                () ->
                    RuleViolation.refused(
                        "POLICY_IN_FORCE", "no policy is in force on " + facts.decidedOn()));
    return decide
        .activeCard()
        .chain(card -> decide.decide(facts, policy, policies.ceilings(), card));
  }

  private Uni<Void> keep(Question question, AssessmentFacts facts, AssessmentResult result) {
    byte[] resultBytes = CanonicalJson.bytes(result);
    return log.append("risk.assessment.made", result.assessmentId().toString(), resultBytes)
        .chain(
            receipt ->
                assessments.add(
                    new Assessment(
                        facts,
                        result,
                        new Assessment.Record(
                            new String(CanonicalJson.bytes(facts), StandardCharsets.UTF_8),
                            new String(resultBytes, StandardCharsets.UTF_8),
                            Sha256.hex(resultBytes),
                            receipt.leafId(),
                            question.askedBy()))));
  }
}
