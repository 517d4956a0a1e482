alter table instalment drop column fell_due;

-- The day through which a loan's partition has been recognised in bulk, kept from moving until the
-- transaction ends. Volatile, so that the row is read after the lock was granted.
create function partition_recognised_through(loan_id uuid) returns date language plpgsql as $$
declare
  number integer := get_byte(uuid_send(loan_id), 15) % 64;
begin
  perform pg_advisory_xact_lock_shared(1102, number);
  return (select recognised_through from accrual_partition where partition = number);
end
$$;
