-- What partners declare and agree to. The declaration of intent: its versions, who signed which of them, who is asked to and who asks.
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

CREATE TABLE signature (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  signatory_id uuid NOT NULL,
  declaration_id uuid NOT NULL,
  signed_on date NOT NULL,
  name TEXT NOT NULL,
  title TEXT NOT NULL,
  person_id uuid,
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
  FOREIGN KEY (file_id) REFERENCES stored_file (id),
  CONSTRAINT signature_plain CHECK (name || title !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT signature_length CHECK (length(name) <= 200 AND length(title) <= 200)
);
CREATE INDEX signature_of_person ON signature (partnership_id, person_id);

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
  CONSTRAINT signing_invitation_plain CHECK (name || email || lang !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
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
  CONSTRAINT signing_request_plain CHECK (organization_name || name || title || email || lang || words || consent_wording || answer !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'),
  CONSTRAINT signing_request_length CHECK (length(organization_name) <= 200 AND length(name) <= 200 AND length(title) <= 200 AND length(email) <= 254 AND length(lang) <= 12 AND length(words) <= 4000 AND length(consent_wording) <= 4000 AND length(answer) <= 4000)
);
CREATE INDEX signing_request_received ON signing_request (partnership_id, received_at);

SELECT kith_guard('declaration'), kith_guard('signatory'), kith_guard('signature'), kith_guard('signing_invitation'), kith_guard('signing_request');
