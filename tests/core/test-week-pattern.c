/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-week-pattern.h"

#define HOUR   G_GINT64_CONSTANT (3600)
#define DAY    (24 * HOUR)
#define MONDAY (4 * DAY) /* 1970-01-05, the Monday from which work is counted */

/* Monday 09:00-17:00 and Tuesday 09:00-12:00. */
static DdWeekPattern *
office (void)
{
  const DdRange week[] = { { DAY + 9 * HOUR, DAY + 12 * HOUR }, { 9 * HOUR, 17 * HOUR } };

  return dd_week_pattern_new (week, G_N_ELEMENTS (week));
}

static void
test_work_at (void)
{
  g_autoptr (DdWeekPattern) pattern = office ();
  const gint64 rows[][2] = {
    { 0, 0 },
    { 9 * HOUR, 0 },
    { 10 * HOUR, HOUR },
    { 17 * HOUR, 8 * HOUR },
    { DAY, 8 * HOUR },
    { DAY + 10 * HOUR, 9 * HOUR },
    { 3 * DAY, 11 * HOUR },
    { 7 * DAY + 10 * HOUR, 12 * HOUR },
    { -1, 0 },
    { -6 * DAY + 11 * HOUR, -HOUR },
    { -7 * DAY, -11 * HOUR },
    { 700 * DAY, 1100 * HOUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dd_week_pattern_work_at (pattern, MONDAY + rows[i][0]), ==, rows[i][1]);
}

/* Where work stands still its inverse is the last instant of that. */
static void
test_inverse (void)
{
  g_autoptr (DdWeekPattern) pattern = office ();
  const gint64 rows[][2] = {
    { HOUR, 10 * HOUR }, { 8 * HOUR, DAY + 9 * HOUR },    { 11 * HOUR, 7 * DAY + 9 * HOUR },
    { 0, 9 * HOUR },     { -HOUR, -6 * DAY + 11 * HOUR }, { 1100 * HOUR, 700 * DAY + 9 * HOUR },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (dd_week_pattern_latest (pattern, rows[i][0]), ==, MONDAY + rows[i][1]);
}

static void
test_end_of_stretch (void)
{
  g_autoptr (DdWeekPattern) pattern = office ();
  gint64 end = MONDAY + 17 * HOUR;

  g_assert_cmpint (dd_week_pattern_end_of_stretch (pattern, end - 8 * HOUR), ==, end);
  g_assert_cmpint (dd_week_pattern_end_of_stretch (pattern, end - 1), ==, end);
  g_assert_cmpint (dd_week_pattern_end_of_stretch (pattern, end - 1 - 7 * DAY), ==, end - 7 * DAY);
}

/* A zone east of UTC moves Monday's first hours into Sunday, the week's last. */
static void
test_wrap (void)
{
  const DdRange east[] = { { -2 * HOUR, 3 * HOUR } };
  const DdRange same[] = { { 7 * DAY - 2 * HOUR, 7 * DAY + 3 * HOUR } };
  const DdRange split[] = { { 0, 2 * HOUR },
                            { 2 * HOUR, 3 * HOUR },
                            { 7 * DAY - 2 * HOUR, 7 * DAY } };
  g_autoptr (DdWeekPattern) first = dd_week_pattern_new (east, G_N_ELEMENTS (east));
  g_autoptr (DdWeekPattern) second = dd_week_pattern_new (same, G_N_ELEMENTS (same));
  g_autoptr (DdWeekPattern) third = dd_week_pattern_new (split, G_N_ELEMENTS (split));
  g_autoptr (DdWeekPattern) other = office ();

  g_assert_true (dd_week_pattern_equal (first, second));
  g_assert_true (dd_week_pattern_equal (first, third));
  g_assert_false (dd_week_pattern_equal (first, other));
  g_assert_cmpuint (dd_week_pattern_hash (first), ==, dd_week_pattern_hash (third));
  g_assert_cmpint (dd_week_pattern_work_at (first, MONDAY), ==, 0);
  g_assert_cmpint (dd_week_pattern_work_at (first, MONDAY + 7 * DAY), ==, 5 * HOUR);
}

static void
test_intersect (void)
{
  const DdRange late[] = { { 16 * HOUR, DAY + 10 * HOUR }, { 3 * DAY, 4 * DAY } };
  const DdRange expected[] = { { 16 * HOUR, 17 * HOUR }, { DAY + 9 * HOUR, DAY + 10 * HOUR } };
  g_autoptr (DdWeekPattern) first = office ();
  g_autoptr (DdWeekPattern) second = dd_week_pattern_new (late, G_N_ELEMENTS (late));
  g_autoptr (DdWeekPattern) none = dd_week_pattern_new (NULL, 0);
  g_autoptr (DdWeekPattern) both = dd_week_pattern_intersect (first, second);
  g_autoptr (DdWeekPattern) reverse = dd_week_pattern_intersect (second, first);
  g_autoptr (DdWeekPattern) nothing = dd_week_pattern_intersect (first, none);
  g_autoptr (DdWeekPattern) want = dd_week_pattern_new (expected, G_N_ELEMENTS (expected));

  g_assert_true (dd_week_pattern_equal (both, want));
  g_assert_true (dd_week_pattern_equal (reverse, want));
  g_assert_true (dd_week_pattern_equal (nothing, none));
  g_assert_cmpint (dd_week_pattern_work_at (none, MONDAY + 100 * DAY), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/week-pattern/work at", test_work_at);
  g_test_add_func ("/week-pattern/inverse", test_inverse);
  g_test_add_func ("/week-pattern/end of stretch", test_end_of_stretch);
  g_test_add_func ("/week-pattern/wrap", test_wrap);
  g_test_add_func ("/week-pattern/intersect", test_intersect);
  return g_test_run ();
}
