/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Actions: what is collected, and that it is a copy.
 */

#include "config.h"

#include "delivery/dd-action.h"
#include "delivery/dd-customer.h"

static void
test_label (void)
{
  g_autoptr (DdAction) plain = dd_action_new ("Anna", 7, NULL, NULL);
  g_autoptr (DdAction) labelled = dd_action_new ("Anna", 7, "%s and %s", "one", "two", NULL);

  g_assert_null (dd_action_get_label (plain));
  g_assert_null (dd_action_get_arguments (plain)[0]);
  g_assert_cmpstr (dd_action_get_user (labelled), ==, "Anna");
  g_assert_cmpint (dd_action_get_at (labelled), ==, 7);
  g_assert_cmpstr (dd_action_get_label (labelled), ==, "%s and %s");
  g_assert_cmpstr (dd_action_get_arguments (labelled)[0], ==, "one");
  g_assert_cmpstr (dd_action_get_arguments (labelled)[1], ==, "two");
  g_assert_null (dd_action_get_arguments (labelled)[2]);
}

/* What becomes of the record after it was added does not count. */
static void
test_changes (void)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 7, NULL, NULL);
  g_autoptr (DdRecord) record = dd_record_new (&dd_customer_entity, NULL);
  GPtrArray *changes = dd_action_get_changes (action);

  dd_record_set_text (record, "name", "Acme");
  dd_action_save (action, record);
  dd_record_settle (record);
  dd_action_save (action, record);
  dd_record_set_text (record, "name", "Beta");
  dd_action_delete (action, record);

  g_assert_cmpuint (changes->len, ==, 2);
  g_assert_cmpint (((DdChange *) changes->pdata[0])->kind, ==, DD_CHANGE_INSERT);
  g_assert_cmpint (((DdChange *) changes->pdata[1])->kind, ==, DD_CHANGE_DELETE);
  g_assert_cmpstr (
      g_array_index (((DdChange *) changes->pdata[0])->fields, DdFieldChange, 0).after.text, ==,
      "Acme");
}

static void
test_keep (void)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 7, NULL, NULL);
  g_autoptr (GBytes) first = g_bytes_new_static ("abc", 3);
  g_autoptr (GBytes) second = g_bytes_new_static ("abc", 3);
  const char *hash = dd_action_keep (action, first);

  g_assert_cmpstr (hash, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_true (dd_action_keep (action, second) == hash);
  g_assert_cmpuint (g_hash_table_size (dd_action_get_contents (action)), ==, 1);
  g_assert_true (g_hash_table_lookup (dd_action_get_contents (action), hash) == first);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/action/label", test_label);
  g_test_add_func ("/action/changes", test_changes);
  g_test_add_func ("/action/keep", test_keep);
  return g_test_run ();
}
