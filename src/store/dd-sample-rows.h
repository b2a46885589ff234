/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-sample-case.h"
#include "delivery/dd-action.h"

G_BEGIN_DECLS

/* Rows and actions of a sample case, with ids that follow from its own. */

/* Returns: (transfer full): an action of @person with @first and @second (nullable) in its @label: see
 * dd_action_new() */
DdAction *dd_sample_rows_act (const DdSampleEvent *event, const DdSamplePerson *person,
                              const char *label, const char *first, const char *second);

/* Makes a row of @entity of the case, whose id follows from @name.
 * Returns: (transfer full): it */
DdRecord *dd_sample_rows_make (DdSampleCase *self, const DdEntity *entity, const char *name);

/* Keeps @record for later events, which find it by @name. */
void dd_sample_rows_keep (DdSampleCase *self, const char *name, DdRecord *record);

/* Returns: (transfer none) (nullable): the row kept under @name */
DdRecord *dd_sample_rows_find (DdSampleCase *self, const char *name);

/* Adds to @action what storing @record comes to; it is as stored then, because the sample is made as
 * a whole or not at all. */
void dd_sample_rows_save (DdAction *action, gpointer record);

/* Takes all of the case's file as stored. */
void dd_sample_rows_settle_file (DdSampleCase *self);

G_END_DECLS
