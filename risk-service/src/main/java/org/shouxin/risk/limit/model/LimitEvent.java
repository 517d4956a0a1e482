package org.shouxin.risk.limit.model;

import java.util.UUID;
import org.shouxin.chassis.money.Money;

/** What follows from a change of a borrower's standing. */
public sealed interface LimitEvent {

  UUID borrowerId();

  /** The limit moved. */
  record LimitChanged(UUID borrowerId, Money limit, Money previousLimit, String reason)
      implements LimitEvent {}

  /** What somebody should know. */
  enum Warning {
    CONTACT_LOST,
    SECOND_MONTH_LATE,
    WRITTEN_OFF
  }

  /** Somebody should know. */
  record WarningDue(UUID borrowerId, Warning warning, String source) implements LimitEvent {}
}
