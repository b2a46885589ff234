/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "gantt/dd-chart.h"

G_BEGIN_DECLS

/*
 * The drawing of the window, on paper and in files: the same painter, in the light style, with the
 * chart's title above and what the marks mean below.
 */

typedef enum
{
  DD_CHART_PNG,
  DD_CHART_SVG,
  DD_CHART_PDF,
} DdChartFormat;

#define DD_CHART_EXPORT_ERROR (dd_chart_export_error_quark ())

/**
 * DdChartExportError:
 * @DD_CHART_EXPORT_ERROR_TOO_LARGE: the chart is too tall for one picture; a document has pages
 * @DD_CHART_EXPORT_ERROR_CAIRO: cairo could not draw or encode it
 */
typedef enum
{
  DD_CHART_EXPORT_ERROR_TOO_LARGE,
  DD_CHART_EXPORT_ERROR_CAIRO,
} DdChartExportError;

/* The error domain of exports. */
GQuark dd_chart_export_error_quark (void);

/* What is exported. */
typedef struct
{
  DdChart *chart;     /* (unowned) */
  DdRange range;      /* of time that the width shows; an empty one: the chart's extent */
  double width;       /* in pixels of the drawing (a document scales it to its page), 600 or more */
  double resolution;  /* pixels of a PNG for each pixel of the drawing: 1, 2 */
  gboolean rtl;
} DdChartExport;

/* Draws all rows of @self as @format; a document on as many landscape A4 pages as it takes.
 * Returns: (transfer full): the file's bytes, or NULL with DdChartExportError */
GBytes *dd_chart_export (const DdChartExport *self, DdChartFormat format, GError **error);

/* Returns: how many pages of @width × @height (in points) the chart takes in print */
guint dd_chart_export_count_pages (const DdChartExport *self, double width, double height);

/* Draws page @page (from 0) of that print on @cr, whose unit is a point. */
void dd_chart_export_draw_page (const DdChartExport *self, cairo_t *cr, double width,
                                double height, guint page);

G_END_DECLS
