package org.shouxin.servicing.cover.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.cover.Covers;
import org.shouxin.servicing.cover.model.LinkedCover;
import org.shouxin.servicing.cover.model.LinkedCover.Cause;
import org.shouxin.servicing.cover.model.LinkedCover.Kind;

@ApplicationScoped
public class SqlCovers implements Covers {

  private static final String OF_LOAN =
      "select c from LinkedCover c where c.loanId = :loan order by c.id desc";

  private static final String WARN =
      """
      with soon as (
        select c.id, 'DATE' as cause, c.lapses_on, p.days
        from linked_cover c join cover_warning_plan p on p.cause = 'DATE'
        where c.state = 'ACTIVE' and c.lapses_on >= :day
          and c.lapses_on - p.days <= :day
        union all
        select c.id, 'LATENESS', late.on_day - 1, p.days
        from linked_cover c join loan l on l.id = c.loan_id
        join cover_warning_plan p on p.cause = 'LATENESS'
        cross join lateral day_past_due(
          l.oldest_due_date, l.past_due_pauses, c.lapses_days_past_due) as late (on_day)
        where c.state = 'ACTIVE' and l.state = 'ACTIVE'
          and late.on_day > :day and late.on_day - p.days - 1 <= :day),
      fresh as (
        insert into cover_warning (cover_id, cause, lapses_on, lead_days, warned_on)
        select id, cause, lapses_on, days, cast(:day as date) from soon on conflict do nothing
        returning cover_id, cause, lapses_on)
      select distinct c.id, c.kind, f.cause, f.lapses_on, l.id as loan_id, l.borrower_id,
        l.preferred_channel, l.currency
      from fresh f join linked_cover c on c.id = f.cover_id join loan l on l.id = c.loan_id
      order by f.lapses_on, c.id""";

  private static final String LAPSE =
      """
      with gone as (
        update linked_cover c set state = 'LAPSED', ended_on = :day, version = c.version + 1
        from loan l
        where l.id = c.loan_id and c.state = 'ACTIVE'
          and (c.lapses_on < :day or l.state in ('ACTIVE', 'WRITTEN_OFF')
            and day_past_due(l.oldest_due_date, l.past_due_pauses, c.lapses_days_past_due) <= :day)
        returning c.id, c.kind, c.lapses_on, c.lapses_days_past_due, l.id as loan_id,
          l.borrower_id, l.preferred_channel, l.currency,
          day_past_due(l.oldest_due_date, l.past_due_pauses, c.lapses_days_past_due) as late_on)
      select id, kind, case when lapses_on < :day then 'DATE' else 'LATENESS' end,
        case when lapses_on < :day then lapses_on
          else late_on - 1 end,
        loan_id, borrower_id, preferred_channel, currency
      from gone order by id""";

  private final UnitOfWork work;

  SqlCovers(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<Void> add(LinkedCover cover) {
    return work.session().chain(s -> s.persist(cover));
  }

  @Override
  public Uni<Optional<LinkedCover>> locked(UUID id) {
    return work.session()
        .chain(s -> s.find(LinkedCover.class, id, LockModeType.PESSIMISTIC_WRITE))
        .map(Optional::ofNullable);
  }

  @Override
  public Uni<List<LinkedCover>> ofLoan(UUID loanId) {
    return work.session()
        .chain(
            s ->
                s.createSelectionQuery(OF_LOAN, LinkedCover.class)
                    .setParameter("loan", loanId)
                    .getResultList());
  }

  @Override
  public Uni<List<Lapse>> warn(LocalDate day) {
    return lapses(WARN, day);
  }

  @Override
  public Uni<List<Lapse>> lapse(LocalDate day) {
    return lapses(LAPSE, day);
  }

  private Uni<List<Lapse>> lapses(String sql, LocalDate day) {
    return work.session()
        .chain(
            s -> s.createNativeQuery(sql, Object[].class).setParameter("day", day).getResultList())
        .map(rows -> rows.stream().map(SqlCovers::lapse).toList());
  }

  private static Lapse lapse(Object[] row) {
    return new Lapse(
        (UUID) row[0],
        Kind.valueOf((String) row[1]),
        Cause.valueOf((String) row[2]),
        (LocalDate) row[3],
        (UUID) row[4],
        (UUID) row[5],
        (String) row[6],
        (String) row[7]);
  }
}
