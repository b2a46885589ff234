/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdField: the operations on one value that depend on its kind and on nothing else.
 *
 * Each is O(size of the value); those on enums are O(values of the enum), which are few. A value is
 * eight bytes: 160,000 activities are loaded as fast as their columns can be copied. What must not
 * happen: a value used with another field than its own, whose kind would read the wrong member.
 */

#include "config.h"

#include "delivery/dd-field.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A text within a sentence is cut after so many characters. */
#define DESCRIBED_CHARACTERS 80

G_DEFINE_QUARK (dd_field_error, dd_field_error)

int
dd_entity_find (const DdEntity *entity, const char *name)
{
  for (guint i = 0; i < entity->n_fields; i++)
    if (strcmp (entity->fields[i].name, name) == 0)
      return (int) i;
  return -1;
}

guint
dd_entity_get_name_index (const DdEntity *entity)
{
  guint index = 0;

  while (!(entity->fields[index].flags & DD_FIELD_NAME))
    {
      index++;
      g_assert (index < entity->n_fields);
    }
  return index;
}

gboolean
dd_field_is_text (const DdField *field)
{
  return field->kind <= DD_FIELD_REFERENCE;
}

DdValue
dd_field_get_null (const DdField *field)
{
  if (dd_field_is_text (field))
    return (DdValue){ .text = NULL };
  return (DdValue){ .integer = DD_INTEGER_NONE };
}

/* A required text or instant has no value of its own: whoever forgets it is told. */
DdValue
dd_field_get_initial (const DdField *field)
{
  if (dd_field_is_text (field) || field->kind == DD_FIELD_INSTANT
      || !(field->flags & DD_FIELD_REQUIRED))
    return dd_field_get_null (field);
  return (DdValue){ .integer = field->initial };
}

gboolean
dd_field_is_null (const DdField *field, DdValue value)
{
  return dd_field_is_text (field) ? value.text == NULL : value.integer == DD_INTEGER_NONE;
}

gboolean
dd_field_equal (const DdField *field, DdValue first, DdValue second)
{
  if (dd_field_is_text (field))
    return g_strcmp0 (first.text, second.text) == 0;
  return first.integer == second.integer;
}

DdValue
dd_field_copy_value (const DdField *field, DdValue value)
{
  if (dd_field_is_text (field))
    return (DdValue){ .text = g_strdup (value.text) };
  return value;
}

void
dd_field_clear_value (const DdField *field, DdValue *value)
{
  if (dd_field_is_text (field))
    g_free (value->text);
  *value = dd_field_get_null (field);
}

/* --- Enums --- */

const char *
dd_enum_get_nick (GType type, gint64 value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found;

  if (value < G_MININT || value > G_MAXINT)
    return NULL;
  found = g_enum_get_value (klass, (int) value);
  return found != NULL ? found->value_nick : NULL;
}

gboolean
dd_enum_find (GType type, const char *nick, gint64 *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GEnumValue *found = g_enum_get_value_by_nick (klass, nick);

  if (found != NULL)
    *value = found->value;
  return found != NULL;
}

char *
dd_enum_list_nicks (GType type)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (type);
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < klass->n_values; i++)
    {
      if (i > 0)
        g_string_append (list, i + 1 < klass->n_values ? ", " : _ (" or "));
      g_string_append (list, klass->values[i].value_nick);
    }
  return g_string_free (list, FALSE);
}

/* --- Checking --- */

/* Reads "2026-12-18", which must be a day that there is. */
static gboolean
parse_date (const char *text, GDate *date)
{
  int year, month, day;

  if (!g_regex_match_simple ("\\A[0-9]{4}-[0-9]{2}-[0-9]{2}\\z", text, 0, 0))
    return FALSE;
  year = (int) g_ascii_strtoll (text, NULL, 10);
  month = (int) g_ascii_strtoll (text + 5, NULL, 10);
  day = (int) g_ascii_strtoll (text + 8, NULL, 10);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return TRUE;
}

static gboolean
is_bounded (const DdField *field)
{
  return field->minimum != 0 || field->maximum != 0;
}

static gboolean
refuse_integer (const DdField *field, GError **error)
{
  if (!is_bounded (field))
    g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID,
                 _ ("The %s must be a whole number."), _ (field->label));
  else
    g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID,
                 _ ("The %s must be a whole number from %d to %d."), _ (field->label),
                 field->minimum, field->maximum);
  return FALSE;
}

static gboolean
refuse_instant (const DdField *field, GError **error)
{
  g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID,
               _ ("The %s must be a date and time between 1970 and 2199, such as "
                  "“2026-12-18T09:00”."),
               _ (field->label));
  return FALSE;
}

