-- Partners: organizations and people around the table, and how to reach them.

CREATE TABLE sector (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  name TEXT NOT NULL,
  place INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  batch_id TEXT,
  CONSTRAINT sector_code_once UNIQUE (partnership_id, code),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT sector_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT sector_clean CHECK (
    name NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT sector_length CHECK (length(name) <= 6000)
) STRICT;

CREATE TABLE organization (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 60),
  name TEXT NOT NULL,
  sort_en TEXT NOT NULL CHECK (length(sort_en) BETWEEN 1 AND 400),
  sort_fr TEXT NOT NULL CHECK (length(sort_fr) BETWEEN 1 AND 400),
  search_key TEXT NOT NULL,
  sector_id TEXT,
  formal INTEGER NOT NULL,
  area_id TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  joined_on TEXT,
  left_on TEXT,
  about TEXT NOT NULL,
  note TEXT NOT NULL CHECK (length(note) <= 4000),
  added_at TEXT NOT NULL,
  binned_at TEXT,
  steward_id TEXT,
  batch_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT organization_span CHECK (left_on IS NULL OR (joined_on IS NOT NULL AND left_on >= joined_on)),
  CONSTRAINT organization_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id),
  CONSTRAINT organization_clean CHECK (
    name || about NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name || about, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT organization_length CHECK (length(name) <= 6000)
) STRICT;
CREATE UNIQUE INDEX organization_slug_once ON organization (partnership_id, slug) WHERE binned_at IS NULL;
CREATE INDEX organization_en ON organization (partnership_id, sort_en, id);
CREATE INDEX organization_fr ON organization (partnership_id, sort_fr, id);
CREATE INDEX organization_sector ON organization (partnership_id, sector_id);
CREATE INDEX organization_batch ON organization (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_organization AS SELECT * FROM organization WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = organization.partnership_id AND b.id = organization.batch_id AND b.shown));

CREATE TABLE organization_language (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT NOT NULL,
  language TEXT NOT NULL CHECK (length(language) BETWEEN 2 AND 12),
  place INTEGER NOT NULL,
  PRIMARY KEY (partnership_id, organization_id, language),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
) STRICT;

