/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "service/dd-duration.h"

/* A day of 480 minutes and a week of 5 days, where nothing else is said. */
static const struct
{
  const char *text;
  const char *shortest; /* what is written back */
  gboolean is_range;
  gint64 minutes[DD_N_BASES];
} durations[] = {
  { "0", "0", FALSE, { 0, 0, 0 } },
  { "0d", "0", FALSE, { 0, 0, 0 } },
  { "1h", "1h", FALSE, { 60, 60, 60 } },
  { "1d", "1d", FALSE, { 480, 480, 480 } },
  { "01d", "1d", FALSE, { 480, 480, 480 } },
  { "1w", "1w", FALSE, { 2400, 2400, 2400 } },
  { "9999w", "9999w", FALSE, { 23997600, 23997600, 23997600 } },
  { "1w..2w", "1w..2w", TRUE, { 2400, 2400, 4800 } },
  { "2d..1w", "2d..1w", TRUE, { 960, 960, 2400 } },
  { "0..2d", "0..2d", TRUE, { 0, 0, 960 } },
  { "3d..3d", "3d", FALSE, { 1440, 1440, 1440 } },
  { "0d..0w", "0", FALSE, { 0, 0, 0 } },
  { "5d..1w", "5d..1w", TRUE, { 2400, 2400, 2400 } },
  { "10h..1d", "10h..1d", TRUE, { 480, 480, 600 } },
  { "..1w", "..1w", FALSE, { 2400, 2400, 2400 } },
  { "..0", "..0", FALSE, { 0, 0, 0 } },
};

static const char *const no_durations[] = {
  "",      " ",      "1",     "d",       "-1d",      "+1d",        "1D",           "1m",    "1.5d",
  "1 d",   " 1d",    "1d ",   "1d1h",    "10000d",   "00",         "1d..",         "..",    "...",
  "....",  "2d..1d", "1d..0", "1w...2w", "..1d..2d", "1d..2d..3d", "3 fortnights", "1d-2d", "..1",
  "1..2d", "٣d",     "1d..2",
};

static void
test_parse (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      DdDuration duration;

      g_test_message ("%s", durations[i].text);
      g_assert_true (dd_duration_parse (durations[i].text, &duration, &error));
      g_assert_no_error (error);
      text = dd_duration_to_text (&duration);
      g_assert_cmpstr (text, ==, durations[i].shortest);
      g_assert_cmpint (dd_duration_is_range (&duration), ==, durations[i].is_range);
    }
}

static void
test_parse_refuses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_durations); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *expected = NULL;
      DdDuration duration = { { 7, DD_DURATION_WEEK }, { 8, DD_DURATION_WEEK }, TRUE };

      g_test_message ("%s", no_durations[i]);
      g_assert_false (dd_duration_parse (no_durations[i], &duration, &error));
      g_assert_error (error, DD_DURATION_ERROR, DD_DURATION_ERROR_FORMAT);
      expected = g_strdup_printf ("'%s' is no duration; expected %s", no_durations[i],
                                  dd_duration_expected ());
      g_assert_cmpstr (error->message, ==, expected);
      g_assert_cmpint (duration.lower.count, ==, 7);
    }
}

static void
test_minutes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (durations); i++)
    {
      DdDuration duration;

      g_test_message ("%s", durations[i].text);
      g_assert_true (dd_duration_parse (durations[i].text, &duration, NULL));
      for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
        g_assert_cmpint (dd_duration_minutes (&duration, basis, 480, 5), ==,
                         durations[i].minutes[basis]);
    }
}

static void
test_span_minutes (void)
{
  g_assert_cmpint (dd_span_minutes ((DdSpan){ 0, DD_DURATION_WEEK }, 480, 5), ==, 0);
  g_assert_cmpint (dd_span_minutes ((DdSpan){ 3, DD_DURATION_HOUR }, 360, 6), ==, 180);
  g_assert_cmpint (dd_span_minutes ((DdSpan){ 3, DD_DURATION_DAY }, 360, 6), ==, 1080);
  g_assert_cmpint (dd_span_minutes ((DdSpan){ 3, DD_DURATION_WEEK }, 360, 6), ==, 6480);
  g_assert_cmpint (dd_span_minutes ((DdSpan){ 9999, DD_DURATION_WEEK }, 1440, 7), ==,
                   G_GINT64_CONSTANT (100789920));
}

/* Any two spans: what is written is read back as the same value. */
static void
test_round_trip (void)
{
  const char *units = "hdw";

  for (int lower = 0; lower < 12; lower++)
    for (int upper = 0; upper < 12; upper++)
      for (int unit = 0; unit < 9; unit++)
        {
          g_autofree char *text =
              g_strdup_printf ("%d%c..%d%c", lower, units[unit / 3], upper, units[unit % 3]);
          g_autofree char *written = NULL, *again = NULL;
          DdDuration first, second;

          if (!dd_duration_parse (text, &first, NULL))
            {
              g_assert_true (lower > upper && (upper == 0 || unit / 3 == unit % 3));
              continue;
            }
          written = dd_duration_to_text (&first);
          g_assert_true (dd_duration_parse (written, &second, NULL));
          again = dd_duration_to_text (&second);
          g_assert_cmpstr (written, ==, again);
          for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
            g_assert_cmpint (dd_duration_minutes (&first, basis, 420, 6), ==,
                             dd_duration_minutes (&second, basis, 420, 6));
        }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/duration/parse", test_parse);
  g_test_add_func ("/duration/parse-refuses", test_parse_refuses);
  g_test_add_func ("/duration/minutes", test_minutes);
  g_test_add_func ("/duration/span-minutes", test_span_minutes);
  g_test_add_func ("/duration/round-trip", test_round_trip);
  return g_test_run ();
}
