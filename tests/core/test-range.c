/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "time/dd-range.h"

typedef struct
{
  const char *name;
  DdRange first, second;
  DdOverlap overlap;
  DdRange both;
} Row;

static const Row rows[] = {
  { "apart", { 0, 10 }, { 20, 30 }, DD_OVERLAP_NONE, { 20, 20 } },
  { "apart, later first", { 20, 30 }, { 0, 10 }, DD_OVERLAP_NONE, { 20, 20 } },
  { "touching", { 0, 10 }, { 10, 20 }, DD_OVERLAP_NONE, { 10, 10 } },
  { "crossing", { 0, 10 }, { 5, 15 }, DD_OVERLAP_INTERSECTS, { 5, 10 } },
  { "crossing, later first", { 5, 15 }, { 0, 10 }, DD_OVERLAP_INTERSECTS, { 5, 10 } },
  { "within", { 3, 7 }, { 0, 10 }, DD_OVERLAP_SUBSET, { 3, 7 } },
  { "within from its start", { 0, 7 }, { 0, 10 }, DD_OVERLAP_SUBSET, { 0, 7 } },
  { "within to its end", { 3, 10 }, { 0, 10 }, DD_OVERLAP_SUBSET, { 3, 10 } },
  { "around", { 0, 10 }, { 3, 7 }, DD_OVERLAP_SUPERSET, { 3, 7 } },
  { "around from its start", { 0, 10 }, { 0, 7 }, DD_OVERLAP_SUPERSET, { 0, 7 } },
  { "the same", { 0, 10 }, { 0, 10 }, DD_OVERLAP_EQUAL, { 0, 10 } },
  { "empty within", { 5, 5 }, { 0, 10 }, DD_OVERLAP_NONE, { 5, 5 } },
  { "empty and the same", { 5, 5 }, { 5, 5 }, DD_OVERLAP_NONE, { 5, 5 } },
  { "all of time", { G_MININT64, G_MAXINT64 }, { 0, 1 }, DD_OVERLAP_SUPERSET, { 0, 1 } },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  DdRange both = dd_range_intersect (row->first, row->second);

  g_assert_cmpint (dd_range_overlap (row->first, row->second), ==, row->overlap);
  g_assert_cmpint (both.start, ==, row->both.start);
  g_assert_cmpint (both.finish, ==, row->both.finish);
}

static void
test_contains (void)
{
  DdRange range = { 10, 20 };
  DdRange empty = { 10, 10 };

  g_assert_false (dd_range_contains (range, 9));
  g_assert_true (dd_range_contains (range, 10));
  g_assert_true (dd_range_contains (range, 19));
  g_assert_false (dd_range_contains (range, 20));
  g_assert_false (dd_range_contains (empty, 10));
}

static void
test_merge (void)
{
  const DdRange heap[] = { { 40, 50 }, { 0, 10 }, { 10, 20 }, { 45, 47 }, { 30, 30 }, { 5, 12 } };
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (DdRange));

  g_array_append_vals (ranges, heap, G_N_ELEMENTS (heap));
  dd_ranges_merge (ranges);
  g_assert_cmpuint (ranges->len, ==, 2);
  g_assert_cmpint (g_array_index (ranges, DdRange, 0).start, ==, 0);
  g_assert_cmpint (g_array_index (ranges, DdRange, 0).finish, ==, 20);
  g_assert_cmpint (g_array_index (ranges, DdRange, 1).start, ==, 40);
  g_assert_cmpint (g_array_index (ranges, DdRange, 1).finish, ==, 50);

  g_array_set_size (ranges, 0);
  dd_ranges_merge (ranges);
  g_assert_cmpuint (ranges->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/range/", rows[i].name, NULL);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/range/contains", test_contains);
  g_test_add_func ("/range/merge", test_merge);
  return g_test_run ();
}
