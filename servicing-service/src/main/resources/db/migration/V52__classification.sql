insert into account (code, kind, name_zh, name_en) values
  ('1801', 'ASSET',   '贷款损失准备',       'Allowance for loan losses'),
  ('1802', 'ASSET',   '停止计息贷款未收利息', 'Interest suspended on non-accrual loans'),
  ('5102', 'EXPENSE', '信用减值损失',       'Impairment losses');

-- The five classes, worse ones with a higher rank. Income of a class that does not accrue is taken
-- back as long as it is not paid.
create table asset_class (
  rank    smallint primary key,
  code    text     not null unique,
  name_zh text     not null,
  name_en text     not null,
  accrues boolean  not null
);
insert into asset_class (rank, code, name_zh, name_en, accrues) values
  (0, 'NORMAL',          '正常', 'Normal',          true),
  (1, 'SPECIAL_MENTION', '关注', 'Special mention', true),
  (2, 'SUBSTANDARD',     '次级', 'Substandard',     false),
  (3, 'DOUBTFUL',        '可疑', 'Doubtful',        false),
  (4, 'LOSS',            '损失', 'Loss',            false);

-- What the operator adds to the law: a class from fewer days on. The worse of the two holds.
create table class_tightening (
  scheme     text     not null check (scheme in ('LOAN', 'CARD')),
  days_over  integer  not null check (days_over >= 0),
  rank       smallint not null references asset_class,
  valid_from date     not null,
  valid_to   date,
  primary key (scheme, days_over, rank, valid_from)
);

-- Provision as a share of unpaid principal: of a class, from some days past due on.
create table provision_rate (
  rank       smallint     not null references asset_class,
  days_from  integer      not null check (days_from >= 0),
  rate       numeric(7,6) not null check (rate between 0 and 1),
  valid_from date         not null,
  primary key (rank, days_from, valid_from)
);
insert into provision_rate (rank, days_from, rate, valid_from) values
  (0, 0, 0.010, '2000-01-01'),
  (1, 0, 0.020, '2000-01-01'), (1, 61, 0.030, '2000-01-01'),
  (2, 0, 0.250, '2000-01-01'), (2, 181, 0.400, '2000-01-01'),
  (3, 0, 0.500, '2000-01-01'),
  (4, 0, 1.000, '2000-01-01');

-- Loans that were restructured, until their watch ends (CN-CLASS-02).
create table restructured_loan (
  loan_id          uuid     not null references loan,
  restructured_on  date     not null,
  watch_until      date     not null check (watch_until > restructured_on),
  floor_rank       smallint not null references asset_class,
  primary key (loan_id, restructured_on)
);

-- How a loan was classified last; amounts as they were posted.
create table loan_class (
  loan_id                  uuid     primary key references loan,
  partition                smallint not null,
  rank                     smallint not null references asset_class,
  since                    date     not null,
  principal_minor          bigint   not null check (principal_minor >= 0),
  provision_minor          bigint   not null check (provision_minor >= 0),
  suspended_interest_minor bigint   not null,
  suspended_penalty_minor  bigint   not null
) with (fillfactor = 80);
create index loan_class_partition on loan_class (partition);

create table loan_class_change (
  loan_id       uuid     not null references loan,
  day           date     not null,
  from_rank     smallint references asset_class,
  to_rank       smallint not null references asset_class,
  days_past_due integer  not null,
  recorded_at   timestamptz not null
);
create index loan_class_change_loan on loan_class_change (loan_id, day);
create trigger loan_class_change_append_only before update or delete or truncate
  on loan_class_change for each statement execute function refuse_change();

-- Which partitions a day's classification has done.
create table classification_run (
  day              date        not null,
  partition        smallint    not null,
  loans            bigint      not null,
  changed          bigint      not null,
  posting_group_id uuid        references posting_group,
  done_at          timestamptz not null,
  primary key (day, partition)
);
