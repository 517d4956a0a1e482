package org.shouxin.collections.reachability.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.reachability.Reachabilities;
import org.shouxin.collections.reachability.model.ReachState;
import org.shouxin.collections.reachability.model.Reachability;
import org.shouxin.collections.reachability.model.Transition;

@ApplicationScoped
class HibernateReachabilities implements Reachabilities {
  private static final int EVIDENCE_ROWS_MAX = 500;

  private static final String CREATE =
      """
      insert into reachability (borrower_id, state, failures_in_row, version)
      values (:borrower, 'REACHABLE', 0, 0)
      on conflict (borrower_id) do nothing
      """;

  private static final String KEEP =
      """
      insert into reachability_step (id, borrower_id, from_state, to_state, cause, day, kept_at)
      values (:id, :borrower, :from, :to, :cause, :day, now())
      """;

  private static final String EVIDENCE =
      """
      select from_state, to_state, cause, day
      from reachability_step where borrower_id = :borrower order by id
      """;

  private static final String UNCHECKED =
      """
      select r.borrower_id
      from reachability r
      left join number_check n on n.borrower_id = r.borrower_id
      where r.state = 'SUSPECT'
        and (n.checked_on is null or n.checked_on < :day)
        and (n.claimed_until is null or n.claimed_until < now())
        and exists (select 1 from collection_case c
                    where c.borrower_id = r.borrower_id and c.state = 'OPEN')
      order by r.borrower_id
      """;

  private static final String CLAIM =
      """
      insert into number_check (borrower_id, claimed_until)
      values (:borrower, now() + make_interval(secs => :seconds))
      on conflict (borrower_id) do update set claimed_until = excluded.claimed_until
      where (number_check.claimed_until is null or number_check.claimed_until < now())
        and (number_check.checked_on is null or number_check.checked_on < :day)
      """;

  private final UnitOfWork work;
  private final Ids ids;

  HibernateReachabilities(UnitOfWork work, Ids ids) {
    this.work = work;
    this.ids = ids;
  }

  @Override
  public Uni<Reachability> lock(UUID borrowerId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(CREATE)
                    .setParameter("borrower", borrowerId)
                    .executeUpdate()
                    .chain(
                        () ->
                            session.find(
                                Reachability.class, borrowerId, LockModeType.PESSIMISTIC_WRITE)));
  }

  @Override
  public Uni<Optional<Reachability>> find(UUID borrowerId) {
    return work.session()
        .chain(session -> session.find(Reachability.class, borrowerId))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<List<Reachability>> findAll(Collection<UUID> borrowerIds) {
    if (borrowerIds.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return work.session()
        .chain(
            session ->
                session
                    .createSelectionQuery(
                        "from Reachability where borrowerId in (:ids)", Reachability.class)
                    .setParameter("ids", borrowerIds)
                    .getResultList());
  }

  @Override
  public Uni<Void> keep(Transition step) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(KEEP)
                    .setParameter("id", ids.next())
                    .setParameter("borrower", step.borrowerId())
                    .setParameter("from", step.from().name())
                    .setParameter("to", step.to().name())
                    .setParameter("cause", step.cause())
                    .setParameter("day", step.day())
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<List<Transition>> evidence(UUID borrowerId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(EVIDENCE, Object[].class)
                    .setParameter("borrower", borrowerId)
                    .setMaxResults(EVIDENCE_ROWS_MAX)
                    .getResultList())
        .map(rows -> rows.stream().map(row -> step(borrowerId, row)).toList());
  }

  private static Transition step(UUID borrowerId, Object[] row) {
    return new Transition(
        borrowerId,
        ReachState.valueOf((String) row[0]),
        ReachState.valueOf((String) row[1]),
        (String) row[2],
        day(row[3]));
  }

  private static LocalDate day(Object value) {
    return value instanceof Date date ? date.toLocalDate() : (LocalDate) value;
  }

  @Override
  public Uni<List<UUID>> unchecked(LocalDate businessDate, int limit) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(UNCHECKED, UUID.class)
                    .setParameter("day", businessDate)
                    .setMaxResults(limit)
                    .getResultList());
  }

  @Override
  public Uni<Boolean> claimCheck(UUID borrowerId, LocalDate businessDate, int seconds) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(CLAIM)
                    .setParameter("borrower", borrowerId)
                    .setParameter("seconds", (double) seconds)
                    .setParameter("day", businessDate)
                    .executeUpdate())
        .map(rows -> rows > 0);
  }

  @Override
  public Uni<Void> checked(UUID borrowerId, LocalDate businessDate) {
    return update(
        "update number_check set checked_on = :day, claimed_until = null where borrower_id = :b",
        borrowerId,
        businessDate);
  }

  @Override
  public Uni<Void> forgetCheck(UUID borrowerId) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery("delete from number_check where borrower_id = :b")
                    .setParameter("b", borrowerId)
                    .executeUpdate())
        .replaceWithVoid();
  }

  private Uni<Void> update(String sql, UUID borrowerId, LocalDate day) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(sql)
                    .setParameter("day", day)
                    .setParameter("b", borrowerId)
                    .executeUpdate())
        .replaceWithVoid();
  }
}
