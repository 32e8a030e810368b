-- Areas: standard geographic units with the days between which they are valid, and a partnership's own weighted sets of them.

CREATE TABLE area (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL CHECK (kind IN ('province', 'census-division', 'census-subdivision', 'forward-sortation-area', 'own')),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  name jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT area_span CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT area_code_once UNIQUE (partnership_id, kind, code, valid_from),
  CONSTRAINT area_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT area_clean CHECK (
    name::text !~ '[\u007F-\u009F\u202A-\u202E\u2066-\u2069]'
    AND replace(name::text, '\\', '') NOT LIKE '%\\u00%'
  ),
  CONSTRAINT area_length CHECK (length(name::text) <= 6000)
);

CREATE TABLE area_set (
  id uuid PRIMARY KEY,
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 60),
  name jsonb NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  binned_at timestamptz,
  version bigint NOT NULL DEFAULT 1,
  CONSTRAINT area_set_span CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT area_set_slug_once UNIQUE (partnership_id, slug, valid_from),
  CONSTRAINT area_set_of_partnership UNIQUE (partnership_id, id)
);

CREATE TABLE area_share (
  partnership_id uuid NOT NULL REFERENCES partnership (id),
  set_id uuid NOT NULL,
  area_id uuid NOT NULL,
  millionths bigint NOT NULL CHECK (millionths BETWEEN 1 AND 1000000),
  PRIMARY KEY (partnership_id, set_id, area_id),
  FOREIGN KEY (partnership_id, set_id) REFERENCES area_set (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id)
);

SELECT kith_guard('area'), kith_guard('area_set'), kith_guard('area_share');
