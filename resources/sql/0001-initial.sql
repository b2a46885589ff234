-- SPDX-FileCopyrightText: The Drydock contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The first schema. A released migration is never edited: the next change is the next file.
--
-- The tables are those of core/delivery's entities: each column is a field there, in the same
-- order, and is explained there; a test holds the two together. Instants are Unix seconds, from
-- 1970 up to and including the first second of 2200. Every reference has an index, because
-- deleting a row looks for what refers to it. Nothing cascades: a case is deleted by deleting
-- its parts one by one, so that the journal has each of them and an undo brings each back.
-- That a JSON column holds JSON is checked by the store: SQLite 3.40 has no JSON function that a
-- schema may call when schemas are not trusted, and ours are not.

-- The journal ------------------------------------------------------------------------------

-- What a user did in one go. The label is an untranslated sentence with "%s" for each argument;
-- without one, the changes tell what was done. An undo or redo names the action it is about.
CREATE TABLE journal_actions (
  id INTEGER PRIMARY KEY NOT NULL,
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 7258118400),
  user TEXT NOT NULL CHECK (user <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('do', 'undo', 'redo')),
  target_id INTEGER REFERENCES journal_actions (id),
  label TEXT,
  arguments TEXT,
  CHECK ((kind = 'do') = (target_id IS NULL))
) STRICT;
CREATE INDEX journal_actions_user ON journal_actions (user);
CREATE INDEX journal_actions_target ON journal_actions (target_id) WHERE target_id IS NOT NULL;

