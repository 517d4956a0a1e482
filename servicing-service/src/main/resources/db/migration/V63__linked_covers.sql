-- An insurance policy or guarantee that hangs on a loan and may lapse: on a date, or when the loan
-- is late by so many days.
create table linked_cover (
  id                   uuid        primary key,
  version              bigint      not null,
  loan_id              uuid        not null references loan,
  kind                 text        not null,
  provider             text        not null,
  reference            text        not null,
  lapses_on            date,
  lapses_days_past_due integer     check (lapses_days_past_due > 0),
  state                text        not null,
  added_on             date        not null,
  ended_on             date,
  created_at           timestamptz not null,
  check (lapses_on is not null or lapses_days_past_due is not null)
);
create index linked_cover_loan on linked_cover (loan_id, id);
create index linked_cover_active on linked_cover (lapses_on) where state = 'ACTIVE';

-- How many days before it lapses a cover is warned of; DATE: before its last day, LATENESS: before
-- the loan is late enough.
create table cover_warning_plan (
  cause text    not null check (cause in ('DATE', 'LATENESS')),
  days  integer not null check (days >= 0),
  primary key (cause, days)
);
insert into cover_warning_plan values ('DATE', 30), ('DATE', 7), ('LATENESS', 10), ('LATENESS', 3);

create table cover_warning (
  cover_id  uuid    not null references linked_cover,
  cause     text    not null,
  lapses_on date    not null,
  lead_days integer not null,
  warned_on date    not null,
  primary key (cover_id, cause, lapses_on, lead_days)
);
