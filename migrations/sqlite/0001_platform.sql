-- The house: partnerships, and what every room stands on. Instants are UTC text of fixed width, days are ISO text, ids are text.

CREATE TABLE partnership (
  id TEXT PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  place TEXT NOT NULL,
  about TEXT NOT NULL,
  contact TEXT NOT NULL,
  zone TEXT NOT NULL,
  langs TEXT NOT NULL,
  host TEXT UNIQUE,
  province TEXT,
  emergency TEXT NOT NULL,
  invented INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT partnership_slug_reserved CHECK (slug NOT IN ('work', 'api', 'assets', 'health', 'sign-in', 'first-run', 'installation', 'demo',
    'en', 'fr', 'ar', 'uk', 'es', 'pa', 'zh-Hans', 'zh-hans', 'fil', 'fa', 'ti', 'so', 'ur', 'hi', 'pt', 'vi')),
  CONSTRAINT partnership_clean CHECK (
    name || place || about || contact || emergency NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name || place || about || contact || emergency, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;

CREATE TABLE audit_entry (
  id TEXT PRIMARY KEY,
  partnership_id TEXT REFERENCES partnership (id),
  at TEXT NOT NULL,
  account_id TEXT,
  author TEXT NOT NULL,
  verb TEXT NOT NULL,
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  request TEXT NOT NULL
) STRICT;
CREATE INDEX audit_entry_object ON audit_entry (partnership_id, kind, object_id, at);

CREATE TABLE link (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  from_kind TEXT NOT NULL,
  from_id TEXT NOT NULL,
  to_kind TEXT NOT NULL,
  to_id TEXT NOT NULL,
  made_at TEXT NOT NULL,
  CONSTRAINT link_once UNIQUE (partnership_id, kind, from_kind, from_id, to_kind, to_id),
  CONSTRAINT link_not_itself CHECK (from_kind <> to_kind OR from_id <> to_id)
) STRICT;
CREATE INDEX link_to ON link (partnership_id, to_kind, to_id);

CREATE TABLE bin (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  object_id TEXT NOT NULL,
  title TEXT NOT NULL,
  binned_at TEXT NOT NULL,
  binned_by TEXT NOT NULL,
  PRIMARY KEY (partnership_id, kind, object_id)
) STRICT;

CREATE TABLE repeat (
  partnership_id TEXT,
  key TEXT NOT NULL,
  caller TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  status INTEGER NOT NULL,
  location TEXT NOT NULL,
  cookie_seconds INTEGER,
  at TEXT NOT NULL,
  PRIMARY KEY (key, caller)
) STRICT;

CREATE TABLE ticket (
  id TEXT PRIMARY KEY,
  partnership_id TEXT REFERENCES partnership (id),
  purpose TEXT NOT NULL,
  secret_hash TEXT NOT NULL UNIQUE,
  about TEXT NOT NULL,
  made_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE INDEX ticket_expires ON ticket (expires_at);

CREATE TABLE stored_file (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL,
  stored_at TEXT NOT NULL,
  stored_by TEXT NOT NULL
) STRICT;
CREATE INDEX stored_file_digest ON stored_file (partnership_id, digest);

CREATE TABLE job (
  id TEXT PRIMARY KEY,
  partnership_id TEXT REFERENCES partnership (id),
  kind TEXT NOT NULL,
  about TEXT NOT NULL,
  due_at TEXT NOT NULL,
  set_at TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  leased_until TEXT,
  done_at TEXT,
  failed_at TEXT,
  trouble TEXT,
  made_at TEXT NOT NULL
) STRICT;
CREATE INDEX job_due ON job (due_at) WHERE done_at IS NULL AND failed_at IS NULL;

CREATE TABLE job_beat (
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  number INTEGER NOT NULL,
  PRIMARY KEY (kind, scope)
) STRICT;

CREATE TABLE mail (
  id TEXT PRIMARY KEY,
  partnership_id TEXT REFERENCES partnership (id),
  recipient TEXT NOT NULL,
  recipient_key TEXT NOT NULL,
  lang TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  unsubscribe TEXT,
  entry TEXT,
  purpose TEXT NOT NULL,
  made_at TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  sent_at TEXT,
  failed_at TEXT,
  trouble TEXT,
  reader_id TEXT,
  reader_lang TEXT,
  stopped_at TEXT
) STRICT;
CREATE INDEX mail_made ON mail (partnership_id, made_at);
CREATE INDEX mail_recipient ON mail (partnership_id, recipient_key, made_at);

CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  person_id TEXT NOT NULL,
  purpose TEXT NOT NULL,
  basis TEXT NOT NULL,
  since TEXT,
  ended TEXT,
  how TEXT NOT NULL,
  wording TEXT NOT NULL,
  lang TEXT NOT NULL,
  evidence TEXT,
  recorded_at TEXT NOT NULL,
  recorded_by TEXT NOT NULL
) STRICT;
CREATE INDEX consent_person ON consent (partnership_id, person_id, purpose);

-- That a record about a person was erased; nothing in it names her.
CREATE TABLE erasure (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  person_id TEXT NOT NULL,
  erased_at TEXT NOT NULL,
  erased_by TEXT NOT NULL,
  why TEXT NOT NULL CONSTRAINT erasure_why CHECK (why IN ('asked', 'not-needed', 'bin-emptied')),
  counts TEXT NOT NULL
) STRICT;
CREATE INDEX erasure_newest ON erasure (partnership_id, erased_at);

CREATE TABLE throttle (
  key TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  since TEXT NOT NULL,
  ends_at TEXT NOT NULL
) STRICT;

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

-- Imports: a batch is one file or pasted table on its way in. What it adds carries its id, and is seen once the batch is shown.
CREATE TABLE batch (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  what TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  state TEXT NOT NULL CHECK (state IN ('reading', 'mapping', 'checking', 'checked', 'laying', 'taken', 'clearing', 'undone', 'dropped')),
  shown INTEGER NOT NULL,
  head TEXT NOT NULL,
  mapping TEXT NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL,
  begun_at TEXT NOT NULL,
  begun_by TEXT NOT NULL,
  taken_at TEXT,
  undone_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT batch_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT batch_shown CHECK (shown = 0 OR state = 'taken')
) STRICT;
CREATE INDEX batch_begun ON batch (partnership_id, begun_at);

CREATE TABLE batch_row (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  batch_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  cells TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('unread', 'add', 'change', 'same', 'ask', 'refuse', 'leave')),
  findings TEXT NOT NULL,
  record TEXT,
  before TEXT,
  target_id TEXT,
  for_parts INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (partnership_id, batch_id, number),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id)
) STRICT;
CREATE INDEX batch_row_verdict ON batch_row (partnership_id, batch_id, verdict, number);
CREATE INDEX batch_row_target ON batch_row (partnership_id, batch_id, target_id, number) WHERE target_id IS NOT NULL;
CREATE INDEX batch_row_marked ON batch_row (partnership_id, batch_id, number) WHERE before IS NOT NULL;
CREATE INDEX batch_row_parts ON batch_row (partnership_id, batch_id, for_parts, verdict, number);

-- Under which heading a partnership's sheets say what.
CREATE TABLE heading (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  what TEXT NOT NULL,
  heading TEXT NOT NULL,
  says TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  PRIMARY KEY (partnership_id, what, heading)
) STRICT;
