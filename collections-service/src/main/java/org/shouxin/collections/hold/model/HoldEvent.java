package org.shouxin.collections.hold.model;

import java.time.LocalDate;
import java.util.UUID;

/** A hold was placed or released; days are business dates. */
public sealed interface HoldEvent {
  UUID caseId();

  record HoldPlaced(
      UUID caseId, UUID holdId, UUID loanId, UUID borrowerId, HoldKind kind, LocalDate day)
      implements HoldEvent {}

  record HoldReleased(
      UUID caseId, UUID holdId, UUID loanId, UUID borrowerId, HoldKind kind, LocalDate day)
      implements HoldEvent {}
}
