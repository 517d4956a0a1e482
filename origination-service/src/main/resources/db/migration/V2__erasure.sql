alter table borrower drop constraint borrower_state_check;
alter table borrower add constraint borrower_state_check
  check (state in ('VERIFIED', 'NEEDS_REVIEW', 'REJECTED', 'ERASED')) not valid;
alter table borrower validate constraint borrower_state_check;
