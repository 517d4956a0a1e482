-- One day is open (or being closed) at any time; days are closed, never guessed.
create table business_day (
  day       date        primary key,
  state     text        not null check (state in ('OPEN', 'CLOSING', 'CLOSED')),
  opened_at timestamptz not null,
  closed_at timestamptz
);
create unique index business_day_one_open on business_day ((true)) where state <> 'CLOSED';

-- What each chunk of a close did; rows of their own, so that counting blocks no posting.
create table business_day_chunk (
  id                bigint generated always as identity primary key,
  day               date    not null references business_day,
  loans_turned      integer not null,
  debits_ordered    integer not null,
  reminders_planned integer not null
);
create index business_day_chunk_day on business_day_chunk (day);

create table account (
  code    text primary key,
  kind    text not null check (kind in ('ASSET', 'LIABILITY', 'INCOME', 'EXPENSE')),
  name_zh text not null,
  name_en text not null
);
insert into account (code, kind, name_zh, name_en) values
  ('1001', 'ASSET',     '银行存款',         'Cash at bank'),
  ('1101', 'ASSET',     '贷款本金',         'Loan principal'),
  ('1102', 'ASSET',     '应收利息',         'Interest receivable'),
  ('1103', 'ASSET',     '应收罚息',         'Penalty interest receivable'),
  ('1104', 'ASSET',     '应收费用',         'Fees receivable'),
  ('2101', 'LIABILITY', '预收还款',         'Payments received and not yet applied'),
  ('2102', 'LIABILITY', '待查收款',         'Receipts of unknown origin'),
  ('4101', 'INCOME',    '利息收入',         'Interest income'),
  ('4102', 'INCOME',    '罚息收入',         'Penalty interest income'),
  ('4103', 'INCOME',    '费用收入',         'Fee income'),
  ('4104', 'INCOME',    '已核销贷款收回',   'Recoveries on loans written off'),
  ('5101', 'EXPENSE',   '贷款核销损失',     'Loans written off');

create table posting_group (
  id            uuid        primary key,
  loan_id       uuid,
  business_date date        not null,
  reason        text        not null,
  reverses      uuid        references posting_group,
  log_leaf_id   uuid        not null,
  recorded_at   timestamptz not null
);
create index posting_group_loan on posting_group (loan_id, business_date);
create index posting_group_day on posting_group (business_date);

-- Debit is positive, credit negative; a group sums to zero in its currency.
create table posting (
  id            bigint generated always as identity primary key,
  group_id      uuid   not null references posting_group,
  account_code  text   not null references account,
  loan_id       uuid,
  business_date date   not null,
  amount_minor  bigint not null check (amount_minor <> 0),
  currency      text not null
);
create index posting_by_group on posting (group_id);
create index posting_by_account on posting (account_code, business_date) include (amount_minor, currency);
create index posting_by_loan on posting (loan_id);

create function refuse_unbalanced_group() returns trigger language plpgsql as $$
begin
  if exists (
      select 1 from posting where group_id = new.group_id
      group by currency having sum(amount_minor) <> 0) then
    raise exception 'posting group % is not balanced', new.group_id using errcode = 'check_violation';
  end if;
  return null;
end
$$;

create constraint trigger posting_balanced after insert on posting
  deferrable initially deferred for each row execute function refuse_unbalanced_group();
create trigger posting_append_only before update or delete or truncate on posting
  for each statement execute function refuse_change();
create trigger posting_group_append_only before update or delete or truncate on posting_group
  for each statement execute function refuse_change();
