package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.chassis.problem.Stale;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.borrower.model.Preferences;

/** Changes what may change about a borrower after registration. */
@ApplicationScoped
public class EditBorrower {

  private final Borrowers borrowers;
  private final ViewBorrower view;
  private final UnitOfWork unitOfWork;

  EditBorrower(Borrowers borrowers, ViewBorrower view, UnitOfWork unitOfWork) {
    this.borrowers = borrowers;
    this.view = view;
    this.unitOfWork = unitOfWork;
  }

  /** The person wants to be spoken to in another way, having seen a version of the account. */
  public Uni<BorrowerDetails> prefer(String subject, Preferences preferences, long seenVersion) {
    return unitOfWork.inTransaction(
        () ->
            borrowers
                .bySubject(subject)
                .onItem()
                .ifNull()
                .failWith(() -> new NotFound("borrower", "me"))
                .invoke(
                    borrower -> {
                      if (borrower.version() != seenVersion) {
                        throw new Stale("borrower");
                      }
                      borrower.preferring(preferences);
                    })
                .call(() -> unitOfWork.session().chain(session -> session.flush()))
                .chain(view::details));
  }

  /** Collections lost contact; inside the caller's transaction. Unknown borrowers are ignored. */
  public Uni<Void> contactLost(UUID borrowerId, LocalDate on) {
    return borrowers
        .byId(borrowerId)
        .onItem()
        .ifNotNull()
        .invoke(borrower -> borrower.contactLost(on))
        .replaceWithVoid();
  }

  /** Collections reached the person again; inside the caller's transaction. */
  public Uni<Void> contactFound(UUID borrowerId) {
    return borrowers
        .byId(borrowerId)
        .onItem()
        .ifNotNull()
        .invoke(Borrower::contactFound)
        .replaceWithVoid();
  }
}
