package org.shouxin.origination.application.client;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.shouxin.chassis.client.RemoteCalls;
import org.shouxin.origination.application.AssessmentFacts;
import org.shouxin.origination.application.RiskJudgements;
import org.shouxin.origination.application.client.RiskApi.AssessmentAnswer;
import org.shouxin.origination.application.model.Judgement;
import org.shouxin.origination.application.model.Outcome;
import org.shouxin.origination.application.model.Reason;

/** The risk service over HTTP; the application's id is the key, so asking twice judges once. */
@ApplicationScoped
class HttpRiskJudgements implements RiskJudgements {

  private final RiskApi api;
  private final RemoteCalls calls;

  HttpRiskJudgements(@RestClient RiskApi api, RemoteCalls calls) {
    this.api = api;
    this.calls = calls;
  }

  @Override
  public Uni<Judgement> about(AssessmentFacts facts, Locale language) {
    String key = facts.applicationId().toString();
    return calls
        .call("risk", () -> api.assess(key, language.toLanguageTag(), facts))
        .map(HttpRiskJudgements::judgement);
  }

  private static Judgement judgement(AssessmentAnswer answer) {
    Outcome outcome = Outcome.valueOf(answer.outcome());
    boolean complete =
        answer.assessmentId() != null
            && (outcome != Outcome.APPROVED
                || (answer.limit() != null && answer.annualRate() != null));
    if (!complete) {
      throw new IllegalStateException("the judgement is incomplete");
    }
    List<Reason> reasons =
        answer.reasons() == null
            ? List.of()
            : answer.reasons().stream()
                .map(r -> new Reason(r.code(), r.text() == null ? "" : r.text()))
                .toList();
    return new Judgement(
        answer.assessmentId(),
        outcome,
        answer.score(),
        answer.grade(),
        answer.limit(),
        answer.annualRate(),
        reasons);
  }
}
