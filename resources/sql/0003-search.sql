-- SPDX-FileCopyrightText: The Drydock contributors
-- SPDX-License-Identifier: GPL-3.0-or-later

-- The full-text search.

-- What is searched: a row's id and what it is a row of. "id" is that of its texts in the index.
CREATE TABLE search_documents (
  id INTEGER PRIMARY KEY NOT NULL,
  record_id TEXT NOT NULL UNIQUE,
  entity TEXT NOT NULL,
  case_id TEXT
) STRICT;

-- The rows whose texts changed since the index was brought up to date, which the store does before
-- an action ends. No trigger can do it: SQLite 3.40 lets none write to the index where schemas are
-- not trusted. But triggers notice every change, whoever makes it.
CREATE TABLE search_pending (
  record_id TEXT PRIMARY KEY NOT NULL,
  entity TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- The texts: "title" is the name of what is part of nothing else (a case, a customer, a person), so
-- that those can be looked for first; "a" to "g" are the other fields, in their order. Beginnings
-- of two characters have an index of their own, because very many words have each.
CREATE VIRTUAL TABLE search USING fts5 (
  title, a, b, c, d, e, f, g, tokenize = 'unicode61 remove_diacritics 2', prefix = '2'
);

-- Each table with fields flagged DD_FIELD_SEARCHED in core/delivery; a test holds the two together.
-- The index is filled when it is used first.

CREATE TRIGGER customers_searched_insert AFTER INSERT ON customers
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'customers'); END;
CREATE TRIGGER customers_searched_update AFTER UPDATE OF name, note ON customers
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'customers'); END;
CREATE TRIGGER customers_searched_delete AFTER DELETE ON customers
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'customers'); END;
INSERT INTO search_pending SELECT id, 'customers' FROM customers;

CREATE TRIGGER people_searched_insert AFTER INSERT ON people
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'people'); END;
CREATE TRIGGER people_searched_update AFTER UPDATE OF name, email, note ON people
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'people'); END;
CREATE TRIGGER people_searched_delete AFTER DELETE ON people
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'people'); END;
INSERT INTO search_pending SELECT id, 'people' FROM people;

CREATE TRIGGER cases_searched_insert AFTER INSERT ON cases
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'cases'); END;
CREATE TRIGGER cases_searched_update AFTER UPDATE OF title, portal_case, product, current_version,
  target_version, deadline_reason, closing_note, note ON cases
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'cases'); END;
CREATE TRIGGER cases_searched_delete AFTER DELETE ON cases
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'cases'); END;
INSERT INTO search_pending SELECT id, 'cases' FROM cases;

CREATE TRIGGER activities_searched_insert AFTER INSERT ON activities
WHEN coalesce (NEW.skip_reason, NEW.override_reason, NEW.evidence, NEW.note) IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'activities'); END;
CREATE TRIGGER activities_searched_update AFTER UPDATE OF case_id, skip_reason, override_reason,
  evidence, note ON activities
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'activities'); END;
CREATE TRIGGER activities_searched_delete AFTER DELETE ON activities
WHEN coalesce (OLD.skip_reason, OLD.override_reason, OLD.evidence, OLD.note) IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'activities'); END;
INSERT INTO search_pending SELECT id, 'activities' FROM activities
WHERE coalesce (skip_reason, override_reason, evidence, note) IS NOT NULL;

CREATE TRIGGER waits_searched_insert AFTER INSERT ON waits
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'waits'); END;
CREATE TRIGGER waits_searched_update AFTER UPDATE OF case_id, reason ON waits
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'waits'); END;
CREATE TRIGGER waits_searched_delete AFTER DELETE ON waits
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'waits'); END;
INSERT INTO search_pending SELECT id, 'waits' FROM waits;

CREATE TRIGGER baselines_searched_insert AFTER INSERT ON baselines
WHEN NEW.note IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'baselines'); END;
CREATE TRIGGER baselines_searched_update AFTER UPDATE OF case_id, note ON baselines
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'baselines'); END;
CREATE TRIGGER baselines_searched_delete AFTER DELETE ON baselines
WHEN OLD.note IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'baselines'); END;
INSERT INTO search_pending SELECT id, 'baselines' FROM baselines
WHERE note IS NOT NULL;

CREATE TRIGGER answers_searched_insert AFTER INSERT ON answers
WHEN coalesce (NEW.value, NEW.note) IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'answers'); END;
CREATE TRIGGER answers_searched_update AFTER UPDATE OF case_id, value, note ON answers
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'answers'); END;
CREATE TRIGGER answers_searched_delete AFTER DELETE ON answers
WHEN coalesce (OLD.value, OLD.note) IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'answers'); END;
INSERT INTO search_pending SELECT id, 'answers' FROM answers
WHERE coalesce (value, note) IS NOT NULL;

CREATE TRIGGER input_evidence_searched_insert AFTER INSERT ON input_evidence
WHEN NEW.evidence IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'input_evidence'); END;
CREATE TRIGGER input_evidence_searched_update AFTER UPDATE OF case_id, evidence ON input_evidence
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'input_evidence'); END;
CREATE TRIGGER input_evidence_searched_delete AFTER DELETE ON input_evidence
WHEN OLD.evidence IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'input_evidence'); END;
INSERT INTO search_pending SELECT id, 'input_evidence' FROM input_evidence
WHERE evidence IS NOT NULL;

