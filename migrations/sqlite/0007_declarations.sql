-- What partners declare and agree to. The declaration of intent: its versions, who signed which of them, who is asked to and who asks; public statements and who made them; agreements and exchanges with governments; strategic documents and what they say of immigration.
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

-- The invitation is forgotten after a year: for whom its link was, and where it went, stands with the signature, until the name is erased.
CREATE TABLE signature (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  signatory_id TEXT NOT NULL,
  declaration_id TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  person_id TEXT,
  invited_person_id TEXT,
  invited_email TEXT NOT NULL,
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
  FOREIGN KEY (partnership_id, invited_person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT signature_clean CHECK (
    name || title || invited_email NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT signature_length CHECK (length(name) <= 200 AND length(title) <= 200 AND length(invited_email) <= 254)
) STRICT;
CREATE INDEX signature_of_person ON signature (partnership_id, person_id);
CREATE INDEX signature_of_invited ON signature (partnership_id, invited_person_id);

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
  CONSTRAINT signing_invitation_clean CHECK (
    name || email || lang NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
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
  CONSTRAINT signing_request_clean CHECK (
    organization_name || name || title || email || lang NOT GLOB
      '*[' || char(0x01) || '-' || char(0x1F) || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT signing_request_plain CHECK (
    words || consent_wording || answer NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT signing_request_length CHECK (length(organization_name) <= 200 AND length(name) <= 200 AND length(title) <= 200 AND length(email) <= 254 AND length(lang) <= 12 AND length(words) <= 4000 AND length(consent_wording) <= 4000 AND length(answer) <= 4000)
) STRICT;
CREATE INDEX signing_request_received ON signing_request (partnership_id, received_at);

CREATE TABLE statement (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  council_id TEXT,
  link TEXT NOT NULL,
  visibility TEXT NOT NULL,
  recall_month INTEGER,
  recall_day INTEGER,
  recall_ahead INTEGER NOT NULL,
  search_key TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT statement_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT statement_kind CHECK (kind IN ('statement', 'proclamation', 'open-letter')),
  CONSTRAINT statement_visibility CHECK (visibility IN ('public', 'partners', 'staff')),
  CONSTRAINT statement_recall CHECK ((recall_month IS NULL) = (recall_day IS NULL) AND (recall_month IS NULL OR recall_month BETWEEN 1 AND 12) AND (recall_day IS NULL OR recall_day BETWEEN 1 AND 31)),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  CONSTRAINT statement_clean CHECK (
    title || body NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(title || body, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT statement_plain CHECK (
    link NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT statement_length CHECK (length(link) <= 500)
) STRICT;
CREATE INDEX statement_issued ON statement (partnership_id, issued_on);

CREATE TABLE statement_party (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  statement_id TEXT NOT NULL,
  organization_id TEXT NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (partnership_id, statement_id, organization_id, part),
  CONSTRAINT statement_party_part CHECK (part IN ('issuer', 'signatory')),
  FOREIGN KEY (partnership_id, statement_id) REFERENCES statement (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
) STRICT;
CREATE INDEX statement_party_organization ON statement_party (partnership_id, organization_id);

CREATE TABLE agreement (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  level TEXT NOT NULL,
  department TEXT NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  since_on TEXT,
  until_on TEXT,
  person_id TEXT,
  next_on TEXT,
  link TEXT NOT NULL,
  search_key TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT agreement_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT agreement_level CHECK (level IN ('federal', 'provincial', 'municipal')),
  CONSTRAINT agreement_kind CHECK (kind IN ('agreement', 'exchange', 'working-group')),
  CONSTRAINT agreement_span CHECK (until_on IS NULL OR since_on IS NULL OR until_on >= since_on),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  CONSTRAINT agreement_clean CHECK (
    department || subject NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(department || subject, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT agreement_plain CHECK (
    unit || link NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT agreement_length CHECK (length(unit) <= 200 AND length(link) <= 500)
) STRICT;
CREATE INDEX agreement_next ON agreement (partnership_id, next_on);

CREATE TABLE exchange (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  agreement_id TEXT NOT NULL,
  held_on TEXT NOT NULL,
  who TEXT NOT NULL,
  about TEXT NOT NULL,
  result TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT exchange_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement (partnership_id, id),
  CONSTRAINT exchange_plain CHECK (
    who || about || result NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT exchange_length CHECK (length(who) <= 4000 AND length(about) <= 4000 AND length(result) <= 4000)
) STRICT;
CREATE INDEX exchange_held ON exchange (partnership_id, agreement_id, held_on);

CREATE TABLE strategic_document (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  organization_id TEXT NOT NULL,
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  from_year INTEGER NOT NULL,
  to_year INTEGER,
  link TEXT NOT NULL,
  file_id TEXT,
  next_review_on TEXT,
  search_key TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT strategic_document_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT strategic_document_kind CHECK (kind IN ('strategic-plan', 'official-plan', 'budget', 'policy', 'work-plan', 'other')),
  CONSTRAINT strategic_document_years CHECK (from_year BETWEEN 1900 AND 2200 AND (to_year IS NULL OR to_year BETWEEN from_year AND 2200)),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT strategic_document_clean CHECK (
    title NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(title, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT strategic_document_plain CHECK (
    link NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT strategic_document_length CHECK (length(link) <= 500)
) STRICT;
CREATE INDEX strategic_document_organization ON strategic_document (partnership_id, organization_id);
CREATE INDEX strategic_document_review ON strategic_document (partnership_id, next_review_on);

-- An assessment is never changed: a later one stands beside it.
CREATE TABLE document_assessment (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  document_id TEXT NOT NULL,
  number INTEGER NOT NULL,
  mention TEXT NOT NULL,
  evidence TEXT NOT NULL,
  pages TEXT NOT NULL,
  assessed_on TEXT NOT NULL,
  assessed_by TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  CONSTRAINT document_assessment_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT document_assessment_once UNIQUE (partnership_id, document_id, number),
  CONSTRAINT document_assessment_number CHECK (number >= 1),
  CONSTRAINT document_assessment_mention CHECK (mention IN ('none', 'mention', 'commitment', 'funded')),
  FOREIGN KEY (partnership_id, document_id) REFERENCES strategic_document (partnership_id, id),
  CONSTRAINT document_assessment_plain CHECK (
    evidence || pages || assessed_by NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
  ),
  CONSTRAINT document_assessment_length CHECK (length(evidence) <= 4000 AND length(pages) <= 100 AND length(assessed_by) <= 200)
) STRICT;
