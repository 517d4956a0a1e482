-- The verifiable log. Leaves are written by the business transaction; the sequencer gives them their
-- place in the tree afterwards, so that no transaction waits for another one's commit.
create table log_leaf (
  id uuid primary key,
  kind text not null,
  subject_id text not null,
  leaf_hash bytea not null check (length(leaf_hash) = 32),
  recorded_at timestamptz not null default now()
);
create index log_leaf_subject on log_leaf (subject_id, kind);

create table log_pending (
  seq bigint generated always as identity primary key,
  leaf_id uuid not null unique references log_leaf
);

create table log_entry (
  leaf_index bigint primary key check (leaf_index >= 0),
  leaf_id uuid not null unique references log_leaf
);

-- Complete subtrees only: level 0 are the leaves, node (l, i) covers leaves [i * 2^l, (i + 1) * 2^l).
create table log_node (
  level smallint not null,
  node_index bigint not null,
  hash bytea not null check (length(hash) = 32),
  primary key (level, node_index)
);

create table log_head (
  tree_size bigint primary key check (tree_size > 0),
  root_hash bytea not null check (length(root_hash) = 32),
  signed_at timestamptz not null,
  signature bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;

create trigger log_leaf_append_only before update or delete or truncate on log_leaf
  for each statement execute function refuse_change();
create trigger log_entry_append_only before update or delete or truncate on log_entry
  for each statement execute function refuse_change();
create trigger log_node_append_only before update or delete or truncate on log_node
  for each statement execute function refuse_change();
create trigger log_head_append_only before update or delete or truncate on log_head
  for each statement execute function refuse_change();
