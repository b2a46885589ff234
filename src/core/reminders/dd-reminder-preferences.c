/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * When reminders come: preferences by name, each read from and written as one short text.
 */

#include "config.h"

#include "reminders/dd-reminder-preferences.h"

#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MINUTE      60
#define DAY         (24 * 60)
#define OFF         "off"
#define ON          "on"
#define NOT_WORKING "not-working"

G_DEFINE_QUARK (dd - reminder - preferences - error - quark, dd_reminder_preferences_error)

static void
init_lead (DdReminderPreferences *self, DdReminderKind kind)
{
  self->leads[kind] = (DdReminderLead){ TRUE, dd_reminder_kind_get_usual_lead (kind) };
}

static void
init_quiet (DdReminderPreferences *self)
{
  self->quiet = DD_REMINDER_QUIET_HOURS;
  self->quiet_from = 20 * 60;
  self->quiet_to = 7 * 60;
}

void
dd_reminder_preferences_init (DdReminderPreferences *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < DD_N_REMINDER_KINDS; i++)
    init_lead (self, (DdReminderKind) i);
  init_quiet (self);
}

char *
dd_reminder_preferences_dup_name (DdReminderKind kind)
{
  return g_strconcat (DD_REMINDER_PREFERENCE_PREFIX, dd_reminder_kind_get_nick (kind), NULL);
}

static gboolean
find_kind (const char *name, DdReminderKind *kind)
{
  return g_str_has_prefix (name, DD_REMINDER_PREFERENCE_PREFIX)
         && dd_reminder_kind_find (name + strlen (DD_REMINDER_PREFERENCE_PREFIX), kind);
}

/* --- Reading --- */

static gboolean
refuse (const char *name, const char *text, const char *expected, GError **error)
{
  g_autofree char *quoted = dd_time_text_quote (text);

  g_set_error (error, DD_REMINDER_PREFERENCES_ERROR, DD_REMINDER_PREFERENCES_ERROR_FORMAT,
               _ ("“%s” is no value of “%s”; give %s"), quoted, name, expected);
  return FALSE;
}

static gboolean
set_switch (DdReminderLead *lead, const char *name, const char *text, GError **error)
{
  if (strcmp (text, ON) != 0)
    return refuse (name, text, _ ("“on” or “off”"), error);
  lead->on = TRUE;
  return TRUE;
}

static gboolean
set_span (DdReminderLead *lead, const char *name, const char *text, GError **error)
{
  DdDuration duration;

  if (!dd_duration_parse (text, &duration, NULL) || dd_duration_is_range (&duration)
      || duration.at_most)
    return refuse (name, text, _ ("a length of working time, such as 4h, 2d or 1w, or “off”"),
                   error);
  *lead = (DdReminderLead){ TRUE, duration.lower };
  return TRUE;
}

static gboolean
set_lead (DdReminderPreferences *self,
          DdReminderKind kind,
          const char *name,
          const char *text,
          GError **error)
{
  DdReminderLead *lead = &self->leads[kind];

  if (strcmp (text, OFF) == 0)
    {
      lead->on = FALSE;
      return TRUE;
    }
  return dd_reminder_kind_get_timing (kind) == DD_REMINDER_AT ? set_switch (lead, name, text, error)
                                                              : set_span (lead, name, text, error);
}

/* "20:00-07:00"; never the whole day, which would have no end. */
static gboolean
read_hours (const char *text, int *from, int *to)
{
  return dd_time_text_read_minutes (&text, from) && dd_time_text_skip (&text, "-")
         && dd_time_text_read_minutes (&text, to) && *text == '\0' && *from < DAY
         && *from != *to % DAY;
}

static gboolean
set_quiet (DdReminderPreferences *self, const char *text, GError **error)
{
  int from;
  int to;

  if (strcmp (text, OFF) == 0)
    self->quiet = DD_REMINDER_QUIET_NEVER;
  else if (strcmp (text, NOT_WORKING) == 0)
    self->quiet = DD_REMINDER_QUIET_OFF_WORK;
  else if (read_hours (text, &from, &to))
    {
      self->quiet = DD_REMINDER_QUIET_HOURS;
      self->quiet_from = from;
      self->quiet_to = to;
    }
  else
    return refuse (DD_REMINDER_PREFERENCE_QUIET, text,
                   _ ("times of day, such as 20:00-07:00, “not-working” or “off”"), error);
  return TRUE;
}

