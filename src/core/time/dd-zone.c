/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Time zones as tables of offsets.
 *
 * GTimeZone knows every zone, but answers for one instant at a time. Here its answers for
 * 1970 to 2199 become an array of spans with one offset each (about 460 where clocks change twice
 * a year), found by bisecting for each change: a millisecond, paid once per zone and program.
 *
 * Operations: looking a zone up (a hash lookup under a mutex), and the way between an instant and a
 * local reading (a binary search). A local reading can lie in no span (skipped) or in two (it
 * comes twice): dd_zone_from_local() is the one place that decides which instant is meant.
 *
 * Names go to GLib only when they look like IANA names: it would read others as files
 * ("leapseconds",
 * "../../etc/passwd") or as POSIX rules, where "UTC+2" lies west of Greenwich.
 */
#include "config.h"

#include "time/dd-zone.h"

#include "time/dd-calendar.h"
#include "time/dd-time-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAY G_GINT64_CONSTANT (86400)

struct _DdZone
{
  char *name;     /* (owned) */
  gboolean named; /* whether name is an IANA name */
  GTimeZone *tz;  /* (owned) */
  GArray *spans;  /* (owned) (element-type DdZoneSpan): never empty */
};

static gboolean
is_iana_name (const char *name)
{
  return g_regex_match_simple ("^(?=.{1,64}$)(?:[A-Z][A-Za-z-]*|GMT[+-]?0|[ECMP]ST[5-8][ECMP]DT|"
                               "[A-Z][A-Za-z_]*(?:/[A-Za-z0-9_+-]+)+)$",
                               name, G_REGEX_DOLLAR_ENDONLY, 0);
}

static int
interval_at (GTimeZone *tz, gint64 instant)
{
  return g_time_zone_find_interval (tz, G_TIME_TYPE_UNIVERSAL, instant);
}

/* The first instant after @start at which another of GTimeZone's intervals begins, at most
 * DD_INSTANT_MAX. Intervals are numbered in their order, so a bisection finds it exactly. */
static gint64
find_change (GTimeZone *tz, gint64 start)
{
  int interval = interval_at (tz, start);
  gint64 same = start;
  gint64 other = DD_INSTANT_MAX;

  while (other - same > 1)
    {
      gint64 middle = same + (other - same) / 2;

      if (interval_at (tz, middle) == interval)
        same = middle;
      else
        other = middle;
    }
  return other;
}

static GArray *
list_spans (GTimeZone *tz)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (DdZoneSpan));
  gint64 start = DD_INSTANT_MIN;

  while (start < DD_INSTANT_MAX)
    {
      gint64 finish = find_change (tz, start);
      gint64 offset = g_time_zone_get_offset (tz, interval_at (tz, start));
      DdZoneSpan *last = spans->len ? &g_array_index (spans, DdZoneSpan, spans->len - 1) : NULL;
      DdZoneSpan span = { { start, finish }, offset };

      /* Some intervals differ in name only ("EST" became "EDT" for good). */
      if (last != NULL && last->offset == offset)
        last->span.finish = finish;
      else
        g_array_append_val (spans, span);
      start = finish;
    }
  return spans;
}

static DdZone *
zone_new (const char *name, GTimeZone *tz)
{
  DdZone *self = g_new0 (DdZone, 1);

  self->name = g_strdup (name);
  self->named = is_iana_name (name);
  self->tz = g_time_zone_ref (tz);
  self->spans = list_spans (tz);
  return self;
}

/* The one copy of the zone called @name; @tz is used when it is the first time. */
static const DdZone *
intern_zone (const char *name, GTimeZone *tz)
{
  static GMutex mutex;
  static GHashTable *zones; /* (owned): char * to DdZone *, both immortal */
  const DdZone *zone;

  g_mutex_lock (&mutex);
  if (zones == NULL)
    zones = g_hash_table_new (g_str_hash, g_str_equal);
  zone = g_hash_table_lookup (zones, name);
  if (zone == NULL)
    {
      DdZone *made = zone_new (name, tz);

      g_hash_table_insert (zones, made->name, made);
      zone = made;
    }
  g_mutex_unlock (&mutex);
  return zone;
}

