/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-page.h"
#include "gantt/dd-chart-view.h"

G_BEGIN_DECLS

/* DdTimelinePage: all cases on one chart, a row for each, grouped and filtered as one likes. Enter or a
 * double click opens a case. */
#define DD_TYPE_TIMELINE_PAGE (dd_timeline_page_get_type ())
G_DECLARE_FINAL_TYPE (DdTimelinePage, dd_timeline_page, DD, TIMELINE_PAGE, DdPage)

/* Returns: (transfer none): the chart's view */
DdChartView *dd_timeline_page_get_view (DdTimelinePage *self);

/* Returns: whether the page shows what it is to show, and makes nothing anew */
gboolean dd_timeline_page_is_settled (DdTimelinePage *self);

G_END_DECLS
