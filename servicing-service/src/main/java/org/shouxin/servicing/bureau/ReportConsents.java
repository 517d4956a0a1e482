package org.shouxin.servicing.bureau;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.UUID;

/** Who agreed to be reported to the bureau. */
public interface ReportConsents {

  /** Keeps a word unless a newer one is known. */
  Uni<Void> keep(UUID borrowerId, boolean granted, Instant at);
}
