/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-holiday-import.h"

#include "dd-file.h"

#include <glib/gi18n-lib.h>
#include <libical/ical.h>
#include <string.h>

/* So many occurrences are looked at in a file; one that has more is not about holidays. */
#define MAX_OCCURRENCES 200000

G_DEFINE_QUARK (dd - holiday - error - quark, dd_holiday_error)

typedef struct
{
  const char *origin; /* (unowned): the name of the text in messages */
  guint32 first;      /* Julian days of GDate, inclusive */
  guint32 last;
  guint looked_at;  /* occurrences */
  GHashTable *days; /* (owned) (element-type utf8): what was found */
  GError **error;   /* (unowned) */
} Import;

/* Fails with "origin: message". Returns: FALSE */
static gboolean
fail (Import *self, DdHolidayError code, const char *message)
{
  g_set_error (self->error, DD_HOLIDAY_ERROR, code, "%s: %s", self->origin, message);
  return FALSE;
}

/* Fails because of @event. Returns: FALSE */
static gboolean
fail_at (Import *self, icalcomponent *event, const char *problem)
{
  const char *summary = icalcomponent_get_summary (event);
  g_autofree char *message =
      /* Translators: the name of an event in a calendar, and what is wrong with it */
      g_strdup_printf (_ ("the event “%s” %s"), summary != NULL ? summary : _ ("without a name"),
                       problem);

  return fail (self, DD_HOLIDAY_ERROR_FORMAT, message);
}

/* --- Days --- */

static guint32
to_julian (struct icaltimetype time)
{
  GDate date;

  if (!g_date_valid_dmy (time.day, time.month, time.year))
    return 0;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, time.day, time.month, time.year);
  return g_date_get_julian (&date);
}

static char *
format_julian (guint32 julian)
{
  GDate date;
  char text[16];

  g_date_clear (&date, 1);
  g_date_set_julian (&date, julian);
  g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
  return g_strdup (text);
}

/* Notes the days from @first on that lie in the years asked for. */
static void
add_days (Import *self, guint32 first, guint32 n)
{
  guint32 from = MAX (first, self->first);
  guint32 to = MIN (first + n - 1, self->last);
  g_autofree char *from_text = NULL, *to_text = NULL;

  if (first == 0 || from > to)
    return;
  from_text = format_julian (from);
  to_text = format_julian (to);
  if (from == to)
    g_hash_table_add (self->days, g_steal_pointer (&from_text));
  else
    g_hash_table_add (self->days, g_strdup_printf ("%s..%s", from_text, to_text));
}

/* How many days @event, which begins on @start, has: its end is the day after the last. */
static guint32
count_days (icalcomponent *event, guint32 start)
{
  struct icaltimetype end = icalcomponent_get_dtend (event);
  guint32 after = icaltime_is_null_time (end) ? 0 : to_julian (end);

  return after > start ? after - start : 1;
}

/* --- Events that come again --- */

static gboolean
is_excluded (icalcomponent *event, struct icaltimetype at)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_EXDATE_PROPERTY);
       property != NULL; property = icalcomponent_get_next_property (event, ICAL_EXDATE_PROPERTY))
    if (icaltime_compare_date_only (icalproperty_get_exdate (property), at) == 0)
      return TRUE;
  return FALSE;
}

/* Walks through the occurrences by @rule up to the last year asked for. */
static gboolean
add_by_rule (Import *self,
             icalcomponent *event,
             struct icalrecurrencetype rule,
             struct icaltimetype start,
             guint32 n)
{
  icalrecur_iterator *iterator = icalrecur_iterator_new (rule, start);
  struct icaltimetype at;

  if (iterator == NULL)
    return fail_at (self, event, _ ("has a rule of repetition that cannot be read"));
  while (!icaltime_is_null_time (at = icalrecur_iterator_next (iterator))
         && to_julian (at) <= self->last && self->looked_at < MAX_OCCURRENCES)
    {
      self->looked_at++;
      if (!is_excluded (event, at))
        add_days (self, to_julian (at), n);
    }
  icalrecur_iterator_free (iterator);
  if (self->looked_at >= MAX_OCCURRENCES)
    return fail (self, DD_HOLIDAY_ERROR_FORMAT,
                 _ ("it has too many events to be a list of holidays"));
  return TRUE;
}

static gboolean
add_occurrences (Import *self, icalcomponent *event, struct icaltimetype start)
{
  icalproperty *property = icalcomponent_get_first_property (event, ICAL_RRULE_PROPERTY);
  guint32 n = count_days (event, to_julian (start));

  for (icalproperty *date = icalcomponent_get_first_property (event, ICAL_RDATE_PROPERTY);
       date != NULL; date = icalcomponent_get_next_property (event, ICAL_RDATE_PROPERTY))
    add_days (self, to_julian (icalproperty_get_rdate (date).time), n);
  if (property == NULL)
    {
      add_days (self, to_julian (start), n);
      return TRUE;
    }
  return add_by_rule (self, event, icalproperty_get_rrule (property), start, n);
}

/* --- Events --- */

