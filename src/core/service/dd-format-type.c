/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The types of attributes that only services have; see dd-markup-type.c.
 */
#include "config.h"

#include "service/dd-format-type.h"

#include "service/dd-service-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_SHARE 999

static gboolean
read_recurrence (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits < 1 || digits > 2 || text[0] == '0' || strchr ("ym", text[digits]) == NULL
      || text[digits] == '\0' || text[digits + 1] != '\0')
    return FALSE;
  return dd_markup_read_words (attribute, object, text);
}

static gboolean
read_duration (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  return dd_duration_parse (text, &G_STRUCT_MEMBER (DdDuration, object, attribute->offset), NULL);
}

static char *
write_duration (const DdMarkupAttribute *attribute, gconstpointer object)
{
  return dd_duration_to_text (&G_STRUCT_MEMBER (const DdDuration, object, attribute->offset));
}

static gboolean
read_cell_duration (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  DdCell *cell = object;

  cell->duration_given = TRUE;
  return dd_duration_parse (text, &cell->duration, NULL);
}

static char *
write_cell_duration (const DdMarkupAttribute *attribute, gconstpointer object)
{
  const DdCell *cell = object;

  return cell->duration_given ? dd_duration_to_text (&cell->duration) : NULL;
}

static gboolean
read_owner (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  DdActivity *activity = object;

  activity->owner = dd_owner_parse (text);
  activity->owner_printed = TRUE;
  return activity->owner != 0;
}

static char *
write_owner (const DdMarkupAttribute *attribute, gconstpointer object)
{
  const DdActivity *activity = object;

  return activity->owner_printed ? dd_owner_to_text (activity->owner) : NULL;
}

/* "a" or "a+2d". Takes @word. */
static gboolean
read_predecessor (char *word, DdPredecessor *predecessor)
{
  char *plus = strchr (word, '+');

  predecessor->id = word;
  predecessor->lag = (DdDuration){ { 0 } };
  if (plus != NULL)
    {
      *plus = '\0';
      if (strstr (plus + 1, "..") != NULL || !dd_duration_parse (plus + 1, &predecessor->lag, NULL))
        return FALSE;
    }
  return dd_markup_is_id (word);
}

static gboolean
read_after (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  DdActivity *activity = object;
  char *word;

  activity->after_given = TRUE;
  while ((word = dd_markup_take_word (&text)) != NULL)
    {
      DdPredecessor predecessor;
      gboolean is_read = read_predecessor (word, &predecessor);

      g_array_append_val (activity->after, predecessor);
      if (!is_read || activity->after->len > DD_SERVICE_MAX_ACTIVITIES)
        return FALSE;
    }
  return TRUE;
}

static char *
write_after (const DdMarkupAttribute *attribute, gconstpointer object)
{
  const DdActivity *activity = object;
  GString *text;

  if (!activity->after_given)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < activity->after->len; i++)
    {
      const DdPredecessor *predecessor = &g_array_index (activity->after, DdPredecessor, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", predecessor->id);
      if (predecessor->lag.upper.count > 0)
        {
          g_autofree char *lag = dd_duration_to_text (&predecessor->lag);

          g_string_append_printf (text, "+%s", lag);
        }
    }
  return g_string_free (text, FALSE);
}

static gboolean
read_share (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  DdActivity *activity = object;
  guint64 share;

  if (text[0] == '0' || !g_ascii_string_to_unsigned (text, 10, 1, MAX_SHARE, &share, NULL))
    return FALSE;
  activity->share = share;
  return TRUE;
}

static char *
write_share (const DdMarkupAttribute *attribute, gconstpointer object)
{
  const DdActivity *activity = object;

  return activity->share == 1 ? NULL : g_strdup_printf ("%d", activity->share);
}

const DdMarkupType dd_format_duration = { read_duration, write_duration,
                                          .get_expected = dd_duration_expected };
const DdMarkupType dd_format_cell_duration = { read_cell_duration, write_cell_duration,
                                               .get_expected = dd_duration_expected };
const DdMarkupType dd_format_recurrence = { read_recurrence, dd_markup_write_words,
                                            N_ ("years (1y) or months (6m)") };
const DdMarkupType dd_format_owner = { read_owner, write_owner,
                                       N_ ("customer, consultant, manager, or several of them") };
const DdMarkupType dd_format_after = {
  read_after,
  write_after,
  N_ ("ids of activities, with a lag of one figure where there is one (a b+2d)"),
  .may_be_empty = TRUE,
};
const DdMarkupType dd_format_share = { read_share, write_share,
                                       N_ ("a whole number from 1 to 999") };
const DdMarkupType dd_format_inputs = { dd_markup_read_ids, dd_markup_write_ids,
                                        N_ ("ids of inputs") };
