-- A fee on a loan: an instalment of its own (schedule version 0), and here what it is for.
create table charge (
  id           uuid        primary key references instalment deferrable initially deferred,
  loan_id      uuid        not null references loan,
  kind         text        not null check (kind in ('LATE_FEE', 'SERVICE', 'RECOVERY_COST')),
  base         text        not null
    check (base in ('FIXED', 'PRINCIPAL', 'PRINCIPAL_OUTSTANDING', 'AMOUNT_DUE')),
  percent      numeric(7,4),
  amount_minor bigint      not null check (amount_minor > 0),
  due_date     date        not null,
  reason       text        not null,
  charged_by   text        not null,
  charged_at   timestamptz not null,
  check ((base = 'FIXED') = (percent is null))
);
create index charge_loan on charge (loan_id, due_date);

-- Days that do not count as past due: first/last, first/last, ...
alter table loan add column past_due_pauses text not null default '';

-- A loan is given up by two: one who asks, another who approves.
create table write_off_request (
  id           uuid        primary key,
  loan_id      uuid        not null references loan,
  reason       text        not null,
  requested_by text        not null,
  requested_at timestamptz not null,
  state        text        not null check (state in ('REQUESTED', 'APPROVED', 'REJECTED')),
  decided_by   text        check (decided_by <> requested_by),
  decided_at   timestamptz,
  check ((state = 'REQUESTED') = (decided_by is null))
);
create unique index write_off_request_open on write_off_request (loan_id)
  where state = 'REQUESTED';