static gboolean
refuse_boolean (const DdField *field, GError **error)
{
  g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID, _ ("The %s must be “yes” or “no”."),
               _ (field->label));
  return FALSE;
}

static gboolean
refuse_enum (const DdField *field, GError **error)
{
  g_autofree char *nicks = dd_enum_list_nicks (field->type ());

  g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID, _ ("The %s must be one of %s."),
               _ (field->label), nicks);
  return FALSE;
}

static gboolean
check_text (const DdField *field, const char *text, GError **error)
{
  GDate date;

  if (!g_utf8_validate (text, -1, NULL))
    g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID,
                 _ ("The %s is not valid UTF-8 text: enter it anew."), _ (field->label));
  else if (field->kind == DD_FIELD_DATE && !parse_date (text, &date))
    g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID,
                 _ ("The %s must be a date such as “2026-12-18”, not “%s”."), _ (field->label),
                 text);
  else
    return TRUE;
  return FALSE;
}

static gboolean
check_number (const DdField *field, gint64 number, GError **error)
{
  switch (field->kind)
    {
    case DD_FIELD_INTEGER:
      return !is_bounded (field) || (number >= field->minimum && number <= field->maximum)
             || refuse_integer (field, error);
    case DD_FIELD_INSTANT:
      return (number >= DD_INSTANT_MIN && number <= DD_INSTANT_MAX)
             || refuse_instant (field, error);
    case DD_FIELD_BOOLEAN:
      return number == 0 || number == 1 || refuse_boolean (field, error);
    case DD_FIELD_ENUM:
      return dd_enum_get_nick (field->type (), number) != NULL || refuse_enum (field, error);
    case DD_FIELD_TEXT:
    case DD_FIELD_JSON:
    case DD_FIELD_DATE:
    case DD_FIELD_REFERENCE:
      break;
    }
  g_assert_not_reached ();
}

gboolean
dd_field_check (const DdField *field, DdValue value, GError **error)
{
  gboolean null = dd_field_is_null (field, value);

  if ((field->flags & DD_FIELD_REQUIRED)
      && (null || (dd_field_is_text (field) && *value.text == '\0')))
    {
      g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_MISSING,
                   _ ("The %s is missing: enter one."), _ (field->label));
      return FALSE;
    }
  if (null)
    return TRUE;
  return dd_field_is_text (field) ? check_text (field, value.text, error)
                                  : check_number (field, value.integer, error);
}

/* --- Text and back --- */

static gboolean
parse_integer (const DdField *field, const char *text, gint64 *number, GError **error)
{
  gint64 minimum = is_bounded (field) ? field->minimum : -G_MAXINT64;
  gint64 maximum = is_bounded (field) ? field->maximum : G_MAXINT64;

  return g_ascii_string_to_signed (text, 10, minimum, maximum, number, NULL)
         || refuse_integer (field, error);
}

static gboolean
parse_instant (const DdField *field,
               const char *text,
               DdCalendar *calendar,
               gint64 *number,
               GError **error)
{
  *number = dd_calendar_parse_instant (calendar, text, FALSE, NULL);
  return *number != DD_INSTANT_NONE || refuse_instant (field, error);
}

static gboolean
parse_boolean (const DdField *field, const char *text, gint64 *number, GError **error)
{
  *number = strcmp (text, "yes") == 0;
  return *number == 1 || strcmp (text, "no") == 0 || refuse_boolean (field, error);
}

static gboolean
parse_number (const DdField *field,
              const char *text,
              DdCalendar *calendar,
              gint64 *number,
              GError **error)
{
  switch (field->kind)
    {
    case DD_FIELD_INTEGER:
      return parse_integer (field, text, number, error);
    case DD_FIELD_INSTANT:
      return parse_instant (field, text, calendar, number, error);
    case DD_FIELD_BOOLEAN:
      return parse_boolean (field, text, number, error);
    case DD_FIELD_ENUM:
      return dd_enum_find (field->type (), text, number) || refuse_enum (field, error);
    case DD_FIELD_TEXT:
    case DD_FIELD_JSON:
    case DD_FIELD_DATE:
    case DD_FIELD_REFERENCE:
      break;
    }
  g_assert_not_reached ();
}

static gboolean
refuse_nul (const DdField *field, GError **error)
{
  g_set_error (error, DD_FIELD_ERROR, DD_FIELD_ERROR_INVALID,
               _ ("The %s has a NUL character inside: remove it."), _ (field->label));
  return FALSE;
}

