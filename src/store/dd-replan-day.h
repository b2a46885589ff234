/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * DdReplanDay: planning all open cases anew when a day begins, because what has not started moves
 * with now (see dd-replan.h).
 *
 * A day is one of everybody's working calendar. It is done once: the database remembers the day and
 * how far it is planned. Several processes share the work, and one that stops midway leaves the rest
 * to the next. Each step is a transaction of its own and short, so that nobody waits for the whole.
 *
 *     g_autoptr (DdReplanDay) day = dd_replan_day_new (now);
 *     gboolean more = TRUE;
 *
 *     while (more)
 *       if (!dd_replan_day_step (day, connection, &more, error))
 *         return FALSE;
 *
 * A window gives each step as a job of its own; what needs no window calls dd_replan_day_run().
 */
typedef struct _DdReplanDay DdReplanDay;

/* Cases planned in one step: some ten milliseconds. */
#define DD_REPLAN_DAY_STEP 200

/* Returns: (transfer full): the planning of the day that @now is in, not begun */
DdReplanDay *dd_replan_day_new (gint64 now);

/* Frees @self; what is done is done. */
void dd_replan_day_free (DdReplanDay *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdReplanDay, dd_replan_day_free)

/* Plans the next cases, in a transaction. @more tells whether there are others: not when the day is
 * planned, or another process began a later one. O(1) when there is nothing to do.
 * Returns: FALSE with what failed */
gboolean dd_replan_day_step (DdReplanDay *self, DdConnection *connection, gboolean *more,
                             GError **error);

/* Returns: how many cases were planned by steps of @self */
guint dd_replan_day_get_done (DdReplanDay *self);

/* Returns: how many open cases there were at the first step that had something to do; 0 before */
guint dd_replan_day_get_total (DdReplanDay *self);

/* Told how far it is: @done of about @total cases. */
typedef void (*DdReplanDayProgress) (guint done, guint total, gpointer data);

/* All steps of the day that @now is in, with word of each to @progress (nullable). Cancelling the job
 * that runs this (dd_database_run_async()) keeps the steps that are done.
 * Returns: FALSE with what a step failed with */
gboolean dd_replan_day_run (DdConnection *connection, gint64 now, DdReplanDayProgress progress,
                            gpointer data, GError **error);

G_END_DECLS