/* The system names its zone as an IANA name, a path to the zone's file, or ":" and one of them. */
static const char *
bare_name (const char *identifier)
{
  const char *folder = "/zoneinfo/";
  const char *found = strstr (identifier, folder);

  if (found != NULL)
    return found + strlen (folder);
  return *identifier == ':' ? identifier + 1 : identifier;
}

/* The span that @instant lies in; instants outside the table belong to its first and last. */
static guint
find_span (const DdZone *self, gint64 instant)
{
  guint low = 0;
  guint high = self->spans->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->spans, DdZoneSpan, middle).span.start <= instant)
        low = middle;
      else
        high = middle;
    }
  return low;
}

const DdZone *
dd_zone_get (const char *name, GError **error)
{
  g_autoptr (GTimeZone) tz = NULL;

  if (name == NULL)
    {
      tz = g_time_zone_new_local ();
      return intern_zone (bare_name (g_time_zone_get_identifier (tz)), tz);
    }

  if (is_iana_name (name))
    tz = g_time_zone_new_identifier (name);
  if (tz == NULL)
    {
      g_autofree char *quoted = dd_time_text_quote (name);

      g_set_error (error, DD_CALENDAR_ERROR, DD_CALENDAR_ERROR_ZONE,
                   _ ("there is no time zone “%s” on this machine; "
                      "give an IANA name such as Europe/Berlin"),
                   quoted);
      return NULL;
    }
  return intern_zone (name, tz);
}

const char *
dd_zone_get_name (const DdZone *self)
{
  return self->name;
}

gboolean
dd_zone_is_named (const DdZone *self)
{
  return self->named;
}

const DdZoneSpan *
dd_zone_get_spans (const DdZone *self, guint *n)
{
  *n = self->spans->len;
  return (const DdZoneSpan *) self->spans->data;
}

gint64
dd_zone_to_local (const DdZone *self, gint64 instant)
{
  gint64 clamped = CLAMP (instant, DD_INSTANT_MIN, DD_INSTANT_MAX);

  return clamped + g_array_index (self->spans, DdZoneSpan, find_span (self, clamped)).offset;
}

gint64
dd_zone_from_local (const DdZone *self, gint64 local)
{
  gint64 clamped = CLAMP (local, DD_INSTANT_MIN - 2 * DAY, DD_INSTANT_MAX + 2 * DAY);

  /* No offset is as much as two days, so no earlier span can show the reading. */
  for (guint i = find_span (self, clamped - 2 * DAY); i < self->spans->len; i++)
    {
      const DdZoneSpan *at = &g_array_index (self->spans, DdZoneSpan, i);

      if (clamped - at->offset < at->span.finish)
        return MAX (clamped - at->offset, at->span.start);
    }
  return DD_INSTANT_MAX;
}

gint64
dd_zone_next_date (const DdZone *self, gint64 instant)
{
  gint64 from = MAX (instant, DD_INSTANT_MIN);
  const DdZoneSpan *at;
  gint64 into_day;

  if (instant >= DD_INSTANT_MAX)
    return G_MAXINT64;
  at = &g_array_index (self->spans, DdZoneSpan, find_span (self, from));
  /* The local reading can be before 1970: two days more keep it positive, and the rest the same. */
  into_day = (from + at->offset + 2 * DAY) % DAY;
  return MIN (from + DAY - into_day, at->span.finish);
}

GDateTime *
dd_zone_date_time (const DdZone *self, gint64 instant)
{
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (instant);

  g_return_val_if_fail (utc != NULL, NULL);
  return g_date_time_to_timezone (utc, self->tz);
}
