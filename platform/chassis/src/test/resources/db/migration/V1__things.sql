create table thing (
  id          uuid    primary key,
  name        text    not null,
  price_minor bigint  not null,
  version     integer not null
);
create table effect (
  id       bigint generated always as identity primary key,
  event_id uuid   not null,
  key      text   not null,
  version  bigint not null,
  ordinal  integer not null
);
