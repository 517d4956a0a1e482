create table business_day (
  id smallint primary key check (id = 1),
  day date not null
);

create table collection_case (
  id uuid primary key,
  loan_id uuid not null,
  borrower_id uuid not null,
  state varchar(10) not null,
  stage varchar(12) not null,
  tier varchar(10) not null,
  tier_since date not null,
  days_past_due integer not null,
  amount_due_minor bigint not null,
  currency varchar(3) not null,
  as_of date not null,
  opened_on date not null,
  closed_on date,
  outcome varchar(12),
  contact_lost boolean not null,
  ever_lost boolean not null,
  version integer not null,
  check ((state = 'CLOSED') = (outcome is not null))
);
create unique index collection_case_one_open on collection_case (loan_id) where state = 'OPEN';
create index collection_case_loan on collection_case (loan_id);
create index collection_case_borrower on collection_case (borrower_id) where state = 'OPEN';
create index collection_case_open on collection_case (id) where state = 'OPEN';

create table promise (
  id uuid primary key,
  case_id uuid not null references collection_case (id),
  loan_id uuid not null,
  borrower_id uuid not null,
  amount_minor bigint not null check (amount_minor > 0),
  currency varchar(3) not null,
  tolerance numeric(38, 2) not null,
  made_on date not null,
  due_date date not null check (due_date >= made_on),
  state varchar(10) not null,
  judged_on date,
  cleared_minor bigint,
  case_cured boolean not null,
  taken_by varchar(64) not null,
  version integer not null
);
create unique index promise_one_open on promise (case_id) where state = 'MADE';
create index promise_due on promise (due_date) where state = 'MADE';
create index promise_case on promise (case_id);

create table hold (
  id uuid primary key,
  case_id uuid not null references collection_case (id),
  loan_id uuid not null,
  borrower_id uuid not null,
  kind varchar(10) not null,
  reason varchar(200) not null,
  arrangement_id uuid,
  accepted_on date,
  placed_on date not null,
  placed_by varchar(64) not null,
  released_on date,
  released_by varchar(64),
  version integer not null
);
create index hold_active on hold (borrower_id) where released_on is null;
create index hold_case on hold (case_id);

create table reachability (
  borrower_id uuid primary key,
  state varchar(20) not null,
  failures_in_row integer not null,
  changed_on date,
  version integer not null
);
create index reachability_suspect on reachability (borrower_id) where state = 'SUSPECT';

create table reachability_step (
  id uuid primary key,
  borrower_id uuid not null,
  from_state varchar(20) not null,
  to_state varchar(20) not null,
  cause varchar(40) not null,
  day date not null,
  kept_at timestamptz not null
);
create index reachability_step_borrower on reachability_step (borrower_id, id);

create table number_check (
  borrower_id uuid primary key,
  claimed_until timestamptz,
  checked_on date
);

create table known_point (
  borrower_id uuid primary key,
  zone varchar(64) not null,
  number_point_id uuid
);

create table recycled_point (
  contact_point_id uuid primary key,
  borrower_id uuid not null,
  since timestamptz not null
);

create table contact (
  id uuid primary key,
  case_id uuid not null references collection_case (id),
  borrower_id uuid not null,
  channel varchar(10) not null,
  person varchar(12) not null,
  script_code varchar(40) not null,
  script_version integer not null,
  language varchar(10) not null,
  planned_at timestamp not null,
  debtor_day date not null,
  business_date date not null,
  contact_point_id uuid not null,
  actor varchar(64) not null,
  state varchar(10) not null,
  sends integer not null,
  provider_code varchar(40),
  provider_reference varchar(100),
  reserved_at timestamptz not null,
  changed_at timestamptz not null,
  version integer not null
);
create index contact_case on contact (case_id, id);
create index contact_borrower on contact (borrower_id, channel, id);
create index contact_moving on contact (changed_at) where state in ('RESERVED', 'SENDING', 'UNKNOWN');

create table contact_slot (
  kind varchar(8) not null,
  subject uuid not null,
  day date not null,
  n integer not null check (n > 0),
  contact_id uuid not null,
  primary key (kind, subject, day, n)
);
create index contact_slot_contact on contact_slot (contact_id);

create table contact_refusal (
  id uuid primary key,
  case_id uuid not null,
  channel varchar(10) not null,
  rule varchar(40) not null,
  detail varchar(300) not null,
  planned_at timestamp not null,
  actor varchar(64) not null,
  kept_at timestamptz not null
);
create index contact_refusal_case on contact_refusal (case_id);
create index contact_refusal_rule on contact_refusal (rule);

create table planned_action (
  id uuid primary key,
  case_id uuid not null references collection_case (id),
  action_date date not null,
  tier varchar(10) not null,
  channel varchar(10) not null,
  script varchar(40) not null,
  planned_at timestamp not null,
  strategy_version varchar(40) not null,
  state varchar(10) not null,
  refused_by varchar(40),
  tries integer not null,
  made_at timestamptz not null,
  unique (case_id, action_date)
);
create index planned_action_due on planned_action (action_date, id) where state = 'PLANNED';
