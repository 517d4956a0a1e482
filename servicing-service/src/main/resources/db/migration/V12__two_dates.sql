-- A line's business date is when it entered the books; its value date, when it is another, is the
-- day from which it counts.
alter table loan_transaction
  add column value_date date check (value_date <> business_date),
  add column recovery   boolean not null default false;
alter table allocation_line add column value_date date check (value_date <> business_date);

-- A payment is posted once and taken back once; what it covers may be worked out anew more often.
drop index loan_transaction_payment;
create unique index loan_transaction_payment on loan_transaction (payment_id, kind)
  where payment_id is not null and kind in ('PAYMENT', 'PAYMENT_REVERSAL');
create index loan_transaction_of_payment on loan_transaction (payment_id)
  where payment_id is not null;
