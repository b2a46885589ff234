/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Rules about durations that are stated over several rows, and about what the rows come to.
 */
#include "config.h"

#include "lint/dd-lint-path.h"
#include "lint/dd-lint-rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Working minutes on each basis. */
typedef struct
{
  gint64 minutes[DD_N_BASES];
} Figures;

static char *
describe_span (const Figures *figures)
{
  return dd_lint_time (figures->minutes[DD_BASIS_SHORT], figures->minutes[DD_BASIS_CAUTIOUS]);
}

/* "Drydock plans 9 working days by the rows, and shows 14 working days as the cautious finish." */
static char *
describe_plan (const Figures *figures)
{
  gint64 typical = figures->minutes[DD_BASIS_TYPICAL];
  gint64 cautious = figures->minutes[DD_BASIS_CAUTIOUS];
  g_autofree char *planned = dd_lint_time (typical, typical);
  g_autofree char *latest = dd_lint_time (cautious, cautious);

  if (typical == cautious)
    return g_strdup_printf (_ ("Drydock plans %s, by the rows."), planned);
  return g_strdup_printf (_ ("Drydock plans %s, by the rows, and shows %s as the cautious finish."),
                          planned, latest);
}

/* The headline as it is printed, with what it comes to: "“2 weeks” (10 working days)". */
static char *
quote_headline (const DdHeadline *headline)
{
  g_autofree char *time = dd_lint_time (dd_lint_minutes (&headline->duration, DD_BASIS_SHORT),
                                        dd_lint_minutes (&headline->duration, DD_BASIS_CAUTIOUS));

  if (headline->documented == NULL)
    return g_steal_pointer (&time);
  return g_strdup_printf (_ ("“%s” (%s)"), headline->documented, time);
}

/* --- headline-rows --- */

/* Returns: FALSE when the last row does not wait for the first, so that no time lies between */
static gboolean
get_rows (DdLintRun *run, const DdHeadline *headline, Figures *rows)
{
  const DdActivity *from = dd_service_find_activity (run->service, headline->from);
  const DdActivity *to = dd_service_find_activity (run->service, headline->to);

  for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
    {
      rows->minutes[basis] = dd_lint_path_between (run->network, from, to, basis);
      if (rows->minutes[basis] < 0)
        return FALSE;
    }
  return TRUE;
}

/* "At most" is kept by rows that take less. */
static gboolean
agrees (const DdHeadline *headline, const Figures *rows)
{
  gint64 cautious = dd_lint_minutes (&headline->duration, DD_BASIS_CAUTIOUS);

  if (headline->duration.at_most)
    return rows->minutes[DD_BASIS_CAUTIOUS] <= cautious;
  return rows->minutes[DD_BASIS_SHORT] == dd_lint_minutes (&headline->duration, DD_BASIS_SHORT)
         && rows->minutes[DD_BASIS_CAUTIOUS] == cautious;
}

static void
report_rows (DdLintRun *run, const DdHeadline *headline, const Figures *rows)
{
  const DdActivity *from = dd_service_find_activity (run->service, headline->from);
  const DdActivity *to = dd_service_find_activity (run->service, headline->to);
  const char *section = dd_lint_section (headline->section);
  g_autofree char *stated = quote_headline (headline);
  g_autofree char *counted = describe_span (rows);
  char *message;

  if (from == to)
    /* Translators: a quoted duration is stated in a section for an activity */
    message = g_strdup_printf (_ ("%s is stated in %s for %s, but its row takes %s."), stated,
                               section, from->name, counted);
  else
    /* Translators: a quoted duration is stated in a section */
    message = g_strdup_printf (_ ("%s is stated in %s, but the rows from %s to %s take %s."),
                               stated, section, from->name, to->name, counted);
  dd_lint_run_add (run, headline->section, from, message, describe_plan (rows));
}

void
dd_lint_headline_rows (DdLintRun *run)
{
  for (guint i = 0; i < run->service->headlines->len; i++)
    {
      const DdHeadline *headline = g_ptr_array_index (run->service->headlines, i);
      Figures rows;
      if (get_rows (run, headline, &rows) && !agrees (headline, &rows))
        report_rows (run, headline, &rows);
    }
}

/* --- headline-headline --- */

/* Two figures of one section are meant to differ; those of two sections are about one thing when
 * they count from the same activity. */
static gboolean
contradict (const DdHeadline *first, const DdHeadline *second)
{
  if (g_strcmp0 (first->section, second->section) == 0)
    return FALSE;
  return dd_lint_minutes (&first->duration, DD_BASIS_SHORT)
             != dd_lint_minutes (&second->duration, DD_BASIS_SHORT)
         || dd_lint_minutes (&first->duration, DD_BASIS_CAUTIOUS)
                != dd_lint_minutes (&second->duration, DD_BASIS_CAUTIOUS);
}

