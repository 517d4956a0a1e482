package org.shouxin.servicing.loan.model;

import java.util.UUID;
import org.shouxin.servicing.loan.model.AllocationOrder.Timing;

/** What one instalment still claims. */
public record Claim(UUID instalmentId, Breakdown open, Timing timing) {

  Claim(UUID instalmentId, Breakdown open) {
    this(instalmentId, open, Timing.PAST_DUE);
  }
}