/* libical puts what it cannot read aside; where that was a date, the rest would be wrong. */
static gboolean
has_bad_date (icalcomponent *event)
{
  for (icalproperty *property = icalcomponent_get_first_property (event, ICAL_XLICERROR_PROPERTY);
       property != NULL;
       property = icalcomponent_get_next_property (event, ICAL_XLICERROR_PROPERTY))
    {
      const char *text = icalproperty_get_xlicerror (property);

      if (text != NULL
          && (strstr (text, "DTSTART") != NULL || strstr (text, "DTEND") != NULL
              || strstr (text, "RRULE") != NULL || strstr (text, "EXDATE") != NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
add_event (Import *self, icalcomponent *event)
{
  struct icaltimetype start = icalcomponent_get_dtstart (event);

  if (has_bad_date (event))
    return fail_at (self, event, _ ("has a date or a rule that cannot be read"));
  if (icaltime_is_null_time (start))
    return fail_at (self, event, _ ("has no date"));
  if (!start.is_date || icalcomponent_get_status (event) == ICAL_STATUS_CANCELLED)
    return TRUE;
  if (to_julian (start) == 0)
    return fail_at (self, event, _ ("has a date that there is not"));
  return add_occurrences (self, event, start);
}

/* @root is a calendar, or what holds several of them. */
static gboolean
add_events (Import *self, icalcomponent *root)
{
  for (icalcomponent *child = icalcomponent_get_first_component (root, ICAL_ANY_COMPONENT);
       child != NULL; child = icalcomponent_get_next_component (root, ICAL_ANY_COMPONENT))
    {
      icalcomponent_kind kind = icalcomponent_isa (child);

      if (kind == ICAL_VEVENT_COMPONENT && !add_event (self, child))
        return FALSE;
      if (kind == ICAL_VCALENDAR_COMPONENT && !add_events (self, child))
        return FALSE;
    }
  return TRUE;
}

/* --- Text --- */

/* Returns: (transfer full): the text with a NUL at its end, or NULL when it is not UTF-8 */
static char *
to_utf8 (const char *text, gssize length)
{
  gsize size = length < 0 ? strlen (text) : (gsize) length;

  if (!g_utf8_validate_len (text, size, NULL))
    return NULL;
  if (size >= 3 && memcmp (text, "\xEF\xBB\xBF", 3) == 0)
    return g_strndup (text + 3, size - 3);
  return g_strndup (text, size);
}

static gboolean
is_calendar (icalcomponent *root)
{
  icalcomponent_kind kind = root != NULL ? icalcomponent_isa (root) : ICAL_NO_COMPONENT;

  return kind == ICAL_VCALENDAR_COMPONENT || kind == ICAL_XROOT_COMPONENT;
}

static gboolean
read_text (Import *self, const char *text, gssize length)
{
  g_autofree char *utf8 = to_utf8 (text, length);
  icalcomponent *root;
  gboolean read;

  if (utf8 == NULL)
    return fail (self, DD_HOLIDAY_ERROR_FORMAT, _ ("it is not written in UTF-8"));
  icalerror_set_errors_are_fatal (0);
  root = icalparser_parse_string (utf8);
  if (is_calendar (root))
    read = add_events (self, root);
  else
    read = fail (self, DD_HOLIDAY_ERROR_FORMAT, _ ("it is not a calendar file (.ics)"));
  if (root != NULL)
    icalcomponent_free (root);
  return read;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_days (Import *self)
{
  GPtrArray *days = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer day;

  g_hash_table_iter_init (&iter, self->days);
  while (g_hash_table_iter_next (&iter, &day, NULL))
    {
      g_ptr_array_add (days, day);
      g_hash_table_iter_steal (&iter);
    }
  g_ptr_array_sort (days, compare);
  return days;
}

static guint32
julian_of (int year, GDateMonth month, int day)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, month, (GDateYear) year);
  return g_date_get_julian (&date);
}

GPtrArray *
dd_holiday_import_parse (const char *text,
                         gssize length,
                         const char *origin,
                         int first_year,
                         int last_year,
                         GError **error)
{
  g_autoptr (GHashTable) days = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Import self = { .origin = origin, .days = days, .error = error };

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (origin != NULL, NULL);
  g_return_val_if_fail (first_year >= 1970 && first_year <= last_year && last_year <= 2199, NULL);
  self.first = julian_of (first_year, G_DATE_JANUARY, 1);
  self.last = julian_of (last_year, G_DATE_DECEMBER, 31);
  if (!read_text (&self, text, length))
    return NULL;
  if (g_hash_table_size (days) == 0)
    {
      g_autofree char *message =
          g_strdup_printf (_ ("it has no event of a whole day in the years %d to %d"), first_year,
                           last_year);

      fail (&self, DD_HOLIDAY_ERROR_NONE, message);
      return NULL;
    }
  return list_days (&self);
}

GPtrArray *
dd_holiday_import_load (const char *path, int first_year, int last_year, GError **error)
{
  g_autofree char *origin = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = dd_file_read (path, DD_HOLIDAY_MAX_BYTES, error);
  if (bytes == NULL)
    return NULL;
  origin = g_filename_display_name (path);
  return dd_holiday_import_parse (g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                  origin, first_year, last_year, error);
}
