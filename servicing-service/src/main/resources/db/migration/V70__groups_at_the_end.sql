-- Posting groups are written in the last flight of a transaction; what names one may come earlier.
alter table classification_run
  alter constraint classification_run_posting_group_id_fkey deferrable initially deferred;
alter table statement_break
  alter constraint statement_break_posting_group_id_fkey deferrable initially deferred;
