package org.shouxin.risk.assessment.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.risk.assessment.model.policy.Outcome;

/**
 * The answer with all that led to it; replay recomputes it to the same bytes.
 *
 * @param grade null below the cut-off
 * @param limit most the borrower may be lent now; zero when declined
 * @param gradedLimit limit of the grade before the borrower's standing is looked at
 * @param annualRate nominal rate a year, decimal of six places; null when declined
 * @param reasons reason codes, weightiest first, at most four
 */
public record AssessmentResult(
    UUID assessmentId,
    Outcome outcome,
    int score,
    String probabilityOfBad,
    String grade,
    Money limit,
    Money gradedLimit,
    String annualRate,
    List<String> reasons,
    List<RuleEvaluation> evaluations,
    Map<String, String> features,
    List<Score.FeaturePoints> points,
    String scorecardVersion,
    String policyVersion,
    String ceilingsVersion,
    Instant decidedAt,
    Instant expiresAt) {

  public AssessmentResult {
    reasons = List.copyOf(reasons);
    evaluations = List.copyOf(evaluations);
    features = new TreeMap<>(features);
    points = List.copyOf(points);
  }
}
