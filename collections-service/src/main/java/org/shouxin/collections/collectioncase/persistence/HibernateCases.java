package org.shouxin.collections.collectioncase.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.collectioncase.Cases;
import org.shouxin.collections.collectioncase.model.CaseOutcome;
import org.shouxin.collections.collectioncase.model.CaseState;
import org.shouxin.collections.collectioncase.model.CollectionCase;

@ApplicationScoped
class HibernateCases implements Cases {
  private static final UUID FIRST = new UUID(0, 0);

  private final UnitOfWork work;

  HibernateCases(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(CollectionCase opened) {
    return work.session().chain(session -> session.persist(opened));
  }

  @Override
  public Uni<Optional<CollectionCase>> find(UUID id) {
    return work.session()
        .chain(session -> session.find(CollectionCase.class, id))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Optional<CollectionCase>> openOf(UUID loanId) {
    return query("from CollectionCase where loanId = :loan and state = :open")
        .chain(
            query ->
                query
                    .setParameter("loan", loanId)
                    .setParameter("open", CaseState.OPEN)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Boolean> isWrittenOff(UUID loanId) {
    return query("from CollectionCase where loanId = :loan and outcome = :gone")
        .chain(
            query ->
                query
                    .setParameter("loan", loanId)
                    .setParameter("gone", CaseOutcome.WRITTEN_OFF)
                    .setMaxResults(1)
                    .getSingleResultOrNull())
        .map(found -> found != null);
  }

  @Override
  public Uni<List<CollectionCase>> openOfBorrower(UUID borrowerId) {
    return query("from CollectionCase where borrowerId = :borrower and state = :open order by id")
        .chain(
            query ->
                query
                    .setParameter("borrower", borrowerId)
                    .setParameter("open", CaseState.OPEN)
                    .getResultList());
  }

  @Override
  public Uni<List<CollectionCase>> open(UUID after, int limit) {
    return page(null, CaseState.OPEN, after, limit);
  }

  @Override
  public Uni<List<CollectionCase>> page(UUID loanId, CaseState state, UUID after, int rows) {
    StringBuilder hql = new StringBuilder("from CollectionCase where id > :after");
    if (loanId != null) {
      hql.append(" and loanId = :loan");
    }
    if (state != null) {
      hql.append(" and state = :state");
    }
    return query(hql.append(" order by id").toString())
        .chain(
            query -> {
              query.setParameter("after", after == null ? FIRST : after).setMaxResults(rows);
              if (loanId != null) {
                query.setParameter("loan", loanId);
              }
              if (state != null) {
                query.setParameter("state", state);
              }
              return query.getResultList();
            });
  }

  private Uni<Mutiny.SelectionQuery<CollectionCase>> query(String hql) {
    return work.session().map(session -> session.createSelectionQuery(hql, CollectionCase.class));
  }
}
