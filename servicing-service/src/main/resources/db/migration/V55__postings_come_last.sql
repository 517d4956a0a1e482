-- Posting groups are written when a transaction's work is done; what names one is checked then.
alter table statement_break
  alter constraint statement_break_posting_group_id_fkey deferrable initially deferred;
alter table classification_run
  alter constraint classification_run_posting_group_id_fkey deferrable initially deferred;
