-- Classes are worked out as part of a day's close: of every loan on the last day of a month, on other
-- days of those that do not accrue, so that their income stays out of the books, or of all of them.
create table classification_policy (
  one      boolean primary key default true check (one),
  each_day text    not null check (each_day in ('NON_ACCRUING', 'ALL'))
);
insert into classification_policy (each_day) values ('NON_ACCRUING');

-- A run that was asked for while the day was open does not stand for the one of its close.
alter table classification_run add column at_close boolean not null default false;
create index loan_class_rank on loan_class (rank, partition);

-- CN-CLASS-02: the watch counts from the first due date after the restructuring, and begins anew
-- when an instalment of it is not paid in time.
alter table restructured_loan add column watched_from date;
update restructured_loan set watched_from = restructured_on;
alter table restructured_loan alter column watched_from set not null;
