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
  batch_id uuid,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT person_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT person_clean CHECK (
    name !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE INDEX person_name ON person (partnership_id, search_key, id);
CREATE INDEX person_batch ON person (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
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

SELECT kith_guard('sector'), kith_guard('organization'), kith_guard('organization_language'), kith_guard('person'), kith_guard('speaker'), kith_guard('contact_point');

CREATE TRIGGER link_of_organization AFTER DELETE ON organization FOR EACH ROW EXECUTE FUNCTION kith_unlink('organization');
