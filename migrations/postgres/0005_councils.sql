-- Councils: bodies in a tree, what they have agreed about themselves, their seats and the terms served on them,
-- and those who would like to sit there.
--
-- What the rules refuse, the constraints refuse again:
-- a cycle in the tree, because a body stands exactly one step below the one above it (depth = parent_depth + 1);
-- a seat in a full body, because seats are numbered from 1 to the body's limit and a number is given once;
-- a term that ends before it starts; a name too long or with characters that cannot be seen.

CREATE TABLE council (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  slug TEXT COLLATE "C" NOT NULL,
  kind TEXT NOT NULL,
  word jsonb NOT NULL,
  name jsonb NOT NULL,
  outcome jsonb NOT NULL,
  mandate jsonb NOT NULL,
  parent_id uuid,
  parent_depth bigint,
  depth bigint NOT NULL,
  position bigint NOT NULL,
  open boolean NOT NULL,
  seat_limit bigint NOT NULL,
  search_key TEXT NOT NULL,
  created_at timestamptz NOT NULL,
  closed_at timestamptz,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
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
  CONSTRAINT council_name_length CHECK (length(name::text) <= 6000 AND length(word::text) <= 4000),
  CONSTRAINT council_name_clean CHECK (
    name::text || word::text || outcome::text || mandate::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text || word::text || outcome::text || mandate::text, '\\', '') NOT LIKE '%\\u00%'
  )
);
CREATE INDEX council_parent ON council (partnership_id, parent_id);

CREATE TABLE terms_of_reference (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  council_id uuid NOT NULL,
  number bigint NOT NULL,
  body jsonb NOT NULL,
  change_note jsonb NOT NULL,
  adopted_on date NOT NULL,
  adopted_about boolean NOT NULL,
  file_id uuid,
  file_public boolean NOT NULL DEFAULT false,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT terms_of_reference_once UNIQUE (partnership_id, council_id, number),
  CONSTRAINT terms_of_reference_number CHECK (number >= 1),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT terms_of_reference_clean CHECK (
    body::text || change_note::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(body::text || change_note::text, '\\', '') NOT LIKE '%\\u00%'
  )
);

CREATE TABLE seat_category (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  name jsonb NOT NULL,
  search_key TEXT NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT seat_category_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT seat_category_once UNIQUE (partnership_id, search_key),
  CONSTRAINT seat_category_name_length CHECK (length(name::text) <= 6000),
  CONSTRAINT seat_category_clean CHECK (
    name::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text, '\\', '') NOT LIKE '%\\u00%'
  )
);

CREATE TABLE seat (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  council_id uuid NOT NULL,
  seat_limit bigint NOT NULL,
  number bigint NOT NULL,
  category_id uuid NOT NULL,
  sector_id uuid,
  organization_id uuid,
  ex_officio boolean NOT NULL,
  chairing TEXT,
  visibility TEXT NOT NULL,
  note jsonb NOT NULL,
  since_on date,
  created_at timestamptz NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT seat_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT seat_of_council FOREIGN KEY (partnership_id, council_id, seat_limit)
    REFERENCES council (partnership_id, id, seat_limit) ON UPDATE CASCADE,
  CONSTRAINT seat_within_limit CHECK (number >= 1 AND (binned_at IS NOT NULL OR number <= seat_limit)),
  CONSTRAINT seat_chairing CHECK (chairing IN ('chair', 'co-chair', 'vice-chair')),
  CONSTRAINT seat_visibility CHECK (visibility IN ('public', 'partners', 'staff')),
  FOREIGN KEY (partnership_id, category_id) REFERENCES seat_category (partnership_id, id),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
);
CREATE UNIQUE INDEX seat_number_once ON seat (partnership_id, council_id, number) WHERE binned_at IS NULL;
CREATE INDEX seat_organization ON seat (partnership_id, organization_id);

