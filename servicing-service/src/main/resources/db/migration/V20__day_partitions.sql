-- The close of a day is shared out by the loans' partitions. Whoever works on one holds it by a
-- lease and shows it with every step, so that a worker thought dead changes nothing when it wakes.
create table day_partition (
  day               date     not null references business_day,
  partition         smallint not null check (partition between 0 and 63),
  state             text     not null check (state in ('WAITING', 'CLAIMED', 'DONE')),
  loans             integer  not null,
  loans_due         integer  not null,
  loans_turned      integer  not null default 0,
  debits_ordered    integer  not null default 0,
  reminders_planned integer  not null default 0,
  owner             uuid,
  lease_until       timestamptz,
  started_at        timestamptz,
  finished_at       timestamptz,
  primary key (day, partition)
) with (fillfactor = 50);
comment on column day_partition.loans is 'active loans when the close began';
comment on column day_partition.loans_due is 'those of them with something to do';

insert into day_partition
  (day, partition, state, loans, loans_due, loans_turned, debits_ordered, reminders_planned)
select day, 0, 'DONE', sum(loans_turned), sum(loans_turned), sum(loans_turned),
  sum(debits_ordered), sum(reminders_planned)
from business_day_chunk group by day;
drop table business_day_chunk;

-- The day up to which days are to be closed as soon as they can be; none when nothing is wanted.
create table day_end_target (
  one      boolean primary key default true check (one),
  close_to date    not null
);

-- One index finds what a partition has to do and, for its accrual, all its active loans.
drop index loan_next_action;
create index loan_active on loan (partition, next_action_date) where state = 'ACTIVE';
