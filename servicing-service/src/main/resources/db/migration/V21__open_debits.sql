-- The close of a day asks whether debits of the day are open, while the next day's wait in numbers.
create index bank_order_open_debit on bank_order (business_date)
  where kind = 'DEBIT' and state in ('CREATED', 'SENT');
