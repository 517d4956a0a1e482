package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import java.util.UUID;
import org.shouxin.origination.borrower.model.AddressChange;
import org.shouxin.origination.borrower.model.Borrower;

/** The people who have an account. */
public interface Borrowers {

  /** Keeps a new one. */
  Uni<Void> add(Borrower borrower);

  /** One by id; null when there is none, or was erased. */
  Uni<Borrower> byId(UUID id);

  /** The one bound to a subject; null when there is none. */
  Uni<Borrower> bySubject(String subject);

  /** Keeps a wish for another address. */
  Uni<Void> add(AddressChange change);

  /** A wish for another address; null when there is none. */
  Uni<AddressChange> addressChange(UUID id);

  /** Forgets wishes for other addresses. */
  Uni<Void> forgetAddressChanges(UUID borrowerId);

  /** Holds a subject until the transaction ends, so that it is bound once. */
  Uni<Void> lock(String subject);
}
