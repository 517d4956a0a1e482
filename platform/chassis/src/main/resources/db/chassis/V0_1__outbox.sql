-- Events to be published, written in the transaction of the change they tell of.
create table outbox (
  id                uuid        primary key,
  seq               bigint      generated always as identity,
  shard             smallint    not null,
  topic             text        not null,
  key               text        not null,
  aggregate_version bigint      not null,
  ordinal           integer     not null,
  type              text        not null,
  payload           text        not null,
  headers           text        not null,
  occurred_at       timestamptz not null,
  published_at      timestamptz,
  unique (topic, key, aggregate_version, ordinal)
);
create index outbox_pending on outbox (shard, seq) where published_at is null;
create index outbox_published on outbox (published_at) where published_at is not null;
create index outbox_occurred on outbox (occurred_at);
create unique index outbox_seq on outbox (seq);

-- The last version given out per stream; its row lock makes seq order commit order within a key.
create table outbox_stream (
  topic   text   not null,
  key     text   not null,
  version bigint not null,
  primary key (topic, key)
);
