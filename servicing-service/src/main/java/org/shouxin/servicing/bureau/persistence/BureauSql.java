package org.shouxin.servicing.bureau.persistence;

/** The bureau's files in SQL; loans, instalments, classes and reminders are only read. */
final class BureauSql {

  static final String ADD_FILE =
      """
      insert into bureau_file (id, kind, as_of, created_by, created_at)
      values ($1, $2, $3, $4, $5) on conflict do nothing""";

  private static final String LOAN =
      """
      select l.id, l.partition, l.borrower_id, l.currency, l.principal_minor, l.value_date,
        l.closed_on, l.grace_days, days_past_due(l.oldest_due_date, l.past_due_pauses, $1) as late,
        case when l.state = 'WRITTEN_OFF' and not exists (
            select 1 from instalment i where i.loan_id = l.id and i.replaced_on is null
              and i.principal_paid_minor < i.principal_minor)
          then 'CLOSED' else l.state end as status,
        b.status as last_status, b.payment_code as last_code, b.objected as last_objected
      """;

  /**
   * Loans with a line and what it would say: $1 day, $2 partitions, $3 kind of the file. A loan
   * that was never reported while it ran is not reported afterwards; one that was written off and
   * then paid is closed.
   */
  private static final String WANTED =
      "with facts as ("
          + LOAN
          + """
          from loan l left join bureau_standing b on b.loan_id = l.id
          where l.partition = any($2::smallint[]) and l.state = 'ACTIVE'
          union all
          """
          + LOAN
          + """
          from bureau_standing b join loan l on l.id = b.loan_id
          where b.partition = any($2::smallint[]) and b.status <> 'CLOSED'
            and l.state in ('CLOSED', 'WRITTEN_OFF')),
      coded as (
        select f.*, case when f.late > f.grace_days then f.late else 0 end as dpd,
          payment_code(f.status, case when f.late > f.grace_days then f.late else 0 end) as code,
          exists (select 1 from bureau_objection o where o.loan_id = f.id and o.state = 'OPEN')
            as objected
        from facts f),
      wanted as (
        select s.*, s.code not in ('N', 'C') as negative,
          c.granted is true as consented,
          s.code in ('N', 'C') or exists (
            select 1 from bureau_default d
            join reminder n on n.loan_id = d.loan_id and n.kind = 'NEGATIVE_REPORT'
              and n.state = 'DELIVERED' and n.business_date >= d.noticed_on
              and n.business_date < $1
            where d.loan_id = s.id and d.ended_on is null) as noticed
        from coded s left join bureau_consent c on c.borrower_id = s.borrower_id
        where $3::text = 'MONTHLY'
          or (s.status, s.code, s.objected)
            is distinct from (s.last_status, s.last_code, s.last_objected))
      """;

  static final String ANY_CHANGE =
      WANTED + "select exists (select 1 from wanted where consented and noticed)";

  static final String REPORT =
      WANTED
          + """
          ,
          left_out as (
            insert into bureau_withheld (file_id, loan_id, reason)
            select $4::uuid, id, case when consented then 'NO_NOTICE' else 'NO_CONSENT' end
            from wanted where not (consented and noticed)),
          stands as (
            insert into bureau_standing (loan_id, partition, status, payment_code, objected)
            select id, partition, status, code, objected from wanted
            where consented and noticed
              and (status, code, objected) is distinct from (last_status, last_code, last_objected)
            on conflict (loan_id) do update set status = excluded.status,
              payment_code = excluded.payment_code, objected = excluded.objected)
          insert into bureau_record (file_id, loan_id, action, about_file_id, borrower_id, as_of,
            status, payment_code, days_past_due, overdue_minor, outstanding_minor, principal_minor,
            currency, opened_on, closed_on, asset_class, objected)
          select $4::uuid, w.id, 'REPORT', $4::uuid, w.borrower_id, $1::date, w.status, w.code,
            w.dpd, case when w.negative then i.due else 0 end, i.outstanding, w.principal_minor,
            w.currency, w.value_date, coalesce(w.closed_on, case w.status when 'CLOSED' then $1::date end),
            coalesce(a.code, 'NORMAL'), w.objected
          from wanted w
          cross join lateral (
            select
              coalesce(sum(i.principal_minor - i.principal_paid_minor
                - case when i.due_date > $1 then i.capitalised_minor else 0 end), 0)::bigint
                as outstanding,
              coalesce(sum(i.principal_minor - i.principal_paid_minor + i.interest_minor
                - i.interest_paid_minor + i.fees_minor - i.fees_paid_minor)
                filter (where i.due_date <= $1), 0)::bigint as due
            from instalment i where i.loan_id = w.id and i.replaced_on is null) i
          left join loan_class k on k.loan_id = w.id
          left join asset_class a on a.rank = k.rank
          where w.consented and w.noticed""";

