package org.shouxin.servicing.arrangement;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.servicing.arrangement.model.Arrangement;

/** Tells the other services that an arrangement was asked for, accepted or rejected. */
public interface ArrangementEvents {

  Uni<Void> changed(Arrangement arrangement, UUID borrowerId, LocalDate businessDate);
}
