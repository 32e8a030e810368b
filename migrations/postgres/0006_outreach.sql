-- Who takes part and who should.

-- Requests to take part, sent by anyone. What was agreed to stands in the ledger of consent, under the request.
CREATE TABLE joining (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  asker TEXT NOT NULL,
  name TEXT NOT NULL,
  organization TEXT NOT NULL,
  sector_id uuid,
  wish TEXT NOT NULL,
  languages TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  lang TEXT NOT NULL,
  received_at timestamptz NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  note TEXT NOT NULL,
  answered_at timestamptz,
  answered_by TEXT NOT NULL,
  organization_id uuid,
  person_id uuid,
  search_key TEXT NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT joining_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT joining_asker CHECK (asker IN ('organization', 'group', 'person')),
  CONSTRAINT joining_state CHECK (state IN ('new', 'answered', 'partner', 'volunteer', 'not-now')),
  CONSTRAINT joining_answered CHECK ((state = 'new') = (answered_at IS NULL)),
  CONSTRAINT joining_length CHECK (
    length(name) <= 200 AND length(organization) <= 200 AND length(languages) <= 200 AND length(email) <= 254
    AND length(phone) <= 100 AND length(wish) <= 4000 AND length(answer) <= 4000 AND length(note) <= 4000
  ),
  CONSTRAINT joining_clean CHECK (
    name || organization || languages || phone !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  ),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id)
);
CREATE INDEX joining_queue ON joining (partnership_id, state, received_at);
CREATE INDEX joining_organization ON joining (partnership_id, organization_id);
CREATE INDEX joining_person ON joining (partnership_id, person_id);

-- Who should be at the table, and each step of the way there.
CREATE TABLE prospect (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  sector_id uuid,
  area_id uuid,
  languages TEXT NOT NULL,
  why TEXT NOT NULL,
  next_step TEXT NOT NULL,
  next_on date,
  steward_id uuid,
  knows_person_id uuid,
  knows_organization_id uuid,
  stage TEXT NOT NULL,
  stage_on date NOT NULL,
  organization_id uuid,
  person_id uuid,
  search_key TEXT NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT prospect_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT prospect_kind CHECK (kind IN ('organization', 'group', 'person')),
  CONSTRAINT prospect_stage_known CHECK (stage IN ('idea', 'contacted', 'talking', 'joined', 'declined', 'later')),
  CONSTRAINT prospect_length CHECK (length(name) <= 200 AND length(why) <= 4000 AND length(next_step) <= 300),
  CONSTRAINT prospect_clean CHECK (
    name || next_step !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  ),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id),
  FOREIGN KEY (partnership_id, steward_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, knows_person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, knows_organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id)
);
CREATE INDEX prospect_due ON prospect (partnership_id, next_on);
CREATE INDEX prospect_organization ON prospect (partnership_id, organization_id);
CREATE INDEX prospect_person ON prospect (partnership_id, person_id);
CREATE INDEX prospect_steward ON prospect (partnership_id, steward_id);
CREATE INDEX prospect_knows ON prospect (partnership_id, knows_person_id);

CREATE TABLE prospect_stage (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  prospect_id uuid NOT NULL,
  stage TEXT NOT NULL,
  from_on date NOT NULL,
  note TEXT NOT NULL,
  moved_by TEXT NOT NULL,
  moved_at timestamptz NOT NULL,
  CONSTRAINT prospect_stage_code CHECK (stage IN ('idea', 'contacted', 'talking', 'joined', 'declined', 'later')),
  CONSTRAINT prospect_stage_length CHECK (length(note) <= 4000),
  FOREIGN KEY (partnership_id, prospect_id) REFERENCES prospect (partnership_id, id)
);
CREATE INDEX prospect_stage_of ON prospect_stage (partnership_id, prospect_id, moved_at);

