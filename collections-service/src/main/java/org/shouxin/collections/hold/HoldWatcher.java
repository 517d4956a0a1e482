package org.shouxin.collections.hold;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;

/** A feature that must act in the transaction in which a hold is placed. */
public interface HoldWatcher {
  Uni<Void> holdPlaced(UUID borrowerId, LocalDate day);
}
