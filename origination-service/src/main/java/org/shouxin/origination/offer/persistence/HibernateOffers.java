package org.shouxin.origination.offer.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.offer.Offers;
import org.shouxin.origination.offer.model.Offer;

/** Offers in the service's own database. */
@ApplicationScoped
class HibernateOffers implements Offers {

  private final UnitOfWork unitOfWork;

  HibernateOffers(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(Offer offer) {
    return unitOfWork.session().chain(session -> session.persist(offer));
  }

  @Override
  public Uni<Offer> ofApplication(UUID applicationId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery("from Offer o where o.applicationId = :application", Offer.class)
                    .setParameter("application", applicationId)
                    .getSingleResultOrNull());
  }
}
