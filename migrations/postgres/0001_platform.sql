-- The house: partnerships, and what every room stands on.
-- Row-level security: kith_guard(table) shows and takes only rows of the partnership that the transaction was begun for
-- (rows without one belong to the installation, and only its transactions see them).


CREATE FUNCTION kith_guard(guarded regclass) RETURNS void LANGUAGE plpgsql AS $guard$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY own_partnership ON %s USING (partnership_id IS NOT DISTINCT FROM nullif(current_setting(''kith.partnership'', true), '''')::uuid)', guarded);
END
$guard$;

-- kith_guard_below(table): the same for a partnership's transactions, but those of the installation see and take all rows. For
-- what one worker takes by its time whosever it is (jobs), and what is found before it is known whose it is (answered requests).
CREATE FUNCTION kith_guard_below(guarded regclass) RETURNS void LANGUAGE plpgsql AS $guard$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', guarded);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', guarded);
  EXECUTE format('CREATE POLICY own_partnership ON %s USING (nullif(current_setting(''kith.partnership'', true), '''') IS NULL OR partnership_id = nullif(current_setting(''kith.partnership'', true), '''')::uuid)', guarded);
END
$guard$;

CREATE TABLE partnership (
  id uuid PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name jsonb NOT NULL,
  place jsonb NOT NULL,
  about jsonb NOT NULL,
  contact jsonb NOT NULL,
  zone TEXT NOT NULL,
  langs jsonb NOT NULL,
  host TEXT UNIQUE,
  province TEXT,
  emergency jsonb NOT NULL,
  invented boolean NOT NULL,
  created_at timestamptz NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT partnership_slug_reserved CHECK (slug NOT IN ('work', 'api', 'assets', 'health', 'sign-in', 'first-run', 'installation', 'demo',
    'en', 'fr', 'ar', 'uk', 'es', 'pa', 'zh-Hans', 'zh-hans', 'fil', 'fa', 'ti', 'so', 'ur', 'hi', 'pt', 'vi')),
  CONSTRAINT partnership_clean CHECK (
    name::text || place::text || about::text || contact::text || emergency::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text || place::text || about::text || contact::text || emergency::text, '\\', '') NOT LIKE '%\\u00%'
  )
);

-- Everybody finds partnerships. A transaction of one changes only that one; only the installation's make and end them.
ALTER TABLE partnership ENABLE ROW LEVEL SECURITY;
ALTER TABLE partnership FORCE ROW LEVEL SECURITY;
CREATE POLICY found ON partnership FOR SELECT USING (true);
CREATE POLICY made ON partnership FOR INSERT WITH CHECK (nullif(current_setting('kith.partnership', true), '') IS NULL);
CREATE POLICY changed ON partnership FOR UPDATE USING (coalesce(nullif(current_setting('kith.partnership', true), '')::uuid, id) = id);
CREATE POLICY ended ON partnership FOR DELETE USING (nullif(current_setting('kith.partnership', true), '') IS NULL);

CREATE TABLE audit_entry (
  id uuid PRIMARY KEY,
  partnership_id uuid REFERENCES partnership (id),
  at timestamptz NOT NULL,
  account_id uuid,
  author TEXT NOT NULL,
  verb TEXT NOT NULL,
  kind TEXT NOT NULL,
  object_id uuid NOT NULL,
  before jsonb,
  after jsonb,
  request TEXT NOT NULL
);
CREATE INDEX audit_entry_object ON audit_entry (partnership_id, kind, object_id, at);

CREATE TABLE link (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  from_kind TEXT NOT NULL,
  from_id uuid NOT NULL,
  to_kind TEXT NOT NULL,
  to_id uuid NOT NULL,
  made_at timestamptz NOT NULL,
  CONSTRAINT link_once UNIQUE (partnership_id, kind, from_kind, from_id, to_kind, to_id),
  CONSTRAINT link_not_itself CHECK (from_kind <> to_kind OR from_id <> to_id)
);
CREATE INDEX link_to ON link (partnership_id, to_kind, to_id);

CREATE TABLE bin (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  object_id uuid NOT NULL,
  title jsonb NOT NULL,
  binned_at timestamptz NOT NULL,
  binned_by TEXT NOT NULL,
  PRIMARY KEY (partnership_id, kind, object_id)
);

CREATE TABLE repeat (
  partnership_id uuid,
  key TEXT NOT NULL,
  caller TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  status bigint NOT NULL,
  location TEXT NOT NULL,
  cookie_seconds bigint,
  at timestamptz NOT NULL,
  PRIMARY KEY (key, caller)
);

CREATE TABLE ticket (
  id uuid PRIMARY KEY,
  partnership_id uuid REFERENCES partnership (id),
  purpose TEXT NOT NULL,
  secret_hash TEXT NOT NULL UNIQUE,
  about jsonb NOT NULL,
  made_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX ticket_expires ON ticket (expires_at);

CREATE TABLE stored_file (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  digest TEXT NOT NULL,
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size bigint NOT NULL,
  stored_at timestamptz NOT NULL,
  stored_by TEXT NOT NULL
);
CREATE INDEX stored_file_digest ON stored_file (partnership_id, digest);

CREATE TABLE job (
  id uuid PRIMARY KEY,
  partnership_id uuid REFERENCES partnership (id),
  kind TEXT NOT NULL,
  about jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  set_at timestamptz NOT NULL,
  tries bigint NOT NULL DEFAULT 0,
  leased_until timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  trouble TEXT,
  made_at timestamptz NOT NULL
);
CREATE INDEX job_due ON job (due_at) WHERE done_at IS NULL AND failed_at IS NULL;

CREATE TABLE job_beat (
  kind TEXT NOT NULL,
  scope TEXT NOT NULL,
  number bigint NOT NULL,
  PRIMARY KEY (kind, scope)
);

CREATE TABLE mail (
  id uuid PRIMARY KEY,
  partnership_id uuid REFERENCES partnership (id),
  recipient TEXT NOT NULL,
  recipient_key TEXT NOT NULL,
  lang TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  unsubscribe TEXT,
  entry jsonb,
  purpose TEXT NOT NULL,
  made_at timestamptz NOT NULL,
  tries bigint NOT NULL DEFAULT 0,
  sent_at timestamptz,
  failed_at timestamptz,
  trouble TEXT,
  reader_id uuid,
  reader_lang TEXT,
  stopped_at timestamptz
);
CREATE INDEX mail_made ON mail (partnership_id, made_at);
CREATE INDEX mail_recipient ON mail (partnership_id, recipient_key, made_at);

CREATE TABLE consent (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  person_id uuid NOT NULL,
  purpose TEXT NOT NULL,
  basis TEXT NOT NULL,
  since date,
  ended date,
  how TEXT NOT NULL,
  wording TEXT NOT NULL,
  lang TEXT NOT NULL,
  evidence TEXT,
  recorded_at timestamptz NOT NULL,
  recorded_by TEXT NOT NULL
);
CREATE INDEX consent_person ON consent (partnership_id, person_id, purpose);

-- That a record about a person was erased; nothing in it names her.
CREATE TABLE erasure (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  person_id uuid NOT NULL,
  erased_at timestamptz NOT NULL,
  erased_by TEXT NOT NULL,
  why TEXT NOT NULL CONSTRAINT erasure_why CHECK (why IN ('asked', 'not-needed', 'bin-emptied')),
  counts jsonb NOT NULL
);
CREATE INDEX erasure_newest ON erasure (partnership_id, erased_at);

CREATE TABLE throttle (
  key TEXT PRIMARY KEY,
  count bigint NOT NULL,
  since timestamptz NOT NULL,
  ends_at timestamptz NOT NULL
);

CREATE TABLE setting (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

SELECT kith_guard('audit_entry'), kith_guard('link'), kith_guard('bin'), kith_guard('stored_file'), kith_guard('ticket'), kith_guard('mail'), kith_guard('consent'), kith_guard('erasure');
SELECT kith_guard_below('job'), kith_guard_below('repeat');

-- The program may only add to the audit. This one thing it may do besides, within its own partnership: empty what entries
-- about a person say, when her record is erased.
CREATE FUNCTION kith_forget_person(about uuid) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $forget$
  WITH emptied AS (
    UPDATE audit_entry SET before = NULL, after = NULL
    WHERE partnership_id = nullif(current_setting('kith.partnership', true), '')::uuid AND (before IS NOT NULL OR after IS NOT NULL)
      AND ((kind = 'person' AND object_id = about) OR before::text LIKE '%' || about || '%' OR after::text LIKE '%' || about || '%')
    RETURNING 1
  )
  SELECT count(*) FROM emptied
$forget$;

-- The same for those entries about one object whose text holds certain words.
CREATE FUNCTION kith_forget_words(of_kind text, of_id uuid, words text) RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $forget$
  WITH emptied AS (
    UPDATE audit_entry SET before = NULL, after = NULL
    WHERE partnership_id = nullif(current_setting('kith.partnership', true), '')::uuid AND kind = of_kind AND object_id = of_id
      AND words <> '' AND (strpos(before::text, words) > 0 OR strpos(after::text, words) > 0)
    RETURNING 1
  )
  SELECT count(*) FROM emptied
$forget$;

-- Links of the thread go with either end: a trigger of each table whose rows are linked, which says its kind.
CREATE FUNCTION kith_unlink() RETURNS trigger LANGUAGE plpgsql AS $unlink$
BEGIN
  DELETE FROM link WHERE partnership_id = OLD.partnership_id
    AND ((from_kind = TG_ARGV[0] AND from_id = OLD.id) OR (to_kind = TG_ARGV[0] AND to_id = OLD.id));
  RETURN OLD;
END
$unlink$;

-- Imports: a batch is one file or pasted table on its way in. What it adds carries its id, and is seen once the batch is shown.
CREATE TABLE batch (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  what TEXT NOT NULL,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  state TEXT NOT NULL CHECK (state IN ('reading', 'mapping', 'checking', 'checked', 'laying', 'taken', 'clearing', 'undone', 'dropped')),
  shown boolean NOT NULL,
  head jsonb NOT NULL,
  mapping jsonb NOT NULL,
  total bigint NOT NULL,
  done bigint NOT NULL,
  begun_at timestamptz NOT NULL,
  begun_by TEXT NOT NULL,
  taken_at timestamptz,
  undone_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT batch_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT batch_shown CHECK (NOT shown OR state = 'taken')
);
CREATE INDEX batch_begun ON batch (partnership_id, begun_at);

CREATE TABLE batch_row (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  batch_id uuid NOT NULL,
  number bigint NOT NULL,
  cells jsonb NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('unread', 'add', 'change', 'same', 'ask', 'refuse', 'leave')),
  findings jsonb NOT NULL,
  record jsonb,
  before jsonb,
  target_id uuid,
  for_parts boolean NOT NULL DEFAULT false,
  PRIMARY KEY (partnership_id, batch_id, number),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id)
);
CREATE INDEX batch_row_verdict ON batch_row (partnership_id, batch_id, verdict, number);
CREATE INDEX batch_row_target ON batch_row (partnership_id, batch_id, target_id, number) WHERE target_id IS NOT NULL;
CREATE INDEX batch_row_marked ON batch_row (partnership_id, batch_id, number) WHERE before IS NOT NULL;
CREATE INDEX batch_row_parts ON batch_row (partnership_id, batch_id, for_parts, verdict, number);

-- Under which heading a partnership's sheets say what.
CREATE TABLE heading (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  what TEXT NOT NULL,
  heading TEXT NOT NULL,
  says TEXT NOT NULL,
  noted_at timestamptz NOT NULL,
  PRIMARY KEY (partnership_id, what, heading)
);

SELECT kith_guard('batch');
SELECT kith_guard('batch_row');
SELECT kith_guard('heading');
