/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Summaries of cases and the spans of their milestones, as lists and charts read them. */

#include "config.h"

#include "case-seed.h"
#include "dd-case-spans.h"
#include "dd-case-summary.h"
#include "dd-migrations.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  DdConnection *connection;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();
  g_autofree char *path = NULL;
  guint n = 20;

  self->folder = g_dir_make_tmp ("drydock-XXXXXX", NULL);
  path = g_build_filename (self->folder, "drydock.db", NULL);
  self->connection = dd_connection_open (path, DD_CONNECTION_CREATE, NULL);
  g_assert_true (dd_migrations_run (self->connection, migrations, NULL));
  g_assert_true (case_seed_fill (self->connection, &n, NULL));
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "drydock.db", "drydock.db-wal", "drydock.db-shm" };

  dd_connection_close (self->connection);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
      g_remove (path);
    }
  g_rmdir (self->folder);
  g_free (self->folder);
}

static GPtrArray *
load (Fixture *self)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  g_autoptr (GError) error = NULL;
  GPtrArray *all = dd_case_summary_load_all (self->connection, calendar, &error);

  g_assert_no_error (error);
  return all;
}

static void
test_summaries_are_sorted_and_whole (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = load (self);

  g_assert_cmpuint (all->len, ==, 20);
  for (guint i = 0; i < all->len; i++)
    {
      const DdCaseSummary *summary = all->pdata[i];
      g_autofree char *id = case_seed_get_id (i);

      g_assert_cmpstr (summary->id, ==, id);
      g_assert_cmpstr (summary->manager, ==, "Elena Fischer");
      g_assert_nonnull (summary->consultant_id);
      g_assert_cmpint (summary->deadline, !=, DD_INTEGER_NONE);
      g_assert_cmpint (dd_case_summary_is_open (summary), ==, i % 10 != 9);
      g_assert_cmpint (summary->waiting, ==, i % 5 == 2);
      g_assert_cmpint (summary->next_owner != 0, ==, summary->next_name != NULL);
    }
}

static void
test_summaries_tell_who_is_waited_for (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) all = load (self);
  const DdCaseSummary *summary = all->pdata[2];

  g_assert_cmpint (summary->wait_party, ==, DD_PARTY_CUSTOMER);
  g_assert_cmpstr (summary->wait_reason, ==, "remote access");
  g_assert_nonnull (strstr (summary->words, "remote access"));
  g_assert_nonnull (strstr (summary->words, "cs-000002"));
}

static void
test_summaries_compare_by_all_fields (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) first = load (self), second = load (self);

  for (guint i = 0; i < first->len; i++)
    for (guint j = 0; j < second->len; j++)
      g_assert_cmpint (dd_case_summary_equal (first->pdata[i], second->pdata[j]), ==, i == j);
  ((DdCaseSummary *) second->pdata[0])->at_risk ^= TRUE;
  g_assert_false (dd_case_summary_equal (first->pdata[0], second->pdata[0]));
  ((DdCaseSummary *) second->pdata[1])->scope = DD_FINDING_CONDITIONAL;
  g_assert_false (dd_case_summary_equal (first->pdata[1], second->pdata[1]));
}

static void
test_spans_are_in_order (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) open = dd_case_spans_load (self->connection, FALSE, &error);
  g_autoptr (GHashTable) all = dd_case_spans_load (self->connection, TRUE, &error);
  g_autofree char *id = case_seed_get_id (0);
  const DdCaseSpans *spans;

  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (open), ==, 18);
  g_assert_cmpuint (g_hash_table_size (all), ==, 20);
  spans = g_hash_table_lookup (open, id);
  g_assert_cmpstr (g_array_index (spans->spans, DdCaseSpan, 0).milestone->name, ==,
                   "Upgrade Request");
  for (guint i = 0; i < spans->spans->len; i++)
    {
      const DdCaseSpan *span = &g_array_index (spans->spans, DdCaseSpan, i);

      g_assert_cmpint (span->start, <=, span->finish);
      g_assert_cmpint (span->window, ==, g_str_equal (span->milestone->name, "On-Call Support"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/summaries/are-sorted-and-whole", Fixture, NULL, set_up,
              test_summaries_are_sorted_and_whole, tear_down);
  g_test_add ("/summaries/tell-who-is-waited-for", Fixture, NULL, set_up,
              test_summaries_tell_who_is_waited_for, tear_down);
  g_test_add ("/summaries/compare-by-all-fields", Fixture, NULL, set_up,
              test_summaries_compare_by_all_fields, tear_down);
  g_test_add ("/spans/are-in-order", Fixture, NULL, set_up, test_spans_are_in_order, tear_down);
  return g_test_run ();
}
