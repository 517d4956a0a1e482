create table scorecard (
  version     varchar primary key,
  document    varchar not null,
  sha256      varchar(64) not null,
  created_at  timestamptz not null,
  created_by  varchar not null
);

-- append-only: the newest row names the active card
create table scorecard_activation (
  id            uuid primary key,
  version       varchar not null references scorecard,
  activated_at  timestamptz not null,
  activated_by  varchar not null
);

create table assessment (
  id                uuid primary key,
  application_id    uuid not null,
  borrower_id       uuid not null,
  outcome           varchar not null check (outcome in ('APPROVED', 'REFERRED', 'DECLINED')),
  score             integer not null,
  probability       varchar not null,
  grade             varchar,
  limit_minor       bigint not null check (limit_minor >= 0),
  graded_minor      bigint not null check (graded_minor >= 0),
  currency          varchar(3) not null,
  annual_rate       varchar,
  reasons           varchar not null,
  scorecard_version varchar not null,
  policy_version    varchar not null,
  ceilings_version  varchar not null,
  decided_at        timestamptz not null,
  expires_at        timestamptz not null,
  facts             varchar not null,
  result            varchar not null,
  result_sha256     varchar(64) not null,
  log_leaf_id       uuid not null,
  asked_by          varchar not null
);
create index assessment_borrower on assessment (borrower_id, id);
create index assessment_application on assessment (application_id);

create table borrower_limit (
  borrower_id    uuid primary key,
  granted_minor  bigint not null check (granted_minor >= 0),
  currency       varchar(3) not null,
  cap_percent    integer not null check (cap_percent between 0 and 100),
  restrictions   varchar not null
);

create table loan_exposure (
  loan_id            uuid primary key,
  borrower_id        uuid not null,
  principal_minor    bigint not null,
  outstanding_minor  bigint not null,
  currency           varchar(3) not null,
  state              varchar not null check (state in ('OPEN', 'CLOSED', 'WRITTEN_OFF')),
  stage              varchar not null,
  days_past_due      integer not null,
  written_off_on     date,
  written_off_reason varchar,
  written_off_event  uuid,
  written_off_leaf   uuid
);
create index loan_exposure_borrower on loan_exposure (borrower_id);

-- keyed tags only; no identifier is known to this service
create table blacklist_subject (
  borrower_id uuid not null,
  kind        varchar not null check (kind in ('PERSON', 'PHONE')),
  tag         varchar not null,
  primary key (borrower_id, kind, tag)
);

create table blacklist_entry (
  id               uuid primary key,
  borrower_id      uuid not null,
  ground           varchar not null check (ground in ('WRITTEN_OFF', 'FRAUD_CONFIRMED')),
  state            varchar not null check (state in ('PROPOSED', 'ACTIVE', 'DISPUTED', 'REMOVED')),
  loan_id          uuid not null,
  evidence_event   uuid not null,
  evidence_leaf    uuid,
  note             varchar,
  proposed_by      varchar not null,
  proposed_at      timestamptz not null,
  activated_by     varchar,
  notice_reference varchar,
  expires_on       date not null,
  objection        varchar,
  answer_due_on    date,
  answered_by      varchar,
  answer           varchar,
  removed_on       date,
  removed_because  varchar
);
create unique index blacklist_entry_open on blacklist_entry (loan_id) where state <> 'REMOVED';
create index blacklist_entry_borrower on blacklist_entry (borrower_id);

create table blacklist_tag (
  entry_id uuid not null references blacklist_entry,
  kind     varchar not null check (kind in ('PERSON', 'PHONE')),
  tag      varchar not null,
  primary key (entry_id, kind, tag)
);
create index blacklist_tag_lookup on blacklist_tag (kind, tag);

create table blacklist_hit (
  id             uuid primary key,
  entry_id       uuid not null references blacklist_entry,
  application_id uuid not null,
  borrower_id    uuid not null,
  matched_by     varchar not null,
  entry_state    varchar not null,
  asked_by       varchar not null,
  hit_at         timestamptz not null
);

create table alert (
  id          uuid primary key,
  borrower_id uuid not null,
  kind        varchar not null,
  severity    varchar not null,
  source      varchar not null,
  raised_at   timestamptz not null
);
create index alert_borrower on alert (borrower_id);

-- one row: the business date as servicing last told it
create table business_day (
  id     smallint primary key check (id = 1),
  today  date not null
);
