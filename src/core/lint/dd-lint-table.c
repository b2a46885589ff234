/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Rules about the process table: what its cells say, and what they leave blank.
 */
#include "config.h"

#include "lint/dd-lint-path.h"
#include "lint/dd-lint-rules.h"

#include <glib/gi18n-lib.h>

/* --- Walking the cells --- */

typedef void (*CellRule) (DdLintRun *run, const DdCell *cell);

static void
for_each_cell (DdLintRun *run, CellRule rule)
{
  const DdCell *seen = NULL;

  for (guint i = 0; i < run->service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (run->service->activities, i);
      if (activity->cell != seen)
        rule (run, activity->cell);
      seen = activity->cell;
    }
}

static const DdActivity *
first_of (const DdCell *cell)
{
  return g_ptr_array_index (cell->activities, 0);
}

/* Returns: (transfer full): the names of the cell's activities as a list */
static char *
list_activities (const DdCell *cell)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < cell->activities->len; i++)
    g_ptr_array_add (names, ((DdActivity *) g_ptr_array_index (cell->activities, i))->name);
  return dd_lint_list (names);
}

static char *
cell_time (const DdCell *cell)
{
  return dd_lint_time (dd_lint_minutes (&cell->duration, DD_BASIS_SHORT),
                       dd_lint_minutes (&cell->duration, DD_BASIS_CAUTIOUS));
}

/* What is planned for the whole cell, where a headline may say what is typical. */
static gint64
typical_minutes (DdLintRun *run, const DdCell *cell)
{
  gint64 sum = 0;

  for (guint i = 0; i < cell->activities->len; i++)
    {
      gint64 minutes =
          dd_lint_activity_minutes (run->service, g_ptr_array_index (cell->activities, i),
                                    DD_BASIS_TYPICAL);
      sum = cell->parallel ? MAX (sum, minutes) : sum + minutes;
    }
  return sum;
}

/* Returns: (transfer full): the duration as it is printed, or else as it is counted */
static char *
quote_duration (const DdCell *cell)
{
  return cell->documented != NULL ? g_strdup_printf (_ ("“%s”"), cell->documented)
                                  : cell_time (cell);
}

/* --- range --- */

static void
find_range (DdLintRun *run, const DdCell *cell)
{
  gint64 shortest = dd_lint_minutes (&cell->duration, DD_BASIS_SHORT);
  gint64 typical = typical_minutes (run, cell);
  gint64 cautious = dd_lint_minutes (&cell->duration, DD_BASIS_CAUTIOUS);
  g_autofree char *names = NULL;
  g_autofree char *stated = NULL;
  g_autofree char *planned = NULL;
  g_autofree char *latest = NULL;

  if (shortest == cautious)
    return;

  names = list_activities (cell);
  stated = quote_duration (cell);
  planned = dd_lint_time (typical, typical);
  latest = dd_lint_time (cautious, cautious);
  dd_lint_run_add (
      run, cell->section, first_of (cell),
      g_strdup_printf (_ ("The duration of %s is a range, %s."), names, stated),
      g_strdup_printf (typical == shortest
                           ? _ ("Drydock plans %s (the lower end) and shows %s as the cautious "
                                "finish.")
                           : _ ("Drydock plans %s (as the text says) and shows %s as the cautious "
                                "finish."),
                       planned, latest));
}

void
dd_lint_range (DdLintRun *run)
{
  for_each_cell (run, find_range);
}

/* --- at-most --- */

static void
find_at_most (DdLintRun *run, const DdCell *cell)
{
  const DdActivity *first = first_of (cell);
  g_autofree char *names = NULL;
  g_autofree char *stated = NULL;
  g_autofree char *time = NULL;

  if (!cell->duration.at_most)
    return;

  names = list_activities (cell);
  stated = quote_duration (cell);
  time = cell_time (cell);
  dd_lint_run_add (run, cell->section, first,
                   g_strdup_printf (_ ("%s for %s is a limit, not a duration."), stated, names),
                   g_strdup_printf (first->kind == DD_ACTIVITY_WINDOW
                                        ? _ ("Drydock keeps it open for %s, after the finish.")
                                        : _ ("Drydock plans all of it, %s."),
                                    time));
}

void
dd_lint_at_most (DdLintRun *run)
{
  for_each_cell (run, find_at_most);
}

/* --- merged-duration --- */

static void
find_merged_duration (DdLintRun *run, const DdCell *cell)
{
  g_autofree char *names = NULL;
  g_autofree char *time = NULL;

  if (cell->activities->len < 2 || cell->documented == NULL)
    return;

  names = list_activities (cell);
  time = cell_time (cell);
  dd_lint_run_add (
      run, cell->section, first_of (cell),
      g_strdup_printf (_ ("“%s” is printed once for %s."), cell->documented, names),
      g_strdup_printf (cell->parallel
                           ? _ ("Drydock reads one cell: they run side by side, each for %s.")
                           : _ ("Drydock reads one cell: one after the other, they take %s."),
                       time));
}

