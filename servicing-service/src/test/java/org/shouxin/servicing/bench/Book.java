package org.shouxin.servicing.bench;

import java.sql.SQLException;

/**
 * A book of active loans, made by set-based SQL straight in the tables, as the service would have
 * written them: 12 instalments each (bullet: one), all methods mixed; of a hundred loans ten fall
 * due on the next day, five are late by 1 to 90 days, and the rest are spread over the month.
 */
final class Book {

  private static final int CHUNK_LOANS = 100_000;

  /** Arguments: the open day, the first and the last number of a loan. */
  private static final String LOANS =
      """
      insert into loan (id, version, transitions, application_id, borrower_id, borrower_subject,
        agreement, preferred_channel, principal_minor, currency, annual_rate, method, term_months,
        day_count, rounding, grace_days, penalty_rate, product_code, purpose, contract_hash,
        contracted_on, state, stage, value_date, bank_reference, schedule_version, credit_minor,
        last_closed_date, next_action_date, recognised_through, accrual_from, accrual_to,
        accrual_interest_minor, oldest_due_date)
      select id, 1, 3, uuidv7(), uuidv7(), n::text, 'agreement-' || n, 'SMS', 1200000, 'CNY', 0.12,
        method, 12, day_count, 'HALF_UP', 3, 0.18, 'CASH', 'EDUCATION', md5(n::text), value_date,
        'ACTIVE', stage, value_date, 'bench-' || n, 1, 0, day - 1,
        case when oldest is null
          then case when running - 3 > day then running - 3 else running end
          else (select min(oldest + a)
                from unnest(array[1,2,3,5,7,14,21,30,32,45,60,62,75,90,92,400]) a
                where oldest + a > day) end,
        day - 1, previous, running, 10000, oldest
      from (
        select uuidv7() as id, n, day, method, day_count, oldest, running,
          case method when 'BULLET' then (running - interval '12 months')::date
            else (running - interval '1 month')::date end as previous,
          case method when 'BULLET' then (running - interval '12 months')::date
            else (running - make_interval(months => paid + 1))::date end as value_date,
          case when oldest is null or oldest = day then 'CURRENT'
            when day - 1 - oldest <= 0 then 'CURRENT'
            when day - 1 - oldest <= 3 then 'GRACE'
            when day - 1 - oldest <= 30 then 'M1'
            when day - 1 - oldest <= 60 then 'M2' else 'M3' end as stage
        from (
          select n, day, method, day_count, paid, late,
            case when late > 0 and method <> 'BULLET' then day - late end as oldest,
            case
              when late > 0 and method <> 'BULLET'
                then (day - late + make_interval(months => 1 + late / 31))::date
              when n %% 100 < 10 then day + 1
              else day + 2 + (n %% 29)::integer end as running
          from (
            select n, date '%1$s' as day,
              (array['EQUAL_INSTALMENT', 'EQUAL_PRINCIPAL', 'INTEREST_ONLY', 'EQUAL_INSTALMENT',
                'EQUAL_PRINCIPAL', 'BULLET', 'EQUAL_INSTALMENT'])[1 + n %% 7] as method,
              (array['THIRTY_360_PER_PERIOD', 'ACT_360', 'ACT_365'])[1 + n %% 3] as day_count, (n %% 11)::integer as paid,
              case when n %% 100 between 10 and 15 then 1 + (n / 100 %% 90)::integer else 0 end
                as late
            from generate_series(%2$d, %3$d) n) a) b) c""";

  /** Of a late loan, what fell due from its oldest unpaid due date on is unpaid. */
  private static final String INSTALMENTS =
      """
      insert into instalment (id, loan_id, number, schedule_version, period_start, due_date,
        planned_on, principal_minor, interest_minor, interest_carried_minor, fees_minor,
        principal_paid_minor, interest_paid_minor, fees_paid_minor, penalty_accrued_minor,
        penalty_paid_minor, penalty_from, penalty_stretch_minor, penalty_to)
      select uuidv7(), id, i, 1, starts, due, value_date, principal, 10000, 0, 0,
        case when paid then principal else 0 end, case when paid then 10000 else 0 end, 0, 0, 0,
        due + 3, 0, due + 3
      from (
        select l.id, i, l.value_date,
          (l.value_date + make_interval(months => case method when 'BULLET' then 0 else i - 1 end))
            ::date as starts,
          d.due,
          case method when 'INTEREST_ONLY' then case i when 12 then 1200000 else 0 end
            when 'BULLET' then 1200000 else 100000 end as principal,
          d.due < coalesce(l.oldest_due_date, l.accrual_to) as paid
        from loan l
        cross join lateral generate_series(1, case method when 'BULLET' then 1 else 12 end) i
        cross join lateral (
          select case
            when method = 'BULLET' then l.accrual_to
            else (l.value_date + make_interval(months => i))::date end as due) d
        where l.borrower_subject::bigint between %d and %d) x""";

  private final Database database;

  Book(Database database) {
    this.database = database;
  }

  void make(int loans, String day) throws SQLException {
    database.execute(
        "update accrual_partition set recognised_through = date '%s' - 1".formatted(day));
    for (int from = 1; from <= loans; from += CHUNK_LOANS) {
      int to = Math.min(loans, from + CHUNK_LOANS - 1);
      insert(LOANS.formatted(day, from, to));
    }
    database.execute("analyze loan");
    for (int from = 1; from <= loans; from += CHUNK_LOANS) {
      int to = Math.min(loans, from + CHUNK_LOANS - 1);
      insert(INSTALMENTS.formatted(from, to));
    }
    database.execute("vacuum (analyze) loan");
    database.execute("vacuum (analyze) instalment");
    database.execute("checkpoint");
  }

  /** Foreign keys hold by construction; checking each row would take longer than writing it. */
  private void insert(String sql) throws SQLException {
    database.execute("set session_replication_role = replica; " + sql);
  }

  /**
   * Settles the debits of the day as a bank would over night, but in bulk and outside the service:
   * what is due and ordered is paid.
   */
  void settle(String day) throws SQLException {
    database.execute(
        """
        with settled as (
          update bank_order set state = 'SUCCEEDED', settled_minor = amount_minor,
            settled_on = '%1$s', next_attempt_at = null
          where kind = 'DEBIT' and state in ('CREATED', 'SENT') and business_date <= '%1$s'
          returning loan_id),
        paid as (
          update instalment i set principal_paid_minor = principal_minor,
            interest_paid_minor = interest_minor, fees_paid_minor = fees_minor,
            penalty_paid_minor = penalty_accrued_minor
          from settled s where i.loan_id = s.loan_id and i.due_date <= '%1$s'
            and i.replaced_on is null and i.principal_paid_minor + i.interest_paid_minor
              < i.principal_minor + i.interest_minor
          returning i.loan_id)
        update loan l set version = version + 1, oldest_due_date = null, stage = 'CURRENT',
          next_action_date = (
            select min(case when due_date - 3 > date '%1$s' then due_date - 3 else due_date end)
            from instalment i where i.loan_id = l.id and i.due_date > '%1$s')
        from settled s where l.id = s.loan_id"""
            .formatted(day));
  }
}
