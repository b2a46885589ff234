/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-working-time.h"

/* A day of 480 minutes, where nothing else is said. */
static const struct
{
  gint64 minutes;
  const char *words;
  const char *short_words;
} amounts[] = {
  { 0, "0 minutes", "0 minutes" },
  { 1, "1 minute", "1 minute" },
  { 59, "59 minutes", "59 minutes" },
  { 60, "1 hour", "1 hour" },
  { 89, "1 hour", "1 hour" },
  { 90, "2 hours", "2 hours" },
  { 479, "8 hours", "8 hours" },
  { 480, "1 working day", "1 day" },
  { 719, "1 working day", "1 day" },
  { 720, "2 working days", "2 days" },
  { 1440, "3 working days", "3 days" },
  { -1440, "3 working days", "3 days" },
  { -60, "1 hour", "1 hour" },
  { G_GINT64_CONSTANT (480) * 59000, "59000 working days", "59000 days" },
};

static void
test_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *words = dd_working_time_to_words (amounts[i].minutes, 480);
      g_autofree char *short_words = dd_working_time_to_short_words (amounts[i].minutes, 480);

      g_assert_cmpstr (words, ==, amounts[i].words);
      g_assert_cmpstr (short_words, ==, amounts[i].short_words);
    }
}

/* A day is the calendar's: 450 minutes are one here, and none of 480. */
static void
test_other_days (void)
{
  g_autofree char *one = dd_working_time_to_words (450, 450);
  g_autofree char *none = dd_working_time_to_words (450, 480);

  g_assert_cmpstr (one, ==, "1 working day");
  g_assert_cmpstr (none, ==, "8 hours");
}

static void
test_round (void)
{
  g_assert_cmpint (dd_working_time_round (239, DD_TIME_DAY, 480), ==, 0);
  g_assert_cmpint (dd_working_time_round (240, DD_TIME_DAY, 480), ==, 1);
  g_assert_cmpint (dd_working_time_round (-240, DD_TIME_DAY, 480), ==, -1);
  g_assert_cmpint (dd_working_time_round (90, DD_TIME_HOUR, 480), ==, 2);
  g_assert_cmpint (dd_working_time_round (90, DD_TIME_MINUTE, 480), ==, 90);
}

static const struct
{
  const char *name;
  gint64 parts[3];
  gint64 total;
  gint64 shares[3];
} divisions[] = {
  { "exact", { 480, 960, 1440 }, 6, { 1, 2, 3 } },
  { "the larger remainder gets the rest", { 300, 660, 0 }, 2, { 1, 1, 0 } },
  { "equal remainders: the first", { 1, 1, 1 }, 2, { 1, 1, 0 } },
  { "nothing to share", { 100, 200, 300 }, 0, { 0, 0, 0 } },
  { "nobody to share among", { 0, 0, 0 }, 7, { 0, 0, 0 } },
  { "a part of nothing gets nothing", { 0, 1, 0 }, 5, { 0, 5, 0 } },
};

static void
test_apportion (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (divisions); i++)
    {
      gint64 shares[3];

      g_test_message ("%s", divisions[i].name);
      dd_working_time_apportion (divisions[i].parts, 3, divisions[i].total, shares);
      for (guint j = 0; j < 3; j++)
        g_assert_cmpint (shares[j], ==, divisions[i].shares[j]);
    }
}

/* Shares add up, and none is a whole one away from its exact part. */
static void
test_apportion_property (void)
{
  for (guint32 seed = 0; seed < 10000; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      guint n = g_rand_int_range (rand, 1, 9);
      gint64 total = g_rand_int_range (rand, 0, 200);
      gint64 parts[8], shares[8], whole = 0, sum = 0;

      for (guint i = 0; i < n; i++)
        {
          parts[i] = g_rand_boolean (rand) ? g_rand_int_range (rand, 0, 100000) : 0;
          whole += parts[i];
        }
      dd_working_time_apportion (parts, n, total, shares);
      for (guint i = 0; i < n; i++)
        {
          sum += shares[i];
          if (ABS (shares[i] * whole - parts[i] * total) >= MAX (whole, 1))
            g_test_fail_printf ("seed %u: part %u is not in proportion", seed, i);
        }
      if (sum != (whole > 0 ? total : 0))
        g_test_fail_printf ("seed %u: the shares do not add up", seed);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-time/words", test_words);
  g_test_add_func ("/working-time/other-days", test_other_days);
  g_test_add_func ("/working-time/round", test_round);
  g_test_add_func ("/working-time/apportion", test_apportion);
  g_test_add_func ("/working-time/apportion-property", test_apportion_property);
  return g_test_run ();
}
