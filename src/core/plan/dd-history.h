/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-plan.h"

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

/* Adds a finished case. Activities are found by their ids, so @plan may be of another edition of
 * the service; those that are not done, with both actual dates, are unknown. Linear in activities.
 */
void dd_history_add (DdHistory *self, DdPlan *plan);

/* Returns: how many cases there are */
guint dd_history_get_size (DdHistory *self);

/* Returns: the working minutes that activity @index took in the case added as number @row, from 0;
 * -1 if unknown */
gint64 dd_history_get_minutes (DdHistory *self, guint row, guint index);

/* Frees @self. */
void dd_history_free (DdHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdHistory, dd_history_free)

G_END_DECLS
