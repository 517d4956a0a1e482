package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import java.util.Locale;
import org.shouxin.origination.application.model.Judgement;

/** The risk service; a failure means it did not judge. */
public interface RiskJudgements {

  /** Judges an application; the same facts get the same answer. */
  Uni<Judgement> about(AssessmentFacts facts, Locale language);
}