static void
report_headlines (DdLintRun *run, const DdHeadline *first, const DdHeadline *second)
{
  const DdActivity *from = dd_service_find_activity (run->service, first->from);
  const DdActivity *first_to = dd_service_find_activity (run->service, first->to);
  const DdActivity *second_to = dd_service_find_activity (run->service, second->to);
  const char *first_section = dd_lint_section (first->section);
  const char *second_section = dd_lint_section (second->section);
  g_autofree char *first_stated = quote_headline (first);
  g_autofree char *second_stated = quote_headline (second);
  char *message, *reading;

  /* Translators: quoted durations, each in a section */
  message = g_strdup_printf (_ ("%s is stated in %s, %s in %s."), first_stated, first_section,
                             second_stated, second_section);
  if (first_to == second_to)
    reading = g_strdup (_ ("Drydock takes neither, and plans by the rows."));
  else
    reading = g_strdup_printf (_ ("Drydock takes the first as the time from %s to %s, the second "
                                  "as that to %s, and plans by the rows."),
                               from->name, first_to->name, second_to->name);
  dd_lint_run_add (run, first->section, from, message, reading);
}

void
dd_lint_headline_headline (DdLintRun *run)
{
  g_autoptr (GHashTable) first_from = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < run->service->headlines->len; i++)
    {
      DdHeadline *headline = g_ptr_array_index (run->service->headlines, i);
      const DdHeadline *first = g_hash_table_lookup (first_from, headline->from);
      if (first == NULL)
        g_hash_table_insert (first_from, headline->from, headline);
      else if (contradict (first, headline))
        report_headlines (run, first, headline);
    }
}

/* --- headline-typical --- */

static gboolean
says_typical (const DdHeadline *headline)
{
  g_autofree char *folded = NULL;

  if (headline->documented == NULL)
    return FALSE;
  folded = g_utf8_casefold (headline->documented, -1);
  return strstr (folded, "typical") != NULL || strstr (folded, "usual") != NULL;
}

void
dd_lint_headline_typical (DdLintRun *run)
{
  for (guint i = 0; i < run->service->headlines->len; i++)
    {
      const DdHeadline *headline = g_ptr_array_index (run->service->headlines, i);
      if (says_typical (headline))
        dd_lint_run_add (run, headline->section,
                         dd_service_find_activity (run->service, headline->from),
                         g_strdup_printf (_ ("“%s” in %s states no limit."), headline->documented,
                                          dd_lint_section (headline->section)),
                         g_strdup (_ ("Drydock plans by the rows. Where a case needs longer, its "
                                      "durations are changed, with the reason.")));
    }
}

/* --- row-sum --- */

/* What a reader gets who adds up the duration column. */
static void
add_up_printed (DdService *service, Figures *sum)
{
  const DdCell *counted = NULL;

  *sum = (Figures){ { 0 } };
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      if (activity->cell != counted && activity->cell->documented != NULL)
        for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
          sum->minutes[basis] += dd_lint_minutes (&activity->cell->duration, basis);
      counted = activity->cell;
    }
}

/* Returns: (nullable) (transfer full): the names of what comes after the finish, as a list */
static char *
list_uncounted (DdLintRun *run)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < run->service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (run->service->activities, i);
      if (dd_network_is_after_finish (run->network, i))
        g_ptr_array_add (names, activity->name);
    }
  return names->len > 0 ? dd_lint_list (names) : NULL;
}

static char *
read_total (DdLintRun *run, const char *total)
{
  g_autofree char *uncounted = list_uncounted (run);

  if (uncounted == NULL)
    return g_strdup_printf (_ ("Drydock plans %s, from what each row waits for."), total);
  return g_strdup_printf (_ ("Drydock plans %s, from what each row waits for. What comes after the "
                             "finish is not counted: %s."),
                          total, uncounted);
}

void
dd_lint_row_sum (DdLintRun *run)
{
  const DdActivity *first = g_ptr_array_index (run->service->activities, 0);
  g_autofree char *printed = NULL;
  g_autofree char *planned = NULL;
  Figures sum, total;

  add_up_printed (run->service, &sum);
  for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
    total.minutes[basis] = dd_lint_path_total (run->network, basis);
  if (sum.minutes[DD_BASIS_CAUTIOUS] == 0
      || (sum.minutes[DD_BASIS_SHORT] == total.minutes[DD_BASIS_SHORT]
          && sum.minutes[DD_BASIS_CAUTIOUS] == total.minutes[DD_BASIS_CAUTIOUS]))
    return;

  printed = describe_span (&sum);
  planned = describe_span (&total);
  dd_lint_run_add (run, first->cell->section, NULL,
                   g_strdup_printf (_ ("The printed durations add up to %s, but the finish comes "
                                       "after %s."),
                                    printed, planned),
                   read_total (run, planned));
}
