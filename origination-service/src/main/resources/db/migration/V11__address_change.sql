-- A wish to be written to at another address; the sealed text is emptied once it is in force.
create table address_change (
  id uuid primary key,
  borrower_id uuid not null references borrower,
  sealed text not null,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  version bigint not null
);
create index address_change_borrower on address_change (borrower_id);
