-- What the books still have to recognise of a loan can be read from its row: day-end sums these
-- columns over a partition, and a change of a loan posts what the day-end has not posted yet.
--
-- accrual_*: the running period; of its interest, floor(interest x days passed / days of the
--   period) is recognised at the end of a day. tail_*: what is added on the day tail_on alone (the
--   rest of an instalment that falls due on that day, with its fees). oldest_due_date: null unless
--   late; penalty interest of a late loan is worked out from its instalments.
-- recognised_through: the day up to which the loan's own last change recognised everything. So far
--   recognised is the greater of that and the partition's.
alter table loan
  add column partition smallint generated always as (get_byte(uuid_send(id), 15) % 64) stored,
  add column recognised_through     date,
  add column accrual_from           date,
  add column accrual_to             date,
  add column accrual_interest_minor bigint not null default 0 check (accrual_interest_minor >= 0),
  add column tail_on                date,
  add column tail_interest_minor    bigint not null default 0,
  add column tail_fees_minor        bigint not null default 0,
  add column oldest_due_date        date;

-- A change of a loan holds pg_advisory_xact_lock_shared(1102, partition) and reads the row; the
-- partition's accrual of a day holds pg_advisory_xact_lock(1102, partition) and moves it.
create table accrual_partition (
  partition          smallint primary key check (partition between 0 and 63),
  recognised_through date     not null
);
insert into accrual_partition (partition, recognised_through)
select number, date '1970-01-01' from generate_series(0, 63) number;

-- Days between two dates of which each month has thirty (30E/360).
create function days_360(from_day date, to_day date) returns integer
  language sql immutable parallel safe
  return (extract(year from to_day)::integer - extract(year from from_day)::integer) * 360
    + (extract(month from to_day)::integer - extract(month from from_day)::integer) * 30
    + least(extract(day from to_day)::integer, 30) - least(extract(day from from_day)::integer, 30);

alter table instalment alter column fell_due set default false;

-- Until now interest was recognised on due days and penalty interest when a loan changed. The day
-- to which a loan counts as recognised is chosen so that the rule of today gives exactly what is in
-- the books: no later than the first day of the running period, nor than the last day to which the
-- penalty of an unpaid instalment was worked out; interest that fell due after it counts as carried.
with standing as (
  select l.id,
    least(
      coalesce(
        min(i.period_start) filter (where not i.fell_due),
        max(i.due_date)),
      min(i.penalty_to) filter (where i.fell_due and i.principal_paid_minor < i.principal_minor))
      as through
  from loan l join instalment i on i.loan_id = l.id and i.replaced_on is null
  where l.value_date is not null
  group by l.id)
update loan l set recognised_through = s.through from standing s where s.id = l.id;

update instalment i set interest_carried_minor = i.interest_minor
from loan l
where l.id = i.loan_id and i.replaced_on is null and i.fell_due
  and i.due_date > l.recognised_through;

with running as (
  select distinct on (i.loan_id) i.loan_id, i.period_start, i.due_date,
    i.interest_minor - i.interest_carried_minor as interest
  from instalment i
  where i.replaced_on is null and not i.fell_due
  order by i.loan_id, i.due_date)
update loan l
set accrual_from = r.period_start, accrual_to = r.due_date, accrual_interest_minor = r.interest
from running r where r.loan_id = l.id and l.state = 'ACTIVE';

with late as (
  select i.loan_id, min(i.due_date) as due
  from instalment i
  where i.replaced_on is null and i.fell_due
    and (i.principal_paid_minor < i.principal_minor or i.interest_paid_minor < i.interest_minor
      or i.fees_paid_minor < i.fees_minor or i.penalty_paid_minor < i.penalty_accrued_minor)
  group by i.loan_id)
update loan l set oldest_due_date = late.due
from late where late.loan_id = l.id and l.state = 'ACTIVE';
