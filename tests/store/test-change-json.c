/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The sides of changes as JSON, and what is made of JSON that is not ours.
 */

#include "config.h"

#include "dd-change-json.h"

#include "delivery/dd-case.h"

#define ID "0b7f5ee6-5d8f-4f0c-9f0e-0a2d4f3c6a11"

static void
add (DdChange *change, const char *name, DdValue before, DdValue after)
{
  dd_change_add_field (change, (guint) dd_entity_find (&dd_case_entity, name), before, after);
}

/* One field of each kind. */
static DdChange *
make_change (void)
{
  DdChange *change = dd_change_new (DD_CHANGE_UPDATE, &dd_case_entity, ID, ID);
  const DdValue none = { .integer = DD_INTEGER_NONE };

  add (change, "title", (DdValue){ .text = (char *) "\"a\"\\\n\x01\x7f🚢" },
       (DdValue){ .text = (char *) "" });
  add (change, "deadline", (DdValue){ .text = NULL }, (DdValue){ .text = (char *) "2026-12-18" });
  add (change, "access_acknowledged", (DdValue){ .integer = 0 }, (DdValue){ .integer = 1 });
  add (change, "state", (DdValue){ .integer = DD_CASE_REQUESTED },
       (DdValue){ .integer = DD_CASE_RUNNING });
  add (change, "start_at", (DdValue){ .integer = DD_INSTANT_MAX }, none);
  return change;
}

static void
test_words (void)
{
  g_autoptr (DdChange) change = make_change ();
  g_autofree char *after = dd_change_after_to_json (change);

  g_assert_cmpstr (after, ==,
                   "{\"title\":\"\",\"deadline\":\"2026-12-18\",\"access_acknowledged\":true,"
                   "\"state\":\"running\",\"start_at\":null}");
}

static void
test_round_trip (void)
{
  g_autoptr (DdChange) change = make_change ();
  g_autofree char *before = dd_change_before_to_json (change);
  g_autofree char *after = dd_change_after_to_json (change);
  gboolean complete = FALSE;
  g_autoptr (DdChange) read =
      dd_change_from_json (&dd_case_entity, ID, ID, before, after, &complete);

  g_assert_true (complete);
  g_assert_cmpint (read->kind, ==, DD_CHANGE_UPDATE);
  g_assert_cmpuint (read->fields->len, ==, change->fields->len);
  for (guint i = 0; i < read->fields->len; i++)
    {
      const DdFieldChange *first = &g_array_index (change->fields, DdFieldChange, i);
      const DdFieldChange *second = &g_array_index (read->fields, DdFieldChange, i);
      const DdField *field = &dd_case_entity.fields[first->index];

      g_assert_cmpuint (first->index, ==, second->index);
      g_assert_true (dd_field_equal (field, first->before, second->before));
      g_assert_true (dd_field_equal (field, first->after, second->after));
    }
}

typedef struct
{
  const char *name;
  const char *before; /* (nullable) */
  const char *after;  /* (nullable) */
  int fields;         /* that are read; -1: none, it is no change */
  gboolean complete;
} Row;

static const Row rows[] = {
  { "an insert", NULL, "{\"title\":\"a\"}", 1, TRUE },
  { "a delete", "{\"title\":\"a\"}", NULL, 1, TRUE },
  { "nothing in it", "{}", "{}", 0, TRUE },
  { "one side", "{\"title\":\"a\"}", "{}", 1, TRUE },
  { "an unknown field", "{\"title\":\"a\",\"fax\":1}", "{\"title\":\"b\"}", 1, FALSE },
  { "an unknown word", "{\"state\":\"lost\"}", "{\"state\":\"running\"}", 0, FALSE },
  { "a number for a text", NULL, "{\"title\":7}", 0, FALSE },
  { "a text for a number", NULL, "{\"start_at\":\"7\"}", 0, FALSE },
  { "a number for yes", NULL, "{\"access_acknowledged\":1}", 0, FALSE },
  { "a fraction", NULL, "{\"start_at\":7.5}", 0, FALSE },
  { "an array for a text", NULL, "{\"title\":[]}", 0, FALSE },
  { "an array", "[]", NULL, -1, FALSE },
  { "no JSON", "{", NULL, -1, FALSE },
  { "no text", "", NULL, -1, FALSE },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  gboolean complete = FALSE;
  g_autoptr (DdChange) change =
      dd_change_from_json (&dd_case_entity, ID, ID, row->before, row->after, &complete);

  g_assert_cmpint (change != NULL ? (int) change->fields->len : -1, ==, row->fields);
  g_assert_cmpint (complete, ==, row->complete);
}

static void
test_valid (void)
{
  g_assert_true (dd_json_is_valid ("{\"a\":[1,null,\"\\u0000\"]}"));
  g_assert_true (dd_json_is_valid ("7"));
  g_assert_false (dd_json_is_valid (""));
  g_assert_false (dd_json_is_valid ("{"));
  g_assert_false (dd_json_is_valid ("1 2"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-json/words", test_words);
  g_test_add_func ("/change-json/round-trip", test_round_trip);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/change-json/%s", rows[i].name);
      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/change-json/valid", test_valid);
  return g_test_run ();
}
