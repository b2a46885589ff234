/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What the store takes at the size of DESIGN's limits: 10,000 sample cases with 160,000 activities.
 * Each figure stands beside its limit where there is one.
 *
 * Most of the sample's cases are closed. To be planned they are all opened again, with nothing done
 * in them yet: no portfolio can be more work than that.
 */

#include "config.h"

#include "bench-clock.h"
#include "dd-case-plan.h"
#include "dd-case-summary.h"
#include "dd-journal.h"
#include "dd-migrations.h"
#include "dd-records.h"
#include "dd-replan-day.h"
#include "dd-sample.h"
#include "dd-search.h"
#include "dd-undo.h"
#include "record-fixture.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <sys/resource.h>
#include <time.h>

/* Saturday 21 November 2026, 22:00 UTC */
#define NOW G_GINT64_CONSTANT (1795298400)

#define N_CASES  10000
#define N_SINGLE 500
#define TRIES    5
#define DAY      G_GINT64_CONSTANT (86400)

typedef struct
{
  DdConnection *connection;
  GPtrArray *ids;  /* (element-type utf8): of the cases */
  GPtrArray *rows; /* (nullable): what a query gave */
  gint64 now;
  const char *words; /* to search for */
  guint n_results;
} Bench;

/* Processor time in milliseconds: what is the machine's other work is not in it. */
static double
get_processor_time (void)
{
  return (double) clock () * 1000 / CLOCKS_PER_SEC;
}

/* Prints the best time of @tries and, of all of them, the processor's, for one of @n things each.
 */
static void
measure (Bench *self, const char *what, BenchWork work, guint tries, guint n, const char *limit)
{
  double before = get_processor_time ();
  double best = bench_best_milliseconds (work, self, tries);
  double processor = (get_processor_time () - before) / tries;

  g_print ("%-50s %9.2f ms %9.2f%s%s\n", what, best / n, processor / n,
           limit != NULL ? "   limit " : "", limit != NULL ? limit : "");
}

static const char *
choose_case (Bench *self, guint number)
{
  return g_ptr_array_index (self->ids, number * 7919 % self->ids->len);
}

/* --- Lists --- */

static void
list_cases (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("Europe/Berlin", NULL);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = dd_case_summary_load_all (self->connection, calendar, &error);
  bench_stop_on_error (error);
}

static void
query (Bench *self, DdQuery *what)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = dd_records_query (self->connection, what, &error);
  bench_stop_on_error (error);
}

static void
list_overdue (gpointer data)
{
  Bench *self = data;
  g_autoptr (DdQuery) overdue = dd_query_new (&dd_case_entity);

  dd_query_match_integer (overdue, "next_due", DD_QUERY_AT_MOST, self->now);
  dd_query_order_by (overdue, "next_due", FALSE);
  dd_query_set_limit (overdue, 200);
  query (self, overdue);
}

static void
list_window (gpointer data)
{
  Bench *self = data;
  g_autoptr (DdQuery) window = dd_query_new (&dd_case_activity_entity);

  dd_query_match_integer (window, "early_start", DD_QUERY_AT_LEAST, self->now);
  dd_query_match_integer (window, "early_start", DD_QUERY_AT_MOST, self->now + 30 * DAY);
  query (self, window);
}

static void
measure_lists (Bench *self)
{
  measure (self, "list of all cases", list_cases, TRIES, 1, NULL);
  measure (self, "200 most overdue cases", list_overdue, TRIES, 1, NULL);
  measure (self, "activities of the next 30 days", list_window, TRIES, 1, NULL);
  g_print ("%-50s %10u\n", "  so many", self->rows->len);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

/* --- Plans --- */

/* As many starts before now as after. */
#define OPEN_ALL                                                                                   \
  "UPDATE activities SET state = 'planned', started_at = NULL, finished_at = NULL,"                \
  " remaining_minutes = NULL;"                                                                     \
  "UPDATE cases SET state = 'running', closed_at = NULL,"                                          \
  " start_at = 1795298400 + (rowid % 61 - 30) * 86400,"                                            \
  " deadline = date (1795298400 + (rowid % 61 - 10) * 86400, 'unixepoch')"

static void
open_all (Bench *self)
{
  g_autoptr (GError) error = NULL;

  dd_connection_exec (self->connection, OPEN_ALL, "Opening all cases", &error);
  bench_stop_on_error (error);
}

static void
replan (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;

  dd_replan_day_run (self->connection, self->now, NULL, NULL, &error);
  bench_stop_on_error (error);
}

/* Each a new day, or nothing would be done. */
static void
measure_plans (Bench *self)
{
  self->now += DAY;
  measure (self, "the day planned, sample as it is", replan, 1, 1, NULL);
  open_all (self);
  self->now += DAY;
  measure (self, "10,000 open cases planned: all dates differ", replan, 1, 1, "1000");
  self->now += DAY;
  measure (self, "a day later: half of the dates differ", replan, 1, 1, "1000");
  self->now -= DAY;
  replan (self);
  store_test_exec (self->connection, "DELETE FROM replanning");
  measure (self, "again: nothing differs", replan, 1, 1, "1000");
  measure (self, "finding that the day is planned", replan, TRIES, 1, NULL);
}

static void
load_cases (gpointer data)
{
  Bench *self = data;

  for (guint i = 0; i < N_SINGLE; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdCasePlan) plan =
          dd_case_plan_load (self->connection, choose_case (self, i), self->now, &error);
      bench_stop_on_error (error);
    }
}

