insert into account (code, kind, name_zh, name_en) values
  ('1191', 'ASSET', '待处理银行差异', 'Bank differences to be cleared');

-- What the bank says moved on the lender's account. A line is known by the bank's reference; it is
-- matched once the books say the same.
create table bank_statement (
  id           uuid        primary key,
  source       text        not null check (source in ('FILE', 'BANK')),
  covered_from date,
  covered_to   date,
  lines        integer     not null,
  new_lines    integer     not null,
  imported_by  text        not null,
  imported_at  timestamptz not null
);
create table bank_statement_line (
  bank_reference text        primary key,
  statement_id   uuid        not null references bank_statement,
  seq            bigint      not null,
  booked_at      timestamptz not null,
  direction      text        not null check (direction in ('IN', 'OUT')),
  amount_minor   bigint      not null check (amount_minor > 0),
  currency       text        not null,
  order_id       uuid,
  purpose        text,
  matched_at     timestamptz
);
create index bank_statement_line_order on bank_statement_line (order_id);
create index bank_statement_line_unmatched on bank_statement_line (seq) where matched_at is null;
create trigger bank_statement_append_only before update or delete or truncate on bank_statement
  for each statement execute function refuse_change();

-- Where bank and books disagree. Amounts are seen from the lender's account: in +, out -.
create table statement_break (
  id             uuid        primary key,
  kind           text        not null
    check (kind in ('MISSING_IN_BANK', 'MISSING_IN_BOOKS', 'AMOUNT_DIFFERS', 'DOUBLED')),
  subject        text        not null,
  bank_reference text        references bank_statement_line,
  order_id       uuid,
  bank_minor     bigint      not null,
  books_minor    bigint      not null,
  currency       text        not null,
  state          text        not null
    check (state in ('OPEN', 'RESOLVED', 'EXPLAINED', 'POSTED')),
  note           text,
  decided_by     text,
  decided_at     timestamptz,
  posting_group_id uuid      references posting_group,
  found_at       timestamptz not null,
  unique (kind, subject)
);
create index statement_break_open on statement_break (id) where state = 'OPEN';

-- Money in suspense is a transfer without a loan, or a break that was posted there; what became of
-- it is decided once.
create table suspense_decision (
  item_id        uuid        primary key,
  kind           text        not null check (kind in ('ASSIGNED', 'RETURNED')),
  amount_minor   bigint      not null check (amount_minor > 0),
  loan_id        uuid        references loan,
  bank_reference text        unique,
  note           text        not null,
  decided_by     text        not null,
  decided_on     date        not null,
  decided_at     timestamptz not null
);
create index incoming_transfer_unknown on incoming_transfer (payment_id) where loan_id is null;
create trigger suspense_decision_append_only before update or delete or truncate
  on suspense_decision for each statement execute function refuse_change();
