/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * From the key file of a calendar to its rules.
 *
 * GKeyFile does the reading. It merges groups and lets the last of two equal keys win, without a
 * word; here that hides a mistake, so the lines are also walked once to find keys that stand
 * twice, and to know the line of each for messages. Linear in the text. Whatever the text, the
 * answer is rules or one sentence; never a warning.
 *
 * What is refused, beyond what cannot be read: unknown groups and keys (a misspelt "firday" must
 * not become a day off) and hours that overlap. Exceptions may overlap, as holidays do in the weeks
 * that an office is shut: the last line about a date holds. Without a time zone it is the
 * machine's; without the other two, a day is 480 minutes and a week 5 days, whatever the weekdays
 * say, so that a duration never changes its meaning silently.
 */
#include "config.h"

#include "time/dd-calendar-parser.h"

#include "time/dd-calendar.h"
#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* An exception for every single day of all years takes less. */
#define MAX_LENGTH (4 * 1024 * 1024)

typedef struct
{
  const char *origin; /* (unowned): the name of the text in messages */
  GKeyFile *file;     /* (owned) */
  GHashTable *lines;  /* (owned): "group\nkey" to its last line, from 1 */
  GPtrArray *dates;   /* (owned) (element-type char *): keys of [exceptions], line by line */
  GError **error;     /* (unowned) */
} Parser;

/* Fails with "origin: message". Returns: FALSE */
G_GNUC_PRINTF (3, 4)
static gboolean
fail (Parser *self, DdCalendarError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (self->error, DD_CALENDAR_ERROR, code, "%s: %s", self->origin, message);
  return FALSE;
}

static int
line_of (Parser *self, const char *group, const char *key)
{
  g_autofree char *name = g_strdup_printf ("%s\n%s", group, key);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->lines, name));
}

/* Fails with "origin, line 7: key: message". Returns: FALSE */
G_GNUC_PRINTF (5, 6)
static gboolean
fail_at (Parser *self,
         DdCalendarError code,
         const char *group,
         const char *key,
         const char *format,
         ...)
{
  g_autofree char *message = NULL;
  g_autofree char *quoted = dd_time_text_quote (key);
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (self->error, DD_CALENDAR_ERROR, code,
               /* Translators: the name of a file, a line, a key in the file, and what is wrong */
               _ ("%s, line %d: %s: %s"), self->origin, line_of (self, group, key), quoted,
               message);
  return FALSE;
}

/* --- Lines --- */

/* Notes that @line holds @key, which only a date may do again. */
static gboolean
note_key (Parser *self, const char *group, const char *key, int line)
{
  char *name = g_strdup_printf ("%s\n%s", group, key);
  int known = GPOINTER_TO_INT (g_hash_table_lookup (self->lines, name));

  g_hash_table_replace (self->lines, name, GINT_TO_POINTER (line));
  if (g_str_equal (group, "exceptions"))
    g_ptr_array_add (self->dates, g_strdup (key));
  else if (known != 0)
    return fail_at (self, DD_CALENDAR_ERROR_FORMAT, group, key,
                    _ ("stands in line %d already; a key may stand only once"), known);
  return TRUE;
}

static gboolean
note_lines (Parser *self, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = g_strdup ("");

  for (int i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);
      const char *equals = strchr (line, '=');

      if (*line == '[' && g_str_has_suffix (line, "]"))
        {
          g_free (group);
          group = g_strndup (line + 1, strlen (line) - 2);
        }
      else if (*line != '\0' && *line != '#' && equals != NULL)
        {
          g_autofree char *key = g_strchomp (g_strndup (line, equals - line));

          if (!note_key (self, group, key, i + 1))
            return FALSE;
        }
      else if (*line != '\0' && *line != '#')
        {
          g_autofree char *quoted = dd_time_text_quote (line);

          return fail (self, DD_CALENDAR_ERROR_FORMAT,
                       _ ("line %d, “%s”, is no [group], no key=value and no # comment"), i + 1,
                       quoted);
        }
    }
  return TRUE;
}

/* --- Values --- */

/* Reads "09:00-12:00" from @text into @hours. */
static gboolean
read_interval (const char *text, DdHours *hours)
{
  return dd_time_text_read_minutes (&text, &hours->start) && dd_time_text_skip (&text, "-")
         && dd_time_text_read_minutes (&text, &hours->finish) && *text == '\0';
}

static gboolean
append_interval (Parser *self, const char *group, const char *key, const char *text, GArray *hours)
{
  g_autofree char *quoted = dd_time_text_quote (text);
  DdHours at;

  if (!read_interval (text, &at))
    return fail_at (self, DD_CALENDAR_ERROR_FORMAT, group, key,
                    _ ("“%s” is neither “off” nor hours such as 09:00-12:00;13:00-17:00"), quoted);
  if (at.finish <= at.start)
    return fail_at (self, DD_CALENDAR_ERROR_FORMAT, group, key,
                    _ ("“%s” does not end after it starts; a night is 22:00-24:00, "
                       "and 00:00-06:00 of the next day"),
                    quoted);
  g_array_append_val (hours, at);
  return TRUE;
}

