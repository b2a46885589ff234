/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-zone-names.h"

#define TABLE                                                                                      \
  "# comment\tof\tthree\n"                                                                         \
  "US\t+404251-0740023\tAmerica/New_York\tEastern (most areas)\n"                                  \
  "DE\t+5230+01322\tEurope/Berlin\tmost of Germany\n"                                              \
  "AT\t+4813+01620\tEurope/Vienna\n"                                                               \
  "half a line\n"

static void
test_reads_the_systems_table (void)
{
  g_auto (GStrv) names = dd_zone_names_parse (TABLE);
  g_autofree char *joined = g_strjoinv (" ", names);

  g_assert_cmpstr (joined, ==, "America/New_York Europe/Berlin Europe/Vienna UTC");
}

static void
test_knows_the_systems_zones (void)
{
  g_auto (GStrv) names = dd_zone_names_load ();

  g_assert_true (g_strv_contains ((const char *const *) names, "UTC"));
}

static const struct
{
  const char *typed;
  guint limit;
  const char *found;
} typed[] = {
  { "ber", 4, "Europe/Berlin" },
  { "EUROPE", 4, "Europe/Berlin Europe/Vienna" },
  { "europe", 1, "Europe/Berlin" },
  { "new york", 4, "America/New_York" },
  { "Europe/Berlin", 4, "" },
  { "", 4, "" },
  { "Mordor", 4, "" },
};

static void
test_finds_what_is_typed (void)
{
  g_auto (GStrv) names = dd_zone_names_parse (TABLE);

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autoptr (GPtrArray) found =
          dd_zone_names_match ((const char *const *) names, typed[i].typed, typed[i].limit);
      g_autofree char *joined = NULL;

      g_ptr_array_add (found, NULL);
      joined = g_strjoinv (" ", (GStrv) found->pdata);
      g_assert_cmpstr (joined, ==, typed[i].found);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/zone-names/reads-the-systems-table", test_reads_the_systems_table);
  g_test_add_func ("/zone-names/knows-the-systems-zones", test_knows_the_systems_zones);
  g_test_add_func ("/zone-names/finds-what-is-typed", test_finds_what_is_typed);
  return g_test_run ();
}