CREATE TRIGGER environments_searched_insert AFTER INSERT ON environments
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'environments'); END;
CREATE TRIGGER environments_searched_update AFTER UPDATE OF case_id, name, version, host,
  note ON environments
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'environments'); END;
CREATE TRIGGER environments_searched_delete AFTER DELETE ON environments
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'environments'); END;
INSERT INTO search_pending SELECT id, 'environments' FROM environments;

CREATE TRIGGER findings_searched_insert AFTER INSERT ON findings
WHEN NEW.override_reason IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'findings'); END;
CREATE TRIGGER findings_searched_update AFTER UPDATE OF case_id, override_reason ON findings
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'findings'); END;
CREATE TRIGGER findings_searched_delete AFTER DELETE ON findings
WHEN OLD.override_reason IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'findings'); END;
INSERT INTO search_pending SELECT id, 'findings' FROM findings
WHERE override_reason IS NOT NULL;

CREATE TRIGGER engagements_searched_insert AFTER INSERT ON engagements
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'engagements'); END;
CREATE TRIGGER engagements_searched_update AFTER UPDATE OF case_id, title, note ON engagements
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'engagements'); END;
CREATE TRIGGER engagements_searched_delete AFTER DELETE ON engagements
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'engagements'); END;
INSERT INTO search_pending SELECT id, 'engagements' FROM engagements;

CREATE TRIGGER document_links_searched_insert AFTER INSERT ON document_links
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'document_links'); END;
CREATE TRIGGER document_links_searched_update AFTER UPDATE OF case_id, title, address,
  note ON document_links
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'document_links'); END;
CREATE TRIGGER document_links_searched_delete AFTER DELETE ON document_links
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'document_links'); END;
INSERT INTO search_pending SELECT id, 'document_links' FROM document_links;

CREATE TRIGGER log_entries_searched_insert AFTER INSERT ON log_entries
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'log_entries'); END;
CREATE TRIGGER log_entries_searched_update AFTER UPDATE OF case_id, text, command, expected, seen,
  file_name ON log_entries
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'log_entries'); END;
CREATE TRIGGER log_entries_searched_delete AFTER DELETE ON log_entries
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'log_entries'); END;
INSERT INTO search_pending SELECT id, 'log_entries' FROM log_entries;

CREATE TRIGGER test_runs_searched_insert AFTER INSERT ON test_runs
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'test_runs'); END;
CREATE TRIGGER test_runs_searched_update AFTER UPDATE OF case_id, name, note ON test_runs
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'test_runs'); END;
CREATE TRIGGER test_runs_searched_delete AFTER DELETE ON test_runs
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'test_runs'); END;
INSERT INTO search_pending SELECT id, 'test_runs' FROM test_runs;

CREATE TRIGGER test_results_searched_insert AFTER INSERT ON test_results
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'test_results'); END;
CREATE TRIGGER test_results_searched_update AFTER UPDATE OF case_id, test, note ON test_results
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'test_results'); END;
CREATE TRIGGER test_results_searched_delete AFTER DELETE ON test_results
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'test_results'); END;
INSERT INTO search_pending SELECT id, 'test_results' FROM test_results;

CREATE TRIGGER issues_searched_insert AFTER INSERT ON issues
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'issues'); END;
CREATE TRIGGER issues_searched_update AFTER UPDATE OF case_id, title, description, component,
  resolution ON issues
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'issues'); END;
CREATE TRIGGER issues_searched_delete AFTER DELETE ON issues
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'issues'); END;
INSERT INTO search_pending SELECT id, 'issues' FROM issues;

CREATE TRIGGER playbook_steps_searched_insert AFTER INSERT ON playbook_steps
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'playbook_steps'); END;
CREATE TRIGGER playbook_steps_searched_update AFTER UPDATE OF case_id, section, title, instruction,
  command, expected ON playbook_steps
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'playbook_steps'); END;
CREATE TRIGGER playbook_steps_searched_delete AFTER DELETE ON playbook_steps
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'playbook_steps'); END;
INSERT INTO search_pending SELECT id, 'playbook_steps' FROM playbook_steps;

CREATE TRIGGER playbook_revisions_searched_insert AFTER INSERT ON playbook_revisions
WHEN NEW.note IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'playbook_revisions'); END;
CREATE TRIGGER playbook_revisions_searched_update AFTER UPDATE OF case_id,
  note ON playbook_revisions
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'playbook_revisions'); END;
CREATE TRIGGER playbook_revisions_searched_delete AFTER DELETE ON playbook_revisions
WHEN OLD.note IS NOT NULL
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'playbook_revisions'); END;
INSERT INTO search_pending SELECT id, 'playbook_revisions' FROM playbook_revisions
WHERE note IS NOT NULL;

CREATE TRIGGER change_requests_searched_insert AFTER INSERT ON change_requests
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'change_requests'); END;
CREATE TRIGGER change_requests_searched_update AFTER UPDATE OF case_id, text,
  reply ON change_requests
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'change_requests'); END;
CREATE TRIGGER change_requests_searched_delete AFTER DELETE ON change_requests
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'change_requests'); END;
INSERT INTO search_pending SELECT id, 'change_requests' FROM change_requests;

CREATE TRIGGER support_calls_searched_insert AFTER INSERT ON support_calls
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'support_calls'); END;
CREATE TRIGGER support_calls_searched_update AFTER UPDATE OF case_id, caller, subject, description,
  resolution ON support_calls
BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id, 'support_calls'); END;
CREATE TRIGGER support_calls_searched_delete AFTER DELETE ON support_calls
BEGIN INSERT OR IGNORE INTO search_pending VALUES (OLD.id, 'support_calls'); END;
INSERT INTO search_pending SELECT id, 'support_calls' FROM support_calls;
