-- What partners declare and agree to. The declaration of intent: its versions, who signed which of them, who is asked to and who asks.
-- Names, dates and texts are those that the rules let through; what cannot be seen is refused here again.

-- A version without a day is a draft; one that has its day is never changed again.
CREATE TABLE declaration (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  number INTEGER NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  in_force_on TEXT,
  decision TEXT NOT NULL,
  renew_years INTEGER,
  recorded_at TEXT NOT NULL,
  published_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT declaration_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT declaration_once UNIQUE (partnership_id, number),
  CONSTRAINT declaration_number CHECK (number >= 1),
  CONSTRAINT declaration_in_force CHECK ((published_at IS NULL) = (in_force_on IS NULL)),
  CONSTRAINT declaration_renewal CHECK (renew_years BETWEEN 1 AND 20),
  CONSTRAINT declaration_clean CHECK (
    title || body || decision NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(title || body || decision, '\\', '') NOT LIKE '%\u00%'
  )
) STRICT;

-- An organization stands once among the signatories; after a withdrawal it may sign anew.
CREATE TABLE signatory (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT NOT NULL,
  visibility TEXT NOT NULL,
  withdrawn_on TEXT,
  withdrawal_reason TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT signatory_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT signatory_visibility CHECK (visibility IN ('public', 'partners', 'staff')),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT signatory_plain CHECK (
    withdrawal_reason NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT signatory_length CHECK (length(withdrawal_reason) <= 4000)
) STRICT;
CREATE UNIQUE INDEX signatory_once ON signatory (partnership_id, organization_id) WHERE withdrawn_on IS NULL AND binned_at IS NULL;

CREATE TABLE signature (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  signatory_id TEXT NOT NULL,
  declaration_id TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  person_id TEXT,
  name_erased INTEGER NOT NULL DEFAULT 0,
  way TEXT NOT NULL,
  file_id TEXT,
  recorded_at TEXT NOT NULL,
  CONSTRAINT signature_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT signature_once UNIQUE (partnership_id, signatory_id, declaration_id, signed_on),
  CONSTRAINT signature_way CHECK (way IN ('link', 'paper')),
  FOREIGN KEY (partnership_id, signatory_id) REFERENCES signatory (partnership_id, id),
  FOREIGN KEY (partnership_id, declaration_id) REFERENCES declaration (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT signature_plain CHECK (
    name || title NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT signature_length CHECK (length(name) <= 200 AND length(title) <= 200)
) STRICT;
CREATE INDEX signature_of_person ON signature (partnership_id, person_id);

CREATE TABLE signing_invitation (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT NOT NULL,
  person_id TEXT,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  sent_at TEXT NOT NULL,
  sent_count INTEGER NOT NULL,
  signed_at TEXT,
  cancelled_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT signing_invitation_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  CONSTRAINT signing_invitation_plain CHECK (
    name || email || lang NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT signing_invitation_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(lang) <= 12)
) STRICT;
CREATE INDEX signing_invitation_sent ON signing_invitation (partnership_id, sent_at);
CREATE INDEX signing_invitation_of_person ON signing_invitation (partnership_id, person_id);

CREATE TABLE signing_request (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_name TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  words TEXT NOT NULL,
  consent_wording TEXT NOT NULL,
  received_at TEXT NOT NULL,
  state TEXT NOT NULL,
  invitation_id TEXT,
  answer TEXT NOT NULL,
  answered_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT signing_request_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT signing_request_state CHECK (state IN ('received', 'invited', 'set-aside')),
  CONSTRAINT signing_request_plain CHECK (
    organization_name || name || title || email || lang || words || consent_wording || answer NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT signing_request_length CHECK (length(organization_name) <= 200 AND length(name) <= 200 AND length(title) <= 200 AND length(email) <= 254 AND length(lang) <= 12 AND length(words) <= 4000 AND length(consent_wording) <= 4000 AND length(answer) <= 4000)
) STRICT;
CREATE INDEX signing_request_received ON signing_request (partnership_id, received_at);
