/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The types of attributes that definitions have in common: each a pair of functions, from text to a
 * field and back.
 *
 * Cost: the length of the text. A type must write only what it reads, as the same value: the round
 * trip of a file is no more than that.
 */
#include "config.h"

#include "markup/dd-markup-type.h"

#include "markup/dd-condition.h"
#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_ID_LENGTH 100

static char **
words_at (const DdMarkupAttribute *attribute, gconstpointer object)
{
  return (char **) G_STRUCT_MEMBER_P (object, attribute->offset);
}

gboolean
dd_markup_read_words (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  *words_at (attribute, object) = g_strdup (text);
  return TRUE;
}

char *
dd_markup_write_words (const DdMarkupAttribute *attribute, gconstpointer object)
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

gboolean
dd_markup_is_id (const char *text)
{
  guint length = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (++length > MAX_ID_LENGTH || !is_id_character (g_utf8_get_char (text), length == 1))
      return FALSE;
  return length > 0;
}

static gboolean
read_id (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  return dd_markup_is_id (text) && dd_markup_read_words (attribute, object, text);
}

char *
dd_markup_take_word (const char **text)
{
  const char *word = *text;
  gsize length = strcspn (word, " ");

  if (length == 0)
    return NULL;
  *text = word + length + (word[length] == ' ');
  return g_strndup (word, length);
}

static GPtrArray *
ids_at (const DdMarkupAttribute *attribute, gconstpointer object)
{
  return *(GPtrArray **) G_STRUCT_MEMBER_P (object, attribute->offset);
}

gboolean
dd_markup_read_ids (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  GPtrArray *ids = ids_at (attribute, object);
  char *word;

  while ((word = dd_markup_take_word (&text)) != NULL)
    {
      g_ptr_array_add (ids, word);
      if (!dd_markup_is_id (word))
        return FALSE;
    }
  return TRUE;
}

char *
dd_markup_write_ids (const DdMarkupAttribute *attribute, gconstpointer object)
{
  GPtrArray *ids = ids_at (attribute, object);
  GString *text;

  if (ids->len == 0)
    return NULL;
  text = g_string_new (g_ptr_array_index (ids, 0));
  for (guint i = 1; i < ids->len; i++)
    g_string_append_printf (text, " %s", (char *) g_ptr_array_index (ids, i));
  return g_string_free (text, FALSE);
}

static gboolean
read_choice (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  return g_strv_contains (attribute->choices, text)
         && dd_markup_read_words (attribute, object, text);
}

static char *
write_choice (const DdMarkupAttribute *attribute, gconstpointer object)
{
  const char *value = *words_at (attribute, object);

  if (!attribute->required && g_strcmp0 (value, attribute->choices[0]) == 0)
    return NULL;
  return g_strdup (value);
}

/* For booleans and enumerations: the place among the choices is the value. */
static gboolean
read_index (const DdMarkupAttribute *attribute, gpointer object, const char *text)
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
write_index (const DdMarkupAttribute *attribute, gconstpointer object)
{
  int value = G_STRUCT_MEMBER (int, object, attribute->offset);

  return value == 0 ? NULL : g_strdup (attribute->choices[value]);
}

static gboolean
read_date (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  const char *at = text;
  guint32 julian;

  return dd_time_text_read_date (&at, &julian) && *at == '\0'
         && dd_markup_read_words (attribute, object, text);
}

static gboolean
read_condition_words (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  DdCondition *condition = object;

  g_ptr_array_add (condition->attributes, g_strdup (attribute->name));
  g_ptr_array_add (condition->attributes, g_strdup (text));
  return TRUE;
}

static gboolean
read_condition_id (const DdMarkupAttribute *attribute, gpointer object, const char *text)
{
  return dd_markup_is_id (text) && read_condition_words (attribute, object, text);
}

static char *
write_condition (const DdMarkupAttribute *attribute, gconstpointer object)
{
  return g_strdup (dd_condition_get_attribute (object, attribute->name));
}

#define EXPECTED_WORDS N_ ("words")
#define EXPECTED_ID                                                                                \
  N_ ("at most 100 letters, digits, '_', '-' and '.', the first a letter, a digit or '_'")

const DdMarkupType dd_markup_words = { dd_markup_read_words, dd_markup_write_words,
                                       EXPECTED_WORDS };
const DdMarkupType dd_markup_id = { read_id, dd_markup_write_words, EXPECTED_ID };
const DdMarkupType dd_markup_ids = { dd_markup_read_ids, dd_markup_write_ids,
                                     N_ ("ids, with spaces between them") };
const DdMarkupType dd_markup_choice = { read_choice, write_choice, NULL };
const DdMarkupType dd_markup_index = { read_index, write_index, NULL };
const DdMarkupType dd_markup_date = { read_date, dd_markup_write_words,
                                      N_ ("a date from 1970 to 2199 (2026-12-01)") };
const DdMarkupType dd_markup_condition_words = { read_condition_words, write_condition,
                                                 EXPECTED_WORDS };
const DdMarkupType dd_markup_condition_id = { read_condition_id, write_condition, EXPECTED_ID };

char *
dd_markup_expected (const DdMarkupAttribute *attribute)
{
  if (attribute->choices != NULL)
    return g_strjoinv (", ", (char **) attribute->choices);
  if (attribute->type->get_expected != NULL)
    return g_strdup (attribute->type->get_expected ());
  return g_strdup (_ (attribute->type->expected));
}
