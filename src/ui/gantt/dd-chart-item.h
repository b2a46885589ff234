/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row of a chart that shows, for those who do not see it: it draws nothing, lies where the row is,
 * and has its name and description. */
#define DD_TYPE_CHART_ITEM (dd_chart_item_get_type ())
G_DECLARE_FINAL_TYPE (DdChartItem, dd_chart_item, DD, CHART_ITEM, GtkWidget)

/* Returns: (transfer floating): a new item without a name */
GtkWidget *dd_chart_item_new (void);

/* Names the item, unless it is named so already. */
void dd_chart_item_set (DdChartItem *self, const char *name, const char *description,
                        gboolean selected);

G_END_DECLS
