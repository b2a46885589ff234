/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-network.h"
#include "plan/dd-progress.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdHistory: what the activities of finished cases of one service took.
 *
 * A table with a row for each finished case and a column for each activity of the service. What an
 * activity took is the working time from its start to its finish that was not a wait, in the
 * calendar it was worked in; the same measure that a running activity's remaining time is taken in.
 */
typedef struct _DdHistory DdHistory;

/* An empty history of @network's service.
 * Returns: (transfer full): a new history */
DdHistory *dd_history_new (DdNetwork *network);

/* Adds a finished case. @progress has one element for each activity of the network; those that are
 * not done with both dates are unknown. @customer NULL is the vendor's calendar.
 * Returns: whether the case was added; FALSE with DD_CALENDAR_ERROR_NO_WORK when the parties never
 * work at the same time. */
gboolean dd_history_add (DdHistory *self, DdCalendar *vendor, DdCalendar *customer,
                         const DdProgress *progress, const DdWait *waits, guint n_waits,
                         GError **error);

/* Returns: how many cases there are */
guint dd_history_get_size (DdHistory *self);

/* Returns: the working minutes that activity @index took in case @row, -1 if unknown */
gint64 dd_history_get_minutes (DdHistory *self, guint row, guint index);

/* Frees @self. */
void dd_history_free (DdHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdHistory, dd_history_free)

G_END_DECLS
