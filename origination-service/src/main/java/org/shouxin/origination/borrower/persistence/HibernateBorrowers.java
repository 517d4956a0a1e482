package org.shouxin.origination.borrower.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.borrower.Borrowers;
import org.shouxin.origination.borrower.model.AddressChange;
import org.shouxin.origination.borrower.model.Borrower;
import org.shouxin.origination.borrower.model.BorrowerState;

/** Borrowers in the service's own database. */
@ApplicationScoped
class HibernateBorrowers implements Borrowers {

  private final UnitOfWork unitOfWork;

  HibernateBorrowers(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(Borrower borrower) {
    return unitOfWork.session().chain(session -> session.persist(borrower));
  }

  @Override
  public Uni<Borrower> byId(UUID id) {
    return unitOfWork
        .session()
        .chain(session -> session.find(Borrower.class, id))
        .map(found -> found == null || found.state() == BorrowerState.ERASED ? null : found);
  }

  @Override
  public Uni<Borrower> bySubject(String subject) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery("from Borrower b where b.subject = :subject", Borrower.class)
                    .setParameter("subject", subject)
                    .getSingleResultOrNull());
  }

  @Override
  public Uni<Void> add(AddressChange change) {
    return unitOfWork.session().chain(session -> session.persist(change));
  }

  @Override
  public Uni<AddressChange> addressChange(UUID id) {
    return unitOfWork.session().chain(session -> session.find(AddressChange.class, id));
  }

  @Override
  public Uni<Void> forgetAddressChanges(UUID borrowerId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createMutationQuery("delete from AddressChange a where a.borrowerId = :id")
                    .setParameter("id", borrowerId)
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> lock(String subject) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        "select 1 from pg_advisory_xact_lock(hashtextextended(?1, 0))")
                    .setParameter(1, "subject:" + subject)
                    .getSingleResult())
        .replaceWithVoid();
  }
}
