-- What was posted on a closed day, by account. Nothing is posted on it any more, so a balance is the
-- sum of these rows and of the postings of later days, however old the book is.
create table account_day (
  day          date   not null references business_day,
  account_code text   not null references account,
  currency     text   not null,
  amount_minor bigint not null,
  primary key (day, account_code, currency)
);
create trigger account_day_append_only before update or delete or truncate on account_day
  for each statement execute function refuse_change();

create view posted as
  select account_code, day as business_date, currency, amount_minor from account_day
  union all
  select account_code, business_date, currency, amount_minor from posting
  where business_date > (select coalesce(max(day), '-infinity') from account_day);

-- Statements are held against what was settled on some days; both tables grow in that order.
create index bank_order_settled on bank_order using brin (settled_on)
  with (pages_per_range = 32, autosummarize = on);
create index incoming_transfer_day on incoming_transfer using brin (business_date)
  with (pages_per_range = 32, autosummarize = on);
create index bank_statement_line_statement on bank_statement_line (statement_id, seq);