static int
compare_hours (gconstpointer a, gconstpointer b)
{
  return ((const DdHours *) a)->start - ((const DdHours *) b)->start;
}

/* Sorts @hours and makes one of two that touch; two that overlap are a mistake. */
static gboolean
order_hours (Parser *self, const char *group, const char *key, GArray *hours)
{
  guint kept = 0;

  g_array_sort (hours, compare_hours);
  for (guint i = 0; i < hours->len; i++)
    {
      DdHours next = g_array_index (hours, DdHours, i);
      DdHours *last = kept > 0 ? &g_array_index (hours, DdHours, kept - 1) : NULL;

      if (last != NULL && next.start < last->finish)
        return fail_at (self, DD_CALENDAR_ERROR_FORMAT, group, key,
                        _ ("two of its intervals overlap; each must end before the next starts"));
      if (last != NULL && next.start == last->finish)
        last->finish = next.finish;
      else
        g_array_index (hours, DdHours, kept++) = next;
    }
  g_array_set_size (hours, kept);
  return TRUE;
}

static char *
get_value (Parser *self, const char *group, const char *key)
{
  char *value = g_key_file_get_value (self->file, group, key, NULL);

  g_assert (value != NULL);
  return g_strstrip (value);
}

/* Reads "off" or intervals with ";" between them, and also after the last, as key files have it. */
static gboolean
read_hours (Parser *self, const char *group, const char *key, GArray *hours)
{
  g_autofree char *value = get_value (self, group, key);
  g_auto (GStrv) parts = NULL;

  if (g_str_equal (value, "off"))
    return TRUE;
  if (g_str_has_suffix (value, ";"))
    value[strlen (value) - 1] = '\0';
  parts = g_strsplit (*value != '\0' ? value : " ", ";", -1);
  for (int i = 0; parts[i] != NULL; i++)
    if (!append_interval (self, group, key, g_strstrip (parts[i]), hours))
      return FALSE;
  return order_hours (self, group, key, hours);
}

static gboolean
read_number (Parser *self, const char *key, int most, int *number)
{
  g_autofree char *value = get_value (self, "calendar", key);
  g_autofree char *quoted = dd_time_text_quote (value);
  guint64 read;

  if (!g_ascii_string_to_unsigned (value, 10, 1, most, &read, NULL))
    return fail_at (self, DD_CALENDAR_ERROR_FORMAT, "calendar", key,
                    _ ("“%s” is not a whole number from 1 to %d"), quoted, most);
  *number = (int) read;
  return TRUE;
}

static gboolean
read_zone (Parser *self, const char *key, DdCalendarRules *rules)
{
  g_autofree char *value = get_value (self, "calendar", key);
  g_autoptr (GError) error = NULL;
  const DdZone *zone = dd_zone_get (value, &error);

  if (zone == NULL)
    return fail_at (self, DD_CALENDAR_ERROR_ZONE, "calendar", key, "%s", error->message);
  rules->zone = zone;
  return TRUE;
}

/* --- Groups --- */

static int
find_weekday (const char *key)
{
  for (int day = 0; day < 7; day++)
    if (g_str_equal (key, dd_calendar_weekday_keys[day]))
      return day;
  return -1;
}

static gboolean
read_setting (Parser *self, const char *key, DdCalendarRules *rules)
{
  int day = find_weekday (key);

  if (day >= 0)
    return read_hours (self, "calendar", key, rules->weekdays[day]);
  if (g_str_equal (key, "timezone"))
    return read_zone (self, key, rules);
  if (g_str_equal (key, "minutes-per-day"))
    return read_number (self, key, 24 * 60, &rules->minutes_per_day);
  if (g_str_equal (key, "days-per-week"))
    return read_number (self, key, 7, &rules->days_per_week);
  return fail_at (self, DD_CALENDAR_ERROR_FORMAT, "calendar", key,
                  _ ("is not a key of [calendar]; there are timezone, minutes-per-day, "
                     "days-per-week and monday to sunday"));
}

/* Reads "2026-12-24" or "2026-12-24..2027-01-03" from @key into @exception. */
static gboolean
read_dates (Parser *self, const char *key, DdException *exception)
{
  const char *at = key;

  if (!dd_time_text_read_date (&at, &exception->first))
    at = "?";
  exception->last = exception->first;
  if (dd_time_text_skip (&at, "..") && !dd_time_text_read_date (&at, &exception->last))
    at = "?";
  if (*at != '\0')
    return fail_at (self, DD_CALENDAR_ERROR_DATE, "exceptions", key,
                    _ ("is not a date of 1970 to 2199 such as 2026-12-24, "
                       "nor two such as 2026-12-24..2027-01-03"));
  if (exception->last < exception->first)
    return fail_at (self, DD_CALENDAR_ERROR_DATE, "exceptions", key,
                    _ ("the second date is before the first"));
  return TRUE;
}

