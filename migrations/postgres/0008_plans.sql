-- The plan: frameworks as versioned trees, the lines of each with who carries them, when, with what, and how far they are.
--
-- What the rules refuse, the constraints refuse again:
-- a cycle in the tree, because a line stands exactly one step below the one above it in its own framework;
-- two frameworks in force, a code used twice in one framework, a goal that stands highest;
-- a span that ends before it starts, a state without its day, a stage of what is no direction.

CREATE TABLE plan_framework (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  family_id uuid NOT NULL,
  number bigint NOT NULL,
  slug TEXT COLLATE "C" NOT NULL,
  title jsonb NOT NULL,
  about jsonb NOT NULL,
  purpose jsonb NOT NULL,
  goals jsonb NOT NULL,
  principles jsonb NOT NULL,
  source jsonb NOT NULL,
  edition TEXT NOT NULL,
  standing TEXT NOT NULL,
  historical boolean NOT NULL,
  publicity TEXT NOT NULL,
  first_year bigint NOT NULL,
  last_year bigint NOT NULL,
  year_month bigint NOT NULL,
  adopted_on date,
  decision jsonb NOT NULL,
  search_key TEXT NOT NULL,
  created_at timestamptz NOT NULL,
  batch_id uuid,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT plan_framework_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT plan_framework_slug_once UNIQUE (partnership_id, slug),
  CONSTRAINT plan_framework_number_once UNIQUE (partnership_id, family_id, number),
  CONSTRAINT plan_framework_standing CHECK (standing IN ('draft', 'in-force', 'past', 'reference')),
  CONSTRAINT plan_framework_publicity CHECK (publicity IN ('nothing', 'confirmed', 'released')),
  CONSTRAINT plan_framework_years CHECK (first_year BETWEEN 1900 AND 2150 AND last_year BETWEEN first_year AND first_year + 49 AND year_month BETWEEN 1 AND 12 AND number >= 1),
  CONSTRAINT plan_framework_length CHECK (length(title::text) <= 6000 AND length(slug) <= 120 AND length(edition) <= 60),
  CONSTRAINT plan_framework_clean CHECK (
    title::text || about::text || purpose::text || goals::text || principles::text || source::text || decision::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(title::text || about::text || purpose::text || goals::text || principles::text || source::text || decision::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT plan_framework_line_clean CHECK (
    slug || edition !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE UNIQUE INDEX plan_framework_in_force ON plan_framework (partnership_id) WHERE standing = 'in-force';
CREATE INDEX plan_framework_batch ON plan_framework (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
-- What is not part of an import that is still on its way in: all reading is from here, and lines are read through their plan.
CREATE VIEW kept_plan_framework WITH (security_invoker = true) AS SELECT * FROM plan_framework WHERE batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = plan_framework.partnership_id AND b.id = plan_framework.batch_id AND b.shown);

CREATE TABLE plan_level (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  framework_id uuid NOT NULL,
  kind TEXT NOT NULL,
  one jsonb NOT NULL,
  many jsonb NOT NULL,
  PRIMARY KEY (framework_id, kind),
  FOREIGN KEY (partnership_id, framework_id) REFERENCES plan_framework (partnership_id, id),
  CONSTRAINT plan_level_kind CHECK (kind IN ('need', 'priority', 'goal', 'action', 'project', 'direction')),
  CONSTRAINT plan_level_length CHECK (length(one::text) <= 2000 AND length(many::text) <= 2000),
  CONSTRAINT plan_level_clean CHECK (
    one::text || many::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(one::text || many::text, '\\', '') NOT LIKE '%\\u00%'
  )
);

CREATE TABLE plan_node (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  framework_id uuid NOT NULL,
  line_id uuid NOT NULL,
  parent_id uuid,
  parent_depth bigint,
  depth bigint NOT NULL,
  position bigint NOT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  code_key TEXT COLLATE "C" NOT NULL,
  title jsonb NOT NULL,
  note jsonb NOT NULL,
  wording jsonb NOT NULL,
  adopted_on date,
  decision jsonb NOT NULL,
  owner_id uuid,
  from_quarter TEXT COLLATE "C",
  to_quarter TEXT COLLATE "C",
  from_month bigint,
  to_month bigint,
  ongoing boolean NOT NULL,
  patterns TEXT NOT NULL,
  stage TEXT,
  stage_why jsonb NOT NULL,
  seeking bigint,
  secured bigint,
  in_kind bigint,
  volunteer_hours bigint,
  reported_state TEXT,
  reported_note jsonb NOT NULL,
  reported_on date,
  reported_by TEXT NOT NULL,
  reported_for_owner boolean NOT NULL DEFAULT false,
  released boolean NOT NULL DEFAULT false,
  confirmed_state TEXT,
  confirmed_note jsonb NOT NULL,
  confirmed_on date,
  confirmed_by uuid,
  confirmed_decision jsonb NOT NULL,
  derived_state TEXT,
  search_key TEXT NOT NULL,
  created_at timestamptz NOT NULL,
  binned_at timestamptz,
  batch_id uuid,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT plan_node_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT plan_node_step UNIQUE (partnership_id, framework_id, id, depth),
  CONSTRAINT plan_node_below FOREIGN KEY (partnership_id, framework_id, parent_id, parent_depth)
    REFERENCES plan_node (partnership_id, framework_id, id, depth) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT plan_node_depth CHECK (
    depth BETWEEN 0 AND 11
    AND (parent_id IS NULL) = (depth = 0)
    AND (parent_id IS NULL) = (parent_depth IS NULL)
    AND (parent_depth IS NULL OR depth = parent_depth + 1)
  ),
  FOREIGN KEY (partnership_id, framework_id) REFERENCES plan_framework (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  FOREIGN KEY (partnership_id, owner_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, confirmed_by) REFERENCES council (partnership_id, id),
  CONSTRAINT plan_node_kind CHECK (kind IN ('need', 'priority', 'goal', 'action', 'project', 'direction') AND (depth > 0 OR kind IN ('need', 'priority'))),
  CONSTRAINT plan_node_states CHECK (reported_state IN ('not_started', 'under_way', 'on_track', 'behind', 'stalled', 'ongoing', 'done', 'dropped') AND confirmed_state IN ('not_started', 'under_way', 'on_track', 'behind', 'stalled', 'ongoing', 'done', 'dropped') AND derived_state IN ('not_started', 'under_way', 'on_track', 'behind', 'stalled', 'ongoing', 'done', 'dropped')),
  CONSTRAINT plan_node_said CHECK (
    (reported_state IS NULL) = (reported_on IS NULL) AND (confirmed_state IS NULL) = (confirmed_on IS NULL)
  ),
  CONSTRAINT plan_node_pattern CHECK (replace(replace(replace(replace(replace(replace(replace(patterns, 'inventory', ''), 'series', ''), 'signatories', ''), 'publication', ''), 'policy', ''), 'care', ''), ' ', '') = ''),
  CONSTRAINT plan_node_stage CHECK (stage IN ('idea', 'seeking_funds', 'planned', 'running', 'ended') AND (stage IS NULL) = (kind <> 'direction')),
  CONSTRAINT plan_node_quarters CHECK (from_quarter <= to_quarter AND from_quarter LIKE '____-Q_' AND to_quarter LIKE '____-Q_'),
  CONSTRAINT plan_node_months CHECK (from_month BETWEEN 1 AND 12 AND to_month BETWEEN 1 AND 12),
  CONSTRAINT plan_node_money CHECK (seeking >= 0 AND secured >= 0 AND in_kind >= 0 AND volunteer_hours >= 0),
  CONSTRAINT plan_node_length CHECK (length(title::text) <= 6000 AND length(wording::text) <= 12000 AND length(code) <= 40 AND length(reported_by) <= 200),
  CONSTRAINT plan_node_clean CHECK (
    title::text || note::text || wording::text || decision::text || stage_why::text || reported_note::text || confirmed_note::text || confirmed_decision::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(title::text || note::text || wording::text || decision::text || stage_why::text || reported_note::text || confirmed_note::text || confirmed_decision::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT plan_node_line_clean CHECK (
    code || reported_by !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE UNIQUE INDEX plan_node_code ON plan_node (partnership_id, framework_id, code_key) WHERE binned_at IS NULL;
CREATE INDEX plan_node_tree ON plan_node (partnership_id, framework_id, depth, position);
CREATE INDEX plan_node_parent ON plan_node (partnership_id, parent_id);
CREATE INDEX plan_node_batch ON plan_node (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX plan_node_owner ON plan_node (partnership_id, owner_id);

-- Who leads a line and who takes part: a body, an organization, somebody of whom only words are known, or a name that only staff reads.
CREATE TABLE plan_party (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  node_id uuid NOT NULL,
  part TEXT NOT NULL,
  position bigint NOT NULL,
  council_id uuid,
  organization_id uuid,
  named jsonb NOT NULL,
  aside TEXT NOT NULL,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT plan_party_part CHECK (part IN ('lead', 'partner')),
  CONSTRAINT plan_party_once UNIQUE (partnership_id, node_id, part, position),
  CONSTRAINT plan_party_one CHECK (council_id IS NULL OR organization_id IS NULL),
  CONSTRAINT plan_party_length CHECK (length(named::text) <= 2000 AND length(aside) <= 400),
  CONSTRAINT plan_party_clean CHECK (
    named::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(named::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT plan_party_line_clean CHECK (
    aside !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE INDEX plan_party_council ON plan_party (partnership_id, council_id);
CREATE INDEX plan_party_organization ON plan_party (partnership_id, organization_id);

-- What was done to many lines at once, as long as it can be undone: each line as it was, and as it is since.
CREATE TABLE plan_edit (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  framework_id uuid NOT NULL,
  what TEXT NOT NULL,
  made_at timestamptz NOT NULL,
  made_by TEXT NOT NULL,
  undone_at timestamptz,
  CONSTRAINT plan_edit_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, framework_id) REFERENCES plan_framework (partnership_id, id),
  CONSTRAINT plan_edit_what CHECK (what IN ('set', 'moved', 'sliced')),
  CONSTRAINT plan_edit_line_clean CHECK (
    made_by !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE INDEX plan_edit_made ON plan_edit (partnership_id, framework_id, made_at);

CREATE TABLE plan_edit_line (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  edit_id uuid NOT NULL,
  position bigint NOT NULL,
  node_id uuid NOT NULL,
  version bigint NOT NULL,
  before jsonb,
  after jsonb NOT NULL,
  PRIMARY KEY (partnership_id, edit_id, position),
  FOREIGN KEY (partnership_id, edit_id) REFERENCES plan_edit (partnership_id, id) ON DELETE CASCADE,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id)
);
CREATE INDEX plan_edit_line_node ON plan_edit_line (partnership_id, node_id);

SELECT kith_guard('plan_framework'), kith_guard('plan_level'), kith_guard('plan_node'), kith_guard('plan_party'), kith_guard('plan_edit'), kith_guard('plan_edit_line');

CREATE TRIGGER link_of_plan_node AFTER DELETE ON plan_node FOR EACH ROW EXECUTE FUNCTION kith_unlink('plan-node');

-- Letters that ask how far lines are, answered by the link in them: to whom, about which lines, each for whom.
CREATE TABLE plan_letter (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  person_id uuid,
  organization_id uuid,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  until_on date NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_count bigint NOT NULL,
  answered_at timestamptz,
  cancelled_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT plan_letter_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT plan_letter_one CHECK ((person_id IS NULL) <> (organization_id IS NULL)),
  CONSTRAINT plan_letter_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(lang) <= 12 AND sent_count >= 1),
  CONSTRAINT plan_letter_clean CHECK (name || email || lang !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]')
);
CREATE INDEX plan_letter_sent ON plan_letter (partnership_id, sent_at);
CREATE INDEX plan_letter_person ON plan_letter (partnership_id, person_id);

CREATE TABLE plan_letter_line (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  letter_id uuid NOT NULL,
  node_id uuid NOT NULL,
  organization_id uuid,
  answered_at timestamptz,
  PRIMARY KEY (letter_id, node_id),
  FOREIGN KEY (partnership_id, letter_id) REFERENCES plan_letter (partnership_id, id),
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
);
CREATE INDEX plan_letter_line_node ON plan_letter_line (partnership_id, node_id);

SELECT kith_guard('plan_letter'), kith_guard('plan_letter_line');

-- What stands beside lines: milestones on the way, what tells of a need, recommendations to those outside who decide.
CREATE TABLE plan_milestone (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  node_id uuid NOT NULL,
  title jsonb NOT NULL,
  due_on date,
  done_on date,
  version bigint NOT NULL DEFAULT 1,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  CONSTRAINT plan_milestone_length CHECK (length(title::text) <= 6000),
  CONSTRAINT plan_milestone_clean CHECK (
    title::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(title::text, '\\', '') NOT LIKE '%\\u00%'
  )
);
CREATE INDEX plan_milestone_node ON plan_milestone (partnership_id, node_id);

CREATE TABLE plan_evidence (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  node_id uuid NOT NULL,
  kind TEXT NOT NULL,
  what jsonb NOT NULL,
  figure TEXT NOT NULL,
  unit jsonb NOT NULL,
  source jsonb NOT NULL,
  place jsonb NOT NULL,
  year bigint,
  link TEXT NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  CONSTRAINT plan_evidence_kind CHECK (kind IN ('research', 'figure', 'voice')),
  CONSTRAINT plan_evidence_length CHECK (length(what::text) <= 60000 AND length(figure) <= 60 AND length(link) <= 500 AND year BETWEEN 1900 AND 2150),
  CONSTRAINT plan_evidence_clean CHECK (
    what::text || unit::text || source::text || place::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(what::text || unit::text || source::text || place::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT plan_evidence_line_clean CHECK (
    figure || link !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  )
);
CREATE INDEX plan_evidence_node ON plan_evidence (partnership_id, node_id);

CREATE TABLE plan_recommendation (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  node_id uuid NOT NULL,
  organization_id uuid,
  named jsonb NOT NULL,
  barrier jsonb NOT NULL,
  wording jsonb NOT NULL,
  recommended_on date,
  expected_on date,
  reply TEXT NOT NULL,
  replied_on date,
  reply_note jsonb NOT NULL,
  outcome jsonb NOT NULL,
  released boolean NOT NULL,
  search_key TEXT NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT plan_recommendation_reply CHECK (reply IN ('awaited', 'accepted', 'partly', 'refused', 'unknown')),
  CONSTRAINT plan_recommendation_answered CHECK (replied_on IS NULL OR (reply IN ('accepted', 'partly', 'refused') AND (recommended_on IS NULL OR replied_on >= recommended_on))),
  CONSTRAINT plan_recommendation_length CHECK (length(wording::text) <= 60000),
  CONSTRAINT plan_recommendation_clean CHECK (
    named::text || barrier::text || wording::text || reply_note::text || outcome::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(named::text || barrier::text || wording::text || reply_note::text || outcome::text, '\\', '') NOT LIKE '%\\u00%'
  )
);
CREATE INDEX plan_recommendation_node ON plan_recommendation (partnership_id, node_id);

SELECT kith_guard('plan_milestone'), kith_guard('plan_evidence'), kith_guard('plan_recommendation');