-- What an action did to one row: objects of the fields that differ, or of all that are not null
-- when the row was made (no "before") or deleted (no "after"). The subject is what the change is
-- told in the history of: the row's case, or the row itself.
CREATE TABLE journal_changes (
  action_id INTEGER NOT NULL REFERENCES journal_actions (id),
  position INTEGER NOT NULL,
  entity TEXT NOT NULL,
  record_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (action_id, position),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX journal_changes_subject ON journal_changes (subject_id, action_id);

-- Definitions and files, by the SHA-256 of what they are. They are never deleted either, so that
-- an undone action can be done again.
CREATE TABLE journal_contents (
  hash TEXT PRIMARY KEY NOT NULL CHECK (length (hash) = 64),
  bytes BLOB NOT NULL
) STRICT;

CREATE TRIGGER journal_actions_no_update BEFORE UPDATE ON journal_actions
BEGIN SELECT RAISE (ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_actions_no_delete BEFORE DELETE ON journal_actions
BEGIN SELECT RAISE (ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_changes_no_update BEFORE UPDATE ON journal_changes
BEGIN SELECT RAISE (ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_changes_no_delete BEFORE DELETE ON journal_changes
BEGIN SELECT RAISE (ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_contents_no_update BEFORE UPDATE ON journal_contents
BEGIN SELECT RAISE (ABORT, 'the journal is only ever added to'); END;
CREATE TRIGGER journal_contents_no_delete BEFORE DELETE ON journal_contents
BEGIN SELECT RAISE (ABORT, 'the journal is only ever added to'); END;

-- The entities -----------------------------------------------------------------------------

CREATE TABLE customers (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  program TEXT,
  deployment TEXT,
  calendar TEXT,
  note TEXT,
  UNIQUE (name)
) STRICT;

CREATE TABLE people (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('manager', 'consultant', 'contact')),
  customer_id TEXT REFERENCES customers (id),
  email TEXT,
  phone TEXT,
  note TEXT
) STRICT;
CREATE INDEX people_customer ON people (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE cases (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  customer_id TEXT NOT NULL REFERENCES customers (id),
  title TEXT NOT NULL CHECK (title <> ''),
  portal_case TEXT,
  service_id TEXT NOT NULL CHECK (service_id <> ''),
  service_hash TEXT NOT NULL REFERENCES journal_contents (hash),
  questionnaire_hash TEXT REFERENCES journal_contents (hash),
  product TEXT NOT NULL CHECK (product <> ''),
  current_version TEXT,
  target_version TEXT,
  earliest_start TEXT CHECK (date (earliest_start, '+0 days') IS earliest_start),
  ideal_start TEXT CHECK (date (ideal_start, '+0 days') IS ideal_start),
  deadline TEXT CHECK (date (deadline, '+0 days') IS deadline),
  deadline_reason TEXT,
  access_acknowledged INTEGER NOT NULL CHECK (access_acknowledged IN (0, 1)),
  state TEXT NOT NULL CHECK (state IN ('requested', 'running', 'waiting', 'closed', 'cancelled')),
  requested_at INTEGER NOT NULL CHECK (requested_at BETWEEN 0 AND 7258118400),
  start_at INTEGER NOT NULL CHECK (start_at BETWEEN 0 AND 7258118400),
  basis TEXT NOT NULL CHECK (basis IN ('short', 'typical', 'cautious')),
  calendar TEXT,
  manager_id TEXT REFERENCES people (id),
  consultant_id TEXT REFERENCES people (id),
  previous_case_id TEXT REFERENCES cases (id),
  closed_at INTEGER CHECK (closed_at BETWEEN 0 AND 7258118400),
  closing_note TEXT,
  note TEXT,
  planned_start INTEGER CHECK (planned_start BETWEEN 0 AND 7258118400),
  planned_finish INTEGER CHECK (planned_finish BETWEEN 0 AND 7258118400),
  latest_start INTEGER CHECK (latest_start BETWEEN 0 AND 7258118400),
  at_risk INTEGER NOT NULL DEFAULT 0 CHECK (at_risk IN (0, 1)),
  next_activity TEXT,
  next_due INTEGER CHECK (next_due BETWEEN 0 AND 7258118400)
) STRICT;
CREATE INDEX cases_customer ON cases (customer_id);
CREATE INDEX cases_manager ON cases (manager_id) WHERE manager_id IS NOT NULL;
CREATE INDEX cases_consultant ON cases (consultant_id) WHERE consultant_id IS NOT NULL;
CREATE INDEX cases_previous_case ON cases (previous_case_id)
  WHERE previous_case_id IS NOT NULL;
CREATE INDEX cases_state ON cases (state);
CREATE INDEX cases_next_due ON cases (next_due);
CREATE INDEX cases_planned ON cases (planned_start, planned_finish);

CREATE TABLE activities (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  definition_id TEXT NOT NULL CHECK (definition_id <> ''),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999999),
  name TEXT NOT NULL CHECK (name <> ''),
  owner TEXT NOT NULL CHECK (owner <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('task', 'event', 'gate', 'window')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'done', 'skipped')),
  skip_reason TEXT,
  started_at INTEGER CHECK (started_at BETWEEN 0 AND 7258118400),
  finished_at INTEGER CHECK (finished_at BETWEEN 0 AND 7258118400),
  remaining_minutes INTEGER CHECK (remaining_minutes BETWEEN 0 AND 99999999),
  override_minutes INTEGER CHECK (override_minutes BETWEEN 0 AND 99999999),
  override_reason TEXT,
  not_before INTEGER CHECK (not_before BETWEEN 0 AND 7258118400),
  evidence TEXT,
  assignee_id TEXT REFERENCES people (id),
  note TEXT,
  early_start INTEGER CHECK (early_start BETWEEN 0 AND 7258118400),
  early_finish INTEGER CHECK (early_finish BETWEEN 0 AND 7258118400),
  late_start INTEGER CHECK (late_start BETWEEN 0 AND 7258118400),
  late_finish INTEGER CHECK (late_finish BETWEEN 0 AND 7258118400),
  float_minutes INTEGER,
  critical INTEGER NOT NULL DEFAULT 0 CHECK (critical IN (0, 1)),
  UNIQUE (case_id, definition_id)
) STRICT;
CREATE INDEX activities_assignee ON activities (assignee_id) WHERE assignee_id IS NOT NULL;
CREATE INDEX activities_early ON activities (early_start, early_finish);

CREATE TABLE waits (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  activity_id TEXT REFERENCES activities (id),
  party TEXT NOT NULL CHECK (party IN ('customer', 'vendor')),
  reason TEXT NOT NULL CHECK (reason <> ''),
  started_at INTEGER NOT NULL CHECK (started_at BETWEEN 0 AND 7258118400),
  finished_at INTEGER CHECK (finished_at BETWEEN 0 AND 7258118400)
) STRICT;
CREATE INDEX waits_case ON waits (case_id);
CREATE INDEX waits_activity ON waits (activity_id) WHERE activity_id IS NOT NULL;

CREATE TABLE baselines (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  name TEXT NOT NULL CHECK (name <> ''),
  agreed_at INTEGER NOT NULL CHECK (agreed_at BETWEEN 0 AND 7258118400),
  agreed_by TEXT,
  start_at INTEGER NOT NULL CHECK (start_at BETWEEN 0 AND 7258118400),
  finish_at INTEGER NOT NULL CHECK (finish_at BETWEEN 0 AND 7258118400),
  note TEXT
) STRICT;
CREATE INDEX baselines_case ON baselines (case_id);

CREATE TABLE baseline_rows (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  baseline_id TEXT NOT NULL REFERENCES baselines (id),
  definition_id TEXT NOT NULL CHECK (definition_id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  start_at INTEGER NOT NULL CHECK (start_at BETWEEN 0 AND 7258118400),
  finish_at INTEGER NOT NULL CHECK (finish_at BETWEEN 0 AND 7258118400),
  duration_minutes INTEGER NOT NULL CHECK (duration_minutes BETWEEN 0 AND 99999999),
  UNIQUE (baseline_id, definition_id)
) STRICT;
CREATE INDEX baseline_rows_case ON baseline_rows (case_id);

CREATE TABLE answers (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  question TEXT NOT NULL CHECK (question <> ''),
  value TEXT,
  answered_by TEXT,
  answered_at INTEGER CHECK (answered_at BETWEEN 0 AND 7258118400),
  ask_customer INTEGER NOT NULL CHECK (ask_customer IN (0, 1)),
  note TEXT,
  UNIQUE (case_id, question)
) STRICT;

CREATE TABLE input_evidence (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  input TEXT NOT NULL CHECK (input <> ''),
  met_at INTEGER CHECK (met_at BETWEEN 0 AND 7258118400),
  evidence TEXT,
  recorded_by TEXT,
  UNIQUE (case_id, input)
) STRICT;

CREATE TABLE environments (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  name TEXT NOT NULL CHECK (name <> ''),
  role TEXT NOT NULL CHECK (role IN ('development', 'staging', 'test', 'production', 'other')),
  state TEXT NOT NULL CHECK (state IN ('planned', 'running', 'done', 'failed', 'not-needed')),
  upgraded_here INTEGER NOT NULL CHECK (upgraded_here IN (0, 1)),
  version TEXT,
  host TEXT,
  variables TEXT,
  credentials_kept TEXT,
  upgraded_at INTEGER CHECK (upgraded_at BETWEEN 0 AND 7258118400),
  note TEXT
) STRICT;
CREATE INDEX environments_case ON environments (case_id);

CREATE TABLE findings (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  exclusion TEXT NOT NULL CHECK (exclusion <> ''),
  environment_id TEXT REFERENCES environments (id),
  state TEXT NOT NULL CHECK (state IN ('clear', 'unknown', 'conditional', 'triggered')),
  because TEXT,
  override TEXT NOT NULL CHECK (override IN ('none', 'clear', 'triggered')),
  override_reason TEXT,
  evaluated_at INTEGER NOT NULL CHECK (evaluated_at BETWEEN 0 AND 7258118400)
) STRICT;
CREATE INDEX findings_case ON findings (case_id);
CREATE INDEX findings_environment ON findings (environment_id)
  WHERE environment_id IS NOT NULL;

CREATE TABLE engagements (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  finding_id TEXT REFERENCES findings (id),
  environment_id TEXT REFERENCES environments (id),
  title TEXT NOT NULL CHECK (title <> ''),
  state TEXT NOT NULL CHECK (state IN ('proposed', 'offered', 'agreed', 'declined', 'done')),
  opened_at INTEGER NOT NULL CHECK (opened_at BETWEEN 0 AND 7258118400),
  note TEXT
) STRICT;
CREATE INDEX engagements_case ON engagements (case_id);
CREATE INDEX engagements_finding ON engagements (finding_id) WHERE finding_id IS NOT NULL;
CREATE INDEX engagements_environment ON engagements (environment_id)
  WHERE environment_id IS NOT NULL;

CREATE TABLE document_links (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  activity_id TEXT REFERENCES activities (id),
  title TEXT NOT NULL CHECK (title <> ''),
  address TEXT,
  content_hash TEXT REFERENCES journal_contents (hash),
  note TEXT
) STRICT;
CREATE INDEX document_links_case ON document_links (case_id);
CREATE INDEX document_links_activity ON document_links (activity_id)
  WHERE activity_id IS NOT NULL;

CREATE TABLE log_entries (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  activity_id TEXT REFERENCES activities (id),
  kind TEXT NOT NULL CHECK (kind IN ('step', 'setting', 'observation', 'attachment')),
  happened_at INTEGER NOT NULL CHECK (happened_at BETWEEN 0 AND 7258118400),
  text TEXT NOT NULL CHECK (text <> ''),
  command TEXT,
  expected TEXT,
  seen TEXT,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 999999),
  file_name TEXT,
  content_hash TEXT REFERENCES journal_contents (hash),
  author TEXT
) STRICT;
CREATE INDEX log_entries_case ON log_entries (case_id, happened_at);
CREATE INDEX log_entries_activity ON log_entries (activity_id) WHERE activity_id IS NOT NULL;

CREATE TABLE test_runs (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  name TEXT NOT NULL CHECK (name <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('first', 'retest')),
  started_at INTEGER NOT NULL CHECK (started_at BETWEEN 0 AND 7258118400),
  finished_at INTEGER CHECK (finished_at BETWEEN 0 AND 7258118400),
  tester TEXT,
  note TEXT
) STRICT;
CREATE INDEX test_runs_case ON test_runs (case_id);

CREATE TABLE test_results (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  run_id TEXT NOT NULL REFERENCES test_runs (id),
  test TEXT NOT NULL CHECK (test <> ''),
  outcome TEXT NOT NULL CHECK (outcome IN ('not-run', 'passed', 'failed', 'blocked')),
  note TEXT,
  UNIQUE (run_id, test)
) STRICT;
CREATE INDEX test_results_case ON test_results (case_id);

CREATE TABLE issues (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  result_id TEXT REFERENCES test_results (id),
  title TEXT NOT NULL CHECK (title <> ''),
  description TEXT,
  state TEXT NOT NULL CHECK (state IN ('open', 'solved', 'documented', 'out-of-scope')),
  component TEXT,
  resolution TEXT,
  found_at INTEGER NOT NULL CHECK (found_at BETWEEN 0 AND 7258118400),
  resolved_at INTEGER CHECK (resolved_at BETWEEN 0 AND 7258118400)
) STRICT;
CREATE INDEX issues_case ON issues (case_id);
CREATE INDEX issues_result ON issues (result_id) WHERE result_id IS NOT NULL;

CREATE TABLE playbook_steps (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  log_entry_id TEXT REFERENCES log_entries (id),
  position INTEGER NOT NULL CHECK (position BETWEEN 0 AND 999999),
  section TEXT,
  title TEXT NOT NULL CHECK (title <> ''),
  instruction TEXT,
  command TEXT,
  expected TEXT,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 999999)
) STRICT;
CREATE INDEX playbook_steps_case ON playbook_steps (case_id, position);
CREATE INDEX playbook_steps_log_entry ON playbook_steps (log_entry_id)
  WHERE log_entry_id IS NOT NULL;

CREATE TABLE playbook_revisions (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  number INTEGER NOT NULL CHECK (number BETWEEN 1 AND 9999),
  name TEXT NOT NULL CHECK (name <> ''),
  state TEXT NOT NULL CHECK (state IN ('draft', 'sent', 'final')),
  made_at INTEGER NOT NULL CHECK (made_at BETWEEN 0 AND 7258118400),
  sent_at INTEGER CHECK (sent_at BETWEEN 0 AND 7258118400),
  content_hash TEXT NOT NULL REFERENCES journal_contents (hash),
  author TEXT,
  note TEXT,
  UNIQUE (case_id, number)
) STRICT;

CREATE TABLE change_requests (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  revision_id TEXT REFERENCES playbook_revisions (id),
  step_id TEXT REFERENCES playbook_steps (id),
  text TEXT NOT NULL CHECK (text <> ''),
  state TEXT NOT NULL CHECK (state IN ('submitted', 'discussed', 'agreed', 'declined', 'done')),
  submitted_at INTEGER NOT NULL CHECK (submitted_at BETWEEN 0 AND 7258118400),
  submitted_by TEXT,
  reply TEXT
) STRICT;
CREATE INDEX change_requests_case ON change_requests (case_id);
CREATE INDEX change_requests_revision ON change_requests (revision_id)
  WHERE revision_id IS NOT NULL;
CREATE INDEX change_requests_step ON change_requests (step_id) WHERE step_id IS NOT NULL;

CREATE TABLE support_calls (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT NOT NULL REFERENCES cases (id),
  called_at INTEGER NOT NULL CHECK (called_at BETWEEN 0 AND 7258118400),
  caller TEXT,
  subject TEXT NOT NULL CHECK (subject <> ''),
  description TEXT,
  replicated INTEGER NOT NULL CHECK (replicated IN (0, 1)),
  admissible INTEGER NOT NULL CHECK (admissible IN (0, 1)),
  resolution TEXT,
  resolved_at INTEGER CHECK (resolved_at BETWEEN 0 AND 7258118400),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 999999)
) STRICT;
CREATE INDEX support_calls_case ON support_calls (case_id, called_at);

CREATE TABLE reminders (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT REFERENCES cases (id),
  key TEXT NOT NULL CHECK (key <> ''),
  due_at INTEGER NOT NULL CHECK (due_at BETWEEN 0 AND 7258118400),
  state TEXT NOT NULL CHECK (state IN ('pending', 'sent', 'snoozed', 'done', 'withdrawn')),
  sent_at INTEGER CHECK (sent_at BETWEEN 0 AND 7258118400),
  snoozed_until INTEGER CHECK (snoozed_until BETWEEN 0 AND 7258118400),
  UNIQUE (key)
) STRICT;
CREATE INDEX reminders_case ON reminders (case_id) WHERE case_id IS NOT NULL;

CREATE TABLE preferences (
  id TEXT PRIMARY KEY NOT NULL CHECK (length (id) = 36),
  case_id TEXT REFERENCES cases (id),
  key TEXT NOT NULL CHECK (key <> ''),
  value TEXT
) STRICT;
CREATE INDEX preferences_case ON preferences (case_id) WHERE case_id IS NOT NULL;
CREATE UNIQUE INDEX preferences_key ON preferences (ifnull (case_id, ''), key);
