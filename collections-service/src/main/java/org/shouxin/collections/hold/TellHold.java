package org.shouxin.collections.hold;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shouxin.collections.caserecord.KeepRecord;
import org.shouxin.collections.hold.model.HoldEvent;
import org.shouxin.collections.hold.model.HoldEvent.HoldPlaced;

/** Tells others of holds and keeps each step on record; in its caller's transaction. */
@ApplicationScoped
public class TellHold {
  private final HoldEvents events;
  private final KeepRecord records;

  public TellHold(HoldEvents events, KeepRecord records) {
    this.events = events;
    this.records = records;
  }

  Uni<Void> tell(List<HoldEvent> happened) {
    Uni<Void> told = events.publish(happened);
    for (HoldEvent event : happened) {
      told = told.chain(() -> records.keep(event.caseId(), kind(event), event));
    }
    return told;
  }

  private static String kind(HoldEvent event) {
    return event instanceof HoldPlaced ? "collections.hold.placed" : "collections.hold.released";
  }
}
