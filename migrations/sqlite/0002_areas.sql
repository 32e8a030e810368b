-- Areas: standard geographic units with the days between which they are valid, and a partnership's own weighted sets of them.

CREATE TABLE area (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  kind TEXT NOT NULL CHECK (kind IN ('province', 'census-division', 'census-subdivision', 'forward-sortation-area', 'own')),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 60),
  name TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT area_span CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT area_code_once UNIQUE (partnership_id, kind, code, valid_from),
  CONSTRAINT area_of_partnership UNIQUE (partnership_id, id),
  CONSTRAINT area_clean CHECK (
    name NOT GLOB
      '*[' || char(0x7F) || '-' || char(0x9F) || char(0x202A) || '-' || char(0x202E) || char(0x2066) || '-' || char(0x2069) || ']*'
    AND replace(name, '\\', '') NOT LIKE '%\u00%'
  ),
  CONSTRAINT area_length CHECK (length(name) <= 6000)
) STRICT;

CREATE TABLE area_set (
  id TEXT PRIMARY KEY,
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  slug TEXT NOT NULL CHECK (length(slug) BETWEEN 1 AND 60),
  name TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  binned_at TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT area_set_span CHECK (valid_to IS NULL OR valid_to >= valid_from),
  CONSTRAINT area_set_slug_once UNIQUE (partnership_id, slug, valid_from),
  CONSTRAINT area_set_of_partnership UNIQUE (partnership_id, id)
) STRICT;

CREATE TABLE area_share (
  partnership_id TEXT NOT NULL REFERENCES partnership (id),
  set_id TEXT NOT NULL,
  area_id TEXT NOT NULL,
  millionths INTEGER NOT NULL CHECK (millionths BETWEEN 1 AND 1000000),
  PRIMARY KEY (partnership_id, set_id, area_id),
  FOREIGN KEY (partnership_id, set_id) REFERENCES area_set (partnership_id, id),
  FOREIGN KEY (partnership_id, area_id) REFERENCES area (partnership_id, id)
) STRICT;
