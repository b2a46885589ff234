/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-fields.h"
#include "dd-plan-chart.h"
#include "dd-plan-table.h"
#include "dd-text.h"
#include "service/dd-words.h"
#include "time/dd-time-words.h"

#include <glib/gi18n-lib.h>

static const char *
get_basis_label (DdBasis basis)
{
  switch (basis)
    {
    case DD_BASIS_SHORT:
      return _ ("short");
    case DD_BASIS_TYPICAL:
      return _ ("typical");
    case DD_BASIS_CAUTIOUS:
      return _ ("cautious");
    }
  g_return_val_if_reached (NULL);
}

static void
append_title (GString *string, const DdPlanReport *report, const DdTerminal *terminal)
{
  g_autofree char *title = g_strdup_printf (
      /* Translators: product, the document's version, one of short, typical and cautious */
      _ ("%s, document version %s, %s durations"), report->service->product,
      report->service->document_version, get_basis_label (report->basis));
  g_autofree char *clean = dd_text_clean (title);

  dd_terminal_append (terminal, string, DD_STYLE_HEADING, clean);
  g_string_append (string, "\n\n");
}

/* An instant with its year, which stands once above a table that leaves it out. */
static char *
format_full (const DdPlanReport *report, gint64 instant, DdWordsFlags flags)
{
  return dd_words_instant (report->vendor, instant, 0, flags);
}

static char *
describe_finish (const DdPlanReport *report)
{
  gint64 start = dd_plan_get_start (report->plan);
  gint64 finish = dd_plan_get_finish (report->plan);
  g_autofree char *date = format_full (report, finish, DD_WORDS_FINISH);
  g_autofree char *work =
      dd_time_words_working (dd_calendar_between (report->vendor, start, finish),
                             dd_calendar_get_minutes_per_day (report->vendor));

  return g_strdup_printf (_ ("%s, %s from the start"), date, work);
}

/* Whether the deadline is met, and how far the finish is from it; NULL without one. */
static char *
describe_deadline (const DdPlanReport *report)
{
  gint64 spare;
  g_autofree char *work = NULL, *date = NULL;

  if (report->deadline == DD_INSTANT_NONE)
    return NULL;
  spare = dd_calendar_between (report->vendor, dd_plan_get_finish (report->plan), report->deadline);
  work = dd_time_words_working (ABS (spare), dd_calendar_get_minutes_per_day (report->vendor));
  date = format_full (report, report->deadline, DD_WORDS_FINISH);
  if (spare < 0)
    return g_strdup_printf (_ ("%s, missed: %s too late"), date, work);
  if (spare == 0)
    return g_strdup_printf (_ ("%s, met with nothing to spare"), date);
  return g_strdup_printf (_ ("%s, met with %s to spare"), date, work);
}

static char *
format_basis (const DdPlanReport *report, DdBasis basis)
{
  int year = dd_words_year (report->vendor, dd_plan_get_start (report->plan));

  return dd_words_instant (report->vendor, dd_plan_get_finish (report->plans[basis]), year,
                           DD_WORDS_FINISH);
}

/* NULL when the bases finish alike. */
static char *
describe_bases (const DdPlanReport *report)
{
  g_autofree char *shortest = format_basis (report, DD_BASIS_SHORT);
  g_autofree char *typical = format_basis (report, DD_BASIS_TYPICAL);
  g_autofree char *cautious = format_basis (report, DD_BASIS_CAUTIOUS);

  if (g_str_equal (shortest, cautious))
    return NULL;
  return g_strdup_printf (_ ("short %s, typical %s, cautious %s"), shortest, typical, cautious);
}

static char *
describe_customer (const DdPlanReport *report)
{
  return report->customer != NULL ? dd_calendar_describe (report->customer) : NULL;
}

static char *
describe_forecast (const DdPlanReport *report)
{
  return report->forecast != NULL ? dd_forecast_to_words (report->forecast) : NULL;
}

static void
append_facts (GString *string, const DdPlanReport *report, const DdTerminal *terminal)
{
  gint64 start = dd_plan_get_start (report->plan);
  gint64 latest = dd_plan_get_latest_start (report->plan);
  g_autoptr (DdFields) fields = dd_fields_new ();

  dd_fields_add (fields, _ ("Start"), format_full (report, start, DD_WORDS_PLAIN));
  dd_fields_add (fields, _ ("Finish"), describe_finish (report));
  dd_fields_add (fields, _ ("Deadline"), describe_deadline (report));
  if (report->progress == NULL)
    dd_fields_add (fields, _ ("Latest request date"), format_full (report, latest, DD_WORDS_PLAIN));
  dd_fields_add (fields, _ ("Finish by basis"), describe_bases (report));
  dd_fields_add (fields, _ ("Forecast"), describe_forecast (report));
  dd_fields_add (fields, _ ("Working hours"), dd_calendar_describe (report->vendor));
  dd_fields_add (fields, _ ("Customer’s hours"), describe_customer (report));
  dd_fields_append (fields, string, terminal);
}

/* The first window, for it is what a reader would look for in the finish; NULL without one. */
static const DdActivity *
find_window (const DdPlanReport *report)
{
  for (guint i = 0; i < report->service->activities->len; i++)
    {
      const DdActivity *activity = dd_plan_report_get_activity (report, i);

      if (activity->kind == DD_ACTIVITY_WINDOW)
        return activity;
    }
  return NULL;
}

static void
append_finish_of (GString *string, const DdPlanReport *report, const DdTerminal *terminal)
{
  const DdActivity *last =
      dd_plan_report_get_activity (report, dd_plan_get_finish_activity (report->plan));
  const DdActivity *window = find_window (report);
  DdNetwork *network = dd_plan_get_network (report->plan);
  g_autofree char *sentence = NULL;

  if (window != NULL && dd_network_is_after_finish (network, window->index)
      && !dd_network_is_after_finish (network, last->index))
    sentence = g_strdup_printf (
        /* Translators: two activities, such as Delivery Final Playbook and Post Upgrade Support */
        _ ("Finish refers to %s; the window after it, %s, is not counted."), last->name,
        window->name);
  else
    sentence = g_strdup_printf (_ ("Finish refers to %s."), last->name);
  g_string_append_c (string, '\n');
  dd_text_append_paragraph (string, sentence, terminal->width, 0);
  g_string_append_c (string, '\n');
}

static void
append_legend (GString *string, const DdPlanReport *report, const DdTerminal *terminal)
{
  g_autofree char *owners = dd_words_owner_legend ();
  g_autofree char *marks = dd_plan_chart_get_legend (report);
  g_autofree char *legend = g_strdup_printf ("%s. %s.", owners, marks);
  g_autoptr (GString) lines = g_string_new (NULL);

  dd_text_append_paragraph (lines, legend, terminal->width, 0);
  g_string_append_c (string, '\n');
  dd_terminal_append (terminal, string, DD_STYLE_FAINT, lines->str);
}

char *
dd_plan_report_to_text (const DdPlanReport *self, const DdTerminal *terminal)
{
  GString *text = g_string_new (NULL);
  int year = dd_words_year (self->vendor, dd_plan_get_start (self->plan));
  g_autofree char *table = dd_plan_table_to_text (self, year, terminal);

  append_title (text, self, terminal);
  append_facts (text, self, terminal);
  append_finish_of (text, self, terminal);
  g_string_append (text, table);
  append_legend (text, self, terminal);
  return g_string_free (text, FALSE);
}
