package org.shouxin.origination.application;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.shouxin.origination.application.model.ApplicationEvent;

/** Tells the other services what happens to applications. */
public interface ApplicationEvents {

  /** In the transaction in which it happened. */
  Uni<Void> publish(List<? extends ApplicationEvent> events);
}
