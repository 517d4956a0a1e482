-- A file is filled by the loans' partitions, each in a transaction of its own; number 64 stands for
-- corrections and deletions. It is whole when every part is there.
create table bureau_file_part (
  file_id uuid     not null references bureau_file,
  part    smallint not null check (part between 0 and 64),
  primary key (file_id, part)
);
insert into bureau_file_part (file_id, part)
select id, part from bureau_file, generate_series(0, 64) part;
