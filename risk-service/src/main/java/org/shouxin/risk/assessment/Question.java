package org.shouxin.risk.assessment;

import java.util.UUID;
import org.shouxin.risk.assessment.model.AssessmentFacts;

/**
 * What origination asks.
 *
 * @param personTag keyed tag of the ID number
 * @param phoneTag keyed tag of the phone number
 * @param deviceTag keyed tag of the device, may be null
 * @param askedBy client that asks
 */
public record Question(
    UUID applicationId,
    UUID borrowerId,
    String personTag,
    String phoneTag,
    String deviceTag,
    AssessmentFacts.Loan loan,
    AssessmentFacts.Applicant applicant,
    AssessmentFacts.Phone phone,
    AssessmentFacts.Identity identity,
    AssessmentFacts.Bureau bureau,
    String askedBy) {}
