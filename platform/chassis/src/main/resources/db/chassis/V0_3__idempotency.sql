-- The answer given under a key, written in the transaction of the work it answers for.
create table idempotency_record (
  principal    text        not null,
  key          text        not null,
  request_hash text        not null,
  status       integer,
  body         text,
  created_at   timestamptz not null,
  primary key (principal, key)
);
create index idempotency_created on idempotency_record (created_at);
