package org.shouxin.collections.collectioncase;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shouxin.collections.caserecord.KeepRecord;
import org.shouxin.collections.collectioncase.model.CaseEvent;
import org.shouxin.collections.collectioncase.model.CaseEvent.BorrowerRecovered;
import org.shouxin.collections.collectioncase.model.CaseEvent.CaseClosed;
import org.shouxin.collections.collectioncase.model.CaseEvent.CaseOpened;
import org.shouxin.collections.collectioncase.model.CaseEvent.ContactLost;

/** Tells others what happened to a case and keeps it on record; in its caller's transaction. */
@ApplicationScoped
public class TellCase {
  private final CaseEvents events;
  private final KeepRecord records;

  public TellCase(CaseEvents events, KeepRecord records) {
    this.events = events;
    this.records = records;
  }

  Uni<Void> tell(List<CaseEvent> happened) {
    Uni<Void> told = events.publish(happened);
    for (CaseEvent event : happened) {
      told = told.chain(() -> records.keep(event.caseId(), kind(event), event));
    }
    return told;
  }

  private static String kind(CaseEvent event) {
    if (event instanceof CaseOpened) {
      return "collections.case.opened";
    }
    if (event instanceof CaseClosed) {
      return "collections.case.closed";
    }
    if (event instanceof BorrowerRecovered) {
      return "collections.borrower.recovered";
    }
    return event instanceof ContactLost ? "collections.contact.lost" : "collections.contact.found";
  }
}
