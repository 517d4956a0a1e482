-- All postings of a group come by one statement, and every statement must balance each group it
-- adds to: so groups are always balanced, and one look at the new rows is enough.
create function refuse_unbalanced_groups() returns trigger language plpgsql as $$
declare
  unbalanced uuid;
begin
  select group_id into unbalanced from added
  group by group_id, currency having sum(amount_minor) <> 0 limit 1;
  if found then
    raise exception 'posting group % is not balanced', unbalanced using errcode = 'check_violation';
  end if;
  return null;
end
$$;
drop trigger posting_balanced on posting;
create trigger posting_balanced after insert on posting referencing new table as added
  for each statement execute function refuse_unbalanced_groups();
drop function refuse_unbalanced_group();