-- What exists here: questions by sector, and their answers over time. No answer overwrites another.
CREATE TABLE discovery_question (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  sector_id uuid,
  question jsonb NOT NULL,
  place bigint NOT NULL,
  retired boolean NOT NULL,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT discovery_question_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT discovery_question_length CHECK (length(question::text) <= 12000),
  CONSTRAINT discovery_question_clean CHECK (
    question::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(question::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  FOREIGN KEY (partnership_id, sector_id) REFERENCES sector (partnership_id, id)
);

CREATE TABLE discovery_answer (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  question_id uuid NOT NULL,
  has TEXT NOT NULL,
  strengths TEXT NOT NULL,
  weaknesses TEXT NOT NULL,
  told_by TEXT NOT NULL,
  answered_on date NOT NULL,
  noted_by TEXT NOT NULL,
  noted_at timestamptz NOT NULL,
  CONSTRAINT discovery_answer_has CHECK (has IN ('yes', 'partly', 'no', 'unknown')),
  CONSTRAINT discovery_answer_length CHECK (length(strengths) <= 4000 AND length(weaknesses) <= 4000 AND length(told_by) <= 200),
  FOREIGN KEY (partnership_id, question_id) REFERENCES discovery_question (partnership_id, id)
);
CREATE INDEX discovery_answer_of ON discovery_answer (partnership_id, question_id, answered_on);

-- The log of outreach: whom we met, as a community. People are counted, never named.
CREATE TABLE encounter (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  met_on date NOT NULL,
  community TEXT NOT NULL,
  language TEXT,
  place TEXT NOT NULL,
  organization_id uuid,
  people bigint,
  met_by TEXT NOT NULL,
  asked TEXT NOT NULL,
  said TEXT NOT NULL,
  promise TEXT NOT NULL,
  promise_on date,
  promise_kept_on date,
  note TEXT NOT NULL,
  search_key TEXT NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT encounter_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT encounter_people CHECK (people BETWEEN 0 AND 100000),
  CONSTRAINT encounter_promise CHECK (promise_kept_on IS NULL OR promise_on IS NOT NULL),
  CONSTRAINT encounter_length CHECK (
    length(community) <= 200 AND length(place) <= 200 AND length(met_by) <= 200 AND length(asked) <= 4000 AND length(said) <= 4000
    AND length(promise) <= 4000 AND length(note) <= 4000
  ),
  CONSTRAINT encounter_clean CHECK (
    community || place || met_by !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  ),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
);
CREATE INDEX encounter_by_day ON encounter (partnership_id, met_on);
CREATE INDEX encounter_promised ON encounter (partnership_id, promise_on);
CREATE INDEX encounter_organization ON encounter (partnership_id, organization_id);

-- Questions that people ask. When everything personal in one is erased, its topic, language and area stay: a voice.
CREATE TABLE enquiry (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  topic TEXT NOT NULL,
  question TEXT NOT NULL,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  phone TEXT NOT NULL,
  area_id uuid,
  lang TEXT NOT NULL,
  received_at timestamptz NOT NULL,
  state TEXT NOT NULL,
  answer TEXT NOT NULL,
  answered_at timestamptz,
  answered_by TEXT NOT NULL,
  erased_at timestamptz,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT enquiry_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT enquiry_state CHECK (state IN ('new', 'mailed', 'called', 'erased')),
  CONSTRAINT enquiry_answered CHECK ((state IN ('new', 'erased')) = (answered_at IS NULL)),
  CONSTRAINT enquiry_length CHECK (
    length(question) <= 4000 AND length(name) <= 200 AND length(email) <= 254 AND length(phone) <= 100 AND length(answer) <= 4000
  ),
  CONSTRAINT enquiry_clean CHECK (
    name || phone !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
  ),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id)
);
CREATE INDEX enquiry_queue ON enquiry (partnership_id, state, received_at);

SELECT kith_guard('joining'), kith_guard('prospect'), kith_guard('prospect_stage'), kith_guard('discovery_question'), kith_guard('discovery_answer'), kith_guard('encounter'), kith_guard('enquiry');

CREATE TRIGGER link_of_encounter AFTER DELETE ON encounter FOR EACH ROW EXECUTE FUNCTION kith_unlink('encounter');
