/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart.h"

static DdCalendar *utc;

static DdBar
bar_at (gint64 start, gint64 finish)
{
  return (
      DdBar){ DD_BAR_SPAN,    1, start, finish, DD_INSTANT_NONE, DD_INSTANT_NONE, DD_INSTANT_NONE,
              DD_INSTANT_NONE };
}

static void
test_rows_own_the_bars_added_after_them (void)
{
  g_autoptr (DdChart) chart = dd_chart_new ("Chart", utc);
  DdBar bar = bar_at (0, 10);

  dd_chart_add_row (chart, "none", "No Bars", 0, FALSE);
  dd_chart_add_row (chart, "two", "Two", 0, FALSE);
  dd_chart_add_bar (chart, &bar);
  dd_chart_add_bar (chart, &bar);
  dd_chart_add_row (chart, "none again", "None", 0, FALSE);
  dd_chart_add_row (chart, "one", "One", 0, FALSE);
  dd_chart_add_bar (chart, &bar);

  g_assert_cmpuint (dd_chart_get_row (chart, 0)->n_bars, ==, 0);
  g_assert_cmpuint (dd_chart_get_row (chart, 1)->n_bars, ==, 2);
  g_assert_cmpuint (dd_chart_get_row (chart, 3)->first_bar, ==, 2);
  g_assert_cmpuint (dd_chart_get_bar_row (chart, 0), ==, 1);
  g_assert_cmpuint (dd_chart_get_bar_row (chart, 1), ==, 1);
  g_assert_cmpuint (dd_chart_get_bar_row (chart, 2), ==, 3);
}

static void
test_finds_rows_by_id (void)
{
  g_autoptr (DdChart) chart = dd_chart_new ("Chart", utc);

  dd_chart_add_row (chart, "a", "A", 0, FALSE);
  dd_chart_add_row (chart, "b", "B", 0, FALSE);
  g_assert_cmpuint (dd_chart_find_row (chart, "b"), ==, 1);
  g_assert_cmpuint (dd_chart_find_row (chart, "c"), ==, G_MAXUINT);
  g_assert_cmpuint (dd_chart_find_row (chart, NULL), ==, G_MAXUINT);
}

static void
test_links_are_ordered_by_where_they_lead (void)
{
  g_autoptr (DdChart) chart = dd_chart_new ("Chart", utc);
  DdBar bar = bar_at (0, 10);
  const DdChartLink *links;
  guint n;

  dd_chart_add_row (chart, "a", "A", 0, FALSE);
  for (guint i = 0; i < 4; i++)
    dd_chart_add_bar (chart, &bar);
  dd_chart_add_link (chart, 0, 3);
  dd_chart_add_link (chart, 2, 1);
  dd_chart_add_link (chart, 0, 2);
  links = dd_chart_get_links (chart, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (links[0].to, ==, 1);
  g_assert_cmpuint (links[1].to, ==, 2);
  g_assert_cmpuint (links[2].to, ==, 3);
}

static void
test_extent_holds_all_that_is_drawn (void)
{
  g_autoptr (DdChart) chart = dd_chart_new ("Chart", utc);
  DdBar bar = bar_at (100, 200);
  DdRange extent;

  dd_chart_set_now (chart, 50);
  extent = dd_chart_get_extent (chart);
  g_assert_cmpint (extent.start, ==, 50);
  g_assert_cmpint (extent.finish, ==, 50);

  dd_chart_add_row (chart, "a", "A", 0, FALSE);
  bar.cautious_finish = 300;
  bar.baseline_start = 80;
  bar.baseline_finish = 180;
  dd_chart_add_bar (chart, &bar);
  dd_chart_set_deadline (chart, 250);
  extent = dd_chart_get_extent (chart);
  g_assert_cmpint (extent.start, ==, 80);
  g_assert_cmpint (extent.finish, ==, 300);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  utc = dd_calendar_new_default ("UTC", NULL);
  g_test_add_func ("/chart/rows-own-the-bars-added-after-them",
                   test_rows_own_the_bars_added_after_them);
  g_test_add_func ("/chart/finds-rows-by-id", test_finds_rows_by_id);
  g_test_add_func ("/chart/links-are-ordered-by-where-they-lead",
                   test_links_are_ordered_by_where_they_lead);
  g_test_add_func ("/chart/extent-holds-all-that-is-drawn", test_extent_holds_all_that_is_drawn);
  status = g_test_run ();
  dd_calendar_unref (utc);
  return status;
}
