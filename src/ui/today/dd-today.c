/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "today/dd-today.h"

#include "service/dd-service.h"

#include <glib/gi18n.h>
#include <string.h>

#define COMING_DAYS 14

/* --- Sorting --- */

static gboolean
is_of (const DdCaseSummary *summary, const char *user)
{
  return g_strcmp0 (summary->manager, user) == 0 || g_strcmp0 (summary->consultant, user) == 0;
}

/* The local day on which something that ends at @instant ends: midnight is the day before. */
static gint64
count_days (DdCalendar *calendar, gint64 now, gint64 instant)
{
  return (gint64) dd_calendar_julian_day (calendar, instant - 1)
         - (gint64) dd_calendar_julian_day (calendar, now);
}

static gboolean
is_over (const DdCaseSummary *summary, gint64 now)
{
  return summary->next_due != DD_INTEGER_NONE && summary->next_due < now;
}

/* Returns: the group, or -1: it is of no concern today */
static int
choose_group (const DdCaseSummary *summary, DdCalendar *calendar, gint64 now)
{
  gboolean customer = summary->next_owner == DD_OWNER_CUSTOMER;
  gint64 days;

  if (summary->waiting && summary->wait_party == DD_PARTY_CUSTOMER)
    return DD_TODAY_WAITING;
  if (summary->waiting)
    return is_over (summary, now) ? DD_TODAY_OVERDUE : DD_TODAY_DUE;
  if (summary->next_activity == NULL)
    return -1;
  if (customer)
    return DD_TODAY_WAITING;
  if (summary->next_due == DD_INTEGER_NONE)
    return summary->at_risk ? DD_TODAY_DANGER : -1;
  if (is_over (summary, now))
    return DD_TODAY_OVERDUE;
  days = count_days (calendar, now, summary->next_due);
  if (days <= 0)
    return DD_TODAY_DUE;
  if (summary->at_risk)
    return DD_TODAY_DANGER;
  return days <= COMING_DAYS ? DD_TODAY_COMING : -1;
}

/* What is due at no time comes last. */
static int
compare (gconstpointer a, gconstpointer b)
{
  const DdCaseSummary *first = *(DdCaseSummary *const *) a;
  const DdCaseSummary *second = *(DdCaseSummary *const *) b;
  gint64 one = first->next_due != DD_INTEGER_NONE ? first->next_due : G_MAXINT64;
  gint64 other = second->next_due != DD_INTEGER_NONE ? second->next_due : G_MAXINT64;
  int order = (one > other) - (one < other);

  if (order == 0)
    order = g_strcmp0 (first->customer_key, second->customer_key);
  return order != 0 ? order : strcmp (first->id, second->id);
}

static void
add (DdToday *self, DdCaseSummary *summary, DdCalendar *calendar, gint64 now)
{
  int group = choose_group (summary, calendar, now);

  if (group >= 0)
    g_ptr_array_add (self->groups[group], dd_case_summary_ref (summary));
}

DdToday *
dd_today_new (GPtrArray *summaries,
              DdCalendar *calendar,
              gint64 now,
              const char *user,
              gboolean mine)
{
  DdToday *self = g_new0 (DdToday, 1);

  for (guint i = 0; i < DD_N_TODAY_GROUPS; i++)
    self->groups[i] = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);
  for (guint i = 0; i < summaries->len; i++)
    {
      DdCaseSummary *summary = summaries->pdata[i];

      if (!dd_case_summary_is_open (summary))
        continue;
      self->n_open++;
      self->n_mine += is_of (summary, user);
      if (!mine || is_of (summary, user))
        add (self, summary, calendar, now);
    }
  for (guint i = 0; i < DD_N_TODAY_GROUPS; i++)
    g_ptr_array_sort (self->groups[i], compare);
  return self;
}

void
dd_today_free (DdToday *self)
{
  for (guint i = 0; i < DD_N_TODAY_GROUPS; i++)
    g_ptr_array_unref (self->groups[i]);
  g_free (self);
}

/* --- Words --- */

/* Adds @part (transfer full) unless it tells of none. */
static void
add_part (GStrvBuilder *parts, guint n, char *part)
{
  if (n > 0)
    g_strv_builder_add (parts, part);
  g_free (part);
}

char *
dd_today_to_words (const DdToday *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint overdue = self->groups[DD_TODAY_OVERDUE]->len, due = self->groups[DD_TODAY_DUE]->len;
  guint danger = self->groups[DD_TODAY_DANGER]->len;
  g_auto (GStrv) parts = NULL;

  add_part (builder, overdue,
            g_strdup_printf (ngettext ("%u overdue", "%u overdue", overdue), overdue));
  add_part (builder, due,
            g_strdup_printf (ngettext ("%u due or awaited", "%u due or awaited", due), due));
  add_part (builder, danger,
            g_strdup_printf (ngettext ("%u deadline in danger", "%u deadlines in danger", danger),
                             danger));
  parts = g_strv_builder_end (builder);
  if (parts[0] == NULL)
    return g_strdup (_ ("Nothing needs you now"));
  /* Translators: what stands between the parts of "2 overdue, 1 due today" */
  return g_strjoinv (_ (", "), parts);
}