  private static final String AGAIN =
      """
      insert into bureau_record (file_id, loan_id, action, about_file_id, borrower_id, as_of,
        status, payment_code, days_past_due, overdue_minor, outstanding_minor, principal_minor,
        currency, opened_on, closed_on, asset_class, objected)""";

  /** The line as it should have been, with the day it was about. */
  static final String CORRECT =
      "with sent as (update bureau_correction set sent_in = $1::uuid where sent_in is null returning *)"
          + AGAIN
          + """
           select distinct on (r.loan_id, r.file_id) $1::uuid, r.loan_id, 'CORRECTION', r.file_id,
            r.borrower_id, r.as_of, r.status, payment_code(r.status, s.days_past_due),
            s.days_past_due, s.overdue_minor, r.outstanding_minor, r.principal_minor, r.currency,
            r.opened_on, r.closed_on, r.asset_class, r.objected
          from sent s
          join bureau_record r on r.file_id = s.about_file_id and r.loan_id = s.loan_id
            and r.action = 'REPORT'
          order by r.loan_id, r.file_id, s.decided_at desc""";

  /** CN-CREDIT-02: five years after a default ended, by the business date, its lines must go. */
  private static final String OVER =
      """
      ended_on <= $1::date - 1825 and ended_on + interval '5 years' <= $1::date
        and forgotten_in is null""";

  /** Whether corrections wait or negative lines must go. */
  static final String WAITING =
      "select exists (select 1 from bureau_correction where sent_in is null)"
          + " or exists (select 1 from bureau_default where "
          + OVER
          + ")";

  static final String DELETE =
      "with over as (update bureau_default set forgotten_in = $2::uuid where "
          + OVER
          + " returning *)"
          + AGAIN
          + """
           select $2::uuid, r.loan_id, 'DELETE_NEGATIVE', r.file_id, r.borrower_id, r.as_of, r.status,
            'N', 0, 0, r.outstanding_minor, r.principal_minor, r.currency, r.opened_on, r.closed_on,
            r.asset_class, false
          from over d
          join bureau_record r on r.loan_id = d.loan_id and r.action = 'REPORT'
            and r.payment_code not in ('N', 'C') and r.as_of between d.began_on and d.ended_on
          where not exists (
            select 1 from bureau_record gone
            where gone.loan_id = r.loan_id and gone.about_file_id = r.file_id
              and gone.action = 'DELETE_NEGATIVE')""";

  static final String ADD_PARTS =
      """
      insert into bureau_file_part (file_id, part) select $1::uuid, unnest($2::smallint[])
      on conflict do nothing returning part""";

  static final String LOANS = "select count(*) from loan where state = 'ACTIVE'";

  private static final String FILE =
      """
      select f.id, f.kind, f.as_of, f.created_at,
        (select count(*) from bureau_file_part p where p.file_id = f.id),
        (select count(*) from bureau_record r where r.file_id = f.id),
        (select count(*) from bureau_withheld w where w.file_id = f.id and reason = 'NO_CONSENT'),
        (select count(*) from bureau_withheld w where w.file_id = f.id and reason = 'NO_NOTICE')
      from bureau_file f""";
  static final String FILE_OF_DAY = FILE + " where f.kind = $1 and f.as_of = $2";
  static final String FILE_BY_ID = FILE + " where f.id = $1";
  static final String NEWEST_FILES = FILE + " order by f.as_of desc, f.id desc limit $1";

