/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* BenchPlain: the plain scrolling program that charts are measured against: coloured rows as high
 * as a chart's, each with one text whose layout is kept. Only the rows that show are drawn. Put it
 * into a GtkScrolledWindow.
 *
 * The rows are coloured all over, so that each frame paints the whole window, where a chart's
 * ground stays as it is: beside rows coloured in part, a chart's ratio is higher. */
#define BENCH_TYPE_PLAIN (bench_plain_get_type ())
G_DECLARE_FINAL_TYPE (BenchPlain, bench_plain, BENCH, PLAIN, GtkWidget)

/* Returns: (transfer floating): a widget of @n_rows rows */
GtkWidget *bench_plain_new (guint n_rows);

G_END_DECLS
