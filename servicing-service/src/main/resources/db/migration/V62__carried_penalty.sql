-- Penalty interest that a new schedule takes over from the one before.
alter table instalment
  add column penalty_carried_minor bigint not null default 0
    check (penalty_carried_minor between 0 and penalty_accrued_minor);