  private static final String RECORD =
      """
      select file_id, action, about_file_id, borrower_id, loan_id, as_of, status, payment_code,
        days_past_due, overdue_minor, outstanding_minor, principal_minor, currency, opened_on,
        closed_on, asset_class, objected
      from bureau_record""";
  static final String RECORDS =
      RECORD
          + """
           where file_id = $1 and loan_id in (
            select distinct loan_id from bureau_record where file_id = $1 and loan_id > $2
            order by loan_id limit $3)
          order by loan_id, action, about_file_id""";
  static final String RECORDS_OF_LOAN = RECORD + " where loan_id = $1 order by as_of desc limit $2";

  /** Instances that close a day together tell a borrower once. */
  static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(1702)";

  static final String BEGIN_DEFAULTS =
      """
      with late as (
        select l.id, l.borrower_id, l.preferred_channel, l.oldest_due_date, l.currency
        from loan l
        join bureau_consent c on c.borrower_id = l.borrower_id and c.granted
        where l.partition = any($3::smallint[]) and l.state = 'ACTIVE'
          and days_past_due(l.oldest_due_date, l.past_due_pauses, $1) > l.grace_days
          and not exists (
            select 1 from bureau_default d where d.loan_id = l.id and d.ended_on is null)
        order by l.id limit $2),
      begun as (
        insert into bureau_default (loan_id, began_on, noticed_on)
        select id, oldest_due_date, $1::date from late
        on conflict (loan_id, began_on) do update set
          ended_on = null, forgotten_in = null, noticed_on = excluded.noticed_on
        returning loan_id)
      select l.id, l.borrower_id, l.preferred_channel, l.oldest_due_date,
        coalesce((
          select sum(i.principal_minor - i.principal_paid_minor + i.interest_minor
            - i.interest_paid_minor + i.fees_minor - i.fees_paid_minor)
          from instalment i
          where i.loan_id = l.id and i.replaced_on is null and i.due_date <= $1), 0)::bigint,
        l.currency
      from late l join begun b on b.loan_id = l.id""";

  static final String END_DEFAULTS =
      """
      update bureau_default d set ended_on = $1::date
      from loan l
      where l.id = d.loan_id and d.ended_on is null and case l.state
        when 'ACTIVE'
          then days_past_due(l.oldest_due_date, l.past_due_pauses, $1) <= l.grace_days
        else not exists (
          select 1 from instalment i where i.loan_id = l.id and i.replaced_on is null
            and i.principal_paid_minor < i.principal_minor) end""";

  static final String ADD_CORRECTION =
      """
      insert into bureau_correction (id, loan_id, about_file_id, days_past_due, overdue_minor,
        reason, decided_by, decided_at)
      select $1::uuid, $2::uuid, $3::uuid, $4::integer, $5::bigint, $6, $7, $8::timestamptz
      where exists (
        select 1 from bureau_record
        where file_id = $3 and loan_id = $2 and action = 'REPORT' and currency = $9)""";

  static final String KEEP_CONSENT =
      """
      insert into bureau_consent (borrower_id, granted, changed_at) values ($1, $2, $3)
      on conflict (borrower_id) do update set granted = excluded.granted,
        changed_at = excluded.changed_at
      where bureau_consent.changed_at <= excluded.changed_at""";

  static final String ADD_OBJECTION =
      """
      insert into bureau_objection (id, loan_id, words, state, raised_on, answer_due_on, raised_at)
      values ($1, $2, $3, 'OPEN', $4, $5, $6) on conflict do nothing""";

  private static final String OBJECTION =
      """
      select id, loan_id, words, state, raised_on, answer_due_on, answer, answered_on, answered_by
      from bureau_objection""";
  static final String LOCKED_OBJECTION = OBJECTION + " where id = $1 for update";
  static final String OPEN_OBJECTIONS =
      OBJECTION + " where state = 'OPEN' order by answer_due_on, id limit $1";

  static final String ANSWER_OBJECTION =
      """
      update bureau_objection set state = $2, answer = $3, answered_on = $4, answered_by = $5
      where id = $1""";

  private BureauSql() {}
}
