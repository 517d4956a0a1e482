package org.shouxin.risk.assessment.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.assessment.model.RuleEvaluation.Verdict;
import org.shouxin.risk.assessment.model.policy.Ceilings;
import org.shouxin.risk.assessment.model.policy.GradeBand;
import org.shouxin.risk.assessment.model.policy.Outcome;
import org.shouxin.risk.assessment.model.policy.Policy;
import org.shouxin.risk.assessment.model.policy.RuleDefinition;
import org.shouxin.risk.assessment.model.policy.Stage;
import org.shouxin.risk.assessment.model.rule.Applicant;
import org.shouxin.risk.assessment.model.rule.Finding;
import org.shouxin.risk.assessment.model.rule.Rules;

/**
 * Decides an assessment: a pure function of facts, policy, ceilings and score.
 *
 * <p>Every rule is evaluated and kept, in the order exclusion, eligibility, affordability, score,
 * limit; the worst outcome is the answer. A value that is not known refers the case to a person, it
 * never approves. An approved limit may be below the amount asked: the loan is then at most the
 * limit.
 */
public final class Decision {

  /** Reason codes given at most. */
  public static final int REASONS_MAX = 4;

  private final AssessmentFacts facts;
  private final Policy policy;
  private final Ceilings ceilings;
  private final SortedMap<String, String> features;
  private final Score scored;
  private final List<RuleEvaluation> evaluations = new ArrayList<>();

  private Decision(AssessmentFacts facts, Policy policy, Ceilings ceilings, Score scored) {
    this.facts = facts;
    this.policy = policy;
    this.ceilings = ceilings;
    this.features = FeatureSheet.of(facts);
    this.scored = scored;
  }

  public static AssessmentResult of(
      AssessmentFacts facts, Policy policy, Ceilings ceilings, Score scored) {
    return new Decision(facts, policy, ceilings, scored).result();
  }

  private AssessmentResult result() {
    Applicant applicant = new Applicant(facts, scored.score(), debtServiceShare());
    policy.rules().stream()
        .sorted(Comparator.comparing(RuleDefinition::stage))
        .forEach(rule -> evaluations.add(evaluate(rule, applicant)));
    Optional<GradeBand> band = policy.gradeOf(scored.score());
    Terms terms = Terms.of(facts, policy, ceilings, band.orElse(null));
    evaluations.addAll(terms.evaluations());
    Outcome outcome =
        evaluations.stream()
            .map(RuleEvaluation::outcome)
            .reduce(Outcome.APPROVED, Outcome::orWorse);
    boolean declined = outcome == Outcome.DECLINED;
    return new AssessmentResult(
        facts.assessmentId(),
        outcome,
        scored.score(),
        scored.probabilityOfBad(),
        band.map(GradeBand::grade).orElse(null),
        declined ? Money.zero(policy.currency()) : terms.limit(),
        terms.graded(),
        declined || terms.annualRate() == null ? null : written(terms.annualRate()),
        reasons(outcome),
        evaluations,
        features,
        scored.features(),
        scored.cardVersion(),
        policy.version(),
        ceilings.version(),
        facts.decidedAt(),
        facts.decidedAt().plus(Duration.ofDays(policy.validityDays())));
  }

  private BigDecimal debtServiceShare() {
    AssessmentFacts.Applicant applicant = facts.applicant();
    if (!FeatureSheet.isPositive(applicant.monthlyIncome())
        || applicant.monthlyDebtService() == null) {
      return null;
    }
    Money burden =
        applicant
            .monthlyDebtService()
            .plus(Instalment.of(facts.loan(), policy.assumedAnnualRate()));
    return FeatureSheet.ratio(burden, applicant.monthlyIncome());
  }

  private static RuleEvaluation evaluate(RuleDefinition rule, Applicant applicant) {
    Finding found = Rules.of(rule.kind()).look(rule, applicant);
    return new RuleEvaluation(
        rule.id(),
        rule.version(),
        rule.stage(),
        rule.kind().name(),
        rule.threshold() == null ? null : rule.threshold().toPlainString(),
        found.value(),
        found.verdict(),
        switch (found.verdict()) {
          case HOLDS -> Outcome.APPROVED;
          case FAILS -> rule.onFail();
          case UNKNOWN -> rule.onUnknown();
        },
        rule.code());
  }

  /**
   * Codes of the rules behind the outcome; and where nothing but the score spoke, the features that
   * lost the most points against their best bin (ties in the card's order).
   */
  private List<String> reasons(Outcome outcome) {
    Set<String> codes = new LinkedHashSet<>();
    List<RuleEvaluation> broken =
        evaluations.stream()
            .filter(each -> each.verdict() != Verdict.HOLDS && each.outcome() == outcome)
            .toList();
    broken.forEach(each -> codes.add(each.code()));
    if (broken.stream().allMatch(each -> each.stage() == Stage.SCORE)) {
      scored.features().stream()
          .filter(each -> each.pointsLost() > 0)
          .sorted(Comparator.comparingInt(Score.FeaturePoints::pointsLost).reversed())
          .forEach(each -> codes.add(FeatureReason.of(each)));
    }
    return codes.stream().limit(REASONS_MAX).toList();
  }

  private static String written(BigDecimal rate) {
    return rate.setScale(6, RoundingMode.DOWN).toPlainString();
  }
}
