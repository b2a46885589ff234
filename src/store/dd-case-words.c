/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A case's summary in words, for lists and charts of window and terminal alike: one place decides
 * what "late" means and how it is said.
 */
#include "config.h"

#include "dd-case-words.h"

#include "service/dd-service.h"
#include "service/dd-words.h"
#include "time/dd-time-words.h"

#include <glib/gi18n-lib.h>

/* What is due within so many working days is told by their number. */
#define NEAR_DAYS 10

char *
dd_case_words_state (const DdCaseSummary *self)
{
  if (dd_case_summary_is_open (self) && self->waiting)
    return g_strdup (_ ("Waiting"));
  switch (self->state)
    {
    case DD_CASE_REQUESTED:
      return g_strdup (_ ("Requested"));
    case DD_CASE_RUNNING:
      return g_strdup (_ ("Running"));
    case DD_CASE_WAITING:
      return g_strdup (_ ("Waiting"));
    case DD_CASE_CLOSED:
      return g_strdup (_ ("Closed"));
    case DD_CASE_CANCELLED:
      return g_strdup (_ ("Cancelled"));
    }
  g_return_val_if_reached (NULL);
}

char *
dd_case_words_wait (const DdCaseSummary *self)
{
  gboolean customer = self->wait_party == DD_PARTY_CUSTOMER;

  if (!dd_case_summary_is_open (self) || !self->waiting)
    return g_strdup ("");
  /* Translators: %s is what is waited for, as somebody wrote it: "remote access" */
  return g_strdup_printf (customer ? _ ("Waiting for the customer: %s")
                                   : _ ("Waiting for the vendor: %s"),
                          self->wait_reason);
}

char *
dd_case_words_product (const DdCaseSummary *self)
{
  const char *from = self->current_version, *to = self->target_version;

  if (from != NULL && to != NULL)
    /* Translators: a product, the version it has and the one it gets: "CX Process 9.1 → 10.2" */
    return g_strdup_printf (_ ("%s %s → %s"), self->product, from, to);
  if (to != NULL)
    /* Translators: a product and the version it gets: "CX Process → 10.2" */
    return g_strdup_printf (_ ("%s → %s"), self->product, to);
  return g_strjoin (" ", self->product, from, NULL);
}

char *
dd_case_words_next (const DdCaseSummary *self)
{
  g_autofree char *letters = NULL;

  if (self->next_name == NULL)
    return g_strdup ("");
  letters = dd_owner_get_letters (self->next_owner);
  /* Translators: the letter of whose turn it is, and what they do: "C · Provide access" */
  return g_strdup_printf (_ ("%s · %s"), letters, self->next_name);
}

/* --- Dates --- */

/* The local day on which something that ends at @instant ends: midnight is the day before. */
static guint32
get_day (DdCalendar *calendar, gint64 instant)
{
  return dd_calendar_julian_day (calendar, instant > 0 ? instant - 1 : instant);
}

char *
dd_case_words_day (DdCalendar *calendar, gint64 instant, gint64 now)
{
  gint64 shown = instant > 0 ? instant - 1 : instant;
  gboolean same_year = dd_words_year (calendar, shown) == dd_words_year (calendar, now);

  if (instant == DD_INSTANT_NONE)
    return g_strdup ("");
  /* Translators: weekday, day and month, or day, month and year, as g_date_time_format() has them
   */
  return dd_calendar_format (calendar, shown, same_year ? _ ("%a %-d %b") : _ ("%-d %b %Y"));
}

/* A length of working time, by days where it is more than one: parts of a day do not matter then.
 */
static char *
describe_span (DdCalendar *calendar, gint64 minutes)
{
  int days = (int) (minutes / dd_calendar_get_minutes_per_day (calendar));

  if (days > 0)
    return g_strdup_printf (ngettext ("%d day", "%d days", days), days);
  return minutes >= 60 ? dd_time_words_minutes (minutes / 60 * 60)
                       : dd_time_words_minutes (minutes);
}

static char *
describe_late (DdCalendar *calendar, gint64 instant, gint64 now)
{
  gint64 minutes = dd_calendar_between (calendar, instant, now);
  g_autofree char *span = NULL;

  if (minutes <= 0)
    return g_strdup (_ ("just over"));
  span = describe_span (calendar, minutes);
  /* Translators: %s is a length of working time: "2 days late" */
  return g_strdup_printf (_ ("%s late"), span);
}

char *
dd_case_words_due (DdCalendar *calendar, gint64 instant, gint64 now)
{
  guint32 today = dd_calendar_julian_day (calendar, now), day;
  gint64 days;

  if (instant == DD_INSTANT_NONE)
    return g_strdup ("");
  if (instant < now)
    return describe_late (calendar, instant, now);
  day = get_day (calendar, instant);
  if (day <= today)
    /* Translators: a time of day, as g_date_time_format() has it: "today 17:00" */
    return dd_calendar_format (calendar, instant, _ ("today %H:%M"));
  if (day == today + 1)
    return g_strdup (_ ("tomorrow"));
  days = dd_calendar_between (calendar, dd_calendar_julian_start (calendar, today + 1), instant)
         / dd_calendar_get_minutes_per_day (calendar);
  if (days < 1 || days > NEAR_DAYS)
    return dd_case_words_day (calendar, instant, now);
  return g_strdup_printf (ngettext ("in %d day", "in %d days", days), (int) days);
}

/* --- Risk --- */

char *
dd_case_words_risk (const DdCaseSummary *self, DdCalendar *calendar)
{
  g_autofree char *span = NULL;

  if (!dd_case_summary_is_open (self))
    return g_strdup ("");
  if (self->deadline == DD_INTEGER_NONE)
    return g_strdup (_ ("No deadline"));
  if (self->float_minutes == DD_INTEGER_NONE)
    return g_strdup (_ ("Not planned"));
  if (self->float_minutes == 0)
    return g_strdup (self->at_risk ? _ ("Too late") : _ ("Nothing to spare"));
  span = describe_span (calendar, ABS (self->float_minutes));
  /* Translators: %s is a length of working time: "3 days" */
  return g_strdup_printf (self->float_minutes < 0 ? _ ("%s too late") : _ ("%s to spare"), span);
}

char *
dd_case_words_risk_in_full (const DdCaseSummary *self, DdCalendar *calendar)
{
  int day = dd_calendar_get_minutes_per_day (calendar);
  g_autofree char *span = NULL;

  if (self->float_minutes == DD_INTEGER_NONE)
    return dd_case_words_risk (self, calendar);
  span = dd_time_words_working (ABS (self->float_minutes), day);
  /* Translators: %s is a length of working time: "3 working days" */
  return g_strdup_printf (self->float_minutes < 0
                              ? _ ("As planned it finishes %s after the deadline")
                              : _ ("As planned it finishes %s before the deadline"),
                          span);
}
