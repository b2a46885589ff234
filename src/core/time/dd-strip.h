/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "time/dd-range.h"

G_BEGIN_DECLS

/**
 * DdStripKind:
 * @DD_STRIP_OPEN: worked
 * @DD_STRIP_NIGHT: outside the hours of a working day: its night, or a break
 * @DD_STRIP_WEEKEND: a weekday without hours
 * @DD_STRIP_EXCEPTION: not worked on a date whose hours are not those of its weekday
 * @DD_STRIP_PAUSE: a clock stands still
 *
 * What a span of time is. Where several are true the last of them counts.
 */
typedef enum
{
  DD_STRIP_OPEN,
  DD_STRIP_NIGHT,
  DD_STRIP_WEEKEND,
  DD_STRIP_EXCEPTION,
  DD_STRIP_PAUSE,
} DdStripKind;

/*
 * A strip is a GArray of DdStripSpan: spans that follow each other without a gap and cover a range
 * exactly. Neighbours have different kinds and none is empty.
 */
typedef struct
{
  DdRange span;
  DdStripKind kind;
} DdStripSpan;

/* Returns: (transfer full) (element-type DdStripSpan): a strip of nothing yet */
GArray *dd_strip_new (void);

/* Lengthens @strip by the span from where it ends to @finish; @start is where it begins if it is
 * empty. Nothing happens if @finish is not after that. */
void dd_strip_extend (GArray *strip, gint64 start, gint64 finish, DdStripKind kind);

/* Two strips of the same range in one: of two kinds at a time the greater counts.
 * Returns: (transfer full) (element-type DdStripSpan): a new strip */
GArray *dd_strip_combine (GArray *first, GArray *second);

G_END_DECLS
