/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "delivery/dd-case-agreement.h"
#include "delivery/dd-label.h"

#define CASE     "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
#define BASELINE "f81d4fae-7dec-11d0-a765-00a0c91e6bf7"

static const char *
get_text (const DdChange *change, const char *name)
{
  guint index = (guint) dd_entity_find (change->entity, name);

  return dd_change_find_field (change, index)->after.text;
}

static gint64
get_integer (const DdChange *change, const char *name)
{
  guint index = (guint) dd_entity_find (change->entity, name);

  return dd_change_find_field (change, index)->after.integer;
}

/* One baseline, and a row for each entry that belongs to it. */
static void
test_take (void)
{
  const DdActor anna = { .user = "Anna", .now = 5000 };
  g_autoptr (DdBaseline) agreed = dd_baseline_new_empty (4000, "Grace", 4100, 4900);
  g_autoptr (DdAction) action = NULL;
  g_autofree char *words = NULL;
  GPtrArray *changes;

  dd_baseline_add (agreed, "a", "Ask", 4100, 4200, 8);
  dd_baseline_add (agreed, "b", "Build", 4200, 4900, 9);
  action = dd_case_agreement_take (CASE, agreed, "First", BASELINE, &anna);
  words = dd_label_format (dd_action_get_label (action), dd_action_get_arguments (action));
  changes = dd_action_get_changes (action);
  g_assert_cmpstr (words, ==, "Agreed the plan");
  g_assert_cmpint (dd_action_get_at (action), ==, 5000);
  g_assert_cmpuint (changes->len, ==, 3);
  g_assert_cmpstr (((DdChange *) changes->pdata[0])->record_id, ==, BASELINE);
  g_assert_cmpstr (get_text (changes->pdata[0], "name"), ==, "First");
  g_assert_cmpstr (get_text (changes->pdata[0], "agreed_by"), ==, "Grace");
  g_assert_cmpint (get_integer (changes->pdata[0], "agreed_at"), ==, 4000);
  g_assert_cmpint (get_integer (changes->pdata[0], "finish_at"), ==, 4900);
  g_assert_cmpstr (get_text (changes->pdata[2], "case_id"), ==, CASE);
  g_assert_cmpstr (get_text (changes->pdata[2], "baseline_id"), ==, BASELINE);
  g_assert_cmpstr (get_text (changes->pdata[2], "definition_id"), ==, "b");
  g_assert_cmpint (get_integer (changes->pdata[2], "duration_minutes"), ==, 9);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case-agreement/take", test_take);
  return g_test_run ();
}
