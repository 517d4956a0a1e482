-- What a court or an auditor asks for later. The log keeps only the hash of each content; this table
-- keeps the content, so that it can be shown again and held against the log.
create table case_record (
  leaf_id uuid primary key references log_leaf deferrable initially deferred,
  case_id uuid not null,
  kind varchar(60) not null,
  content text not null,
  kept_at timestamptz not null
);
create index case_record_case on case_record (case_id, leaf_id);

create trigger case_record_append_only before update or delete or truncate on case_record
  for each statement execute function refuse_change();
