/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-case-step.h"
#include "delivery/dd-engagement.h"
#include "delivery/dd-finding.h"
#include "scope/dd-scope.h"

G_BEGIN_DECLS

/*
 * DdCaseScope: the scope of a stored case as of one moment of the database, with the rows that it is
 * told from: for a page about it, and for drydockctl.
 *
 * Rows are detached copies (dd-record.h). A finding has a row from the day its case was opened; one
 * that was opened by an older Drydock gets it when somebody decides something.
 */
typedef struct
{
  DdRecord *record;       /* (owned): the DdCase */
  DdScope *scope;         /* (owned) (nullable): NULL with a @problem */
  GPtrArray *findings;    /* (owned) (element-type DdFinding) */
  GPtrArray *inputs;      /* (owned) (element-type DdInputEvidence): of inputs that anybody noted */
  GPtrArray *engagements; /* (owned) (element-type DdEngagement): the oldest first */
  GPtrArray *environments; /* (owned) (element-type DdEnvironment): for what engagements are about */
  GError *problem;        /* (owned) (nullable): why nothing can be told: a definition that cannot be
                             read */
} DdCaseScope;

/* Reads the scope of the case @case_id; inside a transaction or snapshot, or in one of its own. A
 * questionnaire that cannot be read decides nothing: all answers count then.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdCaseScope *dd_case_scope_load (DdConnection *connection, const char *case_id, GError **error);

/* Frees @self. */
void dd_case_scope_free (DdCaseScope *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCaseScope, dd_case_scope_free)

/* Returns: (transfer none) (nullable): the row of the finding of @exclusion */
DdRecord *dd_case_scope_find_row (DdCaseScope *self, const char *exclusion);

/* --- What is done with it; each one labelled action, refused with a DdCaseError when it is not
 * allowed. Required inputs are steps of the case: dd_case_actions_take() with
 * DD_CASE_STEP_MEET_INPUT and DD_CASE_STEP_WITHDRAW_INPUT. --- */

/* Decides about @exclusion in place of its rule, for @reason, or leaves it to the rule again
 * (DD_FINDING_OVERRIDE_NONE; no reason is needed). Not once the case is over. */
gboolean dd_case_scope_override (DdConnection *connection, const DdActor *actor,
                                 const char *case_id, const char *exclusion,
                                 DdFindingOverride override, const char *reason, GError **error);

/* A paid engagement that a finding leads to. */
typedef struct
{
  const char *exclusion;      /* whose finding is triggered or conditional */
  const char *environment_id; /* (nullable): what it is for, one of the case's */
  const char *title;          /* (nullable): what is engaged for; the exclusion's name then */
  const char *note;           /* (nullable) */
} DdEngagementOffer;

/* Proposes a paid engagement. @id (out) (optional) (transfer full) is the new row's. */
gboolean dd_case_scope_engage (DdConnection *connection, const DdActor *actor, const char *case_id,
                               const DdEngagementOffer *offer, char **id, GError **error);

/* Moves the engagement @id on to @state, with @note (nullable: that stays): proposed to offered or
 * declined, offered to agreed or declined, agreed to done or declined, declined to offered. Also once
 * the case is over, because that is when some are done. */
gboolean dd_case_scope_move_engagement (DdConnection *connection, const DdActor *actor,
                                        const char *id, DdEngagementState state, const char *note,
                                        GError **error);

/* Returns: whether an engagement may move from @from to @to */
gboolean dd_engagement_can_move (DdEngagementState from, DdEngagementState to);

G_END_DECLS
