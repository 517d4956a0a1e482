-- What the bureau was told of a loan last; what changed is found against it.
create table bureau_standing (
  loan_id      uuid     primary key references loan,
  partition    smallint not null,
  status       text     not null,
  payment_code text     not null,
  objected     boolean  not null
) with (fillfactor = 80);
insert into bureau_standing (loan_id, partition, status, payment_code, objected)
select distinct on (r.loan_id) r.loan_id, l.partition, r.status, r.payment_code, r.objected
from bureau_record r join loan l on l.id = r.loan_id
where r.action = 'REPORT' order by r.loan_id, r.as_of desc;
create index bureau_standing_open on bureau_standing (partition) where status <> 'CLOSED';

-- The file that had the negative lines of a default deleted, five years after its end.
alter table bureau_default add column forgotten_in uuid references bureau_file;
create index bureau_default_ended on bureau_default (ended_on) where forgotten_in is null;
