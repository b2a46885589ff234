/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "delivery/dd-record-id.h"

static void
test_derive (void)
{
  static const struct
  {
    const char *from;
    const char *name;
  } rows[] = {
    { "a", NULL }, { "a", "b" }, { "b", "a" },  { "ab", NULL },
    { "", "ab" },  { "", "a" },  { "a", "bc" }, { "ab", "c" },
  };
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *again = dd_record_id_derive (rows[i].from, rows[i].name);
      char *id = dd_record_id_derive (rows[i].from, rows[i].name);

      g_assert_true (g_uuid_string_is_valid (id));
      g_assert_cmpstr (id, ==, again);
      g_assert_true (g_hash_table_add (ids, id));
    }
}

/* What is in databases stays what it is. */
static void
test_known (void)
{
  g_autofree char *id = dd_record_id_derive ("f81d4fae-7dec-11d0-a765-00a0c91e6bf6", "test");

  g_assert_cmpstr (id, ==, "1b38048b-78d1-8605-a1e5-465d2cbdcfcb");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record-id/derive", test_derive);
  g_test_add_func ("/record-id/known", test_known);
  return g_test_run ();
}
