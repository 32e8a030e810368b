-- Councils: bodies in a tree, what they have agreed about themselves, their seats and the terms served on them,
-- and those who would like to sit there.
--
-- What the rules refuse, the constraints refuse again:
-- a cycle in the tree, because a body stands exactly one step below the one above it (depth = parent_depth + 1);
-- a seat in a full body, because seats are numbered from 1 to the body's limit and a number is given once;
-- a term that ends before it starts; a name too long or with characters that cannot be seen.

CREATE TABLE council (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  slug TEXT NOT NULL,
  kind TEXT NOT NULL,
  word TEXT NOT NULL,
  name TEXT NOT NULL,
  outcome TEXT NOT NULL,
  mandate TEXT NOT NULL,
  parent_id TEXT,
  parent_depth INTEGER,
  depth INTEGER NOT NULL,
  position INTEGER NOT NULL,
  open INTEGER NOT NULL,
  seat_limit INTEGER NOT NULL,
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  closed_at TEXT,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT council_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT council_slug_once UNIQUE (partnership_id, slug),
  CONSTRAINT council_step UNIQUE (partnership_id, id, depth),
  CONSTRAINT council_room UNIQUE (partnership_id, id, seat_limit),
  CONSTRAINT council_below FOREIGN KEY (partnership_id, parent_id, parent_depth)
    REFERENCES council (partnership_id, id, depth) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT council_depth CHECK (
    depth BETWEEN 0 AND 7
    AND (parent_id IS NULL) = (depth = 0)
    AND (parent_id IS NULL) = (parent_depth IS NULL)
    AND (parent_depth IS NULL OR depth = parent_depth + 1)
  ),
  CONSTRAINT council_kind CHECK (kind IN ('council', 'sub-council', 'working-group', 'team', 'other')),
  CONSTRAINT council_seat_limit CHECK (seat_limit BETWEEN 1 AND 1000),
  CONSTRAINT council_name_length CHECK (length(name) <= 6000 AND length(word) <= 4000),
  CONSTRAINT council_name_clean CHECK (
    name || word || outcome || mandate NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name || word || outcome || mandate, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;
CREATE INDEX council_parent ON council (partnership_id, parent_id);

CREATE TABLE terms_of_reference (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  council_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  body TEXT NOT NULL,
  change_note TEXT NOT NULL,
  adopted_on TEXT NOT NULL,
  adopted_about INTEGER NOT NULL,
  file_id TEXT,
  file_public INTEGER NOT NULL DEFAULT 0,
  recorded_at TEXT NOT NULL,
  CONSTRAINT terms_of_reference_once UNIQUE (partnership_id, council_id, number),
  CONSTRAINT terms_of_reference_number CHECK (number >= 1),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT terms_of_reference_clean CHECK (
    body || change_note NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(body || change_note, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;

CREATE TABLE seat_category (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  name TEXT NOT NULL,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT seat_category_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT seat_category_once UNIQUE (partnership_id, search_key),
  CONSTRAINT seat_category_name_length CHECK (length(name) <= 6000),
  CONSTRAINT seat_category_clean CHECK (
    name NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;

CREATE TABLE seat (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  council_id TEXT NOT NULL,
  seat_limit INTEGER NOT NULL,
  number INTEGER NOT NULL,
  category_id TEXT NOT NULL,
  sector_id TEXT,
  organization_id TEXT,
  ex_officio INTEGER NOT NULL,
  chairing TEXT,
  visibility TEXT NOT NULL,
  note TEXT NOT NULL,
  since_on TEXT,
  created_at TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT seat_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT seat_of_council FOREIGN KEY (partnership_id, council_id, seat_limit)
    REFERENCES council (partnership_id, id, seat_limit) ON UPDATE CASCADE,
  CONSTRAINT seat_within_limit CHECK (number >= 1 AND (binned_at IS NOT NULL OR number <= seat_limit)),
  CONSTRAINT seat_chairing CHECK (chairing IN ('chair', 'co-chair', 'vice-chair')),
  CONSTRAINT seat_visibility CHECK (visibility IN ('public', 'partners', 'staff')),
  FOREIGN KEY (partnership_id, category_id) REFERENCES seat_category (partnership_id, id),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
) STRICT;
CREATE UNIQUE INDEX seat_number_once ON seat (partnership_id, council_id, number) WHERE binned_at IS NULL;
CREATE INDEX seat_organization ON seat (partnership_id, organization_id);

-- A term without a person is one whose holder the source does not name. Terms belong to their seat, whose version counts
-- their changes too.
CREATE TABLE seat_term (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  seat_id TEXT NOT NULL,
  person_id TEXT,
  name_erased INTEGER NOT NULL DEFAULT 0,
  alternate_id TEXT,
  starts_on TEXT NOT NULL,
  starts_about INTEGER NOT NULL,
  ends_on TEXT,
  left_on TEXT,
  left_how TEXT,
  CONSTRAINT seat_term_start_once UNIQUE (partnership_id, seat_id, starts_on),
  CONSTRAINT seat_term_forwards CHECK (ends_on >= starts_on),
  CONSTRAINT seat_term_left CHECK (
    (left_on IS NULL) = (left_how IS NULL)
    AND (left_on IS NULL OR (left_on >= starts_on AND left_on <= COALESCE(ends_on, left_on)))
  ),
  CONSTRAINT seat_term_left_how CHECK (left_how IN ('resigned', 'replaced', 'ended', 'erased')),
  CONSTRAINT seat_term_erased CHECK (name_erased = 0 OR person_id IS NULL),
  CONSTRAINT seat_term_two_people CHECK (alternate_id <> person_id),
  FOREIGN KEY (partnership_id, seat_id) REFERENCES seat (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, alternate_id) REFERENCES person (partnership_id, id)
) STRICT;
CREATE UNIQUE INDEX seat_term_without_end ON seat_term (partnership_id, seat_id) WHERE ends_on IS NULL AND left_on IS NULL;
CREATE INDEX seat_term_person ON seat_term (partnership_id, person_id);
CREATE INDEX seat_term_alternate ON seat_term (partnership_id, alternate_id);

CREATE TABLE expression_round (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  season TEXT NOT NULL,
  opens_on TEXT NOT NULL,
  closes_on TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT expression_round_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT expression_round_once UNIQUE (partnership_id, opens_on),
  CONSTRAINT expression_round_forwards CHECK (closes_on >= opens_on),
  CONSTRAINT expression_round_season CHECK (season IN ('spring', 'fall', 'other'))
) STRICT;

CREATE TABLE expression (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  council_id TEXT NOT NULL,
  round_id TEXT,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  reach_by TEXT NOT NULL,
  speaks_for TEXT NOT NULL,
  lang TEXT NOT NULL,
  body TEXT NOT NULL,
  consent_wording TEXT NOT NULL,
  received_at TEXT NOT NULL,
  state TEXT NOT NULL,
  seat_id TEXT,
  answer TEXT NOT NULL,
  answered_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT expression_state CHECK (state IN ('received', 'under-review', 'kept', 'accepted', 'declined')),
  CONSTRAINT expression_answered CHECK ((state IN ('accepted', 'declined')) = (answered_at IS NOT NULL)),
  CONSTRAINT expression_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(phone) <= 40 AND length(speaks_for) <= 200 AND length(body) <= 4000),
  CONSTRAINT expression_reach CHECK ((reach_by = 'mail' AND email <> '') OR (reach_by = 'phone' AND phone <> '')),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  FOREIGN KEY (partnership_id, round_id) REFERENCES expression_round (partnership_id, id),
  FOREIGN KEY (partnership_id, seat_id) REFERENCES seat (partnership_id, id),
  CONSTRAINT expression_clean CHECK (
    name || speaks_for || phone NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE INDEX expression_queue ON expression (partnership_id, state, received_at);

-- What was written to a group: who got it is in the mail, who did not is counted here.
CREATE TABLE letter (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  council_id TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  written_by TEXT NOT NULL,
  written_at TEXT NOT NULL,
  sent_count INTEGER NOT NULL,
  withheld_count INTEGER NOT NULL,
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id)
) STRICT;
CREATE INDEX letter_council ON letter (partnership_id, council_id, written_at);

-- Links of the thread go with either end.
CREATE TRIGGER link_of_council AFTER DELETE ON council BEGIN
  DELETE FROM link WHERE partnership_id = OLD.partnership_id
    AND ((from_kind = 'council' AND from_id = OLD.id) OR (to_kind = 'council' AND to_id = OLD.id));
END;
