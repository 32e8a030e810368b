-- Partners: organizations and people around the table, and how to reach them.

CREATE TABLE sector (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  name jsonb NOT NULL,
  place bigint NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  batch_id uuid,
  CONSTRAINT sector_code_once UNIQUE (partnership_id, code),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT sector_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT sector_clean CHECK (
    name::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT sector_length CHECK (length(name::text) <= 6000)
);

CREATE TABLE organization (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 60),
  name jsonb NOT NULL,
  sort_en TEXT COLLATE "C" NOT NULL CHECK (length(sort_en) BETWEEN 1 AND 400),
  sort_fr TEXT COLLATE "C" NOT NULL CHECK (length(sort_fr) BETWEEN 1 AND 400),
  search_key TEXT COLLATE "C" NOT NULL,
  sector_id uuid,
  formal boolean NOT NULL,
  area_id uuid,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  joined_on date,
  left_on date,
  about jsonb NOT NULL,
  note TEXT NOT NULL CHECK (length(note) <= 4000),
  added_at timestamptz NOT NULL,
  binned_at timestamptz,
  steward_id uuid,
  batch_id uuid,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT organization_span CHECK (left_on IS NULL OR (joined_on IS NOT NULL AND left_on >= joined_on)),
  CONSTRAINT organization_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id),
  CONSTRAINT organization_clean CHECK (
    name::text || about::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text || about::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT organization_length CHECK (length(name::text) <= 6000)
);
CREATE UNIQUE INDEX organization_slug_once ON organization (partnership_id, slug) WHERE binned_at IS NULL;
CREATE INDEX organization_en ON organization (partnership_id, sort_en, id);
CREATE INDEX organization_fr ON organization (partnership_id, sort_fr, id);
CREATE INDEX organization_sector ON organization (partnership_id, sector_id);
CREATE INDEX organization_batch ON organization (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_organization WITH (security_invoker = true) AS SELECT * FROM organization WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = organization.partnership_id AND b.id = organization.batch_id AND b.shown));

CREATE TABLE organization_language (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid NOT NULL,
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 12),
  place bigint NOT NULL,
  PRIMARY KEY (partnership_id, organization_id, language),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
);

CREATE TABLE person (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  search_key TEXT COLLATE "C" NOT NULL,
  lang TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  note TEXT NOT NULL CHECK (length(note) <= 4000),
  invented boolean NOT NULL,
  added_at timestamptz NOT NULL,
  binned_at timestamptz,
  steward_id uuid,
  batch_id uuid,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT person_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT person_clean CHECK (
    name !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE INDEX person_name ON person (partnership_id, search_key, id);
CREATE INDEX person_batch ON person (partnership_id, batch_id, search_key) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_person WITH (security_invoker = true) AS SELECT * FROM person WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = person.partnership_id AND b.id = person.batch_id AND b.shown));

CREATE TABLE speaker (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  person_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  title jsonb NOT NULL,
  from_on date NOT NULL,
  to_on date,
  CONSTRAINT speaker_span CHECK (to_on IS NULL OR to_on >= from_on),
  CONSTRAINT speaker_once UNIQUE (partnership_id, person_id, organization_id, from_on),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
);
CREATE INDEX speaker_organization ON speaker (partnership_id, organization_id);

