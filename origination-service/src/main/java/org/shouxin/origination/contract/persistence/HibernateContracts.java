package org.shouxin.origination.contract.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.origination.contract.Contracts;
import org.shouxin.origination.contract.model.Contract;

/** Contracts in the service's own database. */
@ApplicationScoped
class HibernateContracts implements Contracts {

  private final UnitOfWork unitOfWork;

  HibernateContracts(UnitOfWork unitOfWork) {
    this.unitOfWork = unitOfWork;
  }

  @Override
  public Uni<Void> add(Contract contract) {
    return unitOfWork.session().chain(session -> session.persist(contract));
  }

  @Override
  public Uni<Contract> ofApplication(UUID applicationId) {
    return unitOfWork
        .session()
        .chain(
            session ->
                session
                    .createQuery(
                        "from Contract c where c.applicationId = :application", Contract.class)
                    .setParameter("application", applicationId)
                    .getSingleResultOrNull());
  }
}
