package org.shouxin.origination.borrower;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.problem.NotFound;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.contactpoint.Holder;
import org.shouxin.origination.contactpoint.Holders;

/** Borrowers as the persons behind contact points. */
@ApplicationScoped
class BorrowerHolders implements Holders {

  private final Borrowers borrowers;
  private final ViewBorrower view;

  BorrowerHolders(Borrowers borrowers, ViewBorrower view) {
    this.borrowers = borrowers;
    this.view = view;
  }

  @Override
  public Uni<Holder> holder(UUID borrowerId) {
    return found(borrowers.byId(borrowerId), borrowerId);
  }

  @Override
  public Uni<Holder> behind(String subject) {
    return found(borrowers.bySubject(subject), "me");
  }

  private Uni<Holder> found(Uni<Borrower> search, Object id) {
    return search
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("borrower", id))
        .map(
            borrower ->
                new Holder(
                    borrower.id(),
                    view.name(borrower),
                    view.idNumber(borrower),
                    borrower.person().personTag(),
                    borrower.preferences().language(),
                    borrower.zone()));
  }
}
