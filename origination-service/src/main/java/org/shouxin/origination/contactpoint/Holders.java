package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** The persons behind the contact points; whoever keeps them answers. */
public interface Holders {

  /** A person by id; fails when there is none. */
  Uni<Holder> holder(UUID borrowerId);

  /** The person behind a token; fails when there is none. */
  Uni<Holder> behind(String subject);
}