/* --- Edits --- */

static void
edit_cases (gpointer data)
{
  Bench *self = data;

  for (guint i = 0; i < N_SINGLE; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdAction) action = dd_action_new ("Benchmark", self->now, NULL, NULL);
      g_autoptr (DdRecord) record =
          dd_records_load (self->connection, &dd_case_entity, choose_case (self, i), &error);

      bench_stop_on_error (error);
      dd_record_set_text (record, "deadline", "2027-03-01");
      dd_record_set_text (record, "note", "moved by a quarter");
      dd_action_save (action, record);
      dd_journal_commit (self->connection, action, NULL, &error);
      bench_stop_on_error (error);
    }
}

static void
undo_edits (gpointer data)
{
  Bench *self = data;

  for (guint i = 0; i < N_SINGLE; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (DdJournalEntry) entry =
          dd_undo_run (self->connection, DD_JOURNAL_UNDO, "Benchmark", NULL, self->now, &error);
      bench_stop_on_error (error);
    }
}

/* --- Search --- */

static void
search (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) results = dd_search_run (self->connection, self->words, 50, &error);

  bench_stop_on_error (error);
  self->n_results = results->len;
}

static void
measure_search (Bench *self, const char *what, const char *words)
{
  g_autofree char *title = g_strdup_printf ("search: %s, “%s”", what, words);

  self->words = words;
  measure (self, title, search, TRIES, 1, "20");
}

/* Returns: (transfer full): the word of the sample that is in most texts, but in @n at most */
static char *
choose_word (Bench *self, gint64 n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      self->connection, "SELECT term FROM words WHERE doc <= ?1 ORDER BY doc DESC, term LIMIT 1",
      "Measuring", &error);
  gboolean row;

  bench_stop_on_error (error);
  dd_statement_bind_int64 (statement, 1, n);
  dd_statement_step (statement, &row, &error);
  bench_stop_on_error (error);
  return g_strdup (dd_statement_get_text (statement, 0));
}

static void
measure_searches (Bench *self)
{
  g_autofree char *common = NULL;
  g_autofree char *usual = NULL;
  g_autofree char *rare = NULL;
  g_autofree char *two = NULL;

  store_test_exec (self->connection,
                   "CREATE VIRTUAL TABLE temp.words USING fts5vocab (main, search, row)");
  common = choose_word (self, G_MAXINT64);
  usual = choose_word (self, 2000);
  rare = choose_word (self, 3);
  two = g_strconcat (common, " ", usual, NULL);
  self->words = rare;
  measure (self, "search: the first of all", search, 1, 1, "20");
  measure_search (self, "rare word", rare);
  measure_search (self, "usual word", usual);
  measure_search (self, "the most common word", common);
  measure_search (self, "two words", two);
  measure_search (self, "one letter", "s");
  measure_search (self, "two letters", "st");
  measure_search (self, "three letters", "sta");
  measure_search (self, "words and a letter", "managed upgrade platinum s");
  measure_search (self, "nothing", "qwertyuiop");
}

/* --- The whole --- */

static GPtrArray *
list_ids (DdConnection *connection)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "SELECT id FROM cases ORDER BY id", "Measuring", &error);
  gboolean row;

  bench_stop_on_error (error);
  while (dd_statement_step (statement, &row, &error) && row)
    g_ptr_array_add (ids, g_strdup (dd_statement_get_text (statement, 0)));
  bench_stop_on_error (error);
  return ids;
}

static void
fill (gpointer data)
{
  Bench *self = data;
  g_autoptr (GError) error = NULL;

  dd_sample_make (self->connection, N_CASES, 1, NOW, NULL, NULL, &error);
  bench_stop_on_error (error);
}

static void
measure_all (Bench *self)
{
  struct rusage usage;

  g_print ("%-50s %9s    %9s\n", "", "best", "processor");
  measure (self, "making 10,000 sample cases", fill, 1, 1, NULL);
  self->ids = list_ids (self->connection);
  measure_lists (self);
  measure_searches (self);
  measure (self, "one case with its plan", load_cases, 1, N_SINGLE, NULL);
  measure (self, "one durable edit, planned and indexed", edit_cases, 1, N_SINGLE, "8");
  measure (self, "one undo", undo_edits, 1, N_SINGLE, "8");
  measure_plans (self);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("%-50s %9.1f MB\n", "most memory", (double) usage.ru_maxrss / 1000);
  g_ptr_array_unref (self->ids);
}

int
main (void)
{
  Bench self = { .now = NOW };
  StoreTest test;
  GStatBuf status;

  setlocale (LC_ALL, "");
  g_set_prgname ("bench-store");
  store_test_set_up (&test, NULL);
  self.connection = record_fixture_open (&test);
  measure_all (&self);
  dd_connection_close (self.connection);
  if (g_stat (test.path, &status) == 0)
    g_print ("%-50s %9.1f MB\n", "file", (double) status.st_size / 1e6);
  store_test_tear_down (&test, NULL);
  return 0;
}
