-- When somebody wants to be spoken to, in the own zone; nothing said: whenever it is lawful.
-- contact_to 00:00 is the end of the day.
alter table borrower
  add column contact_from time,
  add column contact_to   time,
  add column night_agreed boolean not null default false,
  add check ((contact_from is null) = (contact_to is null));
