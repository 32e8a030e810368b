-- What partners declare and agree to. The declaration of intent: its versions, who signed which of them, who is asked to and who asks; public statements and who made them; agreements and exchanges with governments; strategic documents and what they say of immigration.
-- Names, dates and texts are those that the rules let through; what cannot be seen is refused here again.

-- A version without a day is a draft; one that has its day is never changed again.
CREATE TABLE declaration (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  number bigint NOT NULL,
  title jsonb NOT NULL,
  body jsonb NOT NULL,
  in_force_on date,
  decision jsonb NOT NULL,
  renew_years bigint,
  recorded_at timestamptz NOT NULL,
  published_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT declaration_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT declaration_once UNIQUE (partnership_id, number),
  CONSTRAINT declaration_number CHECK (number >= 1),
  CONSTRAINT declaration_in_force CHECK ((published_at IS NULL) = (in_force_on IS NULL)),
  CONSTRAINT declaration_renewal CHECK (renew_years BETWEEN 1 AND 20),
  CONSTRAINT declaration_clean CHECK (
    title::text || body::text || decision::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(title::text || body::text || decision::text, '\\', '') NOT LIKE '%\\u00%'
  )
);

-- An organization stands once among the signatories; after a withdrawal it may sign anew.
CREATE TABLE signatory (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid NOT NULL,
  visibility TEXT NOT NULL,
  withdrawn_on date,
  withdrawal_reason TEXT NOT NULL,
  recorded_at timestamptz NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT signatory_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT signatory_visibility CHECK (visibility IN ('public', 'partners', 'staff')),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  CONSTRAINT signatory_plain CHECK (withdrawal_reason !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT signatory_length CHECK (length(withdrawal_reason) <= 4000)
);
CREATE UNIQUE INDEX signatory_once ON signatory (partnership_id, organization_id) WHERE withdrawn_on IS NULL AND binned_at IS NULL;

-- The invitation is forgotten after a year: for whom its link was, and where it went, stands with the signature, until the name is erased.
CREATE TABLE signature (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  signatory_id uuid NOT NULL,
  declaration_id uuid NOT NULL,
  signed_on date NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  person_id uuid,
  invited_person_id uuid,
  invited_email TEXT NOT NULL,
  name_erased boolean NOT NULL DEFAULT false,
  way TEXT NOT NULL,
  file_id uuid,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT signature_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT signature_once UNIQUE (partnership_id, signatory_id, declaration_id, signed_on),
  CONSTRAINT signature_way CHECK (way IN ('link', 'paper')),
  FOREIGN KEY (partnership_id, signatory_id) REFERENCES signatory (partnership_id, id),
  FOREIGN KEY (partnership_id, declaration_id) REFERENCES declaration (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (partnership_id, invited_person_id) REFERENCES person (partnership_id, id),
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT signature_clean CHECK (name || title || invited_email !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT signature_length CHECK (length(name) <= 200 AND length(title) <= 200 AND length(invited_email) <= 254)
);
CREATE INDEX signature_of_person ON signature (partnership_id, person_id);
CREATE INDEX signature_of_invited ON signature (partnership_id, invited_person_id);

CREATE TABLE signing_invitation (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid NOT NULL,
  person_id uuid,
  name TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  sent_at timestamptz NOT NULL,
  sent_count bigint NOT NULL,
  signed_at timestamptz,
  cancelled_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT signing_invitation_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  CONSTRAINT signing_invitation_clean CHECK (name || email || lang !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT signing_invitation_length CHECK (length(name) <= 200 AND length(email) <= 254 AND length(lang) <= 12)
);
CREATE INDEX signing_invitation_sent ON signing_invitation (partnership_id, sent_at);
CREATE INDEX signing_invitation_of_person ON signing_invitation (partnership_id, person_id);

CREATE TABLE signing_request (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_name TEXT NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  email TEXT NOT NULL,
  lang TEXT NOT NULL,
  words TEXT NOT NULL,
  consent_wording TEXT NOT NULL,
  received_at timestamptz NOT NULL,
  state TEXT NOT NULL,
  invitation_id uuid,
  answer TEXT NOT NULL,
  answered_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT signing_request_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT signing_request_state CHECK (state IN ('received', 'invited', 'set-aside')),
  CONSTRAINT signing_request_clean CHECK (organization_name || name || title || email || lang !~ '[\u0001-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT signing_request_plain CHECK (words || consent_wording || answer !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT signing_request_length CHECK (length(organization_name) <= 200 AND length(name) <= 200 AND length(title) <= 200 AND length(email) <= 254 AND length(lang) <= 12 AND length(words) <= 4000 AND length(consent_wording) <= 4000 AND length(answer) <= 4000)
);
CREATE INDEX signing_request_received ON signing_request (partnership_id, received_at);

CREATE TABLE statement (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL,
  title jsonb NOT NULL,
  body jsonb NOT NULL,
  issued_on date NOT NULL,
  council_id uuid,
  link TEXT NOT NULL,
  visibility TEXT NOT NULL,
  recall_month bigint,
  recall_day bigint,
  recall_ahead bigint NOT NULL,
  search_key TEXT NOT NULL,
  recorded_at timestamptz NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT statement_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT statement_kind CHECK (kind IN ('statement', 'proclamation', 'open-letter')),
  CONSTRAINT statement_visibility CHECK (visibility IN ('public', 'partners', 'staff')),
  CONSTRAINT statement_recall CHECK ((recall_month IS NULL) = (recall_day IS NULL) AND (recall_month IS NULL OR recall_month BETWEEN 1 AND 12) AND (recall_day IS NULL OR recall_day BETWEEN 1 AND 31)),
  FOREIGN KEY (partnership_id, council_id) REFERENCES council (partnership_id, id),
  CONSTRAINT statement_clean CHECK (
    title::text || body::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(title::text || body::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT statement_plain CHECK (link !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT statement_length CHECK (length(link) <= 500)
);
CREATE INDEX statement_issued ON statement (partnership_id, issued_on);

CREATE TABLE statement_party (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  statement_id uuid NOT NULL,
  organization_id uuid NOT NULL,
  part TEXT NOT NULL,
  PRIMARY KEY (partnership_id, statement_id, organization_id, part),
  CONSTRAINT statement_party_part CHECK (part IN ('issuer', 'signatory')),
  FOREIGN KEY (partnership_id, statement_id) REFERENCES statement (partnership_id, id),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id)
);
CREATE INDEX statement_party_organization ON statement_party (partnership_id, organization_id);

CREATE TABLE agreement (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  level TEXT NOT NULL,
  department jsonb NOT NULL,
  unit TEXT NOT NULL,
  kind TEXT NOT NULL,
  subject jsonb NOT NULL,
  since_on date,
  until_on date,
  person_id uuid,
  next_on date,
  link TEXT NOT NULL,
  search_key TEXT NOT NULL,
  recorded_at timestamptz NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT agreement_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT agreement_level CHECK (level IN ('federal', 'provincial', 'municipal')),
  CONSTRAINT agreement_kind CHECK (kind IN ('agreement', 'exchange', 'working-group')),
  CONSTRAINT agreement_span CHECK (until_on IS NULL OR since_on IS NULL OR until_on >= since_on),
  FOREIGN KEY (partnership_id, person_id) REFERENCES person (partnership_id, id),
  CONSTRAINT agreement_clean CHECK (
    department::text || subject::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(department::text || subject::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT agreement_plain CHECK (unit || link !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT agreement_length CHECK (length(unit) <= 200 AND length(link) <= 500)
);
CREATE INDEX agreement_next ON agreement (partnership_id, next_on);

CREATE TABLE exchange (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  agreement_id uuid NOT NULL,
  held_on date NOT NULL,
  who TEXT NOT NULL,
  about TEXT NOT NULL,
  result TEXT NOT NULL,
  recorded_at timestamptz NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT exchange_of_partnership UNIQUE (partnership_id, id),
  FOREIGN KEY (partnership_id, agreement_id) REFERENCES agreement (partnership_id, id),
  CONSTRAINT exchange_plain CHECK (who || about || result !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT exchange_length CHECK (length(who) <= 4000 AND length(about) <= 4000 AND length(result) <= 4000)
);
CREATE INDEX exchange_held ON exchange (partnership_id, agreement_id, held_on);

CREATE TABLE strategic_document (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  organization_id uuid NOT NULL,
  title jsonb NOT NULL,
  kind TEXT NOT NULL,
  from_year bigint NOT NULL,
  to_year bigint,
  link TEXT NOT NULL,
  file_id uuid,
  next_review_on date,
  search_key TEXT NOT NULL,
  recorded_at timestamptz NOT NULL,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT strategic_document_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT strategic_document_kind CHECK (kind IN ('strategic-plan', 'official-plan', 'budget', 'policy', 'work-plan', 'other')),
  CONSTRAINT strategic_document_years CHECK (from_year BETWEEN 1900 AND 2200 AND (to_year IS NULL OR to_year BETWEEN from_year AND 2200)),
  FOREIGN KEY (partnership_id, organization_id) REFERENCES organization (partnership_id, id),
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT strategic_document_clean CHECK (
    title::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(title::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT strategic_document_plain CHECK (link !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT strategic_document_length CHECK (length(link) <= 500)
);
CREATE INDEX strategic_document_organization ON strategic_document (partnership_id, organization_id);
CREATE INDEX strategic_document_review ON strategic_document (partnership_id, next_review_on);

-- An assessment is never changed: a later one stands beside it.
CREATE TABLE document_assessment (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  document_id uuid NOT NULL,
  number bigint NOT NULL,
  mention TEXT NOT NULL,
  evidence TEXT NOT NULL,
  pages TEXT NOT NULL,
  assessed_on date NOT NULL,
  assessed_by TEXT NOT NULL,
  recorded_at timestamptz NOT NULL,
  CONSTRAINT document_assessment_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT document_assessment_once UNIQUE (partnership_id, document_id, number),
  CONSTRAINT document_assessment_number CHECK (number >= 1),
  CONSTRAINT document_assessment_mention CHECK (mention IN ('none', 'mention', 'commitment', 'funded')),
  FOREIGN KEY (partnership_id, document_id) REFERENCES strategic_document (partnership_id, id),
  CONSTRAINT document_assessment_plain CHECK (evidence || pages || assessed_by !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT document_assessment_length CHECK (length(evidence) <= 4000 AND length(pages) <= 100 AND length(assessed_by) <= 200)
);

SELECT kith_guard('declaration'), kith_guard('signatory'), kith_guard('signature'), kith_guard('signing_invitation'), kith_guard('signing_request'), kith_guard('statement'), kith_guard('statement_party'), kith_guard('agreement'), kith_guard('exchange'), kith_guard('strategic_document'), kith_guard('document_assessment');
