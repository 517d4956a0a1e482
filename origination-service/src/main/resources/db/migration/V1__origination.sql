-- Sealed columns hold ciphertext, tag columns keyed digests; no personal datum is readable here.
create table borrower (
  id uuid primary key,
  subject text not null unique,
  state text not null check (state in ('VERIFIED', 'NEEDS_REVIEW', 'REJECTED')),
  name_sealed text not null,
  id_number_sealed text not null,
  address_sealed text not null,
  person_tag text not null,
  payment_agreement text,
  card_tag text,
  card_last4 text,
  bank_name text,
  preferred_channel text not null,
  language text not null check (language in ('zh-CN', 'en')),
  zone text not null,
  verification_attempts integer not null check (verification_attempts > 0),
  contact_lost_on date,
  registered_at timestamptz not null,
  version bigint not null
);
create index borrower_person on borrower (person_tag);
create index borrower_card on borrower (card_tag);

create table contact_point (
  id uuid primary key,
  borrower_id uuid not null references borrower,
  person_tag text not null,
  kind text not null check (kind in ('PHONE', 'EMAIL', 'DEVICE')),
  sealed text not null,
  tag text not null,
  status text not null
    check (status in ('ACTIVE', 'SUSPENDED', 'EMPTY', 'RECYCLED', 'UNVERIFIED')),
  months_in_network integer,
  proven_at timestamptz,
  checked_at timestamptz,
  replaced_at timestamptz,
  version bigint not null
);
create unique index contact_point_current on contact_point (borrower_id, kind)
  where replaced_at is null;
create index contact_point_tag on contact_point (tag);

create table contact_disclosure (
  id uuid primary key,
  borrower_id uuid not null references borrower,
  contact_point_id uuid not null references contact_point,
  channel text not null,
  purpose text not null,
  reference text not null,
  told_to text not null,
  at timestamptz not null
);
create index contact_disclosure_borrower on contact_disclosure (borrower_id);

create table phone_change (
  id uuid primary key,
  borrower_id uuid not null references borrower,
  sealed text not null,
  months_in_network integer,
  asked_at timestamptz not null,
  confirmed_at timestamptz,
  version bigint not null
);

create table identity_check (
  id uuid primary key,
  borrower_id uuid not null references borrower,
  kind text not null,
  outcome text not null check (outcome in ('MATCH', 'MISMATCH', 'NOT_EVALUATED')),
  answer text,
  provider text not null,
  serial text,
  checked_at timestamptz not null
);
create index identity_check_borrower on identity_check (borrower_id, kind, checked_at);

create table consent (
  id uuid primary key,
  borrower_id uuid not null references borrower,
  purpose text not null,
  granted boolean not null,
  text_version text not null,
  at timestamptz not null
);
create index consent_borrower on consent (borrower_id, purpose, id);

create table one_time_code (
  id uuid primary key,
  purpose text not null,
  subject_id uuid not null,
  digest text not null,
  wrong_tries integer not null check (wrong_tries between 0 and 5),
  sent_at timestamptz not null,
  proven_at timestamptz,
  version bigint not null
);
create index one_time_code_subject on one_time_code (subject_id, purpose);

create table application (
  id uuid primary key,
  borrower_id uuid not null references borrower,
  person_tag text not null,
  request_key text not null,
  product_code text not null,
  product_version integer not null,
  currency text not null check (length(currency) = 3),
  amount_minor bigint not null check (amount_minor > 0),
  term_months integer not null check (term_months > 0),
  method text not null,
  purpose text not null,
  monthly_income_minor bigint not null check (monthly_income_minor >= 0),
  monthly_debt_service_minor bigint not null check (monthly_debt_service_minor >= 0),
  state text not null,
  assessment_request text,
  assessment_id uuid,
  score integer,
  grade text,
  limit_minor bigint check (limit_minor >= 0),
  approved_minor bigint check (approved_minor > 0 and approved_minor <= amount_minor),
  annual_rate numeric(9, 6) check (annual_rate >= 0),
  reasons text not null,
  reviewer text,
  appealed_at timestamptz,
  submitted_at timestamptz not null,
  decided_at timestamptz,
  offer_expires_at timestamptz,
  loan_id uuid unique,
  loan_state text,
  version bigint not null,
  unique (borrower_id, request_key),
  constraint never_approved_unjudged check (
    state not in ('APPROVED', 'OFFERED', 'ACCEPTED', 'CONTRACTED')
    or (assessment_id is not null and approved_minor is not null and annual_rate is not null))
);
create index application_person on application (person_tag) where loan_state is not null;
create index application_state on application (state, id);

create table borrower_limit (
  borrower_id uuid primary key,
  limit_minor bigint not null,
  currency text not null,
  changed_at timestamptz not null
);

create table offer (
  id uuid primary key,
  application_id uuid not null unique references application,
  disclosure text not null,
  disclosure_hash text not null check (length(disclosure_hash) = 64),
  made_at timestamptz not null,
  expires_at timestamptz not null,
  shown_at timestamptz,
  accepted_at timestamptz,
  read_seconds_told integer,
  version bigint not null
);

create table contract (
  id uuid primary key,
  application_id uuid not null unique references application,
  loan_id uuid not null unique,
  text_sealed text not null,
  text_hash text not null check (length(text_hash) = 64),
  log_entry text not null,
  log_name text not null,
  log_leaf_id uuid not null unique,
  log_leaf_hash text not null,
  signed_at timestamptz not null
);

-- Evidence is added, never changed.
create function refuse_evidence_change() returns trigger language plpgsql as $$
begin
  raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end
$$;
create trigger identity_check_append_only before update or delete on identity_check
  for each row execute function refuse_evidence_change();
create trigger consent_append_only before update or delete on consent
  for each row execute function refuse_evidence_change();
create trigger contact_disclosure_append_only before update or delete on contact_disclosure
  for each row execute function refuse_evidence_change();
create trigger contract_append_only before update or delete on contract
  for each row execute function refuse_evidence_change();
