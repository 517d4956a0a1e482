-- Whether a borrower lets us report to the bureau; no word is no consent (CN-CREDIT-01).
create table bureau_consent (
  borrower_id uuid        primary key,
  granted     boolean     not null,
  changed_at  timestamptz not null
);

-- A stretch of days on which a loan was late past its grace. Its negative records live five years
-- from its end (CN-CREDIT-02).
create table bureau_default (
  loan_id    uuid not null references loan,
  began_on   date not null,
  noticed_on date not null,
  ended_on   date,
  primary key (loan_id, began_on)
);
create unique index bureau_default_open on bureau_default (loan_id) where ended_on is null;

create table bureau_file (
  id         uuid        primary key,
  kind       text        not null check (kind in ('MONTHLY', 'CHANGES')),
  as_of      date        not null,
  created_by text        not null,
  created_at timestamptz not null,
  unique (kind, as_of)
);

-- One line of a file. A correction or deletion names the file whose line it is about.
create table bureau_record (
  file_id           uuid    not null references bureau_file,
  loan_id           uuid    not null references loan,
  action            text    not null check (action in ('REPORT', 'CORRECTION', 'DELETE_NEGATIVE')),
  about_file_id     uuid    not null references bureau_file,
  borrower_id       uuid    not null,
  as_of             date    not null,
  status            text    not null check (status in ('ACTIVE', 'CLOSED', 'WRITTEN_OFF')),
  payment_code      text    not null,
  days_past_due     integer not null check (days_past_due >= 0),
  overdue_minor     bigint  not null,
  outstanding_minor bigint  not null,
  principal_minor   bigint  not null,
  currency          text    not null,
  opened_on         date    not null,
  closed_on         date,
  asset_class       text    not null,
  objected          boolean not null,
  primary key (file_id, loan_id, action, about_file_id)
);
create index bureau_record_loan on bureau_record (loan_id, as_of);

-- Loans that a file leaves out, and the rule that says so.
create table bureau_withheld (
  file_id uuid not null references bureau_file,
  loan_id uuid not null references loan,
  reason  text not null check (reason in ('NO_CONSENT', 'NO_NOTICE')),
  primary key (file_id, loan_id)
);

create table bureau_objection (
  id            uuid        primary key,
  loan_id       uuid        not null references loan,
  words         text        not null,
  state         text        not null check (state in ('OPEN', 'UPHELD', 'REJECTED')),
  raised_on     date        not null,
  answer_due_on date        not null,
  answer        text,
  answered_on   date,
  answered_by   text,
  raised_at     timestamptz not null
);
create unique index bureau_objection_one_open on bureau_objection (loan_id) where state = 'OPEN';

create table bureau_correction (
  id            uuid        primary key,
  loan_id       uuid        not null references loan,
  about_file_id uuid        not null references bureau_file,
  days_past_due integer     not null check (days_past_due >= 0),
  overdue_minor bigint      not null check (overdue_minor >= 0),
  reason        text        not null,
  decided_by    text        not null,
  decided_at    timestamptz not null,
  sent_in       uuid        references bureau_file
);
create index bureau_correction_waiting on bureau_correction (id) where sent_in is null;

create trigger bureau_file_append_only before update or delete or truncate on bureau_file
  for each statement execute function refuse_change();
create trigger bureau_record_append_only before update or delete or truncate on bureau_record
  for each statement execute function refuse_change();
create trigger bureau_withheld_append_only before update or delete or truncate on bureau_withheld
  for each statement execute function refuse_change();

-- Payment history by months late: N on time, 1 to 7 for each begun thirty days, C closed, B bad.
create function payment_code(status text, days_past_due integer) returns text
  language sql immutable parallel safe
  return case
    when status = 'CLOSED' then 'C'
    when status = 'WRITTEN_OFF' then 'B'
    when days_past_due <= 0 then 'N'
    else least(7, (days_past_due + 29) / 30)::text
  end;
