package org.shouxin.servicing.reminder.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.reminder.Reminders;
import org.shouxin.servicing.reminder.model.Reminder;

@ApplicationScoped
public class HibernateReminders implements Reminders {

  private static final String BY_REQUEST = "select r from Reminder r where r.requestId = :request";
  private static final String CLAIM =
      """
      update reminder set attempts = attempts + 1, next_attempt_at = :lease
      where id in (
        select id from reminder where state = 'PLANNED' and next_attempt_at <= :now
          and business_date <= (select day from business_day where state <> 'CLOSED')
        order by next_attempt_at limit :limit for update skip locked)
      returning id""";
  private static final String BY_IDS = "select r from Reminder r where r.id in (:ids)";

  private final UnitOfWork work;

  HibernateReminders(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(Reminder reminder) {
    return work.session().chain(s -> s.persist(reminder));
  }

  @Override
  public Uni<Optional<Reminder>> locked(UUID id) {
    return work.session()
        .chain(s -> s.find(Reminder.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<Optional<Reminder>> lockedByRequest(UUID requestId) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(BY_REQUEST, Reminder.class)
                    .setParameter("request", requestId)
                    .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                    .getSingleResultOrNull())
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<List<Reminder>> claim(int limit, Instant now, Instant leaseUntil) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(CLAIM, UUID.class)
                    .setParameter("lease", OffsetDateTime.ofInstant(leaseUntil, ZoneOffset.UTC))
                    .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                    .setParameter("limit", limit)
                    .getResultList()
                    .chain(
                        ids ->
                            ids.isEmpty()
                                ? Uni.createFrom().item(List.<Reminder>of())
                                : s.createSelectionQuery(BY_IDS, Reminder.class)
                                    .setParameter("ids", ids)
                                    .getResultList()));
  }
}
