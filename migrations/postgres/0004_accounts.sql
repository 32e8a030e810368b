-- Accounts: who signs in, on which devices, and what each may do.
--
-- A cookie names a sign-in and nothing else, so these tables are read before any partnership is known. Row-level security
-- still guards what it can:
--   * a transaction of the installation (no partnership told) sees all rows: the gate, sign-in, the first run;
--   * a transaction of a partnership sees the grants and invitations of that partnership, writes no others, reads the
--     accounts that hold or held one of these grants, writes no account, and sees no sign-in and no password at all.
-- What a partnership's page must know of an account beyond that (is this address taken?) is asked in two lines of this
-- room's store, between Tx::step_out and Tx::step_in.

CREATE FUNCTION kith_partnership() RETURNS uuid LANGUAGE sql STABLE AS
  $now$ SELECT nullif(current_setting('kith.partnership', true), '')::uuid $now$;

CREATE TABLE account (
  id uuid PRIMARY KEY,
  mail TEXT NOT NULL CONSTRAINT account_mail UNIQUE,
  name TEXT NOT NULL,
  lang TEXT NOT NULL,
  created_at timestamptz NOT NULL,
  entered_at timestamptz,
  ended_at timestamptz,
  version bigint NOT NULL DEFAULT 1
);

CREATE TABLE sign_in (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  secret_hash TEXT NOT NULL CONSTRAINT sign_in_secret UNIQUE,
  device TEXT NOT NULL,
  made_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  undated boolean NOT NULL DEFAULT FALSE,
  ended_at timestamptz
);
CREATE INDEX sign_in_account ON sign_in (account_id, made_at);

CREATE TABLE password (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  hash TEXT NOT NULL,
  is_long boolean NOT NULL,
  set_at timestamptz NOT NULL
);

CREATE TABLE second_factor (
  account_id uuid PRIMARY KEY REFERENCES account (id),
  secret TEXT NOT NULL,
  last_step bigint NOT NULL,
  made_at timestamptz NOT NULL,
  confirmed_at timestamptz
);

CREATE TABLE recovery_code (
  account_id uuid NOT NULL REFERENCES account (id),
  code_hash TEXT NOT NULL CONSTRAINT recovery_code_hash UNIQUE,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE passkey (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  credential TEXT NOT NULL CONSTRAINT passkey_credential UNIQUE,
  algorithm bigint NOT NULL,
  public_key TEXT NOT NULL,
  sign_count bigint NOT NULL,
  name TEXT NOT NULL,
  host TEXT NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX passkey_account ON passkey (account_id, made_at);

CREATE TABLE identity (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  mail TEXT NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz,
  CONSTRAINT identity_subject UNIQUE (issuer, subject),
  CONSTRAINT identity_of_account UNIQUE (account_id, issuer)
);

CREATE TABLE office_grant (
  id uuid PRIMARY KEY,
  partnership_id uuid REFERENCES partnership (id),
  account_id uuid NOT NULL REFERENCES account (id),
  office TEXT NOT NULL,
  on_kind TEXT,
  on_id uuid,
  from_on date NOT NULL,
  until_on date,
  granted_by uuid,
  granted_at timestamptz NOT NULL,
  revoked_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT office_grant_object CHECK ((on_kind IS NULL) = (on_id IS NULL)),
  CONSTRAINT office_grant_where CHECK ((office = 'administrator') = (partnership_id IS NULL)),
  CONSTRAINT office_grant_whole CHECK (on_kind IS NULL OR partnership_id IS NOT NULL),
  CONSTRAINT office_grant_order CHECK (until_on IS NULL OR until_on >= from_on)
);
CREATE INDEX office_grant_here ON office_grant (partnership_id, account_id);
CREATE INDEX office_grant_account ON office_grant (account_id);

CREATE TABLE invitation (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  account_id uuid NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  lang TEXT NOT NULL,
  sent_at timestamptz NOT NULL,
  accepted_at timestamptz,
  PRIMARY KEY (partnership_id, account_id)
);

CREATE TABLE first_run (
  one bigint PRIMARY KEY CONSTRAINT first_run_one CHECK (one = 1),
  code_hash TEXT NOT NULL,
  made_at timestamptz NOT NULL,
  used_at timestamptz
);

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
ALTER TABLE account FORCE ROW LEVEL SECURITY;
ALTER TABLE sign_in ENABLE ROW LEVEL SECURITY;
ALTER TABLE sign_in FORCE ROW LEVEL SECURITY;
ALTER TABLE password ENABLE ROW LEVEL SECURITY;
ALTER TABLE password FORCE ROW LEVEL SECURITY;
ALTER TABLE second_factor ENABLE ROW LEVEL SECURITY;
ALTER TABLE second_factor FORCE ROW LEVEL SECURITY;
ALTER TABLE recovery_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE recovery_code FORCE ROW LEVEL SECURITY;
ALTER TABLE passkey ENABLE ROW LEVEL SECURITY;
ALTER TABLE passkey FORCE ROW LEVEL SECURITY;
ALTER TABLE identity ENABLE ROW LEVEL SECURITY;
ALTER TABLE identity FORCE ROW LEVEL SECURITY;
ALTER TABLE office_grant ENABLE ROW LEVEL SECURITY;
ALTER TABLE office_grant FORCE ROW LEVEL SECURITY;
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
ALTER TABLE invitation FORCE ROW LEVEL SECURITY;
ALTER TABLE first_run ENABLE ROW LEVEL SECURITY;
ALTER TABLE first_run FORCE ROW LEVEL SECURITY;

CREATE POLICY of_installation ON account USING (kith_partnership() IS NULL);
CREATE POLICY with_grant_here ON account FOR SELECT USING (
  EXISTS (SELECT 1 FROM office_grant g WHERE g.account_id = account.id AND g.partnership_id = kith_partnership()));
CREATE POLICY of_installation ON sign_in USING (kith_partnership() IS NULL);
CREATE POLICY of_installation ON password USING (kith_partnership() IS NULL);
CREATE POLICY of_installation ON second_factor USING (kith_partnership() IS NULL);
CREATE POLICY of_installation ON recovery_code USING (kith_partnership() IS NULL);
CREATE POLICY of_installation ON passkey USING (kith_partnership() IS NULL);
CREATE POLICY of_installation ON identity USING (kith_partnership() IS NULL);
CREATE POLICY own_partnership ON office_grant USING (kith_partnership() IS NULL OR partnership_id = kith_partnership());
CREATE POLICY own_partnership ON invitation USING (kith_partnership() IS NULL OR partnership_id = kith_partnership());
CREATE POLICY of_installation ON first_run USING (kith_partnership() IS NULL);

-- Who wants the daily mail of a partnership, about what, and by what the lines of the last day are known.
CREATE TABLE daily_mail (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  account_id uuid NOT NULL,
  wanted boolean,
  stopped jsonb NOT NULL,
  told jsonb NOT NULL,
  looked_on date,
  PRIMARY KEY (partnership_id, account_id)
);
SELECT kith_guard('daily_mail');
