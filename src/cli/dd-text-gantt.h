/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-terminal.h"
#include "dd-text-scale.h"

G_BEGIN_DECLS

/**
 * DdTextMark:
 * @DD_TEXT_MARK_BAR: work; of full height when critical, of half height when it has float
 * @DD_TEXT_MARK_WINDOW: a window; dashed
 * @DD_TEXT_MARK_EVENT: a moment; a diamond
 * @DD_TEXT_MARK_GATE: an entry condition; a filled diamond
 */
typedef enum
{
  DD_TEXT_MARK_BAR,
  DD_TEXT_MARK_WINDOW,
  DD_TEXT_MARK_EVENT,
  DD_TEXT_MARK_GATE,
} DdTextMark;

/* One row of a chart. */
typedef struct
{
  DdTextMark mark;
  gint64 start;
  gint64 finish;
  gint64 cautious_finish; /* the whisker's end; not drawn when it is @finish or before it */
  gboolean critical;
  DdStyle style;          /* the owner's */
} DdTextBar;

/*
 * DdTextGantt: the bars of a plan in block and box characters, one line a row.
 *
 * Days without work are shaded; a line marks the deadline. The ground is drawn once; a row then
 * costs its columns.
 */
typedef struct _DdTextGantt DdTextGantt;

/* A chart on @scale (copied; its calendar must outlive the chart) with a line at @deadline (or
 * DD_INSTANT_NONE).
 * Returns: (transfer full): a new chart */
DdTextGantt *dd_text_gantt_new (const DdTextScale *scale, gint64 deadline,
                                const DdTerminal *terminal);

/* Draws a line at @now, which is within the scale, but not over the deadline's. */
void dd_text_gantt_mark_now (DdTextGantt *self, gint64 now);

/* Frees @self. */
void dd_text_gantt_free (DdTextGantt *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdTextGantt, dd_text_gantt_free)

/* Returns: (transfer full): the row with @bar (NULL: none), as wide as the scale */
char *dd_text_gantt_draw (DdTextGantt *self, const DdTextBar *bar);

G_END_DECLS