static gboolean
read_exception (Parser *self, const char *key, GArray *written)
{
  g_autoptr (GArray) hours = g_array_new (FALSE, FALSE, sizeof (DdHours));
  DdException exception = { 0 };

  if (!read_dates (self, key, &exception) || !read_hours (self, "exceptions", key, hours))
    return FALSE;
  exception.hours = g_steal_pointer (&hours);
  g_array_append_val (written, exception);
  return TRUE;
}

static gboolean
read_settings (Parser *self, DdCalendarRules *rules)
{
  g_auto (GStrv) keys = g_key_file_get_keys (self->file, "calendar", NULL, NULL);

  for (int i = 0; keys[i] != NULL; i++)
    if (!read_setting (self, keys[i], rules))
      return FALSE;
  return TRUE;
}

/* A date that stands twice is read twice, both times with its last value: what lines between say
 * about it does not hold, just as it should be. */
static gboolean
read_exceptions (Parser *self, DdCalendarRules *rules)
{
  g_autoptr (GArray) written = dd_exceptions_new ();

  for (guint i = 0; i < self->dates->len; i++)
    if (!read_exception (self, g_ptr_array_index (self->dates, i), written))
      return FALSE;
  dd_calendar_rules_set_exceptions (rules, written);
  return TRUE;
}

static gboolean
check_groups (Parser *self)
{
  g_auto (GStrv) groups = g_key_file_get_groups (self->file, NULL);

  if (!g_key_file_has_group (self->file, "calendar"))
    return fail (self, DD_CALENDAR_ERROR_FORMAT, _ ("there is no [calendar] in it"));
  for (int i = 0; groups[i] != NULL; i++)
    {
      g_autofree char *quoted = dd_time_text_quote (groups[i]);

      if (!g_str_equal (groups[i], "calendar") && !g_str_equal (groups[i], "exceptions"))
        return fail (self, DD_CALENDAR_ERROR_FORMAT,
                     _ ("[%s] is unknown; there are [calendar] and [exceptions]"), quoted);
    }
  return TRUE;
}

static gboolean
read_rules (Parser *self, DdCalendarRules *rules)
{
  return check_groups (self) && read_settings (self, rules) && read_exceptions (self, rules);
}

/* --- Text --- */

static gboolean
check_text (Parser *self, const char *text, gsize length)
{
  if (length > MAX_LENGTH)
    return fail (self, DD_CALENDAR_ERROR_FORMAT,
                 _ ("it is larger than the 4 MiB that a calendar may take"));
  if (memchr (text, '\0', length) != NULL)
    return fail (self, DD_CALENDAR_ERROR_FORMAT, _ ("it is not a text: there is a NUL byte in it"));
  if (!g_utf8_validate (text, length, NULL))
    return fail (self, DD_CALENDAR_ERROR_FORMAT, _ ("it is not a text in UTF-8"));
  return TRUE;
}

/* Reads @text, which is known to be one, into @self->file and @self->lines. */
static gboolean
load_text (Parser *self, const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;

  if (!note_lines (self, text))
    return FALSE;
  /* Translations are kept so that "monday[de]" is an unknown key, not one passed over. */
  if (!g_key_file_load_from_data (self->file, text, length, G_KEY_FILE_KEEP_TRANSLATIONS, &error)
      && !g_error_matches (error, G_KEY_FILE_ERROR, G_KEY_FILE_ERROR_NOT_FOUND))
    return fail (self, DD_CALENDAR_ERROR_FORMAT, "%s", error->message);
  return TRUE;
}

static DdCalendarRules *
parse (Parser *self, const char *text, gsize length)
{
  g_autoptr (DdCalendarRules) rules = NULL;
  g_autofree char *copy = NULL;
  const char *bare;

  if (!check_text (self, text, length))
    return NULL;
  copy = g_strndup (text, length);
  bare = copy;
  /* Some editors put one before the text. */
  dd_time_text_skip (&bare, BYTE_ORDER_MARK);
  if (!load_text (self, bare, strlen (bare)))
    return NULL;
  rules = dd_calendar_rules_new (dd_zone_get (NULL, NULL));
  return read_rules (self, rules) ? g_steal_pointer (&rules) : NULL;
}

DdCalendarRules *
dd_calendar_parser_read (const char *text, gssize length, const char *origin, GError **error)
{
  Parser parser = { .origin = origin, .error = error };
  DdCalendarRules *rules;

  parser.file = g_key_file_new ();
  parser.lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  parser.dates = g_ptr_array_new_with_free_func (g_free);
  rules = parse (&parser, text, length < 0 ? strlen (text) : (gsize) length);
  g_key_file_unref (parser.file);
  g_hash_table_unref (parser.lines);
  g_ptr_array_unref (parser.dates);
  return rules;
}
