/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The types of attributes: each a pair of functions, from text to a field and back.
 *
 * Cost: the length of the text. A type must write only what it reads, as the same value: the round
 * trip of a file is no more than that.
 */
#include "config.h"

#include "service/dd-format-type.h"

#include "service/dd-service-private.h"
#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ID_LENGTH 100
#define MAX_SHARE     999

static char **
words_at (const DdFormatAttribute *attribute, gconstpointer object)
{
  return (char **) G_STRUCT_MEMBER_P (object, attribute->offset);
}

static gboolean
read_words (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  *words_at (attribute, object) = g_strdup (text);
  return TRUE;
}

static char *
write_words (const DdFormatAttribute *attribute, gconstpointer object)
{
  const char *value = *words_at (attribute, object);

  return value == NULL || *value == '\0' ? NULL : g_strdup (value);
}

static gboolean
is_id_character (gunichar character, gboolean is_first)
{
  switch (g_unichar_type (character))
    {
    case G_UNICODE_LOWERCASE_LETTER:
    case G_UNICODE_MODIFIER_LETTER:
    case G_UNICODE_OTHER_LETTER:
    case G_UNICODE_TITLECASE_LETTER:
    case G_UNICODE_UPPERCASE_LETTER:
    case G_UNICODE_DECIMAL_NUMBER:
      return TRUE;
    case G_UNICODE_SPACING_MARK:
    case G_UNICODE_ENCLOSING_MARK:
    case G_UNICODE_NON_SPACING_MARK:
      return !is_first;
    default:
      return character == '_' || (!is_first && (character == '-' || character == '.'));
    }
}

static gboolean
is_id (const char *text)
{
  guint length = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (++length > MAX_ID_LENGTH || !is_id_character (g_utf8_get_char (text), length == 1))
      return FALSE;
  return length > 0;
}

static gboolean
read_id (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  return is_id (text) && read_words (attribute, object, text);
}

static gboolean
read_choice (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  return g_strv_contains (attribute->choices, text) && read_words (attribute, object, text);
}

static char *
write_choice (const DdFormatAttribute *attribute, gconstpointer object)
{
  const char *value = *words_at (attribute, object);

  if (!attribute->required && g_strcmp0 (value, attribute->choices[0]) == 0)
    return NULL;
  return g_strdup (value);
}

/* For booleans and enumerations: the place among the choices is the value. */
static gboolean
read_index (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  for (int i = 0; attribute->choices[i] != NULL; i++)
    if (g_str_equal (attribute->choices[i], text))
      {
        G_STRUCT_MEMBER (int, object, attribute->offset) = i;
        return TRUE;
      }
  return FALSE;
}

static char *
write_index (const DdFormatAttribute *attribute, gconstpointer object)
{
  int value = G_STRUCT_MEMBER (int, object, attribute->offset);

  return value == 0 ? NULL : g_strdup (attribute->choices[value]);
}

static gboolean
read_recurrence (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  gsize digits = strspn (text, "0123456789");

  if (digits < 1 || digits > 2 || text[0] == '0' || strchr ("ym", text[digits]) == NULL
      || text[digits] == '\0' || text[digits + 1] != '\0')
    return FALSE;
  return read_words (attribute, object, text);
}

static gboolean
read_duration (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  return dd_duration_parse (text, &G_STRUCT_MEMBER (DdDuration, object, attribute->offset), NULL);
}

static char *
write_duration (const DdFormatAttribute *attribute, gconstpointer object)
{
  return dd_duration_to_text (&G_STRUCT_MEMBER (const DdDuration, object, attribute->offset));
}

static gboolean
read_cell_duration (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  DdCell *cell = object;

  cell->duration_given = TRUE;
  return dd_duration_parse (text, &cell->duration, NULL);
}

static char *
write_cell_duration (const DdFormatAttribute *attribute, gconstpointer object)
{
  const DdCell *cell = object;

  return cell->duration_given ? dd_duration_to_text (&cell->duration) : NULL;
}

static gboolean
read_owner (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  DdActivity *activity = object;

  activity->owner = dd_owner_parse (text);
  activity->owner_printed = TRUE;
  return activity->owner != 0;
}

static char *
write_owner (const DdFormatAttribute *attribute, gconstpointer object)
{
  const DdActivity *activity = object;

  return activity->owner_printed ? dd_owner_to_text (activity->owner) : NULL;
}

/* Takes the next word off @text. Without a copy of all: there can be millions.
 * Returns: (transfer full) (nullable): the word, NULL when there is none left */
