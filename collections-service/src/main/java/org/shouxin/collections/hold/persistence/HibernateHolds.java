package org.shouxin.collections.hold.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.hold.Holds;
import org.shouxin.collections.hold.model.Hold;

@ApplicationScoped
class HibernateHolds implements Holds {
  private static final int HOLDS_OF_CASE_MAX = 200;

  private final UnitOfWork work;

  HibernateHolds(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Hold hold) {
    return work.session().chain(session -> session.persist(hold));
  }

  @Override
  public Uni<Optional<Hold>> find(UUID id) {
    return work.session().chain(session -> session.find(Hold.class, id)).map(Optional::ofNullable);
  }

  @Override
  public Uni<List<Hold>> activeOfCase(UUID caseId) {
    return list("from Hold where caseId = :key and releasedOn is null order by id", caseId);
  }

  @Override
  public Uni<List<Hold>> ofCase(UUID caseId) {
    return list("from Hold where caseId = :key order by id", caseId);
  }

  @Override
  public Uni<List<Hold>> activeOfBorrowers(Collection<UUID> borrowerIds) {
    return borrowerIds.isEmpty()
        ? Uni.createFrom().item(List.of())
        : work.session()
            .chain(
                session ->
                    session
                        .createSelectionQuery(
                            "from Hold where borrowerId in (:ids) and releasedOn is null",
                            Hold.class)
                        .setParameter("ids", borrowerIds)
                        .getResultList());
  }

  private Uni<List<Hold>> list(String hql, UUID key) {
    return work.session()
        .chain(
            session ->
                session
                    .createSelectionQuery(hql, Hold.class)
                    .setParameter("key", key)
                    .setMaxResults(HOLDS_OF_CASE_MAX)
                    .getResultList());
  }
}
