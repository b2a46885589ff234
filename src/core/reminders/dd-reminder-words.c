/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Reminders in words. Names are data and stand in quotation marks where a sentence could swallow
 * them; nothing is markup. Instants are told in full, because a notification stays on screen and
 * "tomorrow" would not stay true.
 */

#include "config.h"

#include "reminders/dd-reminder.h"

#include "delivery/dd-label.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Titles that stand in the one notification of many; the inbox has them all. */
#define N_LINES 5

/* --- The title --- */

static const char *
get_response_words (const DdReminder *self)
{
  gboolean first = strcmp (self->matter, "response:first") == 0;

  if (self->kind == DD_REMINDER_RESPONSE_BREACHED)
    return first ? _ ("The first response is late") : _ ("The project manager’s contact is late");
  if (self->kind == DD_REMINDER_RESPONSE_SOON)
    return first ? _ ("The first response must be given now")
                 : _ ("The project manager must get in touch now");
  return first ? _ ("The first response is awaited")
               : _ ("The project manager’s contact is awaited");
}

/* What is the matter, without the customer. */
static char *
describe (const DdReminder *self)
{
  switch (self->kind)
    {
    case DD_REMINDER_ACTIVITY_START:
      return g_strdup_printf (_ ("“%s” is about to start"), self->subject);
    case DD_REMINDER_ACTIVITY_DUE:
      return g_strdup_printf (_ ("“%s” is due"), self->subject);
    case DD_REMINDER_RESPONSE_HALF:
    case DD_REMINDER_RESPONSE_SOON:
    case DD_REMINDER_RESPONSE_BREACHED:
      return g_strdup (get_response_words (self));
    case DD_REMINDER_WAIT_OLD:
      return g_strdup (_ ("A wait has grown old"));
    case DD_REMINDER_QUESTIONNAIRE_LATE:
      return g_strdup (_ ("The questionnaire has not come back"));
    case DD_REMINDER_DEADLINE_NEAR:
      return g_strdup (_ ("The deadline is in danger"));
    case DD_REMINDER_DEADLINE_MISSED:
      return g_strdup (_ ("The deadline cannot be met as planned"));
    case DD_REMINDER_SUPPORT_ENDING:
      return g_strdup (_ ("The support window is about to close"));
    case DD_REMINDER_NEXT_REQUEST:
      return g_strdup (_ ("The next upgrade should be requested"));
    }
  g_return_val_if_reached (NULL);
}

char *
dd_reminder_get_title (const DdReminder *self)
{
  g_autofree char *matter = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  matter = describe (self);
  /* Translators: a customer's name, and what is the matter: "Acme: The deadline is in danger" */
  return g_strdup_printf (_ ("%s: %s"), self->customer, matter);
}

/* --- The body --- */

/* A moment at which something ends or must be done may be the end of a day: then it is told as the
 * date that it ends. */
static char *
tell_instant (DdCalendar *calendar, gint64 instant)
{
  g_autofree char *time = dd_calendar_format (calendar, instant, "%H:%M");

  if (strcmp (time, "00:00") == 0)
    /* Translators: the end of a day, as a date; g_date_time_format() says what the letters mean */
    return dd_calendar_format (calendar, instant - 1, _ ("%A %-d %B %Y, 24:00"));
  /* Translators: a date with a time of day; g_date_time_format() says what the letters mean */
  return dd_calendar_format (calendar, instant, _ ("%A %-d %B %Y, %H:%M"));
}

/* Returns: (transfer none): an untranslated sentence with the instant in it */
static const char *
get_sentence (DdReminderKind kind)
{
  switch (kind)
    {
    case DD_REMINDER_ACTIVITY_START:
      return N_ ("It is planned to start on %s.");
    case DD_REMINDER_ACTIVITY_DUE:
      return N_ ("It must be done by %s.");
    case DD_REMINDER_RESPONSE_HALF:
    case DD_REMINDER_RESPONSE_SOON:
      return N_ ("The time for it is over on %s.");
    case DD_REMINDER_RESPONSE_BREACHED:
      return N_ ("The time for it was over on %s.");
    case DD_REMINDER_WAIT_OLD:
      return N_ ("It has been open since %s.");
    case DD_REMINDER_QUESTIONNAIRE_LATE:
      return N_ ("The customer has had it since %s.");
    case DD_REMINDER_DEADLINE_NEAR:
      return N_ ("If nothing is done, it is missed from %s on.");
    case DD_REMINDER_DEADLINE_MISSED:
      return N_ ("It is %s. Plan again, or agree on another date with the customer.");
    case DD_REMINDER_SUPPORT_ENDING:
      return N_ ("It closes on %s.");
    case DD_REMINDER_NEXT_REQUEST:
      return N_ ("To be done a year after the last, it must be requested by %s.");
    }
  g_return_val_if_reached (NULL);
}

char *
dd_reminder_get_body (const DdReminder *self, DdCalendar *calendar)
{
  g_autofree char *when = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (self != NULL && calendar != NULL, NULL);

  when = tell_instant (calendar, self->about);
  sentence = dd_label_format (get_sentence (self->kind), (const char *const[]){ when, NULL });
  if (self->kind == DD_REMINDER_WAIT_OLD)
    /* Translators: a product, the reason for a wait, and a sentence */
    return g_strdup_printf (_ ("%s. “%s” %s"), self->product, self->subject, sentence);
  /* Translators: a product, and a sentence */
  return g_strdup_printf (_ ("%s. %s"), self->product, sentence);
}

/* --- Many together --- */

char *
dd_reminders_get_title (GPtrArray *reminders)
{
  g_return_val_if_fail (reminders != NULL, NULL);

  return g_strdup_printf (ngettext ("%u reminder", "%u reminders", reminders->len), reminders->len);
}

char *
dd_reminders_get_body (GPtrArray *reminders)
{
  GString *lines = g_string_new (NULL);
  guint n_shown;

  g_return_val_if_fail (reminders != NULL, NULL);

  n_shown = reminders->len <= N_LINES ? reminders->len : N_LINES - 1;
  for (guint i = 0; i < n_shown; i++)
    {
      g_autofree char *title = dd_reminder_get_title (reminders->pdata[i]);
      g_string_append_printf (lines, "%s%s", i > 0 ? "\n" : "", title);
    }
  if (n_shown < reminders->len)
    {
      guint n_others = reminders->len - n_shown;

      g_string_append_c (lines, '\n');
      g_string_append_printf (lines, ngettext ("and %u other", "and %u others", n_others),
                              n_others);
    }
  return g_string_free (lines, FALSE);
}
