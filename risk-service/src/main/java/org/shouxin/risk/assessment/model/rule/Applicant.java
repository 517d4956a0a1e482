package org.shouxin.risk.assessment.model.rule;

import java.math.BigDecimal;
import org.shouxin.risk.assessment.model.AssessmentFacts;

/**
 * What a rule may look at.
 *
 * @param score null when the card could not score
 * @param debtServiceShare debt service with the new instalment over income, six places; null when
 *     income or debt service is not known
 */
public record Applicant(AssessmentFacts facts, Integer score, BigDecimal debtServiceShare) {}
