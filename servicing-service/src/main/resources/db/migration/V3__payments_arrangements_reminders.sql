-- An order to the bank: written first, sent by its id, settled once.
create table bank_order (
  id              uuid        primary key,
  kind            text        not null check (kind in ('PAYOUT', 'DEBIT')),
  cause           text        not null,
  loan_id         uuid        not null references loan,
  agreement       text        not null,
  amount_minor    bigint      not null check (amount_minor > 0),
  currency        text        not null,
  business_date   date        not null,
  state           text        not null,
  settled_minor   bigint      not null,
  told_minor      bigint,
  reason          text,
  bank_reference  text,
  attempts        integer     not null,
  next_attempt_at timestamptz,
  created_at      timestamptz not null,
  settled_on      date
);
create unique index bank_order_one_payout on bank_order (loan_id) where kind = 'PAYOUT';
create unique index bank_order_one_open_debit on bank_order (loan_id)
  where kind = 'DEBIT' and state in ('CREATED', 'SENT');
create index bank_order_waiting on bank_order (next_attempt_at) where state in ('CREATED', 'SENT');
create index bank_order_loan on bank_order (loan_id, created_at);

create table bank_break (
  id             uuid        primary key,
  order_id       uuid        not null references bank_order,
  source         text        not null,
  expected_minor bigint      not null,
  told_minor     bigint      not null,
  currency       text        not null,
  found_on       date        not null,
  found_at       timestamptz not null,
  unique (order_id, source, told_minor)
);

create table incoming_transfer (
  bank_reference text        primary key,
  payment_id     uuid        not null,
  loan_id        uuid,
  amount_minor   bigint      not null check (amount_minor > 0),
  currency       text        not null,
  business_date  date        not null,
  received_at    timestamptz not null
);

create table webhook_receipt (
  source      text        not null,
  webhook_id  text        not null,
  received_at timestamptz not null,
  primary key (source, webhook_id)
);
create index webhook_receipt_received on webhook_receipt (received_at);

create table arrangement (
  id                    uuid        primary key,
  loan_id               uuid        not null references loan,
  kind                  text        not null,
  reason                text        not null,
  months                integer     not null,
  evidence              text        not null,
  state                 text        not null,
  rule                  text,
  requested_on          date        not null,
  decided_on            date,
  cost_difference_minor bigint      not null,
  currency              text        not null,
  loan_version          bigint      not null,
  created_at            timestamptz not null
);
create index arrangement_loan on arrangement (loan_id, created_at);

create table reminder (
  id              uuid        primary key,
  request_id      uuid        not null unique,
  loan_id         uuid        not null references loan,
  borrower_id     uuid        not null,
  kind            text        not null,
  due_date        date        not null,
  amount_minor    bigint      not null,
  currency        text        not null,
  business_date   date        not null,
  channel         text        not null,
  channels_left   text        not null,
  state           text        not null,
  code            text,
  attempts        integer     not null,
  next_attempt_at timestamptz,
  unique (loan_id, kind, business_date)
);
create index reminder_waiting on reminder (next_attempt_at) where state = 'PLANNED';
