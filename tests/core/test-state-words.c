/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "delivery/dd-state-words.h"

static void
test_activity (void)
{
  static const struct
  {
    DdActivityState state;
    const char *task;
    const char *gate;
  } rows[] = {
    { DD_STATE_PLANNED, "Planned", "Planned" },
    { DD_STATE_RUNNING, "Running", "Running" },
    { DD_STATE_DONE, "Done", "Met" },
    { DD_STATE_SKIPPED, "Skipped", "Skipped" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_assert_cmpstr (dd_activity_state_to_words (rows[i].state, FALSE), ==, rows[i].task);
      g_assert_cmpstr (dd_activity_state_to_words (rows[i].state, TRUE), ==, rows[i].gate);
    }
}

static void
test_party (void)
{
  g_assert_cmpstr (dd_party_to_words (DD_PARTY_CUSTOMER), ==, "Customer");
  g_assert_cmpstr (dd_party_to_words (DD_PARTY_VENDOR), ==, "Vendor");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/state-words/activity", test_activity);
  g_test_add_func ("/state-words/party", test_party);
  return g_test_run ();
}
