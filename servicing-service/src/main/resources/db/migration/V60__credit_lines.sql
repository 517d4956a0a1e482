-- A framework contract under which a borrower draws again and again. What is drawn is not kept here:
-- it is the principal of the draws' loans, asked anew under the line's lock.
create table credit_line (
  id                uuid          primary key,
  version           bigint        not null,
  borrower_id       uuid          not null,
  borrower_subject  text          not null,
  application_id    uuid          not null,
  agreement         text          not null,
  preferred_channel text          not null,
  product_code      text          not null,
  limit_minor       bigint        not null check (limit_minor > 0),
  currency          text          not null,
  annual_rate       numeric(10,8) not null,
  penalty_multiple  numeric(6,4)  not null,
  grace_days        integer       not null,
  term_months_max   integer       not null,
  contract_hash     text          not null,
  state             text          not null,
  opened_on         date          not null,
  expires_on        date          not null,
  closed_on         date,
  opened_by         text          not null
);
create unique index credit_line_one_open on credit_line (borrower_id, product_code)
  where state = 'OPEN';
create index credit_line_subject on credit_line (borrower_subject, id);

-- How much a borrower may owe altogether, as risk last said.
create table borrower_limit (
  borrower_id uuid        primary key,
  limit_minor bigint      not null check (limit_minor >= 0),
  currency    text        not null,
  reason      text        not null,
  told_at     timestamptz not null
);

-- What a borrower was shown before drawing, word for word.
create table line_disclosure (
  id            uuid        primary key,
  line_id       uuid        not null references credit_line,
  amount_minor  bigint      not null,
  currency      text        not null,
  method        text        not null,
  term_months   integer     not null,
  purpose       text        not null,
  business_date date        not null,
  content       text        not null,
  content_hash  text        not null,
  shown_at      timestamptz not null
);
create trigger line_disclosure_append_only before update or delete or truncate on line_disclosure
  for each statement execute function refuse_change();

create table line_draw (
  loan_id       uuid        primary key references loan,
  line_id       uuid        not null references credit_line,
  disclosure_id uuid        not null unique references line_disclosure,
  drawn_on      date        not null,
  log_leaf_id   uuid        not null,
  confirmed_at  timestamptz not null
);
create index line_draw_line on line_draw (line_id, loan_id);
create trigger line_draw_append_only before update or delete or truncate on line_draw
  for each statement execute function refuse_change();
