package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.origination.application.AssessmentFacts.BureauFacts;
import org.shouxin.origination.person.IdNumber;
import org.shouxin.origination.person.PersonName;

/** The credit bureau; asked only against a consent (CN-CREDIT-01). */
public interface CreditReports {

  /** A person's report; a failure means the bureau could not be asked. */
  Uni<BureauFacts> about(PersonName name, IdNumber idNumber, UUID consentId);
}
