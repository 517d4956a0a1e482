package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.collections.contact.model.Channel;
import org.shouxin.collections.contact.model.Contact;

/** The contacts made or reserved. Every call runs in the caller's unit of work. */
public interface Contacts {
  Uni<Void> add(Contact contact);

  /** The contact, locked until the transaction ends. */
  Uni<Optional<Contact>> lock(UUID id);

  /** Contacts of a case, the oldest first, after the given one if it is not null. */
  Uni<List<Contact>> ofCase(UUID caseId, UUID after, int rows);

  /** The contact point that the debtor was last contacted at by this channel. */
  Uni<Optional<UUID>> lastPoint(UUID borrowerId, Channel channel);

  /** Contacts that were reserved or being sent before the instant and have not moved since. */
  Uni<List<UUID>> stuckSince(Instant before, int limit);

  /** Contacts of the business date whose outcome is unknown and may still be asked again. */
  Uni<List<UUID>> unknownOn(LocalDate businessDate, Instant before, int limit);
}
