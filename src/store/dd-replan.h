/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"

G_BEGIN_DECLS

/*
 * Keeping the dates of cases and activities in the database up to date, so that lists and charts of
 * thousands of cases read them and plan nothing.
 *
 * They are the derived fields of both (DD_FIELD_DERIVED): of an activity its early and late dates,
 * its float and whether it is critical; of a case where it starts and finishes, the latest start
 * that meets its deadline (null without one), whether the deadline is missed, and the next activity
 * with its late finish: the first that begins of those that are neither done nor skipped. They are
 * those of a DdPlan on the case's basis as of the action that last touched what it is made from, or
 * of the first planning of the day.
 *
 * A case that cannot be planned keeps its dates and has the reason in "plan_error"; nobody's edit is
 * refused for it. A case that is over is planned for the last time by what ends it, as of that
 * instant; it has no next activity and is at no risk, and neither days nor calendars touch it any
 * more.
 */

/* Plans the case @case_id anew as of @now and writes what differs, inside a transaction. A case that
 * is not there is none to plan.
 * Returns: FALSE with what failed in the database */
gboolean dd_replan_case (DdConnection *connection, const char *case_id, gint64 now,
                         GError **error);

/* Plans every case anew whose plan depends on a row that was just changed by @changes
 * (element-type DdChange), as of @now, inside the same transaction. The journal calls it for every
 * action, undo and redo.
 * Returns: FALSE with what failed in the database */
gboolean dd_replan_changes (DdConnection *connection, GPtrArray *changes, gint64 now,
                            GError **error);

G_END_DECLS