static char *
take_word (const char **text)
{
  const char *word = *text;
  gsize length = strcspn (word, " ");

  if (length == 0)
    return NULL;
  *text = word + length + (word[length] == ' ');
  return g_strndup (word, length);
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
  return is_id (word);
}

static gboolean
read_after (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  DdActivity *activity = object;
  char *word;

  activity->after_given = TRUE;
  while ((word = take_word (&text)) != NULL)
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
write_after (const DdFormatAttribute *attribute, gconstpointer object)
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
read_date (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  const char *at = text;
  guint32 julian;

  return dd_time_text_read_date (&at, &julian) && *at == '\0'
         && read_words (attribute, object, text);
}

static gboolean
read_share (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  DdActivity *activity = object;
  guint64 share;

  if (text[0] == '0' || !g_ascii_string_to_unsigned (text, 10, 1, MAX_SHARE, &share, NULL))
    return FALSE;
  activity->share = share;
  return TRUE;
}

static char *
write_share (const DdFormatAttribute *attribute, gconstpointer object)
{
  const DdActivity *activity = object;

  return activity->share == 1 ? NULL : g_strdup_printf ("%d", activity->share);
}

static gboolean
read_inputs (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  DdActivity *activity = object;
  char *word;

  while ((word = take_word (&text)) != NULL)
    {
      g_ptr_array_add (activity->inputs, word);
      if (!is_id (word))
        return FALSE;
    }
  return TRUE;
}

static char *
write_inputs (const DdFormatAttribute *attribute, gconstpointer object)
{
  const DdActivity *activity = object;
  GString *text;

  if (activity->inputs->len == 0)
    return NULL;
  text = g_string_new (g_ptr_array_index (activity->inputs, 0));
  for (guint i = 1; i < activity->inputs->len; i++)
    g_string_append_printf (text, " %s", (char *) g_ptr_array_index (activity->inputs, i));
  return g_string_free (text, FALSE);
}

static gboolean
read_condition_words (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  DdCondition *condition = object;

  g_ptr_array_add (condition->attributes, g_strdup (attribute->name));
  g_ptr_array_add (condition->attributes, g_strdup (text));
  return TRUE;
}

static gboolean
read_condition_id (const DdFormatAttribute *attribute, gpointer object, const char *text)
{
  return is_id (text) && read_condition_words (attribute, object, text);
}

static char *
write_condition (const DdFormatAttribute *attribute, gconstpointer object)
{
  return g_strdup (dd_condition_get_attribute (object, attribute->name));
}

#define EXPECTED_WORDS N_ ("words")
#define EXPECTED_ID                                                                                \
  N_ ("at most 100 letters, digits, '_', '-' and '.', the first a letter, a digit or '_'")

const DdFormatType dd_format_words = { read_words, write_words, EXPECTED_WORDS };
const DdFormatType dd_format_id = { read_id, write_words, EXPECTED_ID };
const DdFormatType dd_format_choice = { read_choice, write_choice, NULL };
const DdFormatType dd_format_index = { read_index, write_index, NULL };
const DdFormatType dd_format_duration = { read_duration, write_duration, NULL };
const DdFormatType dd_format_cell_duration = { read_cell_duration, write_cell_duration, NULL };
const DdFormatType dd_format_recurrence = { read_recurrence, write_words,
                                            N_ ("years (1y) or months (6m)") };
const DdFormatType dd_format_owner = { read_owner, write_owner,
                                       N_ ("customer, consultant, manager, or several of them") };
const DdFormatType dd_format_after = {
  read_after,
  write_after,
  N_ ("ids of activities, with a lag of one figure where there is one (a b+2d)"),
  .may_be_empty = TRUE,
};
const DdFormatType dd_format_date = { read_date, write_words,
                                      N_ ("a date from 1970 to 2199 (2026-12-01)") };
const DdFormatType dd_format_share = { read_share, write_share,
                                       N_ ("a whole number from 1 to 999") };
const DdFormatType dd_format_inputs = { read_inputs, write_inputs, N_ ("ids of inputs") };
const DdFormatType dd_format_condition_words = { read_condition_words, write_condition,
                                                 EXPECTED_WORDS };
const DdFormatType dd_format_condition_id = { read_condition_id, write_condition, EXPECTED_ID };

char *
dd_format_expected (const DdFormatAttribute *attribute)
{
  if (attribute->choices != NULL)
    return g_strjoinv (", ", (char **) attribute->choices);
  if (attribute->type->expected == NULL)
    return g_strdup (dd_duration_expected ());
  return g_strdup (_ (attribute->type->expected));
}
