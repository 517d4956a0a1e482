package org.shouxin.risk.assessment.rest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.chassis.text.Texts;
import org.shouxin.risk.assessment.model.Assessment;
import org.shouxin.risk.assessment.model.AssessmentResult;
import org.shouxin.risk.assessment.model.policy.Outcome;

/**
 * The answer to origination.
 *
 * @param limit most the borrower may be lent now, possibly less than asked; zero when declined
 * @param annualRate nominal rate a year; absent when declined
 */
public record AssessmentView(
    UUID assessmentId,
    UUID applicationId,
    UUID borrowerId,
    Outcome outcome,
    int score,
    String probabilityOfBad,
    String grade,
    Money limit,
    String annualRate,
    List<ReasonView> reasons,
    String policyVersion,
    String scorecardVersion,
    Instant decidedAt,
    Instant expiresAt) {

  static final String BUNDLE = "reasons";

  /** A reason in the reader's language. */
  public record ReasonView(String code, String text) {

    static List<ReasonView> of(List<String> codes, Locale locale) {
      return codes.stream()
          .map(code -> new ReasonView(code, Texts.of(BUNDLE, locale, code)))
          .toList();
    }
  }

  static AssessmentView of(AssessmentRequest asked, AssessmentResult result, Locale locale) {
    return new AssessmentView(
        result.assessmentId(),
        asked.applicationId(),
        asked.borrowerId(),
        result.outcome(),
        result.score(),
        result.probabilityOfBad(),
        result.grade(),
        result.limit(),
        result.annualRate(),
        ReasonView.of(result.reasons(), locale),
        result.policyVersion(),
        result.scorecardVersion(),
        result.decidedAt(),
        result.expiresAt());
  }

  static AssessmentView of(Assessment stored, Locale locale) {
    return new AssessmentView(
        stored.id(),
        stored.applicationId(),
        stored.borrowerId(),
        stored.outcome(),
        stored.score(),
        stored.probability(),
        stored.grade(),
        stored.limit(),
        stored.annualRate(),
        ReasonView.of(Arrays.asList(stored.reasons()), locale),
        stored.policyVersion(),
        stored.scorecardVersion(),
        stored.decidedAt(),
        stored.expiresAt());
  }
}
