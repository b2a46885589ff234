-- SPDX-FileCopyrightText: The Drydock contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is in scope follows from what is known of a case.

-- The worst of a case's findings, for lists.
ALTER TABLE cases ADD COLUMN scope TEXT NOT NULL DEFAULT 'unknown'
  CHECK (scope IN ('clear', 'unknown', 'conditional', 'triggered'));

-- What a finding's rule says is derived now, so that a row is made with what a person decides alone,
-- and says the same whenever it is evaluated.
CREATE TABLE findings_derived (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  exclusion TEXT NOT NULL CHECK (exclusion <> ''),
  environment_id TEXT REFERENCES environments (id),
  state TEXT NOT NULL DEFAULT 'unknown'
    CHECK (state IN ('clear', 'unknown', 'conditional', 'triggered')),
  because TEXT,
  override TEXT NOT NULL CHECK (override IN ('none', 'clear', 'triggered')),
  override_reason TEXT
) STRICT;
INSERT INTO findings_derived SELECT id, case_id, exclusion, environment_id, state, because, override,
  override_reason FROM findings;
DROP TABLE findings;
ALTER TABLE findings_derived RENAME TO findings;
CREATE INDEX findings_case ON findings (case_id);
CREATE INDEX findings_environment ON findings (environment_id)
  WHERE environment_id IS NOT NULL;

CREATE TRIGGER findings_searched_insert AFTER INSERT ON findings
WHEN NEW.override_reason IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'findings'); END;
CREATE TRIGGER findings_searched_update AFTER UPDATE OF case_id, override_reason ON findings
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'findings'); END;
CREATE TRIGGER findings_searched_delete AFTER DELETE ON findings
WHEN OLD.override_reason IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'findings'); END;
