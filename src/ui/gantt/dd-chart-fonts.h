/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The fonts of a chart in @widget, for text of the usual size, and in @magnification (out) how much
 * larger than that the widget's text is, 1 at least: a chart is laid out and drawn as if text had the
 * usual size, and magnified as a whole, so that rows, bars and marks grow with their words.
 * Returns: (transfer full): the context to make its layouts in */
PangoContext *dd_chart_fonts_new (GtkWidget *widget, double *magnification);

G_END_DECLS
