/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-page-words.h"

#include "plan/dd-date-words.h"
#include "service/dd-words.h"
#include "time/dd-time-words.h"

#include <glib/gi18n.h>

const char *
dd_case_page_words_state (DdCaseState state)
{
  switch (state)
    {
    case DD_CASE_REQUESTED:
      return _ ("Requested");
    case DD_CASE_RUNNING:
      return _ ("Running");
    case DD_CASE_WAITING:
      return _ ("Waiting");
    case DD_CASE_CLOSED:
      return _ ("Closed");
    case DD_CASE_CANCELLED:
      return _ ("Cancelled");
    }
  g_assert_not_reached ();
}

const char *
dd_case_page_words_activity_state (DdActivityKind kind, DdActivityState state)
{
  switch (state)
    {
    case DD_STATE_PLANNED:
      return kind == DD_ACTIVITY_GATE ? _ ("Not met") : _ ("Planned");
    case DD_STATE_RUNNING:
      return _ ("Running");
    case DD_STATE_DONE:
      return kind == DD_ACTIVITY_GATE ? _ ("Met") : _ ("Done");
    case DD_STATE_SKIPPED:
      return _ ("Skipped");
    }
  g_assert_not_reached ();
}

char *
dd_case_page_words_verdict (DdCalendar *calendar, gint64 finish, gint64 deadline)
{
  int minutes_per_day = dd_calendar_get_minutes_per_day (calendar);
  g_autofree char *words = NULL;
  gint64 minutes;

  if (finish == DD_INSTANT_NONE)
    return g_strdup (_ ("No plan"));
  if (deadline == DD_INSTANT_NONE)
    return g_strdup (_ ("No deadline"));
  minutes = dd_calendar_between (calendar, finish, deadline);
  words = dd_time_words_working (ABS (minutes), minutes_per_day);
  if (finish > deadline)
    return minutes == 0 ? g_strdup (_ ("Late"))
                        /* Translators: %s is "2 working days" */
                        : g_strdup_printf (_ ("%s late"), words);
  if (minutes == 0)
    return g_strdup (_ ("Ends just in time"));
  /* Translators: %s is "2 working days" */
  return g_strdup_printf (_ ("%s to spare"), words);
}

char *
dd_case_page_words_wait (DdCalendar *calendar, DdRecord *wait)
{
  g_autofree char *since =
      dd_date_words_of_start (calendar, dd_record_get_integer (wait, "started_at"));
  const char *reason = dd_record_get_text (wait, "reason");

  if (dd_record_get_integer (wait, "party") == DD_PARTY_CUSTOMER)
    return g_strdup_printf (_ ("Waiting for the customer since %s: %s"), since, reason);
  return g_strdup_printf (_ ("Waiting for us since %s: %s"), since, reason);
}

char *
dd_case_page_words_float (const DdPlanDates *dates, int minutes_per_day)
{
  g_autofree char *words = dd_time_words_working (ABS (dates->float_minutes), minutes_per_day);

  if (dates->float_minutes < 0)
    /* Translators: %s is "2 working days" */
    return g_strdup_printf (_ ("%s too late for the deadline"), words);
  if (dates->critical)
    return g_strdup (_ ("Critical: any delay delays the finish"));
  if (dates->float_minutes == 0)
    return g_strdup (_ ("No float"));
  /* Translators: %s is "2 working days" */
  return g_strdup_printf (_ ("%s of float"), words);
}

char *
dd_case_page_words_instant (DdCasePlan *plan, gint64 instant, gboolean finish)
{
  DdCalendar *calendar = plan->inputs->vendor;

  if (instant == DD_INSTANT_NONE || calendar == NULL)
    return g_strdup ("–");
  return dd_words_instant (calendar, instant, dd_words_year (calendar, plan->inputs->now),
                           finish ? DD_WORDS_FINISH : DD_WORDS_PLAIN);
}

char *
dd_case_page_words_documented (DdService *service, const DdActivity *activity)
{
  const DdCell *cell = activity->cell;
  const char *section = cell->section != NULL ? cell->section : activity->section;

  if (activity->kind == DD_ACTIVITY_GATE)
    return g_strdup (_ ("An entry condition: no row of the process table"));
  if (cell->documented == NULL || cell->documented[0] == '\0')
    return g_strdup (_ ("Not stated"));
  if (section == NULL)
    /* Translators: what a document prints, the product, the document's version */
    return g_strdup_printf (_ ("“%s” (%s v%s)"), cell->documented, service->product,
                            service->document_version);
  /* Translators: what a document prints, the product, the document's version, the section in it */
  return g_strdup_printf (_ ("“%s” (%s v%s, %s)"), cell->documented, service->product,
                          service->document_version, section);
}

char *
dd_case_page_words_tooltip (DdCasePlan *plan, guint index)
{
  DdService *service = dd_network_get_service (plan->inputs->network);
  const DdActivity *activity = g_ptr_array_index (service->activities, index);
  const DdPlanDates *dates = dd_plan_get_dates (plan->plan, index);
  DdCalendar *calendar = dd_plan_get_activity_calendar (plan->plan, index);
  g_autofree char *owner = dd_owner_get_label (activity->owner);
  g_autofree char *start = dd_case_page_words_instant (plan, dates->early_start, FALSE);
  g_autofree char *finish = dd_case_page_words_instant (plan, dates->early_finish, TRUE);
  g_autofree char *documented = dd_case_page_words_documented (service, activity);
  g_autofree char *room =
      dd_case_page_words_float (dates, dd_calendar_get_minutes_per_day (calendar));

  if (dates->early_start == dates->early_finish)
    return g_strdup_printf ("%s\n%s\n%s\n%s\n%s", activity->name, owner, finish, documented, room);
  return g_strdup_printf ("%s\n%s\n%s – %s\n%s\n%s", activity->name, owner, start, finish,
                          documented, room);
}
