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
