package org.shouxin.servicing.classification.persistence;

/**
 * The classification of partitions, in SQL: $1 partitions, $2 day, $3 to $5 the law's floors, $7
 * true for every loan and false for those whose class does not accrue.
 */
final class ClassSql {

  /** One run at a time works on a partition; what the one before wrote is seen afterwards. */
  static final String ONE_AT_A_TIME =
      """
      select pg_advisory_xact_lock(1801, p)
      from (select p::integer from unnest($1::smallint[]) p order by p) o""";

  static final String LOANS = "select count(*) from loan where state = 'ACTIVE'";

  static final String EACH_DAY = "select each_day from classification_policy";

  static final String LEFT =
      """
      select p from generate_series(0, 63) p
      where not exists (
        select 1 from classification_run r where r.day = $1 and r.partition = p and r.at_close)
      order by p""";

  static final String NOT_ACCRUING =
      """
      select distinct k.partition from asset_class c join loan_class k on k.rank = c.rank
      where not c.accrues and (k.principal_minor, k.provision_minor, k.suspended_interest_minor,
        k.suspended_penalty_minor) <> (0, 0, 0, 0)
      order by k.partition""";

  static final String RESTART_WATCHES =
      """
      update restructured_loan w
      set watched_from = l.oldest_due_date,
        watch_until = l.oldest_due_date + (w.watch_until - w.watched_from)
      from loan l
      where l.id = w.loan_id and l.state = 'ACTIVE' and w.watch_until >= $1
        and l.oldest_due_date > w.watched_from
        and days_past_due(l.oldest_due_date, l.past_due_pauses, $1) > 0""";

  /** Every active loan with the class it must have and the principal that is unpaid. */
  private static final String JUDGED =
      """
      rules as (
        select * from unnest($3::text[], $4::integer[], $5::smallint[])
          as law (scheme, days_over, rank)
        union all
        select scheme, days_over, rank from class_tightening
        where valid_from <= $2 and (valid_to is null or valid_to >= $2)),
      standing as (
        select l.id, l.partition, l.currency, l.penalty_rate,
          greatest(l.recognised_through, (
            select a.recognised_through from accrual_partition a where a.partition = l.partition))
            as through,
          l.day_count like 'THIRTY%' as thirty,
          case when l.product_code like 'CARD%' then 'CARD' else 'LOAN' end as scheme,
          days_past_due(l.oldest_due_date, l.past_due_pauses, $2) as dpd,
          coalesce(sum(i.principal_minor - i.principal_paid_minor
            - case when i.due_date > $2 then i.capitalised_minor else 0 end), 0)::bigint
            as principal
        from loan l left join instalment i on i.loan_id = l.id and i.replaced_on is null
        where l.partition = any($1::smallint[]) and l.state = 'ACTIVE'
          and ($7::boolean or l.id in (
            select k.loan_id from loan_class k join asset_class c on c.rank = k.rank
            where k.partition = any($1::smallint[]) and not c.accrues))
        group by l.id),
      judged as (
        select s.*, greatest(
          (select coalesce(max(r.rank), 0) from rules r
            where r.scheme = s.scheme and s.dpd > r.days_over),
          (select coalesce(max(w.floor_rank), 0) from restructured_loan w
            where w.loan_id = s.id and w.restructured_on <= $2 and w.watch_until >= $2)) as rank
        from standing s)""";

  /**
   * Provision, rounded half up to the minor unit; principal without a rate is provided whole.
   * Interest and penalty of a class that does not accrue, as far as the books have recognised them.
   */
  private static final String NEEDED =
      """
      needed as (
        select j.*, c.accrues, round(j.principal * coalesce(p.rate, 1))::bigint as provision
        from judged j
        join asset_class c on c.rank = j.rank
        left join lateral (
          select r.rate from provision_rate r
          where r.rank = j.rank and r.days_from <= j.dpd and r.valid_from <= $2
          order by r.days_from desc, r.valid_from desc limit 1) p on true),
      suspended as (
        select n.id,
          sum(case when i.due_date <= n.through
              then i.interest_minor + i.interest_deferred_minor - i.capitalised_minor
            else i.interest_carried_minor
              + coalesce((i.interest_minor + i.interest_deferred_minor - i.interest_carried_minor)
                * d.passed / nullif(d.period, 0), 0)
            end - i.interest_paid_minor)::bigint as interest,
          sum(i.penalty_accrued_minor - i.penalty_stretch_minor - i.penalty_paid_minor
            + greatest(i.penalty_stretch_minor,
                case when i.due_date <= n.through then
                  round((i.principal_minor - i.principal_paid_minor) * n.penalty_rate
                    * greatest(0, n.through - i.penalty_from) / 360) else 0 end))::bigint as penalty
        from needed n
        join instalment i on i.loan_id = n.id and i.replaced_on is null
        cross join lateral (
          select
            case when n.thirty then days_360(i.period_start, i.due_date)
              else i.due_date - i.period_start end as period,
            case when n.thirty
              then days_360(i.period_start, greatest(i.period_start, least(n.through, i.due_date)))
              else greatest(0, least(n.through, i.due_date) - i.period_start) end as passed) d
        where not n.accrues
        group by n.id)""";

