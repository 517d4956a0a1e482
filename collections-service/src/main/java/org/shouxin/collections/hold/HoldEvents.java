package org.shouxin.collections.hold;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.shouxin.collections.hold.model.HoldEvent;

/** Where the events of holds go, in the caller's transaction. */
public interface HoldEvents {
  Uni<Void> publish(List<HoldEvent> events);
}
