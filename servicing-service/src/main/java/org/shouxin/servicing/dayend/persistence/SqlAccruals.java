package org.shouxin.servicing.dayend.persistence;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.shouxin.chassis.persistence.UnitOfWork;
import org.shouxin.servicing.dayend.Accruals;

/**
 * Sums over the columns of the loans' rows what {@code Receivables} says of each loan.
 *
 * <p>Interest of the running period at the end of a day: floor(its interest x days passed / days of
 * the period). Penalty: of each instalment that is late, overdue principal x yearly rate x days /
 * 360, rounded half up, as one stretch; worked out in whole numbers, so that nothing is lost.
 */
@ApplicationScoped
public class SqlAccruals implements Accruals {

  /** Changes of a loan hold the same lock, shared; a wait longer than this is for later. */
  private static final String WAIT_MAX = "select set_config('lock_timeout', '500', true)";

  private static final String LOCK =
      "select pg_advisory_xact_lock(1102, partition) from unnest($1::smallint[]) as p (partition)";
  private static final String SUMS =
      """
      with behind as (
        select partition, recognised_through as through from accrual_partition
        where partition = any($1) and recognised_through < $2),
      active as materialized (
        select l.id, l.partition, l.currency, l.accrual_from, l.accrual_to, l.day_count,
          l.accrual_interest_minor as interest, l.oldest_due_date, l.penalty_rate,
          greatest(b.through, l.recognised_through) as through,
          case when l.tail_on <= $2 and l.tail_on > greatest(b.through, l.recognised_through)
            then l.tail_interest_minor else 0 end as tail_interest,
          case when l.tail_on <= $2 and l.tail_on > greatest(b.through, l.recognised_through)
            then l.tail_fees_minor else 0 end as tail_fees
        from behind b join loan l on l.partition = b.partition and l.state = 'ACTIVE'
        where l.recognised_through is null or l.recognised_through < $2),
      stretch as materialized (
        select d.*,
          case when thirty then days_360(accrual_from, accrual_to)
            else accrual_to - accrual_from end as days,
          through >= accrual_to as over_before, $2 >= accrual_to as over_now,
          case when thirty then days_360(accrual_from, greatest(accrual_from, least(through, accrual_to)))
            else greatest(0, least(through, accrual_to) - accrual_from) end as before,
          case when thirty then days_360(accrual_from, greatest(accrual_from, least($2, accrual_to)))
            else greatest(0, least($2, accrual_to) - accrual_from) end as now
        from (
          select distinct accrual_from, accrual_to, day_count, through, day_count like 'THIRTY%' as thirty
          from active where interest > 0) d),
      earned as (
        select a.partition, a.currency,
          case when s.over_now then a.interest
              else coalesce(a.interest * s.now / nullif(s.days, 0), 0) end
            - case when s.over_before then a.interest
              else coalesce(a.interest * s.before / nullif(s.days, 0), 0) end
            + a.tail_interest as interest,
          0 as penalty, a.tail_fees as fees
        from active a
        left join stretch s on a.interest > 0 and s.accrual_from = a.accrual_from
          and s.accrual_to = a.accrual_to and s.day_count = a.day_count and s.through = a.through
        union all
        select a.partition, a.currency, 0,
          greatest(i.penalty_stretch_minor, p.now) - greatest(i.penalty_stretch_minor, p.before), 0
        from active a
        join instalment i on i.loan_id = a.id and i.replaced_on is null and i.due_date < $2
          and i.principal_paid_minor < i.principal_minor
        cross join lateral (
          select
            div((i.principal_minor - i.principal_paid_minor) * a.penalty_rate * 200000000
              * greatest(0, $2 - i.penalty_from) + 36000000000, 72000000000)::bigint as now,
            div((i.principal_minor - i.principal_paid_minor) * a.penalty_rate * 200000000
              * greatest(0, a.through - i.penalty_from) + 36000000000, 72000000000)::bigint as before
          ) p
        where a.oldest_due_date is not null)
      select partition, currency, sum(interest)::bigint, sum(penalty)::bigint, sum(fees)::bigint
      from earned group by partition, currency order by partition, currency""";
  private static final String MOVE =
      """
      update accrual_partition set recognised_through = $2
      where partition = any($1) and recognised_through < $2""";

  private final UnitOfWork work;

  SqlAccruals(UnitOfWork work) {
    this.work = work;
  }

  @Override
  public Uni<List<Accrued>> recognise(LocalDate day, Short[] partitions) {
    return work.rows(WAIT_MAX)
        .chain(() -> work.rows(LOCK, (Object) partitions))
        .chain(() -> work.rows(SUMS, partitions, day))
        .call(() -> work.change(MOVE, partitions, day))
        .map(rows -> rows.stream().map(SqlAccruals::accrued).toList());
  }

  private static Accrued accrued(Object[] row) {
    return new Accrued(
        ((Number) row[0]).intValue(),
        (String) row[1],
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue());
  }
}
