-- How money covers what is owed: direction; steps; what becomes of money beyond what is due. A loan
-- keeps the order that its product had when it was opened.
alter table loan add column allocation_order text not null default
  'HORIZONTAL;PAST_DUE:COST,PAST_DUE:INTEREST,PAST_DUE:PENALTY,PAST_DUE:PRINCIPAL,DUE:COST,DUE:INTEREST,DUE:PENALTY,DUE:PRINCIPAL,IN_ADVANCE:COST,IN_ADVANCE:INTEREST,IN_ADVANCE:PENALTY,IN_ADVANCE:PRINCIPAL;CREDIT';

create table product_allocation (
  product_code     text        primary key,
  allocation_order text        not null,
  changed_by       text        not null,
  changed_at       timestamptz not null
);
