package org.shouxin.origination.application.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.chassis.money.Money;
import org.shouxin.origination.application.model.ApplicationEvent.Decided;
import org.shouxin.origination.application.model.ApplicationEvent.Submitted;
import org.shouxin.origination.application.model.ApplicationEvent.Withdrawn;

/** What the topic carries of an application; the last four only where they apply. */
record ApplicationPayload(
    UUID applicationId,
    UUID borrowerId,
    String productCode,
    Money amount,
    int termMonths,
    String method,
    String purpose,
    String outcome,
    UUID assessmentId,
    List<String> reasonCodes,
    Instant at) {

  static ApplicationPayload of(Submitted event) {
    return with(event, null, null, null, null);
  }

  static ApplicationPayload of(Decided event) {
    return with(
        event.application(),
        event.outcome().name(),
        event.assessmentId(),
        event.reasonCodes(),
        null);
  }

  static ApplicationPayload of(Withdrawn event) {
    return with(event.application(), null, null, null, event.at());
  }

  private static ApplicationPayload with(
      Submitted terms, String outcome, UUID assessmentId, List<String> reasonCodes, Instant at) {
    return new ApplicationPayload(
        terms.applicationId(),
        terms.borrowerId(),
        terms.productCode(),
        terms.amount(),
        terms.termMonths(),
        terms.method(),
        terms.purpose(),
        outcome,
        assessmentId,
        reasonCodes,
        at);
  }
}
