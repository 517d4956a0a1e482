package org.shouxin.collections.promise;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.shouxin.collections.promise.model.PromiseEvent;

/** Where the events of promises go, in the caller's transaction. */
public interface PromiseEvents {
  Uni<Void> publish(List<PromiseEvent> events);
}
