package org.shouxin.servicing.reminder.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.reminder.Reminders;
import org.shouxin.servicing.reminder.model.ContactHours;
import org.shouxin.servicing.reminder.model.ContactHours.DayKind;
import org.shouxin.servicing.reminder.model.ContactHours.HouseHours;
import org.shouxin.servicing.reminder.model.Reminder;
import org.shouxin.servicing.reminder.model.Window;

@ApplicationScoped
public class HibernateReminders implements Reminders {

  private static final String ADD_ALL =
      """
      insert into reminder (id, request_id, loan_id, borrower_id, kind, due_date, amount_minor,
        currency, business_date, channel, channels_left, state, attempts, next_attempt_at)
      select *, 0, $13 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[],
        $6::date[], $7::bigint[], $8::text[], $9::date[], $10::text[], $11::text[], $12::text[])
      on conflict (loan_id, kind, business_date) do nothing""";
  private static final String BY_REQUEST = "select r from Reminder r where r.requestId = :request";
  private static final String CLAIM =
      """
      update reminder set attempts = attempts + 1, next_attempt_at = :lease
      where id in (
        select id from reminder where state = 'PLANNED' and next_attempt_at <= :now
          and business_date <= (select day from business_day where state <> 'CLOSED')
        order by next_attempt_at limit :limit for update skip locked)
      returning id""";
  private static final String HOUSE =
      """
      select day_kind, valid_from, valid_to, from_time, to_time from reminder_hours
      where valid_to is null or valid_to >= :from""";
  private static final String DAYS =
      "select day, kind from calendar_day where day between :from and :to";
  private static final String OWED =
      """
      select exists (
        select 1 from loan l where l.id = :loan and l.state = 'ACTIVE'
          and (l.oldest_due_date <= :due or exists (
            select 1 from instalment i
            where i.loan_id = l.id and i.replaced_on is null and i.due_date <= :due
              and i.principal_paid_minor + i.interest_paid_minor + i.fees_paid_minor
                < i.principal_minor + i.interest_minor + i.fees_minor)))""";
  private static final String PAGE =
      """
      select * from reminder
      where loan_id = :loan and (cast(:before as uuid) is null or id < cast(:before as uuid))
      order by id desc limit :limit""";
  private static final int DAYS_AHEAD = 60;
  private static final String BY_IDS = "select r from Reminder r where r.id in (:ids)";

  private final UnitOfWork work;
  private final Clock clock;

  HibernateReminders(UnitOfWork work, Clock clock) {
    this.work = work;
    this.clock = clock;
  }

  @Override
  public Uni<Void> addAll(List<Reminder> all) {
    return work.change(
            ADD_ALL,
            column(all, UUID[]::new, Reminder::id),
            column(all, UUID[]::new, Reminder::requestId),
            column(all, UUID[]::new, Reminder::loanId),
            column(all, UUID[]::new, Reminder::borrowerId),
            column(all, String[]::new, r -> r.kind().name()),
            column(all, LocalDate[]::new, Reminder::dueDate),
            column(all, Long[]::new, r -> r.amount().minor()),
            column(all, String[]::new, r -> r.amount().currency().getCurrencyCode()),
            column(all, LocalDate[]::new, Reminder::businessDate),
            column(all, String[]::new, r -> r.channel().name()),
            column(all, String[]::new, Reminder::channelsLeft),
            column(all, String[]::new, r -> r.state().name()),
            OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .replaceWithVoid();
  }

  private static <T> T[] column(
      List<Reminder> all, IntFunction<T[]> array, Function<Reminder, T> value) {
    return all.stream().map(value).toArray(array);
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
  public Uni<ContactHours> hours(LocalDate today) {
    LocalDate from = today.minusDays(1);
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(HOUSE, Object[].class)
                    .setParameter("from", from)
                    .getResultList()
                    .map(rows -> rows.stream().map(HibernateReminders::house).toList())
                    .chain(
                        house ->
                            s.createNativeQuery(DAYS, Object[].class)
                                .setParameter("from", from)
                                .setParameter("to", today.plusDays(DAYS_AHEAD))
                                .getResultList()
                                .map(rows -> new ContactHours(house, days(rows)))));
  }

  private static HouseHours house(Object[] row) {
    return new HouseHours(
        DayKind.valueOf((String) row[0]),
        (LocalDate) row[1],
        (LocalDate) row[2],
        new Window((LocalTime) row[3], (LocalTime) row[4]));
  }

  private static Map<LocalDate, DayKind> days(List<Object[]> rows) {
    return rows.stream()
        .collect(
            Collectors.toMap(row -> (LocalDate) row[0], row -> DayKind.valueOf((String) row[1])));
  }

  @Override
  public Uni<Boolean> isOwed(Reminder reminder) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(OWED, Boolean.class)
                    .setParameter("loan", reminder.loanId())
                    .setParameter("due", reminder.dueDate())
                    .getSingleResult());
  }

  @Override
  public Uni<List<Reminder>> page(UUID loanId, UUID before, int limit) {
    return work.session()
        .chain(
            s ->
                s.createNativeQuery(PAGE, Reminder.class)
                    .setParameter("loan", loanId)
                    .setParameter("before", before == null ? null : before.toString())
                    .setParameter("limit", limit)
                    .getResultList());
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