gboolean
dd_reminder_preferences_set (DdReminderPreferences *self,
                             const char *name,
                             const char *text,
                             GError **error)
{
  gboolean quiet;
  DdReminderKind kind;

  g_return_val_if_fail (self != NULL && name != NULL, FALSE);

  quiet = strcmp (name, DD_REMINDER_PREFERENCE_QUIET) == 0;
  if (!quiet && !find_kind (name, &kind))
    {
      g_set_error (error, DD_REMINDER_PREFERENCES_ERROR, DD_REMINDER_PREFERENCES_ERROR_FORMAT,
                   _ ("There is no preference of reminders “%s”."), name);
      return FALSE;
    }
  if (quiet && text != NULL)
    return set_quiet (self, text, error);
  if (text != NULL)
    return set_lead (self, kind, name, text, error);
  if (quiet)
    init_quiet (self);
  else
    init_lead (self, kind);
  return TRUE;
}

/* --- Writing --- */

static char *
write_quiet (const DdReminderPreferences *self)
{
  switch (self->quiet)
    {
    case DD_REMINDER_QUIET_NEVER:
      return g_strdup (OFF);
    case DD_REMINDER_QUIET_OFF_WORK:
      return g_strdup (NOT_WORKING);
    case DD_REMINDER_QUIET_HOURS:
      return g_strdup_printf ("%02d:%02d-%02d:%02d", self->quiet_from / 60, self->quiet_from % 60,
                              self->quiet_to / 60, self->quiet_to % 60);
    }
  g_return_val_if_reached (NULL);
}

char *
dd_reminder_preferences_get (const DdReminderPreferences *self, const char *name)
{
  const DdReminderLead *lead;
  DdDuration duration = { 0 };
  DdReminderKind kind;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  if (strcmp (name, DD_REMINDER_PREFERENCE_QUIET) == 0)
    return write_quiet (self);
  if (!find_kind (name, &kind))
    return NULL;
  lead = &self->leads[kind];
  if (!lead->on)
    return g_strdup (OFF);
  if (dd_reminder_kind_get_timing (kind) == DD_REMINDER_AT)
    return g_strdup (ON);
  duration.lower = duration.upper = lead->span;
  return dd_duration_to_text (&duration);
}

/* --- What they come to --- */

gint64
dd_reminder_preferences_get_minutes (const DdReminderPreferences *self,
                                     DdReminderKind kind,
                                     DdCalendar *calendar)
{
  g_return_val_if_fail (self != NULL && calendar != NULL, 0);

  return dd_span_minutes (self->leads[kind].span, dd_calendar_get_minutes_per_day (calendar),
                          dd_calendar_get_days_per_week (calendar));
}

/* The minutes of the day that the clock shows. */
static int
read_clock (DdCalendar *calendar, gint64 instant)
{
  g_autofree char *text = dd_calendar_format (calendar, instant, "%H:%M");
  const char *cursor = text;
  int minutes = 0;

  dd_time_text_read_minutes (&cursor, &minutes);
  return minutes;
}

static gboolean
is_quiet_at (const DdReminderPreferences *self, int minutes)
{
  if (self->quiet_from < self->quiet_to)
    return minutes >= self->quiet_from && minutes < self->quiet_to;
  return minutes >= self->quiet_from || minutes < self->quiet_to;
}

/* Minute by minute at the end, because the clock may skip the time of day at which it is; before
 * that in longer steps, which stay away from it by more than a clock is ever set. */
static gint64
end_hours (const DdReminderPreferences *self, DdCalendar *calendar, gint64 instant)
{
  gint64 minute = instant - instant % MINUTE;
  int shown = read_clock (calendar, minute);

  if (!is_quiet_at (self, shown))
    return instant;
  while (is_quiet_at (self, shown))
    {
      int left = (self->quiet_to - shown + DAY) % DAY;

      minute += MINUTE * (left > 4 * 60 ? left - 3 * 60 : 1);
      shown = read_clock (calendar, minute);
    }
  return minute;
}

gint64
dd_reminder_preferences_end_quiet (const DdReminderPreferences *self,
                                   DdCalendar *calendar,
                                   gint64 instant)
{
  g_return_val_if_fail (self != NULL && calendar != NULL, instant);

  switch (self->quiet)
    {
    case DD_REMINDER_QUIET_NEVER:
      return instant;
    case DD_REMINDER_QUIET_HOURS:
      return end_hours (self, calendar, instant);
    case DD_REMINDER_QUIET_OFF_WORK:
      return dd_calendar_next_working (calendar, instant);
    }
  g_return_val_if_reached (instant);
}
