/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-reminder-choices.h"

#include <glib/gi18n.h>

#define MINUTES_PER_DAY 1440

static void
choice_free (gpointer data)
{
  DdReminderChoice *choice = data;

  g_free (choice->text);
  g_free (choice->words);
  g_free (choice);
}

/* Takes over @words (transfer full). */
static void
add (GPtrArray *choices, const char *text, char *words)
{
  DdReminderChoice *choice = g_new (DdReminderChoice, 1);

  choice->text = g_strdup (text);
  choice->words = words;
  g_ptr_array_add (choices, choice);
}

static gboolean
has (GPtrArray *choices, const char *text)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (((DdReminderChoice *) g_ptr_array_index (choices, i))->text, text) == 0)
      return TRUE;
  return FALSE;
}

static char *
describe_span (DdSpan span)
{
  switch (span.unit)
    {
    case DD_DURATION_HOUR:
      return g_strdup_printf (ngettext ("%d Working Hour", "%d Working Hours", (gulong) span.count),
                              span.count);
    case DD_DURATION_DAY:
      return g_strdup_printf (ngettext ("%d Working Day", "%d Working Days", (gulong) span.count),
                              span.count);
    case DD_DURATION_WEEK:
      return g_strdup_printf (ngettext ("%d Working Week", "%d Working Weeks", (gulong) span.count),
                              span.count);
    }
  g_assert_not_reached ();
}

/* What the stored @text of @kind's lead is in words. */
static char *
describe_lead (DdReminderKind kind, const char *text)
{
  DdReminderPreferences preferences;
  g_autofree char *name = dd_reminder_preferences_dup_name (kind);
  const DdReminderLead *lead = &preferences.leads[kind];

  dd_reminder_preferences_init (&preferences);
  dd_reminder_preferences_set (&preferences, name, text, NULL);
  if (!lead->on)
    return g_strdup (_ ("Never"));
  if (dd_reminder_kind_get_timing (kind) == DD_REMINDER_AT)
    return g_strdup (_ ("When It Happens"));
  return describe_span (lead->span);
}

static void
add_lead (GPtrArray *choices, DdReminderKind kind, const char *text)
{
  if (!has (choices, text))
    add (choices, text, describe_lead (kind, text));
}

static char *
describe_inherited (DdReminderKind kind, const char *everybodys)
{
  g_autofree char *words = describe_lead (kind, everybodys);

  /* Translators: %s is what holds for all cases: "2 Working Days" */
  return g_strdup_printf (_ ("As for All Cases (%s)"), words);
}

GPtrArray *
dd_reminder_choices_list_leads (DdReminderKind kind, const char *stored, const char *everybodys)
{
  static const char *const spans[] = { "1h", "2h", "4h", "1d", "2d", "3d", "1w", "2w" };
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  if (everybodys != NULL)
    add (choices, NULL, describe_inherited (kind, everybodys));
  add_lead (choices, kind, "off");
  if (dd_reminder_kind_get_timing (kind) == DD_REMINDER_AT)
    add_lead (choices, kind, "on");
  else
    for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
      add_lead (choices, kind, spans[i]);
  if (stored != NULL)
    add_lead (choices, kind, stored);
  return choices;
}

static void
add_time (GPtrArray *choices, int minutes)
{
  g_autofree char *text = g_strdup_printf ("%02d:%02d", minutes / 60, minutes % 60);

  if (!has (choices, text))
    add (choices, text, g_strdup (text));
}

GPtrArray *
dd_reminder_choices_list_times (int stored)
{
  GPtrArray *choices = g_ptr_array_new_with_free_func (choice_free);

  for (int minutes = 0; minutes < MINUTES_PER_DAY; minutes += 30)
    {
      add_time (choices, minutes);
      if (stored > minutes && stored < minutes + 30)
        add_time (choices, stored);
    }
  return choices;
}

guint
dd_reminder_choices_find (GPtrArray *choices, const char *text)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (((DdReminderChoice *) g_ptr_array_index (choices, i))->text, text) == 0)
      return i;
  return 0;
}
