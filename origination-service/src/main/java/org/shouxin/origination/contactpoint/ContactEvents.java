package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.shouxin.origination.contactpoint.model.ContactChanged;

/** Tells the other services how a person can be reached. */
public interface ContactEvents {

  /** In the transaction that changed the point. */
  Uni<Void> publish(List<ContactChanged> events);
}
