package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.collections.contact.model.Channel;

/** Origination's contact points, told for the purpose of collection; a remote call. */
public interface ContactAddresses {
  /**
   * Asks for one address.
   *
   * @param reference what the disclosure is recorded under: the contact's id
   * @return fails with rule CONTACT_POINT_BLOCKED or CONTACT_POINT_UNKNOWN when there is none to
   *     use
   */
  Uni<Disclosure> disclose(UUID borrowerId, Channel channel, UUID reference);
}
