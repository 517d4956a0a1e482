package org.shouxin.collections.collectioncase.model;

import java.time.LocalDate;
import java.util.UUID;

/** What happened to a case; days are business dates. */
public sealed interface CaseEvent {
  UUID caseId();

  record CaseOpened(UUID caseId, UUID loanId, UUID borrowerId, int daysPastDue, LocalDate day)
      implements CaseEvent {}

  record CaseClosed(
      UUID caseId,
      UUID loanId,
      UUID borrowerId,
      int daysPastDue,
      CaseOutcome outcome,
      LocalDate day)
      implements CaseEvent {}

  /** The borrower's number is no longer theirs to answer. */
  record ContactLost(
      UUID caseId, UUID loanId, UUID borrowerId, String channel, String numberStatus, LocalDate day)
      implements CaseEvent {}

  record ContactFound(
      UUID caseId, UUID loanId, UUID borrowerId, String channel, String numberStatus, LocalDate day)
      implements CaseEvent {}

  /** A borrower who had been lost has paid what was overdue. */
  record BorrowerRecovered(UUID caseId, UUID loanId, UUID borrowerId, LocalDate day)
      implements CaseEvent {}
}
