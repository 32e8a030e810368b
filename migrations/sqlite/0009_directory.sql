-- The inventory of services: what is offered by whom, where, when, for whom; when somebody looked whether that is true.
-- Names, dates and texts are those that the rules let through; what cannot be seen is refused here again.

-- What somebody offers. Facts that render in every language stand in `facts`; what a file said beyond that is kept unread in `beyond` and goes out as it came.
CREATE TABLE service (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT NOT NULL,
  name TEXT NOT NULL,
  about TEXT NOT NULL,
  status TEXT NOT NULL,
  visibility TEXT NOT NULL,
  informal INTEGER NOT NULL,
  stream TEXT,
  needs TEXT NOT NULL,
  facts TEXT NOT NULL,
  beyond TEXT NOT NULL,
  months INTEGER NOT NULL,
  verified_on TEXT,
  due_on TEXT,
  stale_on TEXT,
  source TEXT NOT NULL,
  source_id TEXT,
  source_on TEXT,
  search_key TEXT NOT NULL,
  added_at TEXT NOT NULL,
  changed_at TEXT NOT NULL,
  binned_at TEXT,
  steward_id TEXT,
  batch_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
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
    name || about || facts || beyond NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name || about || facts || beyond, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT service_plain CHECK (
    needs || source || COALESCE(source_id, '') NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT service_length CHECK (length(name) <= 6000 AND length(about) <= 80000 AND length(facts) <= 200000 AND length(beyond) <= 200000 AND length(needs) <= 4000 AND length(source) <= 300 AND length(source_id) <= 200)
) STRICT;
CREATE INDEX service_organization ON service (partnership_id, organization_id);
CREATE INDEX service_due ON service (partnership_id, due_on);
CREATE UNIQUE INDEX service_source ON service (partnership_id, source, source_id) WHERE source_id IS NOT NULL AND binned_at IS NULL;
CREATE INDEX service_batch ON service (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_service AS SELECT * FROM service WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = service.partnership_id AND b.id = service.batch_id AND b.shown));

-- A place where services are offered; several services may share one. The address of a confidential one is told to nobody.
CREATE TABLE location (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  place TEXT NOT NULL,
  beyond TEXT NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT,
  search_key TEXT NOT NULL,
  added_at TEXT NOT NULL,
  binned_at TEXT,
  batch_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT location_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT location_kind CHECK (kind IN ('physical', 'postal', 'virtual')),
  CONSTRAINT location_clean CHECK (
    name || place || beyond NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name || place || beyond, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT location_plain CHECK (
    source || COALESCE(source_id, '') NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT location_length CHECK (length(name) <= 6000 AND length(place) <= 40000 AND length(beyond) <= 200000 AND length(source) <= 300 AND length(source_id) <= 200)
) STRICT;
CREATE INDEX location_organization ON location (partnership_id, organization_id);
CREATE INDEX location_batch ON location (partnership_id, batch_id, source_id) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_location AS SELECT * FROM location WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = location.partnership_id AND b.id = location.batch_id AND b.shown));

