-- SPDX-FileCopyrightText: The Drydock contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The schedule of reminders.

-- Reminders follow from what is stored of a case; what was kept of them before came from samples.
DROP TABLE reminders;

-- One row for each reminder there is or was. No reference to the case: a reminder that was told stays
-- known when the case is deleted, so that it is not told again when an undo brings the case back.
CREATE TABLE reminders (
  key TEXT PRIMARY KEY NOT NULL,     -- "CASE/MATTER/KIND"
  case_id TEXT NOT NULL,
  matter TEXT NOT NULL,
  kind TEXT NOT NULL,
  due_at INTEGER NOT NULL,           -- when it is to be told
  about_at INTEGER NOT NULL,         -- the instant it is about
  subject TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('scheduled', 'claimed', 'told', 'snoozed', 'done')),
  settled INTEGER NOT NULL CHECK (settled IN (0, 1)), -- the matter is over
  told_at INTEGER,                   -- when it was last claimed
  claimed_by TEXT,                   -- the desk that claimed it last
  snoozed_until INTEGER,
  wake_at INTEGER                    -- when it is to be told next; null: not at all
) STRICT, WITHOUT ROWID;
CREATE INDEX reminders_case ON reminders (case_id, matter);
CREATE INDEX reminders_wake ON reminders (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX reminders_due ON reminders (due_at);
CREATE INDEX reminders_open ON reminders (state) WHERE settled = 0 AND state IN ('claimed', 'told');

-- The cases whose schedule is to be made anew: all at first, then those that anything was changed of
-- that reminders follow from, whoever changes it.
CREATE TABLE reminder_changes (
  case_id TEXT PRIMARY KEY NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO reminder_changes SELECT id FROM cases;

-- The time zone of the machine by which the schedule was last made: calendars may follow it.
CREATE TABLE reminder_zone (
  one INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  zone TEXT NOT NULL
) STRICT;

CREATE TRIGGER reminders_case_insert AFTER INSERT ON cases
BEGIN
  INSERT OR IGNORE INTO reminder_changes VALUES (NEW.id);
  INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases
    WHERE customer_id = NEW.customer_id AND state = 'closed';
END;
CREATE TRIGGER reminders_case_update AFTER UPDATE OF customer_id, service_hash, service_id, product,
  deadline, state, requested_at, start_at, basis, calendar, previous_case_id, closed_at ON cases
BEGIN
  INSERT OR IGNORE INTO reminder_changes VALUES (NEW.id);
  INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases
    WHERE customer_id IN (OLD.customer_id, NEW.customer_id) AND state = 'closed';
END;
CREATE TRIGGER reminders_case_delete AFTER DELETE ON cases
BEGIN
  INSERT OR IGNORE INTO reminder_changes VALUES (OLD.id);
  INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases
    WHERE customer_id = OLD.customer_id AND state = 'closed';
END;

CREATE TRIGGER reminders_activity_insert AFTER INSERT ON activities
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (NEW.case_id); END;
CREATE TRIGGER reminders_activity_update AFTER UPDATE OF case_id, definition_id, state, started_at,
  finished_at, remaining_minutes, override_minutes, not_before ON activities
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (NEW.case_id); END;
CREATE TRIGGER reminders_activity_delete AFTER DELETE ON activities
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (OLD.case_id); END;

CREATE TRIGGER reminders_wait_insert AFTER INSERT ON waits
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (NEW.case_id); END;
CREATE TRIGGER reminders_wait_update AFTER UPDATE ON waits
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (NEW.case_id); END;
CREATE TRIGGER reminders_wait_delete AFTER DELETE ON waits
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (OLD.case_id); END;

CREATE TRIGGER reminders_input_insert AFTER INSERT ON input_evidence
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (NEW.case_id); END;
CREATE TRIGGER reminders_input_update AFTER UPDATE OF case_id, input, met_at ON input_evidence
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (NEW.case_id); END;
CREATE TRIGGER reminders_input_delete AFTER DELETE ON input_evidence
BEGIN INSERT OR IGNORE INTO reminder_changes VALUES (OLD.case_id); END;

CREATE TRIGGER reminders_customer_update AFTER UPDATE OF calendar ON customers
BEGIN
  INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases WHERE customer_id = NEW.id;
END;

-- A preference of one case concerns that case, one of everybody all of them.
CREATE TRIGGER reminders_preference_insert AFTER INSERT ON preferences
WHEN NEW.key = 'calendar' OR NEW.key LIKE 'reminder/%'
BEGIN
  INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases
    WHERE NEW.case_id IS NULL OR id = NEW.case_id;
END;
CREATE TRIGGER reminders_preference_update AFTER UPDATE ON preferences
WHEN NEW.key = 'calendar' OR NEW.key LIKE 'reminder/%' OR OLD.key = 'calendar'
  OR OLD.key LIKE 'reminder/%'
BEGIN
  INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases
    WHERE NEW.case_id IS NULL OR OLD.case_id IS NULL OR id IN (NEW.case_id, OLD.case_id);
END;
CREATE TRIGGER reminders_preference_delete AFTER DELETE ON preferences
WHEN OLD.key = 'calendar' OR OLD.key LIKE 'reminder/%'
BEGIN
  INSERT OR IGNORE INTO reminder_changes SELECT id FROM cases
    WHERE OLD.case_id IS NULL OR id = OLD.case_id;
END;