-- A term without a person is one whose holder the source does not name. Terms belong to their seat, whose version counts
-- their changes too.
CREATE TABLE seat_term (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  seat_id uuid NOT NULL,
  person_id uuid,
  name_erased boolean NOT NULL DEFAULT false,
  alternate_id uuid,
  starts_on date NOT NULL,
  starts_about boolean NOT NULL,
  ends_on date,
  left_on date,
  left_how TEXT,
  CONSTRAINT seat_term_start_once UNIQUE (partnership_id, seat_id, starts_on),
  CONSTRAINT seat_term_forwards CHECK (ends_on >= starts_on),
  CONSTRAINT seat_term_left CHECK (
    (left_on IS NULL) = (left_how IS NULL)
    AND (left_on IS NULL OR (left_on >= starts_on AND left_on <= COALESCE(ends_on, left_on)))
  ),
  CONSTRAINT seat_term_left_how CHECK (left_how IN ('resigned', 'replaced', 'ended', 'erased')),
  CONSTRAINT seat_term_erased CHECK (NOT name_erased OR person_id IS NULL),
  CONSTRAINT seat_term_two_people CHECK (alternate_id <> person_id),
  FOREIGN KEY (partnership_id, seat_id) REFERENCES seat (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, alternate_id) REFERENCES person (partnership_id, id)
);
CREATE UNIQUE INDEX seat_term_without_end ON seat_term (partnership_id, seat_id) WHERE ends_on IS NULL AND left_on IS NULL;
CREATE INDEX seat_term_person ON seat_term (partnership_id, person_id);
CREATE INDEX seat_term_alternate ON seat_term (partnership_id, alternate_id);

CREATE TABLE expression_round (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  season TEXT NOT NULL,
  opens_on date NOT NULL,
  closes_on date NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT expression_round_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT expression_round_once UNIQUE (partnership_id, opens_on),
  CONSTRAINT expression_round_forwards CHECK (closes_on >= opens_on),
  CONSTRAINT expression_round_season CHECK (season IN ('spring', 'fall', 'other'))
);

CREATE TABLE expression (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  council_id uuid NOT NULL,
  round_id uuid,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  reach_by TEXT NOT NULL,
  speaks_for TEXT NOT NULL,
  lang TEXT NOT NULL,
  body TEXT NOT NULL,
  consent_wording TEXT NOT NULL,
  received_at timestamptz NOT NULL,
  state TEXT NOT NULL,
  seat_id uuid,
  answer TEXT NOT NULL,
  answered_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT expression_state CHECK (state IN ('received', 'under-review', 'kept', 'accepted', 'declined')),
  CONSTRAINT expression_answered CHECK ((state IN ('accepted', 'declined')) = (answered_at IS NOT NULL)),
  CONSTRAINT expression_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(phone) <= 40 AND length(speaks_for) <= 200 AND length(body) <= 4000),
  CONSTRAINT expression_reach CHECK ((reach_by = 'mail' AND email <> '') OR (reach_by = 'phone' AND phone <> '')),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  FOREIGN KEY (partnership_id, round_id) REFERENCES expression_round (partnership_id, id),
  FOREIGN KEY (partnership_id, seat_id) REFERENCES seat (partnership_id, id),
  CONSTRAINT expression_clean CHECK (
    name || speaks_for || phone !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE INDEX expression_queue ON expression (partnership_id, state, received_at);

-- What was written to a group: who got it is in the mail, who did not is counted here.
CREATE TABLE letter (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  council_id uuid NOT NULL,
  subject jsonb NOT NULL,
  body jsonb NOT NULL,
  written_by TEXT NOT NULL,
  written_at timestamptz NOT NULL,
  sent_count bigint NOT NULL,
  withheld_count bigint NOT NULL,
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id)
);
CREATE INDEX letter_council ON letter (partnership_id, council_id, written_at);

SELECT kith_guard('council'), kith_guard('terms_of_reference'), kith_guard('seat_category'), kith_guard('seat'),
  kith_guard('seat_term'), kith_guard('expression_round'), kith_guard('expression'), kith_guard('letter');

CREATE TRIGGER link_of_council AFTER DELETE ON council FOR EACH ROW EXECUTE FUNCTION kith_unlink('council');