CREATE TABLE contact_point (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  person_id uuid,
  organization_id uuid,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'phone', 'web')),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500),
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT contact_point_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT contact_point_of_somebody CHECK (person_id IS NOT NULL OR organization_id IS NOT NULL),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT contact_point_clean CHECK (
    value !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE UNIQUE INDEX contact_point_at_once ON contact_point (partnership_id, person_id, organization_id, kind) WHERE person_id IS NOT NULL AND organization_id IS NOT NULL;
CREATE UNIQUE INDEX contact_point_own_once ON contact_point (partnership_id, person_id, kind) WHERE organization_id IS NULL;
CREATE INDEX contact_point_organization ON contact_point (partnership_id, organization_id);
CREATE INDEX contact_point_person ON contact_point (partnership_id, person_id, id);

-- What staff writes about an organization or a person, and when they were in touch: only added to; a correction is a note of its own.
CREATE TABLE staff_note (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid,
  person_id uuid,
  way TEXT NOT NULL CHECK (way IN ('note', 'phone', 'mail', 'visit', 'meeting', 'letter', 'ask')),
  on_day date NOT NULL,
  body TEXT NOT NULL CHECK (length(body) <= 4000),
  author_id uuid,
  author TEXT NOT NULL CHECK (length(author) <= 200),
  written_at timestamptz NOT NULL,
  corrects_id uuid,
  CONSTRAINT staff_note_of_one CHECK ((organization_id IS NULL) <> (person_id IS NULL)),
  CONSTRAINT staff_note_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT staff_note_corrected_once UNIQUE (partnership_id, corrects_id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, corrects_id) REFERENCES staff_note (partnership_id, id),
  CONSTRAINT staff_note_clean CHECK (
    body || author !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE INDEX staff_note_organization ON staff_note (partnership_id, organization_id, on_day);
CREATE INDEX staff_note_person ON staff_note (partnership_id, person_id, on_day);

-- What an organization or a person offers or needs.
CREATE TABLE offer (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid,
  person_id uuid,
  side TEXT NOT NULL CHECK (side IN ('offer', 'need')),
  kind TEXT NOT NULL CHECK (kind IN ('room', 'language', 'hours', 'money', 'skill', 'equipment', 'other')),
  title jsonb NOT NULL,
  about jsonb NOT NULL,
  amount TEXT NOT NULL CHECK (length(amount) <= 200),
  times TEXT NOT NULL CHECK (length(times) <= 200),
  area_id uuid,
  language TEXT CHECK (length(language) BETWEEN 2 AND 12),
  from_on date NOT NULL,
  until_on date,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  search_key TEXT NOT NULL,
  confirmed_on date NOT NULL,
  added_at timestamptz NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT offer_of_one CHECK ((organization_id IS NULL) <> (person_id IS NULL)),
  CONSTRAINT offer_span CHECK (until_on IS NULL OR until_on >= from_on),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id),
  CONSTRAINT offer_clean CHECK (
    title::text || about::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(title::text || about::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT offer_lines_clean CHECK (
    amount || times !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  ),
  CONSTRAINT offer_length CHECK (length(title::text) <= 6000)
);
CREATE INDEX offer_kind ON offer (partnership_id, side, kind);
CREATE INDEX offer_organization ON offer (partnership_id, organization_id);
CREATE INDEX offer_person ON offer (partnership_id, person_id);

-- Everything that was asked of an organization, by whichever room.
CREATE TABLE ask (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid NOT NULL,
  room TEXT NOT NULL CHECK (length(room) BETWEEN 1 AND 40),
  what jsonb NOT NULL,
  href TEXT NOT NULL CHECK (length(href) <= 400),
  about_kind TEXT,
  about_id uuid,
  until_on date,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
  asked_at timestamptz NOT NULL,
  asked_by TEXT NOT NULL CHECK (length(asked_by) <= 200),
  sent_at timestamptz,
  closed_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT ask_about CHECK ((about_kind IS NULL) = (about_id IS NULL)),
  CONSTRAINT ask_closed CHECK ((closed_at IS NULL) = (state = 'open')),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT ask_clean CHECK (
    what::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(what::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT ask_length CHECK (length(what::text) <= 6000)
);
CREATE INDEX ask_organization ON ask (partnership_id, organization_id, asked_at);
CREATE INDEX ask_about ON ask (partnership_id, about_kind, about_id);

-- At which of her addresses a person gets mail for a purpose, where it was chosen.
CREATE TABLE mail_choice (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  person_id uuid NOT NULL,
  purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 60),
  contact_id uuid NOT NULL,
  PRIMARY KEY (partnership_id, person_id, purpose),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id) ON DELETE CASCADE,
  FOREIGN KEY (partnership_id, contact_id) REFERENCES contact_point (partnership_id, id) ON DELETE CASCADE
);
CREATE INDEX mail_choice_contact ON mail_choice (partnership_id, contact_id);

SELECT kith_guard('sector'), kith_guard('organization'), kith_guard('organization_language'), kith_guard('person'), kith_guard('speaker'), kith_guard('contact_point'),
  kith_guard('staff_note'), kith_guard('offer'), kith_guard('ask'), kith_guard('mail_choice');

CREATE TRIGGER link_of_organization AFTER DELETE ON organization FOR EACH ROW EXECUTE FUNCTION kith_unlink('organization');
CREATE TRIGGER link_of_person AFTER DELETE ON person FOR EACH ROW EXECUTE FUNCTION kith_unlink('person');
