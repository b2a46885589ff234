/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "gantt/dd-chart-frame.h"
#include "gantt/dd-chart-style.h"

G_BEGIN_DECLS

/*
 * DdChartPainter: draws a frame of a chart.
 *
 * The one drawing for screen, picture, document and print: it draws into a GtkSnapshot, whose nodes
 * cairo can draw anywhere. Cost follows what shows: rows and bars in view, ticks in view, and the
 * links that touch them. Text layouts are kept from frame to frame, because making them is what a
 * frame would spend its time on; they go when the chart, the fonts or the width of names change.
 */
typedef struct _DdChartPainter DdChartPainter;

/* What is marked in a frame. Places are those in the frame's rows; G_MAXUINT is none. */
typedef struct
{
  guint selected;
  guint hovered;
  gboolean focused;            /* the keyboard is on the selected row */
  DdChart *preview;            /* (nullable) (unowned): what the chart would become: the same rows */
  GHashTable *folded;          /* (nullable) (element-type utf8): ids of the folded headings */
} DdChartMarks;

/* A painter of texts with the fonts of @context. Returns: (transfer full): a new painter */
DdChartPainter *dd_chart_painter_new (PangoContext *context);

/* Frees @self. */
void dd_chart_painter_free (DdChartPainter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdChartPainter, dd_chart_painter_free)

/* Draws in the colours of @style from now on. */
void dd_chart_painter_set_style (DdChartPainter *self, const DdChartStyle *style);

/* Draws @frame with @marks (nullable: nothing is marked) at the origin of @snapshot. */
void dd_chart_painter_paint (DdChartPainter *self, GtkSnapshot *snapshot,
                             const DdChartFrame *frame, const DdChartMarks *marks);

G_END_DECLS
