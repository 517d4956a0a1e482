package org.shouxin.collections.contact;

import io.smallrye.mutiny.Uni;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.collections.contact.model.SlotKind;

/**
 * The numbered places of a day. Each is one row, unique in the database, so that of any number of
 * collectors, agencies and processes only as many get one as there are. In the caller's
 * transaction.
 */
public interface ContactSlots {
  /**
   * Takes the lowest free place; waits for others who are about to take one.
   *
   * @param subject the debtor, or the contact point
   * @return false when all are taken
   */
  Uni<Boolean> take(SlotKind kind, UUID subject, LocalDate day, int places, UUID contactId);

  Uni<Integer> taken(SlotKind kind, UUID subject, LocalDate day);

  Uni<Void> release(SlotKind kind, UUID contactId);
}
