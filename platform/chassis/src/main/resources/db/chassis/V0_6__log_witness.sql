-- Heads that were told to others, each once.
create table log_published (
  tree_size    bigint      primary key,
  published_at timestamptz not null
);

-- Heads that witnesses say they were shown, and whether our log had them then.
create table log_witnessed (
  witness   text        not null,
  tree_size bigint      not null check (tree_size > 0),
  root_hash bytea       not null check (length(root_hash) = 32),
  signed_at timestamptz not null,
  signature bytea       not null,
  verdict   text        not null,
  told_at   timestamptz not null,
  primary key (witness, tree_size, root_hash, verdict)
);
create index log_witnessed_size on log_witnessed (tree_size);

create trigger log_published_append_only before update or delete or truncate on log_published
  for each statement execute function refuse_change();
create trigger log_witnessed_append_only before update or delete or truncate on log_witnessed
  for each statement execute function refuse_change();
