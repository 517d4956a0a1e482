package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.shouxin.collections.collectioncase.model.CaseEvent;

/** Where the events of cases go, in the caller's transaction. */
public interface CaseEvents {
  Uni<Void> publish(List<CaseEvent> events);
}
