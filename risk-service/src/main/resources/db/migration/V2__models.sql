-- one row each, so that moves of a purpose wait for each other
create table model_purpose (
  purpose  varchar primary key
);
insert into model_purpose values ('LENDING'), ('PHONE_CREDIT'), ('WILL_VANISH');

-- the document never changes; stage and share do
create table model (
  version        varchar primary key,
  purpose        varchar not null references model_purpose,
  kind           varchar not null,
  sha256         varchar(64) not null,
  stage          varchar not null
    check (stage in ('DRAFT', 'SHADOW', 'CHALLENGER', 'CHAMPION', 'RETIRED')),
  share_percent  integer not null check (share_percent between 0 and 50),
  added_at       timestamptz not null,
  added_by       varchar not null,
  document       varchar not null
);
create unique index model_one_champion on model (purpose) where stage = 'CHAMPION';
create unique index model_one_challenger on model (purpose) where stage = 'CHALLENGER';

-- append-only
create table model_move (
  id             uuid primary key,
  version        varchar not null references model,
  purpose        varchar not null,
  from_stage     varchar not null,
  to_stage       varchar not null,
  share_percent  integer not null,
  moved_at       timestamptz not null,
  moved_by       varchar not null,
  approved_by    varchar,
  why            varchar not null
);
create index model_move_champion on model_move (purpose, id) where to_stage = 'CHAMPION';

create table model_promotion (
  id             uuid primary key,
  version        varchar not null references model,
  to_stage       varchar not null,
  share_percent  integer not null,
  proposed_by    varchar not null,
  proposed_at    timestamptz not null,
  open           boolean not null
);

create table training_job (
  id             uuid primary key,
  request        varchar not null,
  data           bytea,
  state          varchar not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'REFUSED')),
  step           varchar not null,
  percent        integer not null check (percent between 0 and 100),
  beat_at        timestamptz not null,
  asked_at       timestamptz not null,
  asked_by       varchar not null,
  model_version  varchar references model,
  rule           varchar,
  detail         varchar
);
create index training_job_open on training_job (asked_at) where state in ('QUEUED', 'RUNNING');
