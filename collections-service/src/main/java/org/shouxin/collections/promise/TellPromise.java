package org.shouxin.collections.promise;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.shouxin.collections.caserecord.KeepRecord;
import org.shouxin.collections.promise.model.PromiseEvent;
import org.shouxin.collections.promise.model.PromiseEvent.PromiseKept;
import org.shouxin.collections.promise.model.PromiseEvent.PromiseMade;

/** Tells others what became of a promise and keeps it on record; in its caller's transaction. */
@ApplicationScoped
public class TellPromise {
  private final PromiseEvents events;
  private final KeepRecord records;

  public TellPromise(PromiseEvents events, KeepRecord records) {
    this.events = events;
    this.records = records;
  }

  Uni<Void> tell(List<PromiseEvent> happened) {
    Uni<Void> told = events.publish(happened);
    for (PromiseEvent event : happened) {
      told = told.chain(() -> records.keep(event.caseId(), kind(event), event));
    }
    return told;
  }

  private static String kind(PromiseEvent event) {
    if (event instanceof PromiseMade) {
      return "collections.promise.made";
    }
    return event instanceof PromiseKept ? "collections.promise.kept" : "collections.promise.broken";
  }
}
