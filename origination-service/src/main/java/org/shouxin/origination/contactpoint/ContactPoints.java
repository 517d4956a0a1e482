package org.shouxin.origination.contactpoint;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.shouxin.origination.contactpoint.model.Channel;
import org.shouxin.origination.contactpoint.model.ContactDisclosure;
import org.shouxin.origination.contactpoint.model.ContactPoint;
import org.shouxin.origination.contactpoint.model.PhoneChange;

/** Where people can be reached, and who was told. */
public interface ContactPoints {

  /** Keeps a new point. */
  Uni<Void> add(ContactPoint point);

  /** The point of a kind that is in use; null when there is none. */
  Uni<ContactPoint> current(UUID borrowerId, Channel.Kind kind);

  /** All points in use. */
  Uni<List<ContactPoint>> current(UUID borrowerId);

  /** Holds a number until the transaction ends, so that two people cannot take it at once. */
  Uni<Void> lock(String tag);

  /** Whether a number is in use, proven, by somebody else. */
  Uni<Boolean> isHeldByAnother(String tag, String personTag);

  /** Takes every address of a borrower out, past ones too; the rows stay. */
  Uni<Void> erase(UUID borrowerId, Instant at);

  /** Records that an address was told. */
  Uni<Void> record(ContactDisclosure disclosure);

  /** Keeps the wish for another number. */
  Uni<Void> add(PhoneChange change);

  /** A wish; null when there is none. */
  Uni<PhoneChange> phoneChange(UUID id);
}
