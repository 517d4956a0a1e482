-- Days past due of a loan's row (oldest_due_date, past_due_pauses), as the loan itself tells them:
-- the days after the oldest unpaid due date, up to and with the day, without those of a pause.
create function paused_days(pauses text, after_day date, through_day date) returns integer
  language sql immutable parallel safe
  return (
    select coalesce(sum(greatest(0,
      least(split_part(stretch, '/', 2)::date, through_day)
        - greatest(split_part(stretch, '/', 1)::date, after_day + 1) + 1)), 0)::integer
    from unnest(string_to_array(pauses, ',')) as stretch);

create function days_past_due(oldest_due_date date, pauses text, day date) returns integer
  language sql immutable parallel safe
  return case
    when oldest_due_date is null or day <= oldest_due_date then 0
    when pauses = '' then day - oldest_due_date
    else day - oldest_due_date - paused_days(pauses, oldest_due_date, day) end;

-- The first day on which so many days past due are reached; null for a loan that is not late.
create function day_past_due(oldest_due_date date, pauses text, days integer) returns date
  language plpgsql immutable parallel safe strict as $$
declare
  day     date := oldest_due_date + days;
  missing integer;
begin
  loop
    missing := days - days_past_due(oldest_due_date, pauses, day);
    exit when missing <= 0;
    day := day + missing;
  end loop;
  return day;
end $$;
