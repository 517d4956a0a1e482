alter table arrangement
  add column due_day            integer,
  add column annual_rate        numeric(10,8),
  add column effective_from     date,
  add column treatment          text,
  add column method             text,
  add column evidence_reference text,
  add column requested_by       text not null default 'borrower',
  add column reviewed_on        date,
  add column reviewed_by        text,
  add column review_reason      text,
  add column quoted_on          date,
  add column quote_until        date,
  add column quote_digest       text,
  add column watch_until        date;
update arrangement set quoted_on = requested_on, quote_until = requested_on
where state = 'REQUESTED';
create index arrangement_referred on arrangement (id) where state = 'REFERRED';
create index arrangement_granted on arrangement (loan_id, kind, decided_on)
  where state = 'ACCEPTED';
create index arrangement_watched on arrangement (watch_until, loan_id)
  where state = 'ACCEPTED' and watch_until is not null;

-- What is granted without asking a person (auto_*), what a person may grant (*_max), by kind, reason
-- and day. A row for a reason goes before the one for ANY. Change it by ending a row and adding one.
create table arrangement_policy (
  kind              text    not null,
  reason            text    not null,
  valid_from        date    not null,
  valid_to          date,
  auto_months_max   integer not null check (auto_months_max >= 0),
  months_max        integer not null check (months_max >= auto_months_max),
  auto_stage_max    text    not null,
  stage_max         text    not null,
  auto_per_year_max integer not null,
  per_year_max      integer not null check (per_year_max >= auto_per_year_max),
  needs_evidence    boolean not null,
  auto_treatments   text    not null,
  treatments        text    not null,
  watched           boolean not null,
  quote_days        integer not null check (quote_days >= 0),
  primary key (kind, reason, valid_from),
  check (valid_to is null or valid_to > valid_from)
);
insert into arrangement_policy values
  ('EXTENSION',       'ANY',      '2020-01-01', null, 3, 12, 'GRACE',   'GRACE',   1, 2, false,
   'ADD_TO_FIRST', 'ADD_TO_FIRST,SPREAD', false, 3),
  ('CHANGE_DUE_DAY',  'ANY',      '2020-01-01', null, 0,  0, 'GRACE',   'GRACE',   1, 2, false,
   '', '', false, 3),
  ('RATE_CHANGE',     'ANY',      '2020-01-01', null, 0,  0, 'GRACE',   'GRACE',   1, 4, false,
   '', '', false, 7),
  ('RE_AGE',          'ANY',      '2020-01-01', null, 6, 12, 'M1',      'M3',      1, 2, false,
   '', '', true, 3),
  ('PAYMENT_HOLIDAY', 'ANY',      '2020-01-01', null, 2,  6, 'CURRENT', 'GRACE',   1, 2, false,
   'ADD_TO_FIRST,SPREAD', 'ADD_TO_FIRST,SPREAD,CAPITALISE', false, 3),
  ('HARDSHIP',        'ILLNESS',  '2020-01-01', null, 3,  6, 'M1',      'M3',      1, 2, true,
   'ADD_TO_FIRST,SPREAD', 'ADD_TO_FIRST,SPREAD,WAIVE', false, 7),
  ('HARDSHIP',        'ABROAD',   '2020-01-01', null, 2,  6, 'GRACE',   'M3',      1, 2, true,
   'ADD_TO_FIRST,SPREAD', 'ADD_TO_FIRST,SPREAD,WAIVE', false, 7),
  ('HARDSHIP',        'DISASTER', '2020-01-01', null, 6, 12, 'M2',      'M4_PLUS', 1, 2, true,
   'ADD_TO_FIRST,SPREAD,WAIVE', 'ADD_TO_FIRST,SPREAD,WAIVE', false, 7),
  ('RESTRUCTURE',     'ANY',      '2020-01-01', null, 0, 60, 'CURRENT', 'M4_PLUS', 0, 1, false,
   '', '', true, 7);
