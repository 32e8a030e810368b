-- The plan: frameworks as versioned trees, the lines of each with who carries them, when, with what, and how far they are.
--
-- What the rules refuse, the constraints refuse again:
-- a cycle in the tree, because a line stands exactly one step below the one above it in its own framework;
-- two frameworks in force, a code used twice in one framework, a goal that stands highest;
-- a span that ends before it starts, a state without its day, a stage of what is no direction.

CREATE TABLE plan_framework (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  family_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  slug TEXT NOT NULL,
  title TEXT NOT NULL,
  about TEXT NOT NULL,
  purpose TEXT NOT NULL,
  goals TEXT NOT NULL,
  principles TEXT NOT NULL,
  source TEXT NOT NULL,
  edition TEXT NOT NULL,
  standing TEXT NOT NULL,
  historical INTEGER NOT NULL,
  publicity TEXT NOT NULL,
  first_year INTEGER NOT NULL,
  last_year INTEGER NOT NULL,
  year_month INTEGER NOT NULL,
  adopted_on TEXT,
  decision TEXT NOT NULL,
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  batch_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT plan_framework_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, batch_id) REFERENCES batch (partnership_id, id),
  CONSTRAINT plan_framework_slug_once UNIQUE (partnership_id, slug),
  CONSTRAINT plan_framework_number_once UNIQUE (partnership_id, family_id, number),
  CONSTRAINT plan_framework_standing CHECK (standing IN ('draft', 'in-force', 'past', 'reference')),
  CONSTRAINT plan_framework_publicity CHECK (publicity IN ('nothing', 'confirmed', 'released')),
  CONSTRAINT plan_framework_years CHECK (first_year BETWEEN 1900 AND 2150 AND last_year BETWEEN first_year AND first_year + 49 AND year_month BETWEEN 1 AND 12 AND number >= 1),
  CONSTRAINT plan_framework_length CHECK (length(title) <= 6000 AND length(slug) <= 120 AND length(edition) <= 60),
  CONSTRAINT plan_framework_clean CHECK (
    title || about || purpose || goals || principles || source || decision NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(title || about || purpose || goals || principles || source || decision, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT plan_framework_line_clean CHECK (
    slug || edition NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE UNIQUE INDEX plan_framework_in_force ON plan_framework (partnership_id) WHERE standing = 'in-force';
CREATE INDEX plan_framework_batch ON plan_framework (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
-- What is not part of an import that is still on its way in: all reading is from here, and lines are read through their plan.
CREATE VIEW kept_plan_framework AS SELECT * FROM plan_framework WHERE batch_id IS NULL
  OR EXISTS (SELECT 1 FROM batch b WHERE b.partnership_id = plan_framework.partnership_id AND b.id = plan_framework.batch_id AND b.shown);

CREATE TABLE plan_level (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  framework_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  one TEXT NOT NULL,
  many TEXT NOT NULL,
  PRIMARY KEY (framework_id, kind),
  FOREIGN KEY (partnership_id, framework_id) REFERENCES plan_framework (partnership_id, id),
  CONSTRAINT plan_level_kind CHECK (kind IN ('need', 'priority', 'goal', 'action', 'project', 'direction')),
  CONSTRAINT plan_level_length CHECK (length(one) <= 2000 AND length(many) <= 2000),
  CONSTRAINT plan_level_clean CHECK (
    one || many NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(one || many, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;

CREATE TABLE plan_node (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  framework_id TEXT NOT NULL,
  line_id TEXT NOT NULL,
  parent_id TEXT,
  parent_depth INTEGER,
  depth INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  code TEXT NOT NULL,
  code_key TEXT NOT NULL,
  title TEXT NOT NULL,
  note TEXT NOT NULL,
  wording TEXT NOT NULL,
  adopted_on TEXT,
  decision TEXT NOT NULL,
  owner_id TEXT,
  from_quarter TEXT,
  to_quarter TEXT,
  from_month INTEGER,
  to_month INTEGER,
  ongoing INTEGER NOT NULL,
  patterns TEXT NOT NULL,
  stage TEXT,
  stage_why TEXT NOT NULL,
  seeking INTEGER,
  secured INTEGER,
  in_kind INTEGER,
  volunteer_hours INTEGER,
  reported_state TEXT,
  reported_note TEXT NOT NULL,
  reported_on TEXT,
  reported_by TEXT NOT NULL,
  reported_for_owner INTEGER NOT NULL DEFAULT 0,
  released INTEGER NOT NULL DEFAULT 0,
  confirmed_state TEXT,
  confirmed_note TEXT NOT NULL,
  confirmed_on TEXT,
  confirmed_by TEXT,
  confirmed_decision TEXT NOT NULL,
  derived_state TEXT,
  search_key TEXT NOT NULL,
  created_at TEXT NOT NULL,
  binned_at TEXT,
  batch_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
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
  CONSTRAINT plan_node_length CHECK (length(title) <= 6000 AND length(wording) <= 12000 AND length(code) <= 40 AND length(reported_by) <= 200),
  CONSTRAINT plan_node_clean CHECK (
    title || note || wording || decision || stage_why || reported_note || confirmed_note || confirmed_decision NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(title || note || wording || decision || stage_why || reported_note || confirmed_note || confirmed_decision, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT plan_node_line_clean CHECK (
    code || reported_by NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE UNIQUE INDEX plan_node_code ON plan_node (partnership_id, framework_id, code_key) WHERE binned_at IS NULL;
CREATE INDEX plan_node_tree ON plan_node (partnership_id, framework_id, depth, position);
CREATE INDEX plan_node_parent ON plan_node (partnership_id, parent_id);
CREATE INDEX plan_node_batch ON plan_node (partnership_id, batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX plan_node_owner ON plan_node (partnership_id, owner_id);

-- Who leads a line and who takes part: a body, an organization, somebody of whom only words are known, or a name that only staff reads.
CREATE TABLE plan_party (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  node_id TEXT NOT NULL,
  part TEXT NOT NULL,
  position INTEGER NOT NULL,
  council_id TEXT,
  organization_id TEXT,
  named TEXT NOT NULL,
  aside TEXT NOT NULL,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT plan_party_part CHECK (part IN ('lead', 'partner')),
  CONSTRAINT plan_party_once UNIQUE (partnership_id, node_id, part, position),
  CONSTRAINT plan_party_one CHECK (council_id IS NULL OR organization_id IS NULL),
  CONSTRAINT plan_party_length CHECK (length(named) <= 2000 AND length(aside) <= 400),
  CONSTRAINT plan_party_clean CHECK (
    named NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(named, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT plan_party_line_clean CHECK (
    aside NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE INDEX plan_party_council ON plan_party (partnership_id, council_id);
CREATE INDEX plan_party_organization ON plan_party (partnership_id, organization_id);

-- What was done to many lines at once, as long as it can be undone: each line as it was, and as it is since.
CREATE TABLE plan_edit (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  framework_id TEXT NOT NULL,
  what TEXT NOT NULL,
  made_at TEXT NOT NULL,
  made_by TEXT NOT NULL,
  undone_at TEXT,
  CONSTRAINT plan_edit_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, framework_id) REFERENCES plan_framework (partnership_id, id),
  CONSTRAINT plan_edit_what CHECK (what IN ('set', 'moved', 'sliced')),
  CONSTRAINT plan_edit_line_clean CHECK (
    made_by NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE INDEX plan_edit_made ON plan_edit (partnership_id, framework_id, made_at);

CREATE TABLE plan_edit_line (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  edit_id TEXT NOT NULL,
  position INTEGER NOT NULL,
  node_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (partnership_id, edit_id, position),
  FOREIGN KEY (partnership_id, edit_id) REFERENCES plan_edit (partnership_id, id) ON DELETE CASCADE,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id)
) STRICT;
CREATE INDEX plan_edit_line_node ON plan_edit_line (partnership_id, node_id);

-- Links of the thread go with either end.
CREATE TRIGGER link_of_plan_node AFTER DELETE ON plan_node BEGIN
  DELETE FROM link WHERE partnership_id = OLD.partnership_id
    AND ((from_kind = 'plan-node' AND from_id = OLD.id) OR (to_kind = 'plan-node' AND to_id = OLD.id));
END;

-- Letters that ask how far lines are, answered by the link in them: to whom, about which lines, each for whom.
CREATE TABLE plan_letter (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  person_id TEXT,
  organization_id TEXT,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  until_on TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  sent_count INTEGER NOT NULL,
  answered_at TEXT,
  cancelled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT plan_letter_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT plan_letter_one CHECK ((person_id IS NULL) <> (organization_id IS NULL)),
  CONSTRAINT plan_letter_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(lang) <= 12 AND sent_count >= 1),
  CONSTRAINT plan_letter_clean CHECK (name || email || lang NOT GLOB
    '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*')
) STRICT;
CREATE INDEX plan_letter_sent ON plan_letter (partnership_id, sent_at);
CREATE INDEX plan_letter_person ON plan_letter (partnership_id, person_id);

CREATE TABLE plan_letter_line (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  letter_id TEXT NOT NULL,
  node_id TEXT NOT NULL,
  organization_id TEXT,
  answered_at TEXT,
  PRIMARY KEY (letter_id, node_id),
  FOREIGN KEY (partnership_id, letter_id) REFERENCES plan_letter (partnership_id, id),
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
) STRICT;
CREATE INDEX plan_letter_line_node ON plan_letter_line (partnership_id, node_id);

-- What stands beside lines: milestones on the way, what tells of a need, recommendations to those outside who decide.
CREATE TABLE plan_milestone (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  node_id TEXT NOT NULL,
  title TEXT NOT NULL,
  due_on TEXT,
  done_on TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  CONSTRAINT plan_milestone_length CHECK (length(title) <= 6000),
  CONSTRAINT plan_milestone_clean CHECK (
    title NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(title, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;
CREATE INDEX plan_milestone_node ON plan_milestone (partnership_id, node_id);

CREATE TABLE plan_evidence (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  node_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  what TEXT NOT NULL,
  figure TEXT NOT NULL,
  unit TEXT NOT NULL,
  source TEXT NOT NULL,
  place TEXT NOT NULL,
  year INTEGER,
  link TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  CONSTRAINT plan_evidence_kind CHECK (kind IN ('research', 'figure', 'voice')),
  CONSTRAINT plan_evidence_length CHECK (length(what) <= 60000 AND length(figure) <= 60 AND length(link) <= 500 AND year BETWEEN 1900 AND 2150),
  CONSTRAINT plan_evidence_clean CHECK (
    what || unit || source || place NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(what || unit || source || place, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT plan_evidence_line_clean CHECK (
    figure || link NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  )
) STRICT;
CREATE INDEX plan_evidence_node ON plan_evidence (partnership_id, node_id);

CREATE TABLE plan_recommendation (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  node_id TEXT NOT NULL,
  organization_id TEXT,
  named TEXT NOT NULL,
  barrier TEXT NOT NULL,
  wording TEXT NOT NULL,
  recommended_on TEXT,
  expected_on TEXT,
  reply TEXT NOT NULL,
  replied_on TEXT,
  reply_note TEXT NOT NULL,
  outcome TEXT NOT NULL,
  released INTEGER NOT NULL,
  search_key TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  FOREIGN KEY (partnership_id, node_id) REFERENCES plan_node (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT plan_recommendation_reply CHECK (reply IN ('awaited', 'accepted', 'partly', 'refused', 'unknown')),
  CONSTRAINT plan_recommendation_answered CHECK (replied_on IS NULL OR (reply IN ('accepted', 'partly', 'refused') AND (recommended_on IS NULL OR replied_on >= recommended_on))),
  CONSTRAINT plan_recommendation_length CHECK (length(wording) <= 60000),
  CONSTRAINT plan_recommendation_clean CHECK (
    named || barrier || wording || reply_note || outcome NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(named || barrier || wording || reply_note || outcome, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;
CREATE INDEX plan_recommendation_node ON plan_recommendation (partnership_id, node_id);
