/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-calendar-draft.h"

#include <glib/gi18n.h>
#include <string.h>

#define CALENDAR   "calendar"
#define EXCEPTIONS "exceptions"

struct _DdCalendarDraft
{
  GKeyFile *file; /* (owned) */
};

DdCalendarDraft *
dd_calendar_draft_new (const char *text)
{
  DdCalendarDraft *self;
  gboolean read;

  g_return_val_if_fail (text != NULL, NULL);
  self = g_new0 (DdCalendarDraft, 1);
  self->file = g_key_file_new ();
  read = g_key_file_load_from_data (self->file, text, strlen (text), G_KEY_FILE_NONE, NULL);
  g_warn_if_fail (read);
  return self;
}

void
dd_calendar_draft_free (DdCalendarDraft *self)
{
  g_key_file_unref (self->file);
  g_free (self);
}

char *
dd_calendar_draft_get (DdCalendarDraft *self, const char *key)
{
  char *value;

  g_return_val_if_fail (self != NULL && key != NULL, NULL);
  value = g_key_file_get_value (self->file, CALENDAR, key, NULL);
  return value != NULL ? g_strstrip (value) : g_strdup ("");
}

void
dd_calendar_draft_set (DdCalendarDraft *self, const char *key, const char *value)
{
  g_autofree char *stripped = NULL;

  g_return_if_fail (self != NULL && key != NULL && value != NULL);
  stripped = g_strstrip (g_strdup (value));
  if (stripped[0] == '\0')
    g_key_file_remove_key (self->file, CALENDAR, key, NULL);
  else
    g_key_file_set_value (self->file, CALENDAR, key, stripped);
}

/* --- What is wrong --- */

/* Reads a calendar that has only @key in @group, and work on a weekday.
 * Returns: FALSE with the reader's error */
static gboolean
read_alone (const char *group, const char *key, const char *value, GError **error)
{
  const char *worked = g_str_equal (key, "monday") ? "tuesday" : "monday";
  g_autofree char *text =
      g_strdup_printf ("[" CALENDAR "]\n%s=09:00-17:00\n[%s]\n%s=%s\n", worked, group, key, value);
  g_autoptr (DdCalendar) calendar = dd_calendar_parse (text, -1, key, error);

  return calendar != NULL;
}

/* What @error says of @key, without the file and line that the reader puts before it. */
static char *
strip_origin (const GError *error, const char *key)
{
  g_autofree char *mark = g_strdup_printf (": %s: ", key);
  const char *found = strstr (error->message, mark);

  return g_strdup (found != NULL ? found + strlen (mark) : error->message);
}

char *
dd_calendar_draft_check (const char *key, const char *value)
{
  g_autofree char *stripped = NULL;
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (key != NULL && value != NULL, NULL);
  stripped = g_strstrip (g_strdup (value));
  if (read_alone (CALENDAR, key, stripped, &error))
    return NULL;
  return strip_origin (error, key);
}

/* --- Exceptions --- */

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

GStrv
dd_calendar_draft_list_exceptions (DdCalendarDraft *self)
{
  gsize length = 0;
  GStrv keys;

  g_return_val_if_fail (self != NULL, NULL);
  keys = g_key_file_get_keys (self->file, EXCEPTIONS, &length, NULL);
  if (keys == NULL)
    return g_new0 (char *, 1);
  qsort (keys, length, sizeof (char *), compare);
  return keys;
}

char *
dd_calendar_draft_get_exception (DdCalendarDraft *self, const char *dates)
{
  char *value;

  g_return_val_if_fail (self != NULL && dates != NULL, NULL);
  value = g_key_file_get_value (self->file, EXCEPTIONS, dates, NULL);
  return value != NULL ? g_strstrip (value) : g_strdup ("");
}

gboolean
dd_calendar_draft_add_exception (DdCalendarDraft *self,
                                 const char *dates,
                                 const char *hours,
                                 GError **error)
{
  g_autoptr (GError) found = NULL;
  g_autofree char *message = NULL;

  g_return_val_if_fail (self != NULL && dates != NULL && hours != NULL, FALSE);
  /* A comment, or nothing at all, would be read without a word. */
  if (!g_ascii_isdigit (dates[0]))
    {
      g_set_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_DATE,
                   _ ("“%s” is not a date such as 2026-12-24"), dates);
      return FALSE;
    }
  if (read_alone (EXCEPTIONS, dates, hours, &found))
    {
      g_key_file_set_value (self->file, EXCEPTIONS, dates, hours);
      return TRUE;
    }
  message = strip_origin (found, dates);
  g_set_error_literal (error, found->domain, found->code, message);
  return FALSE;
}

void
dd_calendar_draft_remove_exception (DdCalendarDraft *self, const char *dates)
{
  g_return_if_fail (self != NULL && dates != NULL);
  g_key_file_remove_key (self->file, EXCEPTIONS, dates, NULL);
}

/* --- The calendar --- */

char *
dd_calendar_draft_to_text (DdCalendarDraft *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return g_key_file_to_data (self->file, NULL, NULL);
}

DdCalendar *
dd_calendar_draft_to_calendar (DdCalendarDraft *self, GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL, NULL);
  text = dd_calendar_draft_to_text (self);
  return dd_calendar_parse (text, -1, _ ("The working calendar"), error);
}