gboolean
dd_field_parse (const DdField *field,
                const char *text,
                gssize length,
                DdCalendar *calendar,
                DdValue *value,
                GError **error)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *copy = g_strndup (text, size);
  DdValue parsed = dd_field_get_null (field);

  if (memchr (text, '\0', size) != NULL)
    return refuse_nul (field, error);
  if (size > 0 && dd_field_is_text (field))
    parsed.text = copy;
  else if (size > 0 && !parse_number (field, copy, calendar, &parsed.integer, error))
    return FALSE;
  if (!dd_field_check (field, parsed, error))
    return FALSE;
  *value = dd_field_copy_value (field, parsed);
  return TRUE;
}

char *
dd_field_to_text (const DdField *field, DdValue value, DdCalendar *calendar)
{
  if (dd_field_is_null (field, value))
    return NULL;
  switch (field->kind)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_JSON:
    case DD_FIELD_DATE:
    case DD_FIELD_REFERENCE:
      return g_strdup (value.text);
    case DD_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    case DD_FIELD_INSTANT:
      return dd_calendar_format_instant (calendar, value.integer);
    case DD_FIELD_BOOLEAN:
      return g_strdup (value.integer ? "yes" : "no");
    case DD_FIELD_ENUM:
      return g_strdup (dd_enum_get_nick (field->type (), value.integer));
    }
  g_assert_not_reached ();
}

/* --- Words --- */

/* A text in quotation marks, cut to what fits a sentence and on one line. */
static char *
quote (const char *text)
{
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (text, -1) > DESCRIBED_CHARACTERS)
    {
      g_autofree char *beginning = g_utf8_substring (text, 0, DESCRIBED_CHARACTERS);
      cut = g_strconcat (beginning, "…", NULL);
    }
  else
    cut = g_strdup (text);
  g_strdelimit (cut, "\n\r\t", ' ');
  return g_strdup_printf (_ ("“%s”"), cut);
}

static char *
describe_date (const char *text)
{
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (!parse_date (text, &date))
    return g_strdup (text);
  day = g_date_time_new_utc (g_date_get_year (&date), g_date_get_month (&date),
                             g_date_get_day (&date), 0, 0, 0);
  /* Translators: a date within a sentence, "18 December 2026"; see g_date_time_format(). */
  return g_date_time_format (day, _ ("%-d %B %Y"));
}

/* Nicks are words: where no translation says more, only their hyphens are not. */
static char *
describe_enum (GType type, gint64 value)
{
  const char *nick = dd_enum_get_nick (type, value);
  const char *word = nick != NULL ? _ (nick) : "";
  char *words = g_strdup (word);

  return word == nick ? g_strdelimit (words, "-", ' ') : words;
}

char *
dd_field_describe (const DdField *field, DdValue value, DdCalendar *calendar)
{
  if (dd_field_is_null (field, value))
    return g_strdup (_ ("nothing"));
  switch (field->kind)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_JSON:
      return quote (value.text);
    case DD_FIELD_DATE:
      return describe_date (value.text);
    case DD_FIELD_REFERENCE:
      return g_strdup (value.text);
    case DD_FIELD_INTEGER:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value.integer);
    case DD_FIELD_INSTANT:
      /* Translators: an instant within a sentence, "18 December 2026, 09:00". */
      return dd_calendar_format (calendar, value.integer, _ ("%-d %B %Y, %H:%M"));
    case DD_FIELD_BOOLEAN:
      return g_strdup (value.integer ? _ ("yes") : _ ("no"));
    case DD_FIELD_ENUM:
      return describe_enum (field->type (), value.integer);
    }
  g_assert_not_reached ();
}

/* --- Properties --- */

GParamSpec *
dd_field_make_property (const DdField *field)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  g_autofree char *canonical = g_strdelimit (g_strdup (field->name), "_", '-');
  const char *name = g_intern_string (canonical);

  switch (field->kind)
    {
    case DD_FIELD_TEXT:
    case DD_FIELD_JSON:
    case DD_FIELD_DATE:
    case DD_FIELD_REFERENCE:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    case DD_FIELD_INTEGER:
    case DD_FIELD_INSTANT:
      return g_param_spec_int64 (name, NULL, NULL, G_MININT64, G_MAXINT64,
                                 dd_field_get_initial (field).integer, flags);
    case DD_FIELD_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, field->initial != 0, flags);
    case DD_FIELD_ENUM:
      return g_param_spec_enum (name, NULL, NULL, field->type (), (int) field->initial, flags);
    }
  g_assert_not_reached ();
}
