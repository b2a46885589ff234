/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Changes in words.
 */

#include "config.h"

#include "delivery/dd-entities.h"
#include "delivery/dd-sentences.h"

#define CASE_ID     "0b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a11"
#define ACTIVITY_ID "1b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a12"
#define PERSON_ID   "2b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a13"
#define GONE_ID     "3b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a14"

static char *
name_row (const DdEntity *entity, const char *id, gpointer data)
{
  if (g_str_equal (id, ACTIVITY_ID))
    return g_strdup ("Backup Configuration Files");
  if (g_str_equal (id, PERSON_ID))
    return g_strdup ("Anna");
  return NULL;
}

typedef struct
{
  const char *name;
  const DdEntity *entity;
  const char *field;
  const char *before; /* as dd_field_parse() reads it */
  const char *after;
  const char *expected;
} Row;

static const Row rows[] = {
  { "a date moved", &dd_case_entity, "deadline", "2026-12-18", "2027-01-08",
    "Changed the deadline from 18 December 2026 to 8 January 2027" },
  { "a date set", &dd_case_entity, "deadline", "", "2027-01-08",
    "Set the deadline to 8 January 2027" },
  { "a date removed", &dd_case_entity, "deadline", "2027-01-08", "",
    "Removed the deadline, which was 8 January 2027" },
  { "a text", &dd_case_entity, "title", "Acme", "Beta", "Changed the title from “Acme” to “Beta”" },
  { "a state", &dd_case_entity, "state", "requested", "running",
    "Changed the state from requested to running" },
  { "yes and no", &dd_case_entity, "access_acknowledged", "no", "yes",
    "Changed the acknowledgement of access from no to yes" },
  { "an instant", &dd_case_entity, "start_at", "2026-12-01T09:00", "2026-12-02T09:00",
    "Changed the start from 1 December 2026, 09:00 to 2 December 2026, 09:00" },
  { "a reference", &dd_case_entity, "manager_id", "", PERSON_ID,
    "Set the project manager to “Anna”" },
  { "a reference to what is gone", &dd_case_entity, "manager_id", GONE_ID, PERSON_ID,
    "Changed the project manager from " GONE_ID " to “Anna”" },
  { "a part of the case", &dd_case_activity_entity, "state", "planned", "done",
    "Changed the state of the activity “Backup Configuration Files” from planned to done" },
  { "a number of a part", &dd_case_activity_entity, "override_minutes", "", "480",
    "Set the duration in working minutes of the activity “Backup Configuration Files” to 480" },
};

static DdValue
parse (const DdField *field, const char *text, DdCalendar *calendar)
{
  g_autoptr (GError) error = NULL;
  DdValue value;

  dd_field_parse (field, text, -1, calendar, &value, &error);
  g_assert_no_error (error);
  return value;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);
  DdSentenceContext context = { calendar, name_row, NULL };
  gboolean part = row->entity != &dd_case_entity;
  g_autoptr (DdChange) change =
      dd_change_new (DD_CHANGE_UPDATE, row->entity, part ? ACTIVITY_ID : CASE_ID, CASE_ID);
  guint index = (guint) dd_entity_find (row->entity, row->field);
  const DdField *field = &row->entity->fields[index];
  DdValue before = parse (field, row->before, calendar);
  DdValue after = parse (field, row->after, calendar);
  g_auto (GStrv) sentences = NULL;

  dd_change_add_field (change, index, before, after);
  sentences = dd_sentences_from_change (change, &context);
  g_assert_cmpuint (g_strv_length (sentences), ==, 1);
  g_assert_cmpstr (sentences[0], ==, row->expected);
  dd_field_clear_value (field, &before);
  dd_field_clear_value (field, &after);
}

static void
check_one (const DdChange *change, DdCalendar *calendar, const char *expected)
{
  DdSentenceContext context = { calendar, name_row, NULL };
  g_auto (GStrv) sentences = dd_sentences_from_change (change, &context);

  g_assert_cmpuint (g_strv_length (sentences), ==, 1);
  g_assert_cmpstr (sentences[0], ==, expected);
}

/* However many fields it has, a row is added or deleted once. */
static void
test_rows (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (DdRecord) entry = dd_record_new (&dd_log_entry_entity, NULL);
  g_autoptr (DdChange) added = NULL;
  g_autoptr (DdChange) deleted = NULL;

  dd_record_set_text (entry, "case_id", CASE_ID);
  dd_record_set_text (entry, "text", "Stopped\nthe broker");
  dd_record_set_integer (entry, "minutes", 5);
  added = dd_change_new_save (entry);
  deleted = dd_change_invert (added);
  check_one (added, calendar, "Added the log entry “Stopped the broker”");
  check_one (deleted, calendar, "Deleted the log entry “Stopped the broker”");
}

/* Each field of a changed row has its own sentence. */
static void
test_several (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  DdSentenceContext context = { calendar, name_row, NULL };
  g_autoptr (DdRecord) record = dd_record_new (&dd_case_entity, CASE_ID);
  g_autoptr (DdChange) change = NULL;
  g_auto (GStrv) sentences = NULL;

  dd_record_settle (record);
  dd_record_set_text (record, "current_version", "9.1");
  dd_record_set_text (record, "target_version", "10.0");
  change = dd_change_new_save (record);
  sentences = dd_sentences_from_change (change, &context);
  g_assert_cmpuint (g_strv_length (sentences), ==, 2);
  g_assert_cmpstr (sentences[0], ==, "Set the current version to “9.1”");
  g_assert_cmpstr (sentences[1], ==, "Set the target version to “10.0”");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/sentences/%s", rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/sentences/rows", test_rows);
  g_test_add_func ("/sentences/several", test_several);
  return g_test_run ();
}
