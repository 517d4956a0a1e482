-- What was consumed, written in the transaction of its effect.
create table inbox (
  consumer    text        not null,
  event_id    uuid        not null,
  topic       text        not null,
  key         text        not null,
  version     bigint      not null,
  ordinal     integer     not null,
  received_at timestamptz not null,
  primary key (consumer, event_id)
);
create index inbox_received on inbox (received_at);

-- How far each stream was applied. parked_at: an event of it went to the dead-letter topic, and those
-- behind it follow at once until a replay brings the missing one.
create table inbox_position (
  consumer  text    not null,
  topic     text    not null,
  key       text    not null,
  version   bigint  not null,
  ordinal   integer not null,
  ordinals  integer not null,
  parked_at timestamptz,
  primary key (consumer, topic, key)
);
create index inbox_parked on inbox_position (consumer) where parked_at is not null;
