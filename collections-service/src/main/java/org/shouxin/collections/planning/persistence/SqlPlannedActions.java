package org.shouxin.collections.planning.persistence;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.shouxin.chassis.ids.Ids;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.collections.planning.PlannedActions;
import org.shouxin.collections.planning.model.PlannedStep;

@ApplicationScoped
class SqlPlannedActions implements PlannedActions {
  /** With growing pauses: the last try comes after about two hours. */
  private static final int TRIES_MAX = 40;

  private static final String PLAN =
      """
      insert into planned_action (id, case_id, action_date, tier, channel, script, planned_at,
        strategy_version, state, tries, made_at)
      values (:id, :aCase, :date, :tier, :channel, :script, :at, :strategy, 'PLANNED', 0, now())
      on conflict (case_id, action_date) do nothing
      """;

  private static final String LAST_DATES =
      """
      select a.case_id, max(a.action_date)
      from planned_action a join collection_case c on c.id = a.case_id and c.tier = a.tier
      where a.case_id in (:ids)
      group by a.case_id
      """;

  private static final String DUE =
      """
      select id, case_id, tier, channel, script, planned_at, strategy_version
      from planned_action
      where action_date = :date and state = 'PLANNED'
        and made_at + make_interval(secs => 5 * tries * tries) < :before
      order by id
      """;

  private static final String LAPSE =
      "update planned_action set state = 'LAPSED' where state = 'PLANNED' and action_date < :date";

  private static final String DONE =
      "update planned_action set state = 'DONE' where id = :id and state = 'PLANNED'";

  private static final String REFUSED =
      """
      update planned_action set state = 'REFUSED', refused_by = :rule
      where id = :id and state = 'PLANNED'
      """;

  private static final String FAILED =
      """
      update planned_action
      set tries = tries + 1, state = case when tries + 1 >= :max then 'FAILED' else state end
      where id = :id and state = 'PLANNED'
      """;

  private final UnitOfWork work;
  private final Ids ids;

  SqlPlannedActions(UnitOfWork work, Ids ids) {
    this.work = work;
    this.ids = ids;
  }

  @Override
  public Uni<Void> plan(LocalDate date, List<PlannedStep> steps) {
    return work.session()
        .chain(
            session ->
                Multi.createFrom()
                    .iterable(steps)
                    .onItem()
                    .transformToUniAndConcatenate(step -> plan(session, date, step))
                    .collect()
                    .last())
        .replaceWithVoid();
  }

  private Uni<Integer> plan(Mutiny.Session session, LocalDate date, PlannedStep step) {
    return session
        .createNativeQuery(PLAN)
        .setParameter("id", ids.next())
        .setParameter("aCase", step.caseId())
        .setParameter("date", date)
        .setParameter("tier", step.tier())
        .setParameter("channel", step.channel())
        .setParameter("script", step.script())
        .setParameter("at", step.at())
        .setParameter("strategy", step.strategyVersion())
        .executeUpdate();
  }

  @Override
  public Uni<Map<UUID, LocalDate>> lastDates(Collection<UUID> caseIds) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(LAST_DATES, Object[].class)
                    .setParameter("ids", caseIds)
                    .getResultList())
        .map(
            rows -> {
              Map<UUID, LocalDate> last = new HashMap<>();
              rows.forEach(row -> last.put((UUID) row[0], (LocalDate) row[1]));
              return last;
            });
  }

  @Override
  public Uni<List<Due>> due(LocalDate date, Instant plannedBefore, int limit) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(DUE, Object[].class)
                    .setParameter("date", date)
                    .setParameter("before", OffsetDateTime.ofInstant(plannedBefore, ZoneOffset.UTC))
                    .setMaxResults(limit)
                    .getResultList())
        .map(rows -> rows.stream().map(SqlPlannedActions::due).toList());
  }

  private static Due due(Object[] row) {
    return new Due(
        (UUID) row[0],
        new PlannedStep(
            (UUID) row[1],
            (String) row[2],
            (String) row[3],
            (String) row[4],
            (LocalDateTime) row[5],
            (String) row[6]));
  }

  @Override
  public Uni<Void> lapseBefore(LocalDate date) {
    return work.session()
        .chain(
            session -> session.createNativeQuery(LAPSE).setParameter("date", date).executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Boolean> done(UUID id) {
    return work.session()
        .chain(session -> session.createNativeQuery(DONE).setParameter("id", id).executeUpdate())
        .map(rows -> rows == 1);
  }

  @Override
  public Uni<Void> refused(UUID id, String rule) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(REFUSED)
                    .setParameter("id", id)
                    .setParameter("rule", rule)
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public Uni<Void> failed(UUID id) {
    return work.session()
        .chain(
            session ->
                session
                    .createNativeQuery(FAILED)
                    .setParameter("id", id)
                    .setParameter("max", TRIES_MAX)
                    .executeUpdate())
        .replaceWithVoid();
  }
}
