package org.shouxin.origination.application.model;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** Something that happened to an application. */
public sealed interface ApplicationEvent {

  /** It was received; the others carry the same terms. */
  record Submitted(
      UUID applicationId,
      UUID borrowerId,
      String productCode,
      Money amount,
      int termMonths,
      String method,
      String purpose)
      implements ApplicationEvent {}

  /** It was judged, by the risk service or by a person. */
  record Decided(
      Submitted application, Outcome outcome, UUID assessmentId, List<String> reasonCodes)
      implements ApplicationEvent {

    /** Keeps the codes as they are. */
    public Decided {
      reasonCodes = List.copyOf(reasonCodes);
    }
  }

  /** The applicant gave it up. */
  record Withdrawn(Submitted application, Instant at) implements ApplicationEvent {}
}
