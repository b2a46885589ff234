/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Records and journal at the size of DESIGN's limits: 10,000 cases with 160,000 activities.
 * Prints what each step took, the size of the file, and what the loaded rows hold in memory.
 */

#include "config.h"

#include "bench-clock.h"
#include "dd-database-file.h"
#include "dd-journal.h"
#include "dd-migrations.h"
#include "dd-records.h"
#include "dd-undo.h"
#include "delivery/dd-entities.h"

#include <glib/gstdio.h>
#include <malloc.h>

#define N_CASES      10000
#define N_ACTIVITIES 16
#define N_SINGLE     500

static gint64 began;

static void
begin (void)
{
  began = g_get_monotonic_time ();
}

/* Prints what @n of @what took since begin(). */
static void
report (const char *what, guint n)
{
  double ms = (double) (g_get_monotonic_time () - began) / 1000;

  g_print ("%-40s %10.1f ms %10.4f ms each\n", what, ms, ms / n);
}

static void
add_case (DdConnection *connection, DdRecord *customer, const char *hash, guint number)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, "Opened “%s”", "a case", NULL);
  g_autoptr (DdRecord) one_case = dd_record_new (&dd_case_entity, NULL);
  g_autofree char *title = g_strdup_printf ("Case number %u", number);
  g_autoptr (GError) error = NULL;

  dd_record_set_text (one_case, "customer_id", dd_record_get_id (customer));
  dd_record_set_text (one_case, "title", title);
  dd_record_set_text (one_case, "service_id", "cx-process");
  dd_record_set_text (one_case, "service_hash", hash);
  dd_record_set_text (one_case, "product", "CX Process");
  dd_record_set_text (one_case, "deadline", "2026-12-18");
  dd_record_set_integer (one_case, "requested_at", 1000 + number);
  dd_record_set_integer (one_case, "start_at", 1000 + number);
  dd_action_save (action, one_case);
  for (int i = 0; i < N_ACTIVITIES; i++)
    {
      g_autoptr (DdRecord) activity = dd_record_new (&dd_case_activity_entity, NULL);
      g_autofree char *id = g_strdup_printf ("activity-%d", i);

      dd_record_set_text (activity, "case_id", dd_record_get_id (one_case));
      dd_record_set_text (activity, "definition_id", id);
      dd_record_set_integer (activity, "position", i);
      dd_record_set_text (activity, "name", "Backup Configuration Files");
      dd_record_set_text (activity, "owner", "consultant");
      dd_action_save (action, activity);
    }
  dd_journal_append (connection, action, NULL, &error);
  bench_stop_on_error (error);
}

static void
create (DdConnection *connection)
{
  g_autoptr (DdAction) action = dd_action_new ("Anna", 1000, NULL, NULL);
  g_autoptr (DdRecord) customer = dd_record_new (&dd_customer_entity, NULL);
  g_autoptr (GBytes) content = g_bytes_new_static ("<service/>", 10);
  g_autofree char *hash = g_strdup (dd_action_keep (action, content));
  g_autoptr (GError) error = NULL;

  dd_record_set_text (customer, "name", "Acme");
  dd_action_save (action, customer);
  dd_journal_commit (connection, action, NULL, &error);
  bench_stop_on_error (error);
  begin ();
  dd_connection_exec (connection, "BEGIN IMMEDIATE", "Measuring", &error);
  for (guint i = 0; i < N_CASES; i++)
    add_case (connection, customer, hash, i);
  dd_connection_exec (connection, "COMMIT", "Measuring", &error);
  bench_stop_on_error (error);
  report ("create cases, each an action", N_CASES);
}

static GPtrArray *
load_all (DdConnection *connection, const DdEntity *entity, const char *what)
{
  g_autoptr (DdQuery) query = dd_query_new (entity);
  g_autoptr (GError) error = NULL;
  gsize before = mallinfo2 ().uordblks;
  GPtrArray *records;

  begin ();
  records = dd_records_query (connection, query, &error);
  bench_stop_on_error (error);
  report (what, records->len);
  g_print ("%-40s %10.1f MB\n", "  in memory", (double) (mallinfo2 ().uordblks - before) / 1e6);
  return records;
}

static void
load_single (DdConnection *connection, GPtrArray *cases)
{
  begin ();
  for (guint i = 0; i < N_SINGLE; i++)
    {
      const char *id = dd_record_get_id (cases->pdata[(i * 7919) % cases->len]);
      g_autoptr (DdQuery) query = dd_query_new (&dd_case_activity_entity);
      g_autoptr (GPtrArray) activities = NULL;
      g_autoptr (GError) error = NULL;

      dd_query_match_text (query, "case_id", DD_QUERY_IS, id);
      dd_query_order_by (query, "position", FALSE);
      activities = dd_records_query (connection, query, &error);
      bench_stop_on_error (error);
      g_assert (activities->len == N_ACTIVITIES);
    }
  report ("load the activities of one case", N_SINGLE);
}

static void
edit_single (DdConnection *connection, GPtrArray *cases)
{
  begin ();
  for (guint i = 0; i < N_SINGLE; i++)
    {
      DdRecord *record = cases->pdata[(i * 7919) % cases->len];
      g_autoptr (DdAction) action = dd_action_new ("Anna", 2000, NULL, NULL);
      g_autoptr (GError) error = NULL;

      dd_record_set_text (record, "note", "edited");
      dd_action_save (action, record);
      dd_journal_commit (connection, action, NULL, &error);
      bench_stop_on_error (error);
      dd_record_settle (record);
    }
  report ("one durable edit", N_SINGLE);
  begin ();
  for (guint i = 0; i < N_SINGLE; i++)
    {
      g_autoptr (GError) error = NULL;
      dd_journal_entry_free (dd_undo_run (connection, DD_JOURNAL_UNDO, "Anna", NULL, 3000, &error));
      bench_stop_on_error (error);
    }
  report ("undo one", N_SINGLE);
}

static void
derive_all (DdConnection *connection, GPtrArray *activities)
{
  g_autoptr (GError) error = NULL;

  begin ();
  dd_connection_exec (connection, "BEGIN IMMEDIATE", "Measuring", &error);
  for (guint i = 0; i < activities->len; i++)
    {
      DdRecord *record = activities->pdata[i];
      dd_record_set_integer (record, "early_start", 5000 + i);
      dd_record_set_integer (record, "early_finish", 6000 + i);
      dd_record_set_integer (record, "late_start", 7000 + i);
      dd_record_set_integer (record, "late_finish", 8000 + i);
      dd_record_set_integer (record, "float_minutes", 480);
      dd_records_save_derived (connection, record, &error);
      bench_stop_on_error (error);
    }
  dd_connection_exec (connection, "COMMIT", "Measuring", &error);
  bench_stop_on_error (error);
  report ("save the dates of all activities", activities->len);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("drydock-bench-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "drydock.db", NULL);
  g_autoptr (GPtrArray) migrations = dd_migrations_load ();
  DdConnection *connection = dd_database_file_open (path, migrations, 0, &error);
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GPtrArray) activities = NULL;
  GStatBuf status;

  bench_stop_on_error (error);
  create (connection);
  cases = load_all (connection, &dd_case_entity, "load all cases");
  activities = load_all (connection, &dd_case_activity_entity, "load all activities");
  load_single (connection, cases);
  edit_single (connection, cases);
  derive_all (connection, activities);
  dd_connection_close (connection);
  if (g_stat (path, &status) == 0)
    g_print ("%-40s %10.1f MB\n", "file", (double) status.st_size / 1e6);
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
