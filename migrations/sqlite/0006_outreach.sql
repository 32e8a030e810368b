-- Who takes part and who should.

-- Requests to take part, sent by anyone. What was agreed to stands in the ledger of consent, under the request.
CREATE TABLE joining (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  asker TEXT NOT NULL,
  name TEXT NOT NULL,
  organization TEXT NOT NULL,
  sector_id TEXT,
  wish TEXT NOT NULL,
  languages TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  lang TEXT NOT NULL,
  received_at TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT NOT NULL,
  organization_id TEXT,
  person_id TEXT,
  search_key TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT joining_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT joining_asker CHECK (asker IN ('organization', 'group', 'person')),
  CONSTRAINT joining_state CHECK (state IN ('new', 'answered', 'partner', 'volunteer', 'not-now')),
  CONSTRAINT joining_answered CHECK ((state = 'new') = (answered_at IS NULL)),
  CONSTRAINT joining_length CHECK (
    length(name) <= 200 AND length(organization) <= 200 AND length(languages) <= 200 AND length(email) <= 254
    AND length(phone) <= 100 AND length(wish) <= 4000 AND length(answer) <= 4000 AND length(note) <= 4000
  ),
  CONSTRAINT joining_clean CHECK (
    name || organization || languages || phone NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id)
) STRICT;
CREATE INDEX joining_queue ON joining (partnership_id, state, received_at);
CREATE INDEX joining_organization ON joining (partnership_id, organization_id);
CREATE INDEX joining_person ON joining (partnership_id, person_id);

-- Who should be at the table, and each step of the way there.
CREATE TABLE prospect (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  sector_id TEXT,
  area_id TEXT,
  languages TEXT NOT NULL,
  why TEXT NOT NULL,
  next_step TEXT NOT NULL,
  next_on TEXT,
  steward_id TEXT,
  knows_person_id TEXT,
  knows_organization_id TEXT,
  stage TEXT NOT NULL,
  stage_on TEXT NOT NULL,
  organization_id TEXT,
  person_id TEXT,
  search_key TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT prospect_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT prospect_kind CHECK (kind IN ('organization', 'group', 'person')),
  CONSTRAINT prospect_stage_known CHECK (stage IN ('idea', 'contacted', 'talking', 'joined', 'declined', 'later')),
  CONSTRAINT prospect_length CHECK (length(name) <= 200 AND length(why) <= 4000 AND length(next_step) <= 300),
  CONSTRAINT prospect_clean CHECK (
    name || next_step NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id),
  FOREIGN KEY (partnership_id, steward_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, knows_person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, knows_organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id)
) STRICT;
CREATE INDEX prospect_due ON prospect (partnership_id, next_on);
CREATE INDEX prospect_organization ON prospect (partnership_id, organization_id);
CREATE INDEX prospect_person ON prospect (partnership_id, person_id);
CREATE INDEX prospect_steward ON prospect (partnership_id, steward_id);
CREATE INDEX prospect_knows ON prospect (partnership_id, knows_person_id);

CREATE TABLE prospect_stage (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  prospect_id TEXT NOT NULL,
  stage TEXT NOT NULL,
  from_on TEXT NOT NULL,
  note TEXT NOT NULL,
  moved_by TEXT NOT NULL,
  moved_at TEXT NOT NULL,
  CONSTRAINT prospect_stage_code CHECK (stage IN ('idea', 'contacted', 'talking', 'joined', 'declined', 'later')),
  CONSTRAINT prospect_stage_length CHECK (length(note) <= 4000),
  FOREIGN KEY (partnership_id, prospect_id) REFERENCES prospect (partnership_id, id)
) STRICT;
CREATE INDEX prospect_stage_of ON prospect_stage (partnership_id, prospect_id, moved_at);

-- What exists here: questions by sector, and their answers over time. No answer overwrites another.
CREATE TABLE discovery_question (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  sector_id TEXT,
  question TEXT NOT NULL,
  place INTEGER NOT NULL,
  retired INTEGER NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT discovery_question_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT discovery_question_length CHECK (length(question) <= 12000),
  CONSTRAINT discovery_question_clean CHECK (
    question NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(question, '\\', '') NOT LIKE '%\u00%'
  ),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id)
) STRICT;

CREATE TABLE discovery_answer (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  question_id TEXT NOT NULL,
  has TEXT NOT NULL,
  strengths TEXT NOT NULL,
  weaknesses TEXT NOT NULL,
  told_by TEXT NOT NULL,
  answered_on TEXT NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at TEXT NOT NULL,
  CONSTRAINT discovery_answer_has CHECK (has IN ('yes', 'partly', 'no', 'unknown')),
  CONSTRAINT discovery_answer_length CHECK (length(strengths) <= 4000 AND length(weaknesses) <= 4000 AND length(told_by) <= 200),
  FOREIGN KEY (partnership_id, question_id) REFERENCES discovery_question (partnership_id, id)
) STRICT;
CREATE INDEX discovery_answer_of ON discovery_answer (partnership_id, question_id, answered_on);

-- The log of outreach: whom we met, as a community. People are counted, never named.
CREATE TABLE encounter (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  met_on TEXT NOT NULL,
  community TEXT NOT NULL,
  language TEXT,
  place TEXT NOT NULL,
  organization_id TEXT,
  people INTEGER,
  met_by TEXT NOT NULL,
  asked TEXT NOT NULL,
  said TEXT NOT NULL,
  promise TEXT NOT NULL,
  promise_on TEXT,
  promise_kept_on TEXT,
  note TEXT NOT NULL,
  search_key TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT encounter_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT encounter_people CHECK (people BETWEEN 0 AND 100000),
  CONSTRAINT encounter_promise CHECK (promise_kept_on IS NULL OR promise_on IS NOT NULL),
  CONSTRAINT encounter_length CHECK (
    length(community) <= 200 AND length(place) <= 200 AND length(met_by) <= 200 AND length(asked) <= 4000 AND length(said) <= 4000
    AND length(promise) <= 4000 AND length(note) <= 4000
  ),
  CONSTRAINT encounter_clean CHECK (
    community || place || met_by NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
) STRICT;
CREATE INDEX encounter_by_day ON encounter (partnership_id, met_on);
CREATE INDEX encounter_promised ON encounter (partnership_id, promise_on);
CREATE INDEX encounter_organization ON encounter (partnership_id, organization_id);

-- Questions that people ask. When everything personal in one is erased, its topic, language and area stay: a voice.
CREATE TABLE enquiry (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  topic TEXT NOT NULL,
  question TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  area_id TEXT,
  lang TEXT NOT NULL,
  received_at TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at TEXT,
  answered_by TEXT NOT NULL,
  erased_at TEXT,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT enquiry_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT enquiry_state CHECK (state IN ('new', 'mailed', 'called', 'erased')),
  CONSTRAINT enquiry_answered CHECK ((state IN ('new', 'erased')) = (answered_at IS NULL)),
  CONSTRAINT enquiry_length CHECK (
    length(question) <= 4000 AND length(name) <= 200 AND length(email) <= 254 AND length(phone) <= 100 AND length(answer) <= 4000
  ),
  CONSTRAINT enquiry_clean CHECK (
    name || phone NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id)
) STRICT;
CREATE INDEX enquiry_queue ON enquiry (partnership_id, state, received_at);

-- Links of the thread go with either end.
CREATE TRIGGER link_of_encounter AFTER DELETE ON encounter BEGIN
  DELETE FROM link WHERE partnership_id = OLD.partnership_id
    AND ((from_kind = 'encounter' AND from_id = OLD.id) OR (to_kind = 'encounter' AND to_id = OLD.id));
END;
