package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.borrower.model.Preferences;
import org.shouxin.origination.consent.GiveConsent;
import org.shouxin.origination.consent.Purpose;

/**
 * Tells the other services how and when a person wants to be spoken to, and whether at all; no
 * address, no name.
 */
@ApplicationScoped
public class ViewContactWishes {

  private final Borrowers borrowers;
  private final GiveConsent consents;
  private final UnitOfWork unitOfWork;

  ViewContactWishes(Borrowers borrowers, GiveConsent consents, UnitOfWork unitOfWork) {
    this.borrowers = borrowers;
    this.consents = consents;
    this.unitOfWork = unitOfWork;
  }

  /**
   * What somebody wishes.
   *
   * @param consent whether the person agrees to be contacted about loans
   */
  public record ContactWishes(
      UUID borrowerId, Preferences preferences, String zone, boolean consent) {}

  /** The wishes of a borrower that is known here. */
  public Uni<ContactWishes> of(UUID borrowerId) {
    return unitOfWork.reading(
        () ->
            borrowers
                .byId(borrowerId)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("borrower", borrowerId))
                .chain(this::wishes));
  }

  private Uni<ContactWishes> wishes(Borrower borrower) {
    return consents
        .allowing(borrower.id(), Purpose.CONTACT)
        .map(
            given ->
                new ContactWishes(
                    borrower.id(), borrower.preferences(), borrower.zone(), given.isPresent()));
  }
}
