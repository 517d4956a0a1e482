package org.shouxin.collections.promise.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.promise.Promises;
import org.shouxin.collections.promise.model.Promise;
import org.shouxin.collections.promise.model.PromiseState;

@ApplicationScoped
class HibernatePromises implements Promises {
  private static final int PROMISES_OF_CASE_MAX = 200;

  /** Promises of one case are taken one after the other. */
  private static final String LOCK_CASE =
      "select id from collection_case where id = :aCase for update";

  private final UnitOfWork work;

  HibernatePromises(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Boolean> addIfNoneOpen(Promise promise) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(LOCK_CASE, UUID.class)
                    .setParameter("aCase", promise.caseId())
                    .getSingleResult()
                    .chain(() -> openOfCase(promise.caseId()))
                    .chain(
                        open ->
                            open.isEmpty()
                                ? session.persist(promise).replaceWith(true)
                                : Uni.createFrom().item(false)));
  }

  @Override
  public Uni<List<Promise>> due(LocalDate day, int limit) {
    return query("from Promise where state = :made and dueDate <= :day order by dueDate, id")
        .chain(
            query ->
                query
                    .setParameter("made", PromiseState.MADE)
                    .setParameter("day", day)
                    .setMaxResults(limit)
                    .getResultList());
  }

  @Override
  public Uni<List<Promise>> byIds(Collection<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : query("from Promise where id in (:ids) order by id")
            .chain(query -> query.setParameter("ids", ids).getResultList());
  }

  @Override
  public Uni<List<Promise>> openOfCase(UUID caseId) {
    return open("from Promise where caseId = :key and state = :made", caseId);
  }

  @Override
  public Uni<List<Promise>> openOfBorrower(UUID borrowerId) {
    return open("from Promise where borrowerId = :key and state = :made", borrowerId);
  }

  @Override
  public Uni<Set<UUID>> casesWithOpen(Collection<UUID> caseIds) {
    return caseIds.isEmpty()
        ? Uni.createFrom().item(Set.of())
        : work.session()
            .chain(
                session ->
                    session
                        .createSelectionQuery(
                            "select caseId from Promise where caseId in (:ids) and state = :made",
                            UUID.class)
                        .setParameter("ids", caseIds)
                        .setParameter("made", PromiseState.MADE)
                        .getResultList())
            .map(HashSet::new);
  }

  @Override
  public Uni<List<Promise>> ofCase(UUID caseId) {
    return query("from Promise where caseId = :key order by id")
        .chain(
            query ->
                query
                    .setParameter("key", caseId)
                    .setMaxResults(PROMISES_OF_CASE_MAX)
                    .getResultList());
  }

  private Uni<List<Promise>> open(String hql, UUID key) {
    return query(hql)
        .chain(
            query ->
                query
                    .setParameter("key", key)
                    .setParameter("made", PromiseState.MADE)
                    .getResultList());
  }

  private Uni<Mutiny.SelectionQuery<Promise>> query(String hql) {
    return work.session().map(session -> session.createSelectionQuery(hql, Promise.class));
  }
}
