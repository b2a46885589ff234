/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "today/dd-today-items.h"

#include "dd-case-words.h"

#include <glib/gi18n.h>

/* --- Cases --- */

/* Whose turn it is, or what is waited for. */
static char *
describe_matter (const DdCaseSummary *summary, DdTodayGroup group, DdCalendar *calendar)
{
  g_autofree char *next = NULL;
  g_autofree char *risk = NULL;

  if (summary->waiting)
    return dd_case_words_wait (summary);
  next = dd_case_words_next (summary);
  if (group != DD_TODAY_DANGER || summary->float_minutes == DD_INTEGER_NONE)
    return g_steal_pointer (&next);
  risk = dd_case_words_risk (summary, calendar);
  /* Translators: the next activity, and how the plan stands to the deadline: "2 days too late" */
  return g_strdup_printf (_ ("%s (plan: %s)"), next, risk);
}

static const char *
choose_icon (const DdCaseSummary *summary, DdTodayGroup group)
{
  if (summary->at_risk)
    return "dialog-warning-symbolic";
  if (group == DD_TODAY_OVERDUE)
    return "alarm-symbolic";
  return summary->waiting ? "media-playback-pause-symbolic" : NULL;
}

static DdTodayItem *
new_case_item (const DdCaseSummary *summary, DdTodayGroup group, DdCalendar *calendar, gint64 now)
{
  DdTodayItem *item = g_new0 (DdTodayItem, 1);
  g_autofree char *product = dd_case_words_product (summary);

  item->id = g_strdup (summary->id);
  item->case_id = g_strdup (summary->id);
  /* Translators: a customer, and a product with its versions */
  item->title = g_strdup_printf (_ ("%s – %s"), summary->customer, product);
  item->subtitle = describe_matter (summary, group, calendar);
  item->when = dd_case_words_due (calendar, summary->next_due, now);
  item->icon = choose_icon (summary, group);
  if (!summary->waiting && summary->next_activity != NULL && group <= DD_TODAY_DANGER)
    item->done = N_ ("Mark the Activity Done");
  return item;
}

GPtrArray *
dd_today_items_of_cases (GPtrArray *summaries, DdTodayGroup group, DdCalendar *calendar, gint64 now)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (dd_today_item_free);

  for (guint i = 0; i < summaries->len; i++)
    g_ptr_array_add (items, new_case_item (summaries->pdata[i], group, calendar, now));
  return items;
}

/* --- Reminders --- */

static DdTodayItem *
new_reminder_item (const DdReminderEntry *entry, DdCalendar *calendar, gint64 now)
{
  const DdReminder *reminder = entry->reminder;
  DdTodayItem *item = g_new0 (DdTodayItem, 1);
  gboolean critical = dd_reminder_kind_get_urgency (reminder->kind) == DD_URGENCY_CRITICAL;

  item->id = dd_reminder_dup_key (reminder);
  item->case_id = g_strdup (reminder->case_id);
  item->title = dd_reminder_get_title (reminder);
  item->subtitle = dd_reminder_get_body (reminder, calendar);
  item->when = g_strdup ("");
  item->icon = critical ? "dialog-warning-symbolic" : NULL;
  item->done = N_ ("Take Out of the List");
  item->snoozes = TRUE;
  return item;
}

GPtrArray *
dd_today_items_of_reminders (GPtrArray *entries, DdCalendar *calendar, gint64 now)
{
  GPtrArray *items = g_ptr_array_new_with_free_func (dd_today_item_free);

  for (guint i = 0; i < entries->len; i++)
    g_ptr_array_add (items, new_reminder_item (entries->pdata[i], calendar, now));
  return items;
}
