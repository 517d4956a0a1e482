package org.shouxin.servicing.bureau.persistence;

/** The bureau's files in SQL; loans, instalments, classes and reminders are only read. */
final class BureauSql {

  static final String ADD_FILE =
      """
      insert into bureau_file (id, kind, as_of, created_by, created_at)
      values ($1, $2, $3, $4, $5) on conflict do nothing""";

  /** Loans with a line and what it would say: $1 day, $2 kind of the file, $4 partition. */
  private static final String STANDING =
      """
      facts as (
        select l.id, l.borrower_id, l.currency, l.principal_minor, l.value_date, l.closed_on,
          l.state as status,
          case when $1::date - l.oldest_due_date > l.grace_days
            then $1::date - l.oldest_due_date else 0 end as dpd,
          sum(i.principal_minor - i.principal_paid_minor)::bigint as outstanding,
          coalesce(sum(i.principal_minor - i.principal_paid_minor + i.interest_minor
            - i.interest_paid_minor + i.fees_minor - i.fees_paid_minor)
            filter (where i.due_date <= $1), 0)::bigint as due
        from loan l join instalment i on i.loan_id = l.id and i.replaced_on is null
        where l.partition = $4::smallint and l.state in ('ACTIVE', 'CLOSED', 'WRITTEN_OFF')
        group by l.id),
      standing as (
        select f.*, f.status = 'WRITTEN_OFF' or f.dpd > 0 as negative,
          payment_code(f.status, f.dpd) as code,
          coalesce(a.code, 'NORMAL') as asset_class,
          exists (select 1 from bureau_objection o where o.loan_id = f.id and o.state = 'OPEN')
            as objected,
          last.status as last_status, last.payment_code as last_code, last.objected as last_objected
        from facts f
        left join loan_class k on k.loan_id = f.id
        left join asset_class a on a.rank = k.rank
        left join lateral (
          select r.status, r.payment_code, r.objected from bureau_record r
          where r.loan_id = f.id and r.action = 'REPORT' order by r.as_of desc limit 1) last
          on true),
      wanted as (
        select s.*,
          coalesce(c.granted, false) as consented,
          not s.negative or exists (
            select 1 from bureau_default d
            join reminder n on n.loan_id = d.loan_id and n.kind = 'NEGATIVE_REPORT'
              and n.state = 'DELIVERED' and n.business_date >= d.noticed_on
              and n.business_date < $1
            where d.loan_id = s.id and d.ended_on is null) as noticed
        from standing s left join bureau_consent c on c.borrower_id = s.borrower_id
        where (s.status <> 'CLOSED' or s.last_status is distinct from 'CLOSED')
          and ($2::text = 'MONTHLY'
            or (s.status, s.code, s.objected)
              is distinct from (s.last_status, s.last_code, s.last_objected)))""";

  static final String REPORT =
      "with "
          + STANDING
          + """
          ,
          left_out as (
            insert into bureau_withheld (file_id, loan_id, reason)
            select $3::uuid, id, case when consented then 'NO_NOTICE' else 'NO_CONSENT' end
            from wanted where not (consented and noticed))
          insert into bureau_record (file_id, loan_id, action, about_file_id, borrower_id, as_of,
            status, payment_code, days_past_due, overdue_minor, outstanding_minor, principal_minor,
            currency, opened_on, closed_on, asset_class, objected)
          select $3::uuid, id, 'REPORT', $3::uuid, borrower_id, $1::date, status, code, dpd,
            case when negative then due else 0 end, outstanding, principal_minor, currency,
            value_date, closed_on, asset_class, objected
          from wanted where consented and noticed""";

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

  /** CN-CREDIT-02: five years after a default ended, each of its negative lines must go. */
  static final String DELETE =
      AGAIN
          + """
           select $1::uuid, r.loan_id, 'DELETE_NEGATIVE', r.file_id, r.borrower_id, r.as_of, r.status, 'N',
            0, 0, r.outstanding_minor, r.principal_minor, r.currency, r.opened_on, r.closed_on,
            r.asset_class, false
          from bureau_default d
          join bureau_record r on r.loan_id = d.loan_id and r.action = 'REPORT'
            and r.days_past_due > 0 and r.as_of between d.began_on and d.ended_on
          where d.ended_on + interval '5 years' <= $2::date
            and not exists (
              select 1 from bureau_record gone
              where gone.loan_id = r.loan_id and gone.about_file_id = r.file_id
                and gone.action = 'DELETE_NEGATIVE')""";

  static final String ADD_PART =
      "insert into bureau_file_part (file_id, part) values ($1, $2) on conflict do nothing";

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

  static final String BEGIN_DEFAULTS =
      """
      with late as (
        select l.id, l.borrower_id, l.preferred_channel, l.oldest_due_date, l.currency
        from loan l
        where l.state = 'ACTIVE' and $1::date - l.oldest_due_date > l.grace_days
          and not exists (
            select 1 from bureau_default d where d.loan_id = l.id and d.ended_on is null)
        order by l.id limit $2),
      begun as (
        insert into bureau_default (loan_id, began_on, noticed_on)
        select id, oldest_due_date, $1::date from late
        on conflict (loan_id, began_on) do update set
          ended_on = null, noticed_on = excluded.noticed_on
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
      where l.id = d.loan_id and d.ended_on is null and l.state in ('ACTIVE', 'CLOSED')
        and coalesce($1::date - l.oldest_due_date, 0) <= l.grace_days""";

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
