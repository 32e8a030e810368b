-- Accounts: who signs in, on which devices, and what each may do.
-- Who sees which rows is said in the twin of this file; here the statements of the room's store say it.

CREATE TABLE account (
  id TEXT PRIMARY KEY,
  mail TEXT NOT NULL CONSTRAINT account_mail UNIQUE,
  name TEXT NOT NULL,
  lang TEXT NOT NULL,
  created_at TEXT NOT NULL,
  entered_at TEXT,
  ended_at TEXT,
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE sign_in (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  secret_hash TEXT NOT NULL CONSTRAINT sign_in_secret UNIQUE,
  device TEXT NOT NULL,
  made_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  undated INTEGER NOT NULL DEFAULT 0,
  ended_at TEXT
) STRICT;
CREATE INDEX sign_in_account ON sign_in (account_id, made_at);

CREATE TABLE password (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  hash TEXT NOT NULL,
  is_long INTEGER NOT NULL,
  set_at TEXT NOT NULL
) STRICT;

CREATE TABLE second_factor (
  account_id TEXT PRIMARY KEY REFERENCES account (id),
  secret TEXT NOT NULL,
  last_step INTEGER NOT NULL,
  made_at TEXT NOT NULL,
  confirmed_at TEXT
) STRICT;

CREATE TABLE recovery_code (
  account_id TEXT NOT NULL REFERENCES account (id),
  code_hash TEXT NOT NULL CONSTRAINT recovery_code_hash UNIQUE,
  used_at TEXT,
  PRIMARY KEY (account_id, code_hash)
) STRICT;

CREATE TABLE passkey (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  credential TEXT NOT NULL CONSTRAINT passkey_credential UNIQUE,
  algorithm INTEGER NOT NULL,
  public_key TEXT NOT NULL,
  sign_count INTEGER NOT NULL,
  name TEXT NOT NULL,
  host TEXT NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE INDEX passkey_account ON passkey (account_id, made_at);

CREATE TABLE identity (
  id TEXT PRIMARY KEY,
  account_id TEXT NOT NULL REFERENCES account (id),
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  mail TEXT NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT,
  CONSTRAINT identity_subject UNIQUE (issuer, subject),
  CONSTRAINT identity_of_account UNIQUE (account_id, issuer)
) STRICT;

CREATE TABLE office_grant (
  id TEXT PRIMARY KEY,
  partnership_id TEXT REFERENCES partnership (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  office TEXT NOT NULL,
  on_kind TEXT,
  on_id TEXT,
  from_on TEXT NOT NULL,
  until_on TEXT,
  granted_by TEXT,
  granted_at TEXT NOT NULL,
  revoked_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT office_grant_object CHECK ((on_kind IS NULL) = (on_id IS NULL)),
  CONSTRAINT office_grant_where CHECK ((office = 'administrator') = (partnership_id IS NULL)),
  CONSTRAINT office_grant_whole CHECK (on_kind IS NULL OR partnership_id IS NOT NULL),
  CONSTRAINT office_grant_order CHECK (until_on IS NULL OR until_on >= from_on)
) STRICT;
CREATE INDEX office_grant_here ON office_grant (partnership_id, account_id);
CREATE INDEX office_grant_account ON office_grant (account_id);

CREATE TABLE invitation (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  account_id TEXT NOT NULL REFERENCES account (id),
  name TEXT NOT NULL,
  lang TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  accepted_at TEXT,
  PRIMARY KEY (partnership_id, account_id)
) STRICT;

CREATE TABLE first_run (
  one INTEGER PRIMARY KEY CONSTRAINT first_run_one CHECK (one = 1),
  code_hash TEXT NOT NULL,
  made_at TEXT NOT NULL,
  used_at TEXT
) STRICT;

-- Who wants the daily mail of a partnership, about what, and by what the lines of the last day are known.
CREATE TABLE daily_mail (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  account_id TEXT NOT NULL,
  wanted INTEGER,
  stopped TEXT NOT NULL,
  told TEXT NOT NULL,
  looked_on TEXT,
  PRIMARY KEY (partnership_id, account_id)
) STRICT;