void
dd_lint_merged_duration (DdLintRun *run)
{
  for_each_cell (run, find_merged_duration);
}

/* --- no-duration --- */

/* An event that stands in no cell has none by nature, and a gate is no row of the table. */
static gboolean
needs_duration (const DdCell *cell)
{
  DdActivityKind kind = first_of (cell)->kind;

  return kind != DD_ACTIVITY_GATE && !(cell->implicit && kind == DD_ACTIVITY_EVENT);
}

static void
find_no_duration (DdLintRun *run, const DdCell *cell)
{
  g_autofree char *names = NULL;

  if (cell->duration_given || cell->documented != NULL || !needs_duration (cell))
    return;

  names = list_activities (cell);
  dd_lint_run_add (run, dd_lint_activity_section (first_of (cell)), first_of (cell),
                   g_strdup_printf (_ ("There is no duration for %s."), names),
                   g_strdup (_ ("Drydock plans a moment that takes no working time.")));
}

void
dd_lint_no_duration (DdLintRun *run)
{
  for_each_cell (run, find_no_duration);
}

/* --- no-figure --- */

static void
find_no_figure (DdLintRun *run, const DdCell *cell)
{
  g_autofree char *names = NULL;

  if (cell->documented == NULL || dd_lint_minutes (&cell->duration, DD_BASIS_CAUTIOUS) > 0)
    return;

  names = list_activities (cell);
  dd_lint_run_add (run, cell->section, first_of (cell),
                   g_strdup_printf (_ ("The duration of %s is “%s”."), names, cell->documented),
                   g_strdup (_ ("Drydock plans a moment that takes no working time.")));
}

void
dd_lint_no_figure (DdLintRun *run)
{
  for_each_cell (run, find_no_figure);
}

/* --- blank-owner --- */

/* The rows without an owner that stand together; the owner they are given is the same for all,
 * that of the row above them in the cell. */
static void
report_blank_owner (DdLintRun *run, GPtrArray *names, const DdActivity *first)
{
  g_autofree char *list = dd_lint_list (names);
  g_autofree char *owner = dd_owner_get_label (first->owner);

  dd_lint_run_add (run, dd_lint_activity_section (first), first,
                   g_strdup_printf (_ ("There is no owner for %s."), list),
                   g_strdup_printf (first == first_of (first->cell)
                                        ? _ ("Drydock gives it to: %s.")
                                        : _ ("Drydock takes the owner above: %s."),
                                    owner));
}

static void
find_blank_owner (DdLintRun *run, const DdCell *cell)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  const DdActivity *first = NULL;

  for (guint i = 0; i <= cell->activities->len; i++)
    {
      const DdActivity *activity =
          i < cell->activities->len ? g_ptr_array_index (cell->activities, i) : NULL;
      if (activity != NULL && !activity->owner_printed && activity->kind != DD_ACTIVITY_GATE)
        {
          first = names->len == 0 ? activity : first;
          g_ptr_array_add (names, activity->name);
        }
      else if (names->len > 0)
        {
          report_blank_owner (run, names, first);
          g_ptr_array_set_size (names, 0);
        }
    }
}

void
dd_lint_blank_owner (DdLintRun *run)
{
  for_each_cell (run, find_blank_owner);
}

/* --- same-name --- */

static void
find_same_activity (DdLintRun *run)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < run->service->activities->len; i++)
    {
      DdActivity *activity = g_ptr_array_index (run->service->activities, i);
      if (!g_hash_table_add (names, activity->name))
        dd_lint_run_add (run, dd_lint_activity_section (activity), activity,
                         g_strdup_printf (_ ("Two activities are called %s."), activity->name),
                         g_strdup (_ ("Drydock keeps both, in their order.")));
    }
}

static void
check_milestone (DdLintRun *run, GHashTable *names, DdMilestone *milestone)
{
  const DdMilestone *first = g_hash_table_lookup (names, milestone->name);
  const DdCell *cell = g_ptr_array_index (milestone->cells, 0);

  if (*milestone->name == '\0')
    return;
  if (first == NULL)
    g_hash_table_insert (names, milestone->name, milestone);
  else
    dd_lint_run_add (run, dd_lint_activity_section (first_of (cell)), first_of (cell),
                     g_strdup_printf (_ ("The milestone %s stands in %s, and again in %s."),
                                      milestone->name, first->phase->name, milestone->phase->name),
                     g_strdup (_ ("Drydock keeps both, in their order.")));
}

static void
find_same_milestone (DdLintRun *run)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < run->service->phases->len; i++)
    {
      const DdPhase *phase = g_ptr_array_index (run->service->phases, i);
      for (guint j = 0; j < phase->milestones->len; j++)
        check_milestone (run, names, g_ptr_array_index (phase->milestones, j));
    }
}

void
dd_lint_same_name (DdLintRun *run)
{
  find_same_milestone (run);
  find_same_activity (run);
}
