/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-action.h"
#include "delivery/dd-case-activity.h"
#include "delivery/dd-case-wait.h"
#include "delivery/dd-case.h"
#include "service/dd-service.h"

G_BEGIN_DECLS

/*
 * DdCaseFile: a case with its activities, waits and required inputs: all that its rules look at.
 *
 * The members are read freely; the rules (dd-case-rules.h) change them, and dd_case_file_save()
 * adds what they changed to an action.
 */
typedef struct
{
  DdRecord *record;      /* (owned): the DdCase */
  GPtrArray *activities; /* (owned) (element-type DdCaseActivity): by position */
  GPtrArray *waits;      /* (owned) (element-type DdCaseWait): by their beginning */
  GPtrArray *inputs;     /* (owned) (element-type DdInputEvidence): what was noted of any input */
  DdService *service;    /* (owned) (nullable): its definition; NULL where it is not known, and no
                            gate knows its inputs then */
} DdCaseFile;

/* Returns: (transfer full): the file of @record (transfer full) with @activities (transfer full)
 * and @waits (transfer full), without a definition */
DdCaseFile *dd_case_file_new (DdRecord *record, GPtrArray *activities, GPtrArray *waits);

/* Gives the file its definition, @service (nullable), and what was noted of its inputs, @inputs
 * (transfer full) (element-type DdInputEvidence) (nullable: nothing). */
void dd_case_file_set_service (DdCaseFile *self, DdService *service, GPtrArray *inputs);

/* Frees a file. */
void dd_case_file_free (DdCaseFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCaseFile, dd_case_file_free)

/* Returns: (transfer none) (nullable): the activity with @definition_id in the service's
 * definition */
DdRecord *dd_case_file_find_activity (DdCaseFile *self, const char *definition_id);

/* Returns: (transfer none) (nullable): the open wait of @activity, or of the whole case when that
 * is NULL */
DdRecord *dd_case_file_find_open_wait (DdCaseFile *self, DdRecord *activity);

/* Returns: (transfer none) (nullable): what was noted of the required input @input, met or not */
DdRecord *dd_case_file_find_input (DdCaseFile *self, const char *input);

/* Adds to @action what of the file was changed since it was loaded. */
void dd_case_file_save (DdCaseFile *self, DdAction *action);

G_END_DECLS
