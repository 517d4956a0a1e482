create table loan (
  id                uuid          primary key,
  version           bigint        not null,
  transitions       bigint        not null,
  application_id    uuid          not null,
  borrower_id       uuid          not null,
  borrower_subject  text          not null,
  agreement         text          not null,
  preferred_channel text          not null,
  principal_minor   bigint        not null check (principal_minor > 0),
  currency          text          not null,
  annual_rate       numeric(10,8) not null,
  method            text          not null,
  term_months       integer       not null,
  day_count         text          not null,
  rounding          text          not null,
  grace_days        integer       not null,
  penalty_rate      numeric(10,8) not null,
  product_code      text          not null,
  purpose           text          not null,
  contract_hash     text          not null,
  contracted_on     date          not null,
  state             text          not null,
  stage             text          not null,
  value_date        date,
  bank_reference    text,
  schedule_version  integer       not null,
  credit_minor      bigint        not null check (credit_minor >= 0),
  closed_on         date,
  written_off_on    date,
  last_closed_date  date,
  next_action_date  date
);
create index loan_borrower on loan (borrower_id, id);
create index loan_subject on loan (borrower_subject, id);
create index loan_next_action on loan (next_action_date, id) where next_action_date is not null;

create table instalment (
  id                     uuid    primary key,
  loan_id                uuid    not null references loan,
  number                 integer not null,
  schedule_version       integer not null,
  period_start           date    not null,
  due_date               date    not null,
  planned_on             date    not null,
  replaced_on            date,
  fell_due               boolean not null,
  principal_minor        bigint  not null check (principal_minor >= 0),
  interest_minor         bigint  not null check (interest_minor >= 0),
  interest_carried_minor bigint  not null check (interest_carried_minor >= 0),
  fees_minor             bigint  not null check (fees_minor >= 0),
  principal_paid_minor   bigint  not null check (principal_paid_minor between 0 and principal_minor),
  interest_paid_minor    bigint  not null check (interest_paid_minor between 0 and interest_minor),
  fees_paid_minor        bigint  not null check (fees_paid_minor between 0 and fees_minor),
  penalty_accrued_minor  bigint  not null check (penalty_accrued_minor >= 0),
  penalty_paid_minor     bigint  not null
    check (penalty_paid_minor between 0 and penalty_accrued_minor),
  penalty_from           date    not null,
  penalty_stretch_minor  bigint  not null,
  penalty_to             date    not null,
  unique (loan_id, schedule_version, number)
);

create table loan_transaction (
  id               uuid        primary key,
  loan_id          uuid        not null references loan,
  business_date    date        not null,
  kind             text        not null,
  amount_minor     bigint      not null,
  cost_minor       bigint      not null,
  interest_minor   bigint      not null,
  penalty_minor    bigint      not null,
  principal_minor  bigint      not null,
  unapplied_minor  bigint      not null,
  payment_id       uuid,
  note             text,
  posting_group_id uuid        references posting_group,
  log_leaf_id      uuid,
  recorded_at      timestamptz not null
);
create index loan_transaction_loan on loan_transaction (loan_id, business_date);
create unique index loan_transaction_payment on loan_transaction (payment_id, kind)
  where payment_id is not null;

create table allocation_line (
  id             uuid   primary key,
  transaction_id uuid   not null references loan_transaction,
  loan_id        uuid   not null references loan,
  instalment_id  uuid   not null references instalment,
  component      text   not null,
  amount_minor   bigint not null,
  business_date  date   not null
);
create index allocation_line_loan on allocation_line (loan_id, business_date);
create index allocation_line_transaction on allocation_line (transaction_id);

create table penalty_accrual (
  id            uuid   primary key,
  loan_id       uuid   not null references loan,
  instalment_id uuid   not null references instalment,
  stretch_from  date   not null,
  stretch_before_minor bigint not null,
  to_date       date   not null check (to_date > stretch_from),
  base_minor    bigint not null,
  amount_minor  bigint not null check (amount_minor > 0)
);
create index penalty_accrual_loan on penalty_accrual (loan_id, to_date);

create trigger loan_transaction_append_only before update or delete or truncate on loan_transaction
  for each statement execute function refuse_change();
create trigger allocation_line_append_only before update or delete or truncate on allocation_line
  for each statement execute function refuse_change();
create trigger penalty_accrual_append_only before update or delete or truncate on penalty_accrual
  for each statement execute function refuse_change();

-- What is done on which day around a due date.
create table day_plan (
  kind text    not null check (kind in ('DEBIT_RETRY', 'OVERDUE_REMINDER', 'REMINDER_LEAD')),
  days integer not null check (days > 0),
  primary key (kind, days)
);
insert into day_plan (kind, days) values
  ('DEBIT_RETRY', 1), ('DEBIT_RETRY', 3), ('DEBIT_RETRY', 5), ('DEBIT_RETRY', 7),
  ('DEBIT_RETRY', 14), ('DEBIT_RETRY', 21), ('DEBIT_RETRY', 30), ('DEBIT_RETRY', 45),
  ('DEBIT_RETRY', 60), ('DEBIT_RETRY', 75), ('DEBIT_RETRY', 90),
  ('OVERDUE_REMINDER', 1), ('OVERDUE_REMINDER', 7),
  ('REMINDER_LEAD', 3);