  static final String CLASSIFY =
      "with "
          + JUDGED
          + ", "
          + NEEDED
          + """
          ,
          before as (
            select * from loan_class
            where partition = any($1::smallint[])
              and ($7::boolean or rank in (select rank from asset_class where not accrues))),
          after as (
            select n.id, n.partition, n.currency, n.rank, n.dpd, n.principal, n.provision,
              coalesce(s.interest, 0) as interest, coalesce(s.penalty, 0) as penalty,
              false as given_up
            from needed n left join suspended s on s.id = n.id
            union all
            select b.loan_id, b.partition, l.currency, b.rank, 0, 0, 0, 0, 0,
              l.state = 'WRITTEN_OFF'
            from before b join loan l on l.id = b.loan_id and l.state <> 'ACTIVE'
            where (b.principal_minor, b.provision_minor, b.suspended_interest_minor,
              b.suspended_penalty_minor) <> (0, 0, 0, 0)),
          written as (
            insert into loan_class (loan_id, partition, rank, since, principal_minor,
              provision_minor, suspended_interest_minor, suspended_penalty_minor)
            select a.id, a.partition, a.rank, $2::date, a.principal, a.provision, a.interest,
              a.penalty
            from after a left join before b on b.loan_id = a.id
            where (b.rank, b.principal_minor, b.provision_minor, b.suspended_interest_minor,
                b.suspended_penalty_minor)
              is distinct from (a.rank::smallint, a.principal, a.provision, a.interest, a.penalty)
            on conflict (loan_id) do update set
              rank = excluded.rank,
              since = case when loan_class.rank = excluded.rank then loan_class.since
                else excluded.since end,
              principal_minor = excluded.principal_minor,
              provision_minor = excluded.provision_minor,
              suspended_interest_minor = excluded.suspended_interest_minor,
              suspended_penalty_minor = excluded.suspended_penalty_minor),
          changed as (
            insert into loan_class_change
              (loan_id, day, from_rank, to_rank, days_past_due, recorded_at)
            select a.id, $2::date, b.rank, a.rank, a.dpd, $6::timestamptz
            from after a left join before b on b.loan_id = a.id
            where a.rank <> coalesce(b.rank, 0))
          select a.partition, a.currency, count(*),
            count(*) filter (where a.rank <> coalesce(b.rank, 0)),
            sum(a.provision - coalesce(b.provision_minor, 0))::bigint,
            coalesce(sum(a.interest - coalesce(b.suspended_interest_minor, 0))
              filter (where not a.given_up), 0)::bigint,
            coalesce(sum(a.penalty - coalesce(b.suspended_penalty_minor, 0))
              filter (where not a.given_up), 0)::bigint,
            coalesce(-sum(b.suspended_interest_minor + b.suspended_penalty_minor)
              filter (where a.given_up), 0)::bigint
          from after a left join before b on b.loan_id = a.id
          group by a.partition, a.currency order by a.partition, a.currency""";

  static final String DONE =
      """
      insert into classification_run
        (day, partition, loans, changed, posting_group_id, done_at, at_close)
      select $1::date, partition, loans, changed, $5::uuid, $6::timestamptz, $7::boolean
      from unnest($2::smallint[], $3::bigint[], $4::bigint[]) as share (partition, loans, changed)
      on conflict (day, partition) do update set
        loans = excluded.loans,
        changed = classification_run.changed + excluded.changed,
        posting_group_id = coalesce(excluded.posting_group_id, classification_run.posting_group_id),
        done_at = excluded.done_at, at_close = excluded.at_close""";

  static final String FIGURES =
      """
      select c.rank, c.name_zh, c.name_en, c.accrues, count(k.loan_id),
        coalesce(sum(k.principal_minor), 0)::bigint, coalesce(sum(k.provision_minor), 0)::bigint,
        coalesce(sum(k.suspended_interest_minor + k.suspended_penalty_minor), 0)::bigint
      from asset_class c left join loan_class k on k.rank = c.rank and k.principal_minor > 0
      group by c.rank order by c.rank""";

  static final String LAST_DAY =
      """
      select day from classification_run group by day having count(*) = $1
      order by day desc limit 1""";

  static final String CURRENT = "select rank from loan_class where loan_id = $1";

  static final String CHANGES =
      """
      select day, from_rank, to_rank, days_past_due from loan_class_change
      where loan_id = $1 order by day, recorded_at""";

  static final String WATCH =
      """
      insert into restructured_loan
        (loan_id, restructured_on, watched_from, watch_until, floor_rank)
      values ($1, $2, $3, $4, $5)
      on conflict (loan_id, restructured_on) do update set
        watched_from = greatest(restructured_loan.watched_from, excluded.watched_from),
        watch_until = greatest(restructured_loan.watch_until, excluded.watch_until),
        floor_rank = greatest(restructured_loan.floor_rank, excluded.floor_rank)""";

  private ClassSql() {}
}
