-- Journals are read and audited in this order, page by page.
create index posting_group_journal on posting_group (business_date, id);
drop index posting_group_day;