CREATE TABLE person (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  search_key TEXT NOT NULL,
  lang TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  note TEXT NOT NULL CHECK (length(note) <= 4000),
  invented INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  binned_at TEXT,
  steward_id TEXT,
  batch_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT person_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT person_clean CHECK (
    name NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE INDEX person_name ON person (partnership_id, search_key, id);
CREATE INDEX person_batch ON person (partnership_id, batch_id, search_key) WHERE batch_id IS NOT NULL;
-- What is neither in the bin nor part of an import that is still on its way in: all reading is from here.
CREATE VIEW kept_person AS SELECT * FROM person WHERE binned_at IS NULL AND (batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = person.partnership_id AND b.id = person.batch_id AND b.shown));

CREATE TABLE speaker (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  person_id TEXT NOT NULL,
  organization_id TEXT NOT NULL,
  title TEXT NOT NULL,
  from_on TEXT NOT NULL,
  to_on TEXT,
  CONSTRAINT speaker_span CHECK (to_on IS NULL OR to_on >= from_on),
  CONSTRAINT speaker_once UNIQUE (partnership_id, person_id, organization_id, from_on),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
) STRICT;
CREATE INDEX speaker_organization ON speaker (partnership_id, organization_id);

CREATE TABLE contact_point (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  person_id TEXT,
  organization_id TEXT,
  kind TEXT NOT NULL CHECK (kind IN ('mail', 'phone', 'web')),
  value TEXT NOT NULL CHECK (length(value) BETWEEN 1 AND 500),
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT contact_point_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT contact_point_of_somebody CHECK (person_id IS NOT NULL OR organization_id IS NOT NULL),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT contact_point_clean CHECK (
    value NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE UNIQUE INDEX contact_point_at_once ON contact_point (partnership_id, person_id, organization_id, kind) WHERE person_id IS NOT NULL AND organization_id IS NOT NULL;
CREATE UNIQUE INDEX contact_point_own_once ON contact_point (partnership_id, person_id, kind) WHERE organization_id IS NULL;
CREATE INDEX contact_point_organization ON contact_point (partnership_id, organization_id);
CREATE INDEX contact_point_person ON contact_point (partnership_id, person_id, id);

-- What staff writes about an organization or a person, and when they were in touch: only added to; a correction is a note of its own.
CREATE TABLE staff_note (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT,
  person_id TEXT,
  way TEXT NOT NULL CHECK (way IN ('note', 'phone', 'mail', 'visit', 'meeting', 'letter', 'ask')),
  on_day TEXT NOT NULL,
  body TEXT NOT NULL CHECK (length(body) <= 4000),
  author_id TEXT,
  author TEXT NOT NULL CHECK (length(author) <= 200),
  written_at TEXT NOT NULL,
  corrects_id TEXT,
  CONSTRAINT staff_note_of_one CHECK ((organization_id IS NULL) <> (person_id IS NULL)),
  CONSTRAINT staff_note_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT staff_note_corrected_once UNIQUE (partnership_id, corrects_id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, corrects_id) REFERENCES staff_note (partnership_id, id),
  CONSTRAINT staff_note_clean CHECK (
    body || author NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE INDEX staff_note_organization ON staff_note (partnership_id, organization_id, on_day);
CREATE INDEX staff_note_person ON staff_note (partnership_id, person_id, on_day);

-- What an organization or a person offers or needs.
CREATE TABLE offer (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT,
  person_id TEXT,
  side TEXT NOT NULL CHECK (side IN ('offer', 'need')),
  kind TEXT NOT NULL CHECK (kind IN ('room', 'language', 'hours', 'money', 'skill', 'equipment', 'other')),
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  amount TEXT NOT NULL CHECK (length(amount) <= 200),
  times TEXT NOT NULL CHECK (length(times) <= 200),
  area_id TEXT,
  language TEXT CHECK (length(language) BETWEEN 2 AND 12),
  from_on TEXT NOT NULL,
  until_on TEXT,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'partners', 'staff')),
  search_key TEXT NOT NULL,
  confirmed_on TEXT NOT NULL,
  added_at TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT offer_of_one CHECK ((organization_id IS NULL) <> (person_id IS NULL)),
  CONSTRAINT offer_span CHECK (until_on IS NULL OR until_on >= from_on),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id),
  CONSTRAINT offer_clean CHECK (
    title || about NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(title || about, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT offer_lines_clean CHECK (
    amount || times NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT offer_length CHECK (length(title) <= 6000)
) STRICT;
CREATE INDEX offer_kind ON offer (partnership_id, side, kind);
CREATE INDEX offer_organization ON offer (partnership_id, organization_id);
CREATE INDEX offer_person ON offer (partnership_id, person_id);

-- Everything that was asked of an organization, by whichever room.
CREATE TABLE ask (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT NOT NULL,
  room TEXT NOT NULL CHECK (length(room) BETWEEN 1 AND 40),
  what TEXT NOT NULL,
  href TEXT NOT NULL CHECK (length(href) <= 400),
  about_kind TEXT,
  about_id TEXT,
  until_on TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'done', 'withdrawn')),
  asked_at TEXT NOT NULL,
  asked_by TEXT NOT NULL CHECK (length(asked_by) <= 200),
  sent_at TEXT,
  closed_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT ask_about CHECK ((about_kind IS NULL) = (about_id IS NULL)),
  CONSTRAINT ask_closed CHECK ((closed_at IS NULL) = (state = 'open')),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT ask_clean CHECK (
    what NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(what, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT ask_length CHECK (length(what) <= 6000)
) STRICT;
CREATE INDEX ask_organization ON ask (partnership_id, organization_id, asked_at);
CREATE INDEX ask_about ON ask (partnership_id, about_kind, about_id);

-- At which of her addresses a person gets mail for a purpose, where it was chosen.
CREATE TABLE mail_choice (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  person_id TEXT NOT NULL,
  purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 60),
  contact_id TEXT NOT NULL,
  PRIMARY KEY (partnership_id, person_id, purpose),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id) ON DELETE CASCADE,
  FOREIGN KEY (partnership_id, contact_id) REFERENCES contact_point (partnership_id, id) ON DELETE CASCADE
) STRICT;
CREATE INDEX mail_choice_contact ON mail_choice (partnership_id, contact_id);

-- Links of the thread go with either end.
CREATE TRIGGER link_of_organization AFTER DELETE ON organization BEGIN
  DELETE FROM link WHERE partnership_id = OLD.partnership_id
    AND ((from_kind = 'organization' AND from_id = OLD.id) OR (to_kind = 'organization' AND to_id = OLD.id));
END;
CREATE TRIGGER link_of_person AFTER DELETE ON person BEGIN
  DELETE FROM link WHERE partnership_id = OLD.partnership_id
    AND ((from_kind = 'person' AND from_id = OLD.id) OR (to_kind = 'person' AND to_id = OLD.id));
END;
