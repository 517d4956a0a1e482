package org.shouxin.servicing.reconciliation.persistence;

/**
 * The matching, in SQL. A line is judged by its order when it names one of ours, else by the
 * transfer or the return with its reference; amounts are signed as seen from the lender's account.
 */
final class StatementSql {

  /** Imports follow each other, so that no line is matched on what another import is adding. */
  static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(1191)";

  private static final String GIVEN =
      """
      unnest(%s::text[], %s::bigint[], %s::timestamptz[], %s::text[], %s::bigint[], %s::text[],
        %s::uuid[], %s::text[])""";
  private static final String COLUMNS =
      "(bank_reference, seq, booked_at, direction, amount_minor, currency, order_id, purpose)";

  static final String CHANGED =
      """
      select g.number, g.bank_reference
      from %s with ordinality as g
        (bank_reference, seq, booked_at, direction, amount_minor, currency, order_id, purpose,
          number)
      join bank_statement_line l on l.bank_reference = g.bank_reference
      where (l.direction, l.amount_minor, l.currency, l.order_id)
        is distinct from (g.direction, g.amount_minor, g.currency, g.order_id)
      order by g.number limit 1"""
          .formatted(GIVEN.formatted("$1", "$2", "$3", "$4", "$5", "$6", "$7", "$8"));

  static final String NEW_LINES =
      """
      select count(*) as count from unnest($1::text[]) g (bank_reference)
      where not exists (
        select 1 from bank_statement_line l where l.bank_reference = g.bank_reference)""";

  static final String ADD_STATEMENT =
      """
      insert into bank_statement (id, source, covered_from, covered_to, lines, new_lines,
        imported_by, imported_at)
      values ($1, $2, $3, $4, $5, $6, $7, $8)""";

  static final String ADD_LINES =
      """
      insert into bank_statement_line (statement_id, bank_reference, seq, booked_at, direction,
        amount_minor, currency, order_id, purpose)
      select $1, g.* from %s as g %s
      on conflict do nothing"""
          .formatted(GIVEN.formatted("$2", "$3", "$4", "$5", "$6", "$7", "$8", "$9"), COLUMNS);

  /** Every unmatched line with what the books know of it. */
  private static final String JUDGED =
      """
      select l.bank_reference, l.currency, o.id as order_id, o.state,
        case l.direction when 'IN' then l.amount_minor else -l.amount_minor end as bank_minor,
        case
          when o.state = 'SUCCEEDED' then
            case o.kind when 'PAYOUT' then -o.settled_minor else o.settled_minor end
          when o.id is null and t.bank_reference is not null then t.amount_minor
          when o.id is null and r.bank_reference is not null then -r.amount_minor
        end as books_minor,
        exists (
          select 1 from bank_statement_line earlier
          where o.id is not null and earlier.order_id = l.order_id and earlier.seq < l.seq
        ) as doubled
      from bank_statement_line l
      left join bank_order o on o.id = l.order_id
      left join incoming_transfer t on t.bank_reference = l.bank_reference
      left join suspense_decision r on r.bank_reference = l.bank_reference
      where l.matched_at is null""";

  static final String MATCH =
      """
      update bank_statement_line l set matched_at = $1
      from (%s) judged
      where judged.bank_reference = l.bank_reference
        and judged.books_minor = judged.bank_minor and not judged.doubled"""
          .formatted(JUDGED);

  static final String FIND_BREAKS =
      """
      insert into statement_break (id, kind, subject, bank_reference, order_id, bank_minor,
        books_minor, currency, state, found_at)
      select gen_random_uuid(),
        case
          when doubled then 'DOUBLED'
          when books_minor is null then 'MISSING_IN_BOOKS'
          else 'AMOUNT_DIFFERS'
        end,
        bank_reference, bank_reference, order_id, bank_minor,
        case when doubled then 0 else coalesce(books_minor, 0) end, currency, 'OPEN', $1
      from (%s) judged
      where doubled or state is null or state not in ('CREATED', 'SENT')
      on conflict do nothing"""
          .formatted(JUDGED);

  static final String FIND_MISSING_IN_BANK =
      """
      insert into statement_break (id, kind, subject, bank_reference, order_id, bank_minor,
        books_minor, currency, state, found_at)
      select gen_random_uuid(), 'MISSING_IN_BANK', subject, null, order_id, 0, books_minor,
        currency, 'OPEN', $3
      from (
        select o.id::text as subject, o.id as order_id, o.currency,
          case o.kind when 'PAYOUT' then -o.settled_minor else o.settled_minor end as books_minor
        from bank_order o
        where o.state = 'SUCCEEDED' and o.settled_on between $1 and $2
          and not exists (select 1 from bank_statement_line l where l.order_id = o.id)
        union all
        select t.bank_reference, null, t.currency, t.amount_minor
        from incoming_transfer t
        where t.business_date between $1 and $2
          and not exists (
            select 1 from bank_statement_line l where l.bank_reference = t.bank_reference)
      ) missing
      on conflict do nothing""";

  /** An open break goes when bank and books have come to agree by themselves. */
  static final String RESOLVE =
      """
      update statement_break b set state = 'RESOLVED', decided_at = now(), decided_by = 'matching'
      where b.state = 'OPEN' and case
        when b.kind = 'MISSING_IN_BANK' and b.order_id is not null then exists (
          select 1 from bank_statement_line l where l.order_id = b.order_id)
        when b.kind = 'MISSING_IN_BANK' then exists (
          select 1 from bank_statement_line l where l.bank_reference = b.subject)
        else exists (
          select 1 from bank_statement_line l
          where l.bank_reference = b.bank_reference and l.matched_at is not null) end""";

  /** Files may number their lines otherwise. */
  static final String LAST_OF_BANK =
      """
      select coalesce(max(of_one.seq), 0) as last
      from bank_statement s cross join lateral (
        select max(l.seq) as seq from bank_statement_line l where l.statement_id = s.id) of_one
      where s.source = 'BANK'""";

  static final String FIGURES =
      """
      select
        (select count(*) from bank_statement_line
          where bank_reference = any ($1::text[]) and matched_at is not null) as matched,
        (select count(*) from bank_statement_line l join bank_order o on o.id = l.order_id
          where l.matched_at is null and o.state in ('CREATED', 'SENT')) as waiting,
        (select count(*) from statement_break where state = 'OPEN') as open_breaks""";

  private StatementSql() {}
}
