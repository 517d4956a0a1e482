-- A loan is paid out once; credit may be paid back as often as there is some.
drop index bank_order_one_payout;
create unique index bank_order_one_payout on bank_order (loan_id)
  where kind = 'PAYOUT' and cause = 'LOAN_PAYOUT';
insert into account (code, kind, name_zh, name_en) values
  ('2103', 'LIABILITY', '退款在途', 'Refunds ordered and not yet paid');

-- Links by which a loan is paid without signing in; what opens one is its id with our signature.
create table pay_link (
  id           uuid        primary key,
  loan_id      uuid        not null references loan,
  amount_minor bigint      check (amount_minor > 0),
  currency     text        not null,
  expires_at   timestamptz not null,
  issued_by    text        not null,
  issued_at    timestamptz not null,
  payment_id   uuid        references bank_order deferrable initially deferred
);
create index pay_link_loan on pay_link (loan_id);
