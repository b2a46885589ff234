/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Measures of a chart in pixels, on a grid of 6. */
#define DD_CHART_ROW_HEIGHT   30
#define DD_CHART_RULER_HEIGHT 48
#define DD_CHART_BAR_HEIGHT   16
#define DD_CHART_INDENT       18
#define DD_CHART_FLAG_WIDTH   10

/* The colours of whoever does something: a bar, its outline, and text upon it. */
typedef struct
{
  GdkRGBA fill;
  GdkRGBA outline;
  GdkRGBA text;
} DdOwnerColors;

/* All colours of a chart. A value: copy it. */
typedef struct
{
  GdkRGBA background;
  GdkRGBA foreground;
  GdkRGBA dim;         /* quiet text, links */
  GdkRGBA line;        /* grid */
  GdkRGBA strong_line; /* grid of the major unit */
  GdkRGBA off;         /* time that is not worked */
  GdkRGBA selected;
  GdkRGBA hovered;
  GdkRGBA now;
  GdkRGBA deadline;
  GdkRGBA late;        /* what misses its date */
  GdkRGBA baseline;
  DdOwnerColors customer;
  DdOwnerColors consultant;
  DdOwnerColors manager;
  DdOwnerColors nobody;
} DdChartStyle;

/* The colours for a light or dark, normal or high-contrast desktop, from GNOME's palette. */
void dd_chart_style_init (DdChartStyle *style, gboolean dark, gboolean high_contrast);

/* The colours of @owner (DdOwner flags); of both parties those of the vendor's side. */
const DdOwnerColors *dd_chart_style_get_owner (const DdChartStyle *style, guint owner);

G_END_DECLS
