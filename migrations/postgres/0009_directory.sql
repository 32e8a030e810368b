-- The inventory of services: what is offered by whom, where, when, for whom; when somebody looked whether that is true.
-- Names, dates and texts are those that the rules let through; what cannot be seen is refused here again.

-- What somebody offers. Facts that render in every language stand in `facts`; what a file said beyond that is kept unread in `beyond` and goes out as it came.
CREATE TABLE service (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid NOT NULL,
  name jsonb NOT NULL,
  about jsonb NOT NULL,
  status TEXT NOT NULL,
  visibility TEXT NOT NULL,
  informal boolean NOT NULL,
  stream TEXT,
  needs TEXT NOT NULL,
  facts jsonb NOT NULL,
  beyond jsonb NOT NULL,
  months bigint NOT NULL,
  verified_on date,
  due_on date,
  stale_on date,
  source TEXT NOT NULL,
  source_id TEXT,
  source_on date,
  search_key TEXT NOT NULL,
  added_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  binned_at timestamptz,
  steward_id uuid,
  batch_id uuid,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT service_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT service_status CHECK (status IN ('active', 'temporarily-closed', 'inactive', 'defunct')),
  CONSTRAINT service_visibility CHECK (visibility IN ('public', 'partners', 'staff')),
  CONSTRAINT service_stream CHECK (stream IN ('nars', 'io', 'la', 'lt', 'er', 'cc', 'ss', 'rap', 'ind')),
  CONSTRAINT service_months CHECK (months BETWEEN 1 AND 36),
  FOREIGN KEY (partnership_id, steward_id) REFERENCES person (partnership_id, id),
  CONSTRAINT service_turns CHECK ((verified_on IS NULL) = (due_on IS NULL) AND (due_on IS NULL) = (stale_on IS NULL)),
  CONSTRAINT service_clean CHECK (
    name::text || about::text || facts::text || beyond::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text || about::text || facts::text || beyond::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT service_plain CHECK (needs || source || COALESCE(source_id, '') !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT service_length CHECK (length(name::text) <= 6000 AND length(about::text) <= 80000 AND length(facts::text) <= 200000 AND length(beyond::text) <= 200000 AND length(needs) <= 4000 AND length(source) <= 300 AND length(source_id) <= 200)
);
CREATE INDEX service_organization ON service (partnership_id, organization_id);
CREATE INDEX service_due ON service (partnership_id, due_on);
CREATE UNIQUE INDEX service_source ON service (partnership_id, source, source_id) WHERE source_id IS NOT NULL AND binned_at IS NULL;
CREATE INDEX service_batch ON service (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_service WITH (security_invoker = true) AS SELECT * FROM service WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = service.partnership_id AND b.id = service.batch_id AND b.shown));

-- A place where services are offered; several services may share one. The address of a confidential one is told to nobody.
CREATE TABLE location (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid,
  name jsonb NOT NULL,
  kind TEXT NOT NULL,
  place jsonb NOT NULL,
  beyond jsonb NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT,
  search_key TEXT NOT NULL,
  added_at timestamptz NOT NULL,
  binned_at timestamptz,
  batch_id uuid,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT location_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT location_kind CHECK (kind IN ('physical', 'postal', 'virtual')),
  CONSTRAINT location_clean CHECK (
    name::text || place::text || beyond::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text || place::text || beyond::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT location_plain CHECK (source || COALESCE(source_id, '') !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT location_length CHECK (length(name::text) <= 6000 AND length(place::text) <= 40000 AND length(beyond::text) <= 200000 AND length(source) <= 300 AND length(source_id) <= 200)
);
CREATE INDEX location_organization ON location (partnership_id, organization_id);
CREATE INDEX location_batch ON location (partnership_id, batch_id, source_id) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_location WITH (security_invoker = true) AS SELECT * FROM location WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = location.partnership_id AND b.id = location.batch_id AND b.shown));

-- Which service is offered at which place.
CREATE TABLE service_at_location (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  service_id uuid NOT NULL,
  location_id uuid NOT NULL,
  position bigint NOT NULL,
  beyond jsonb NOT NULL,
  CONSTRAINT service_at_location_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT service_at_location_once UNIQUE (partnership_id, service_id, location_id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  FOREIGN KEY (partnership_id, location_id) REFERENCES location (partnership_id, id),
  CONSTRAINT service_at_location_clean CHECK (
    beyond::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(beyond::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT service_at_location_length CHECK (length(beyond::text) <= 200000)
);
CREATE INDEX service_at_location_location ON service_at_location (partnership_id, location_id);

-- That somebody looked whether a record is true, how, and what was found. Never changed: a later one stands beside it.
CREATE TABLE service_check (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  service_id uuid NOT NULL,
  checked_on date NOT NULL,
  way TEXT NOT NULL,
  found TEXT NOT NULL,
  note TEXT NOT NULL,
  who TEXT NOT NULL,
  again_on date,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT service_check_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_check_way CHECK (way IN ('phone', 'mail', 'visit', 'web', 'link', 'import')),
  CONSTRAINT service_check_found CHECK (found IN ('unchanged', 'corrected', 'unreachable')),
  CONSTRAINT service_check_plain CHECK (note || who !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT service_check_length CHECK (length(note) <= 4000 AND length(who) <= 200)
);
CREATE INDEX service_check_service ON service_check (partnership_id, service_id, checked_on);

-- Letters that ask an organization whether the records of its services are true, answered by the link in them: when, and until when.
CREATE TABLE service_letter (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid NOT NULL,
  until_on date NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_count bigint NOT NULL,
  answered_at timestamptz,
  cancelled_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT service_letter_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT service_letter_sent_count CHECK (sent_count >= 1)
);
CREATE INDEX service_letter_sent ON service_letter (partnership_id, sent_at);
CREATE INDEX service_letter_organization ON service_letter (partnership_id, organization_id);

-- Who got such a letter, at which address: at another address it is another row, and the link that went to the one before opens nothing.
CREATE TABLE service_letter_reader (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  letter_id uuid NOT NULL,
  person_id uuid,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  CONSTRAINT service_letter_reader_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, letter_id) REFERENCES service_letter (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  CONSTRAINT service_letter_reader_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(lang) <= 12),
  CONSTRAINT service_letter_reader_clean CHECK (name || email || lang !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]')
);
CREATE INDEX service_letter_reader_letter ON service_letter_reader (partnership_id, letter_id);
CREATE INDEX service_letter_reader_person ON service_letter_reader (partnership_id, person_id);

-- About which services such a letter asks, and what was answered.
CREATE TABLE service_letter_service (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  letter_id uuid NOT NULL,
  service_id uuid NOT NULL,
  answered_at timestamptz,
  found TEXT,
  PRIMARY KEY (letter_id, service_id),
  FOREIGN KEY (partnership_id, letter_id) REFERENCES service_letter (partnership_id, id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_letter_service_found CHECK (found IN ('unchanged', 'corrected', 'unreachable')),
  CONSTRAINT service_letter_service_answered CHECK ((answered_at IS NULL) = (found IS NULL))
);
CREATE INDEX service_letter_service_service ON service_letter_service (partnership_id, service_id);

-- What visitors would correct or add, and where they could not get help: wishes for fields, words, and an address only until it is decided.
CREATE TABLE suggestion (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  service_id uuid,
  wishes jsonb NOT NULL,
  note TEXT NOT NULL,
  lang TEXT NOT NULL,
  email TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  received_at timestamptz NOT NULL,
  decided_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT suggestion_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT suggestion_kind CHECK (kind IN ('correction', 'service', 'barrier')),
  CONSTRAINT suggestion_state CHECK (state IN ('open', 'taken', 'partly', 'refused') AND (state = 'open') = (decided_at IS NULL)),
  CONSTRAINT suggestion_address CHECK (state = 'open' OR email = ''),
  CONSTRAINT suggestion_length CHECK (length(wishes::text) <= 60000 AND length(note) <= 20000 AND length(answer) <= 20000 AND length(email) <= 254 AND length(lang) <= 12),
  CONSTRAINT suggestion_plain CHECK (note || answer || email || lang !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]')
);
CREATE INDEX suggestion_state_received ON suggestion (partnership_id, state, received_at);
CREATE INDEX suggestion_service ON suggestion (partnership_id, service_id);

-- How often somebody said how it went at a service, or why she could not get help there, by need and month: evidence of need, and nothing of who said it.
CREATE TABLE service_experience (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  service_id uuid NOT NULL,
  need TEXT NOT NULL,
  said TEXT NOT NULL,
  month TEXT NOT NULL,
  times bigint NOT NULL,
  PRIMARY KEY (partnership_id, service_id, need, said, month),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_experience_length CHECK (length(need) <= 80 AND length(said) <= 40 AND length(month) = 7 AND times >= 1)
);

-- How often nobody found what was looked for, by need, language and time: evidence of need, widened until it tells of nobody.
CREATE TABLE unfound_search (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  need TEXT NOT NULL,
  language TEXT NOT NULL,
  period TEXT NOT NULL,
  times bigint NOT NULL,
  PRIMARY KEY (partnership_id, need, language, period),
  CONSTRAINT unfound_search_length CHECK (length(need) <= 80 AND length(language) <= 12 AND length(period) <= 8 AND times >= 1)
);

-- That somebody looked at two services and found that they are two: they are not told as perhaps the same again.
CREATE TABLE service_apart (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  one_id uuid NOT NULL,
  other_id uuid NOT NULL,
  said_at timestamptz NOT NULL,
  PRIMARY KEY (partnership_id, one_id, other_id),
  FOREIGN KEY (partnership_id, one_id) REFERENCES service (partnership_id, id),
  FOREIGN KEY (partnership_id, other_id) REFERENCES service (partnership_id, id)
);

-- That two records of one service became one: which stayed, which went, and what moved from one to the other, so that it can be undone.
CREATE TABLE service_merge (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kept_id uuid NOT NULL,
  gone_id uuid NOT NULL,
  moved jsonb NOT NULL,
  merged_at timestamptz NOT NULL,
  undone_at timestamptz,
  CONSTRAINT service_merge_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, kept_id) REFERENCES service (partnership_id, id),
  FOREIGN KEY (partnership_id, gone_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_merge_two CHECK (kept_id <> gone_id)
);
CREATE INDEX service_merge_kept ON service_merge (partnership_id, kept_id);
CREATE INDEX service_merge_gone ON service_merge (partnership_id, gone_id);

-- What everyone may know or might, as it was told last: how each thing stood, and in which order things changed. What is gone stays here by its id alone.
CREATE TABLE published (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kind text NOT NULL CONSTRAINT published_kind CHECK (kind IN ('service', 'organization', 'service_at_location')),
  object_id uuid NOT NULL,
  what text NOT NULL CONSTRAINT published_what CHECK (what IN ('changed', 'hidden', 'deleted', 'merged')),
  mark bigint NOT NULL,
  place bigint NOT NULL,
  noticed_at timestamptz NOT NULL,
  merged_into uuid,
  PRIMARY KEY (partnership_id, kind, object_id),
  CONSTRAINT published_place UNIQUE (partnership_id, place)
);

SELECT kith_guard('service'), kith_guard('location'), kith_guard('service_at_location'), kith_guard('service_check'),
  kith_guard('service_letter'), kith_guard('service_letter_reader'), kith_guard('service_letter_service'), kith_guard('suggestion'), kith_guard('service_experience'), kith_guard('unfound_search'),
  kith_guard('service_apart'), kith_guard('service_merge'), kith_guard('published');
