-- What the borrower wants a payment to do, told before its money comes.
create table payment_instruction (
  payment_id uuid        primary key,
  loan_id    uuid        not null references loan,
  purpose    text        not null check (purpose in ('DUE', 'PREPAYMENT', 'PAYOFF')),
  mode       text        not null check (mode in ('SHORTEN_TERM', 'LOWER_INSTALMENT')),
  created_at timestamptz not null
);
create index payment_instruction_loan on payment_instruction (loan_id);

-- The schedule version that took an instalment's place.
alter table instalment add column replaced_by integer;
update instalment set replaced_by = schedule_version + 1 where replaced_on is not null;

-- An early repayment covers an instalment that it plans itself: which row is written first does not
-- matter.
alter table allocation_line alter constraint allocation_line_instalment_id_fkey
  deferrable initially deferred;
