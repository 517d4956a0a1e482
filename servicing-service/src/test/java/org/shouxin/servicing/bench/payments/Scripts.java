package org.shouxin.servicing.bench.payments;

/** What pgbench drives, on the service's own tables with their indexes and constraints. */
final class Scripts {

  /** Idempotency row, loan read and update, three postings, outbox row: one payment's bare SQL. */
  static final String SAME_SQL =
      """
      \\set n random(1, :loans)
      begin;
      insert into idempotency_record (principal, key, request_hash, status, body, created_at)
        values ('pgbench', gen_random_uuid()::text, md5(:n::text), 201, '{"paymentId":"x"}', now());
      select * from loan where id = bench_loan(:n) for update;
      update loan set version = version + 1, transitions = transitions + 1,
        bank_reference = 'pgbench' where id = bench_loan(:n);
      with posted as (
        insert into posting_group (id, loan_id, business_date, reason, log_leaf_id, recorded_at)
        values (gen_random_uuid(), bench_loan(:n), current_date, 'bench', gen_random_uuid(), now())
        returning id, loan_id, business_date)
      insert into posting (group_id, loan_id, business_date, currency, account_code, amount_minor)
        select id, loan_id, business_date, 'CNY', account, minor from posted,
          (values ('1001', 100), ('1101', -60), ('1102', -40)) as entry (account, minor);
      insert into outbox (id, shard, topic, key, aggregate_version, ordinal, type, payload, headers,
          occurred_at, published_at)
        values (gen_random_uuid(), 0, 'bench', gen_random_uuid()::text, 1, 0, 'bench',
          '{"loanId":"x","amount":{"amount":"1.00","currency":"CNY"}}', '{}', now(), now());
      commit;
      """;

  /** The same with what a payment writes besides: its line, what it covered, its log leaf. */
  static final String EVERY_ROW =
      SAME_SQL.replace(
          "commit;",
          """
          select * from instalment where loan_id = bench_loan(:n);
          update instalment set principal_minor = principal_minor
            where loan_id = bench_loan(:n) and number = 1;
          with line as (
            insert into loan_transaction (id, loan_id, business_date, kind, amount_minor,
              cost_minor, interest_minor, penalty_minor, principal_minor, unapplied_minor,
              recorded_at)
            values (gen_random_uuid(), bench_loan(:n), current_date, 'PAYMENT', 100, 0, 40, 0, 60,
              0, now()) returning id, loan_id, business_date)
          insert into allocation_line (id, transaction_id, loan_id, instalment_id, component,
              amount_minor, business_date)
            select gen_random_uuid(), line.id, line.loan_id, i.id, part.component, part.minor,
              line.business_date
            from line join instalment i on i.loan_id = line.loan_id and i.number = 1,
              (values ('INTEREST', 40), ('PRINCIPAL', 60)) as part (component, minor);
          with leaf as (
            insert into log_leaf (id, kind, subject_id, leaf_hash)
            values (gen_random_uuid(), 'bench', 'bench', sha256(random()::text::bytea))
            returning id)
          insert into log_pending (leaf_id) select id from leaf;
          insert into outbox_stream (topic, key, version)
            values ('bench', bench_loan(:n)::text, 1)
            on conflict (topic, key) do update set version = outbox_stream.version + 1;
          commit;""");

  private Scripts() {}
}
