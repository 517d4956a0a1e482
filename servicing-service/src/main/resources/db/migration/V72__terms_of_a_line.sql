-- What the framework contract says of the schedules of its draws beyond rate, method and months, in
-- the members that a preview takes; null for plain ones.
alter table credit_line add column schedule_terms text;
