/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#include "time/dd-range.h"

G_BEGIN_DECLS

/*
 * DdZone: a time zone as a table of its offsets in the years that plans reach.
 *
 * Zones are made once and kept until the program ends: a pointer to one stays good, and two
 * calendars in one zone share it. Immutable, so any thread may use one. Making a zone costs about a
 * millisecond, each question a binary search.
 */
typedef struct _DdZone DdZone;

/* A span in which the zone's offset is the same. */
typedef struct
{
  DdRange span;  /* the first begins at DD_INSTANT_MIN, the last ends at DD_INSTANT_MAX */
  gint64 offset; /* local time less UTC, in seconds */
} DdZoneSpan;

/* Looks a zone up by its IANA name; NULL is the machine's own zone.
 * Returns: (transfer none): the zone, or NULL with DD_CALENDAR_ERROR_ZONE */
const DdZone *dd_zone_get (const char *name, GError **error);

/* Returns: the name that dd_zone_get() finds it by, or of the machine's own zone when that was set
 * up without one, whatever the system calls it */
const char *dd_zone_get_name (const DdZone *self);

/* Whether the zone's name is an IANA name, which another machine understands. */
gboolean dd_zone_is_named (const DdZone *self);

/* Returns: (array length=n) (transfer none): the spans, in order, without a gap between them */
const DdZoneSpan *dd_zone_get_spans (const DdZone *self, guint *n);

/* What the zone's clock shows at @instant (clamped to the years of plans), as the Unix seconds at
 * which a clock in UTC shows the same. */
gint64 dd_zone_to_local (const DdZone *self, gint64 instant);

/* The first instant at which the zone's clock shows @local (Unix seconds of the same reading in
 * UTC), or the first one after it where the clock skips that reading. Within DD_INSTANT_MIN to
 * DD_INSTANT_MAX. */
gint64 dd_zone_from_local (const DdZone *self, gint64 local);

/* The first instant after @instant at which the zone's clock may show another date: the next
 * midnight, or the next change of offset if that comes first. G_MAXINT64 from DD_INSTANT_MAX on. */
gint64 dd_zone_next_date (const DdZone *self, gint64 instant);

/* Returns: (transfer full): @instant, which must be within the years 1 to 9999, in this zone */
GDateTime *dd_zone_date_time (const DdZone *self, gint64 instant);

G_END_DECLS
