/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "plan/dd-baseline.h"

#include "plan-fixture.h"

static DdPlan *
make_plan (const char *cells)
{
  g_autoptr (DdNetwork) network = fixture_network (cells);
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autoptr (GError) error = NULL;
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;
  DdPlan *plan = NULL;

  request.vendor = vendor;
  request.start = fixture_instant (vendor, "2026-12-01");
  plan = dd_plan_new (network, &request, &error);
  g_assert_no_error (error);
  return plan;
}

/* The early dates are kept, and outlive the plan and its service. */
static void
test_from_plan (void)
{
  g_autoptr (DdCalendar) vendor = fixture_vendor ();
  g_autoptr (DdPlan) plan =
      make_plan (TASK ("a", "1d", "name='First'") TASK ("b", "2d", "") WINDOW ("w", "1w", ""));
  g_autoptr (DdBaseline) baseline = dd_baseline_new (plan, 77, "Ada");
  const DdBaselineEntry *a = NULL;
  const DdBaselineEntry *w = NULL;

  g_clear_pointer (&plan, dd_plan_unref);
  g_assert_cmpint (baseline->agreed_at, ==, 77);
  g_assert_cmpstr (baseline->agreed_by, ==, "Ada");
  g_assert_cmpuint (baseline->entries->len, ==, 3);
  g_assert_cmpint (baseline->start, ==, fixture_instant (vendor, "2026-12-01 09:00"));
  g_assert_cmpint (baseline->finish, ==, fixture_instant (vendor, "2026-12-03 17:00"));

  a = dd_baseline_find (baseline, "a");
  g_assert_true (a == g_ptr_array_index (baseline->entries, 0));
  g_assert_cmpstr (a->name, ==, "First");
  g_assert_cmpint (a->start, ==, fixture_instant (vendor, "2026-12-01 09:00"));
  g_assert_cmpint (a->finish, ==, fixture_instant (vendor, "2026-12-01 17:00"));
  g_assert_cmpint (a->duration_minutes, ==, 480);

  w = dd_baseline_find (baseline, "w");
  g_assert_cmpint (w->finish, ==, fixture_instant (vendor, "2026-12-10 17:00"));
  g_assert_null (dd_baseline_find (baseline, "x"));
}

/* What was kept as plain values makes the same baseline again. */
static void
test_from_values (void)
{
  g_autoptr (DdPlan) plan = make_plan (TASK ("a", "1d", "") EVENT ("e", "") TASK ("b", "2d", ""));
  g_autoptr (DdBaseline) kept = dd_baseline_new (plan, 77, "Ada");
  g_autoptr (DdBaseline) baseline =
      dd_baseline_new_empty (kept->agreed_at, kept->agreed_by, kept->start, kept->finish);

  g_assert_cmpuint (baseline->entries->len, ==, 0);
  for (guint i = 0; i < kept->entries->len; i++)
    {
      const DdBaselineEntry *entry = g_ptr_array_index (kept->entries, i);

      dd_baseline_add (baseline, entry->activity, entry->name, entry->start, entry->finish,
                       entry->duration_minutes);
    }
  for (guint i = 0; i < kept->entries->len; i++)
    {
      const DdBaselineEntry *entry = g_ptr_array_index (kept->entries, i);
      const DdBaselineEntry *found = dd_baseline_find (baseline, entry->activity);

      g_assert_cmpstr (found->name, ==, entry->name);
      g_assert_cmpint (found->start, ==, entry->start);
      g_assert_cmpint (found->finish, ==, entry->finish);
      g_assert_cmpint (found->duration_minutes, ==, entry->duration_minutes);
    }
}

static void
test_misuse (void)
{
  g_autoptr (DdBaseline) baseline = dd_baseline_new_empty (1, "Ada", 10, 20);

  dd_baseline_add (baseline, "a", "A", 10, 20, 5);
  g_test_expect_message ("drydock-core", G_LOG_LEVEL_CRITICAL, "*g_hash_table_contains*");
  dd_baseline_add (baseline, "a", "A", 10, 20, 5);
  g_test_assert_expected_messages ();
  g_test_expect_message ("drydock-core", G_LOG_LEVEL_CRITICAL, "*start <= finish*");
  dd_baseline_add (baseline, "b", "B", 20, 10, 5);
  g_test_assert_expected_messages ();
  g_test_expect_message ("drydock-core", G_LOG_LEVEL_CRITICAL, "*start <= finish*");
  g_assert_null (dd_baseline_new_empty (1, "Ada", 20, 10));
  g_test_assert_expected_messages ();
  g_assert_cmpuint (baseline->entries->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/baseline/from-plan", test_from_plan);
  g_test_add_func ("/baseline/from-values", test_from_values);
  g_test_add_func ("/baseline/misuse", test_misuse);
  return g_test_run ();
}
