-- What brought a schedule version after the contract's own, so that a replay knows what to plan
-- anew: an arrangement is made again with what was then unpaid (the correction stands in its place
-- and names the version that it corrects), an early repayment is worked out again.
alter table instalment
  add column origin text check (origin in ('ARRANGEMENT', 'EARLY_REPAYMENT', 'CORRECTION')),
  add column corrects_version integer,
  add check ((origin is not distinct from 'CORRECTION') = (corrects_version is not null));

update instalment i set origin =
  case when early.loan_id is null then 'ARRANGEMENT' else 'EARLY_REPAYMENT' end
from (select distinct loan_id, schedule_version from instalment where schedule_version > 1) v
left join (
  select distinct loan_id, schedule_version from instalment
  where planned_on = due_date and period_start = due_date and schedule_version > 1) early
  using (loan_id, schedule_version)
where i.loan_id = v.loan_id and i.schedule_version = v.schedule_version;

-- Who gave up what was unpaid of a fee, and up to what amount a role may.
alter table charge
  add column waived_minor bigint check (waived_minor > 0),
  add column waived_by    text,
  add column waived_at    timestamptz,
  add column waive_reason text;

create table fee_waiver_policy (
  role             text   primary key,
  amount_minor_max bigint not null check (amount_minor_max > 0)
);
insert into fee_waiver_policy (role, amount_minor_max)
values ('officer', 3000), ('reviewer', 50000), ('admin', 100000000);

-- The rates before arrangements changed them: day:annual:penalty, day:annual:penalty, ...
alter table loan add column earlier_rates text not null default '';
