-- By which rule a line was last told to take no draws; null while it takes some.
alter table credit_line add column frozen_by text;
create index credit_line_frozen on credit_line (id) where state = 'OPEN' and frozen_by is not null;
