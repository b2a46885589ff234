/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "dd-case-scope.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* The rows of the tab of a case's scope, each made from what is known at one moment. Instants are told
 * in the zone of @calendar. Each returns (transfer floating). */

/* Whether the customer is eligible, by which rule. */
GtkWidget *dd_scope_rows_new_eligible (const DdScope *scope);

/* A required input; with @open it can be recorded, or taken back. */
GtkWidget *dd_scope_rows_new_input (const DdScope *scope, const DdScopeInput *input,
                                    DdCalendar *calendar, gboolean open);

/* An exclusion: what became of it, and below that its rule, what decided it, and, with @open, what can
 * be decided. */
GtkWidget *dd_scope_rows_new_finding (const DdScope *scope, const DdScopeFinding *finding,
                                      gboolean open);

/* A paid engagement, with its next states. */
GtkWidget *dd_scope_rows_new_engagement (DdRecord *engagement);

G_END_DECLS