-- Which service is offered at which place.
CREATE TABLE service_at_location (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  service_id TEXT NOT NULL,
  location_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  beyond TEXT NOT NULL,
  CONSTRAINT service_at_location_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT service_at_location_once UNIQUE (partnership_id, service_id, location_id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  FOREIGN KEY (partnership_id, location_id) REFERENCES location (partnership_id, id),
  CONSTRAINT service_at_location_clean CHECK (
    beyond NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(beyond, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT service_at_location_length CHECK (length(beyond) <= 200000)
) STRICT;
CREATE INDEX service_at_location_location ON service_at_location (partnership_id, location_id);

-- That somebody looked whether a record is true, how, and what was found. Never changed: a later one stands beside it.
CREATE TABLE service_check (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  service_id TEXT NOT NULL,
  checked_on TEXT NOT NULL,
  way TEXT NOT NULL,
  found TEXT NOT NULL,
  note TEXT NOT NULL,
  who TEXT NOT NULL,
  again_on TEXT,
  recorded_at TEXT NOT NULL,
  CONSTRAINT service_check_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_check_way CHECK (way IN ('phone', 'mail', 'visit', 'web', 'link', 'import')),
  CONSTRAINT service_check_found CHECK (found IN ('unchanged', 'corrected', 'unreachable')),
  CONSTRAINT service_check_plain CHECK (
    note || who NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT service_check_length CHECK (length(note) <= 4000 AND length(who) <= 200)
) STRICT;
CREATE INDEX service_check_service ON service_check (partnership_id, service_id, checked_on);

-- Letters that ask an organization whether the records of its services are true, answered by the link in them: when, and until when.
CREATE TABLE service_letter (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT NOT NULL,
  until_on TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  sent_count INTEGER NOT NULL,
  answered_at TEXT,
  cancelled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT service_letter_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT service_letter_sent_count CHECK (sent_count >= 1)
) STRICT;
CREATE INDEX service_letter_sent ON service_letter (partnership_id, sent_at);
CREATE INDEX service_letter_organization ON service_letter (partnership_id, organization_id);

-- Who got such a letter, at which address: at another address it is another row, and the link that went to the one before opens nothing.
CREATE TABLE service_letter_reader (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  letter_id TEXT NOT NULL,
  person_id TEXT,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  CONSTRAINT service_letter_reader_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, letter_id) REFERENCES service_letter (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  CONSTRAINT service_letter_reader_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(lang) <= 12),
  CONSTRAINT service_letter_reader_clean CHECK (name || email || lang NOT GLOB
    '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*')
) STRICT;
CREATE INDEX service_letter_reader_letter ON service_letter_reader (partnership_id, letter_id);
CREATE INDEX service_letter_reader_person ON service_letter_reader (partnership_id, person_id);

-- About which services such a letter asks, and what was answered.
CREATE TABLE service_letter_service (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  letter_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  answered_at TEXT,
  found TEXT,
  PRIMARY KEY (letter_id, service_id),
  FOREIGN KEY (partnership_id, letter_id) REFERENCES service_letter (partnership_id, id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_letter_service_found CHECK (found IN ('unchanged', 'corrected', 'unreachable')),
  CONSTRAINT service_letter_service_answered CHECK ((answered_at IS NULL) = (found IS NULL))
) STRICT;
CREATE INDEX service_letter_service_service ON service_letter_service (partnership_id, service_id);

-- What visitors would correct or add, and where they could not get help: wishes for fields, words, and an address only until it is decided.
CREATE TABLE suggestion (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  service_id TEXT,
  wishes TEXT NOT NULL,
  note TEXT NOT NULL,
  lang TEXT NOT NULL,
  email TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  received_at TEXT NOT NULL,
  decided_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT suggestion_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT suggestion_kind CHECK (kind IN ('correction', 'service', 'barrier')),
  CONSTRAINT suggestion_state CHECK (state IN ('open', 'taken', 'partly', 'refused') AND (state = 'open') = (decided_at IS NULL)),
  CONSTRAINT suggestion_address CHECK (state = 'open' OR email = ''),
  CONSTRAINT suggestion_length CHECK (length(wishes) <= 60000 AND length(note) <= 20000 AND length(answer) <= 20000 AND length(email) <= 254 AND length(lang) <= 12),
  CONSTRAINT suggestion_plain CHECK (note || answer || email || lang NOT GLOB
    '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*')
) STRICT;
CREATE INDEX suggestion_state_received ON suggestion (partnership_id, state, received_at);
CREATE INDEX suggestion_service ON suggestion (partnership_id, service_id);

-- How often somebody said how it went at a service, or why she could not get help there, by need and month: evidence of need, and nothing of who said it.
CREATE TABLE service_experience (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  service_id TEXT NOT NULL,
  need TEXT NOT NULL,
  said TEXT NOT NULL,
  month TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (partnership_id, service_id, need, said, month),
  FOREIGN KEY (partnership_id, service_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_experience_length CHECK (length(need) <= 80 AND length(said) <= 40 AND length(month) = 7 AND times >= 1)
) STRICT;

-- How often nobody found what was looked for, by need, language and time: evidence of need, widened until it tells of nobody.
CREATE TABLE unfound_search (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  need TEXT NOT NULL,
  language TEXT NOT NULL,
  period TEXT NOT NULL,
  times INTEGER NOT NULL,
  PRIMARY KEY (partnership_id, need, language, period),
  CONSTRAINT unfound_search_length CHECK (length(need) <= 80 AND length(language) <= 12 AND length(period) <= 8 AND times >= 1)
) STRICT;

-- That somebody looked at two services and found that they are two: they are not told as perhaps the same again.
CREATE TABLE service_apart (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  one_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  said_at TEXT NOT NULL,
  PRIMARY KEY (partnership_id, one_id, other_id),
  FOREIGN KEY (partnership_id, one_id) REFERENCES service (partnership_id, id),
  FOREIGN KEY (partnership_id, other_id) REFERENCES service (partnership_id, id)
) STRICT;

-- That two records of one service became one: which stayed, which went, and what moved from one to the other, so that it can be undone.
CREATE TABLE service_merge (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kept_id TEXT NOT NULL,
  gone_id TEXT NOT NULL,
  moved TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  undone_at TEXT,
  CONSTRAINT service_merge_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, kept_id) REFERENCES service (partnership_id, id),
  FOREIGN KEY (partnership_id, gone_id) REFERENCES service (partnership_id, id),
  CONSTRAINT service_merge_two CHECK (kept_id <> gone_id)
) STRICT;
CREATE INDEX service_merge_kept ON service_merge (partnership_id, kept_id);
CREATE INDEX service_merge_gone ON service_merge (partnership_id, gone_id);

-- What everyone may know or might, as it was told last: how each thing stood, and in which order things changed. What is gone stays here by its id alone.
CREATE TABLE published (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL CONSTRAINT published_kind CHECK (kind IN ('service', 'organization', 'service_at_location')),
  object_id TEXT NOT NULL,
  what TEXT NOT NULL CONSTRAINT published_what CHECK (what IN ('changed', 'hidden', 'deleted', 'merged')),
  mark INTEGER NOT NULL,
  place INTEGER NOT NULL,
  noticed_at TEXT NOT NULL,
  merged_into TEXT,
  PRIMARY KEY (partnership_id, kind, object_id),
  CONSTRAINT published_place UNIQUE (partnership_id, place)
) STRICT;
