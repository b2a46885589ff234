/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "form/dd-version.h"

static const char *const valid[] = { "0",
                                     "6.2",
                                     "11.3.0.1",
                                     "6.2 SP1",
                                     "6.2-beta+build_7",
                                     "10a",
                                     "2026-12-01",
                                     "123456789012345678901234567890" };

static const char *const invalid[] = { "",     "v6",   "six",         "6.",      "6..2",
                                       "6 .2", ".6",   "6.2 ",        " 6.2",    "6,2",
                                       "6/2",  "6\n2", "6.2\xc3\xa4", "\xd9\xa3" };

static void
test_valid (void)
{
  g_autofree char *longest = g_strnfill (60, '1'), *longer = g_strnfill (61, '1');

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    g_assert_true (dd_version_is_valid (valid[i]));
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    g_assert_false (dd_version_is_valid (invalid[i]));
  g_assert_true (dd_version_is_valid (longest));
  g_assert_false (dd_version_is_valid (longer));
}

/* Each is earlier than the next; within a line they are equal. */
static const char *const ordered[][3] = {
  { "0", "0.0", "00" },
  { "5" },
  { "5.9" },
  { "6", "6.0", "6.0.0" },
  { "6.0.0.1" },
  { "6.0.1", "6-0-1" },
  { "6-beta", "6 BETA", "6beta" },
  { "6.2", "06.2", "6.2.0" },
  { "6.2a" },
  { "6.2b" },
  { "6.2 SP1", "6.2sp1", "6.2-SP-01" },
  { "6.2 SP2" },
  { "6.2 SP10" },
  { "6.2 SPX" },
  { "6.2.1" },
  { "6.10" },
  { "2026-02-28" },
  { "2026-12-01", "2026.12.1" },
  { "99999999999999999999998" },
  { "99999999999999999999999" },
};

static int
sign (int number)
{
  return (number > 0) - (number < 0);
}

static void
test_order (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    for (guint j = 0; j < G_N_ELEMENTS (ordered); j++)
      for (guint k = 0; k < 3 && ordered[j][k] != NULL; k++)
        {
          int expected = sign ((int) i - (int) j);

          if (sign (dd_version_compare (ordered[i][0], ordered[j][k])) != expected
              || sign (dd_version_compare (ordered[j][k], ordered[i][0])) != -expected)
            g_error ("%s and %s are not ordered", ordered[i][0], ordered[j][k]);
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/version/valid", test_valid);
  g_test_add_func ("/version/order", test_order);

  return g_test_run ();
}
