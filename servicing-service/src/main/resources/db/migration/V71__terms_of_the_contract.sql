-- terms: all of the contract's terms in their canonical text; null for loans of before, whose other
--   columns say all there is.
alter table loan add column terms text;

-- interest_deferred_minor: interest that accrues in the instalment's period less what it asks.
-- capitalised_minor: of what was put off, what becomes principal on the due date; the instalments
--   after it have that principal from the start.
alter table instalment
  add column interest_deferred_minor bigint not null default 0,
  add column capitalised_minor       bigint not null default 0 check (capitalised_minor >= 0);
