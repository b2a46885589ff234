/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "delivery/dd-case-step.h"
#include "service/dd-service.h"

G_BEGIN_DECLS

/* What a case is opened with. Dates are texts, "2026-12-18"; what is NULL or empty is not known. */
typedef struct
{
  const char *id;              /* (nullable): of the case, for who must know it before; a random one
                                  else. Those of its activities follow from it. */
  DdService *service;
  const char *service_hash;    /* (nullable): under which the definition is kept already; else it is
                                  kept now */
  GBytes *questionnaire;       /* (nullable): what the case is asked, as the file has it: kept now */
  const char *questionnaire_hash; /* (nullable): under which it is kept already */
  const char *customer;        /* the name */
  const char *program;         /* (nullable): a new customer's support program: "platinum" */
  const char *deployment;      /* (nullable): how a new customer runs it: "on-premise" */
  const char *calendar;        /* (nullable): a new customer's calendar, as a calendar file's text */
  const char *title;           /* (nullable): the service's request title then */
  const char *current_version; /* (nullable) */
  const char *target_version;  /* (nullable) */
  const char *earliest_start;  /* (nullable) */
  const char *ideal_start;     /* (nullable) */
  const char *deadline;        /* (nullable) */
  const char *deadline_reason; /* (nullable) */
  gboolean access_acknowledged;
  gint64 start; /* where the plan starts, or DD_INSTANT_NONE: when the request is made */
} DdCaseOpening;

/* Opens a case for @customer, who may be new: with the service's activities and a finding for each of
 * its exclusions, requested when @actor did it. Linear in the activities.
 * @file: (out) (optional) (transfer full): the case, not stored yet
 * Returns: (transfer full): the labelled action with all of it, the customer too */
DdAction *dd_case_opening_take (const DdCaseOpening *opening, DdRecord *customer,
                                const DdActor *actor, DdCaseFile **file);

/* Returns: (transfer full): a new row for the finding of @exclusion (its id in the definition) in the
 * case @record, with an id that follows from both */
DdRecord *dd_case_opening_make_finding (DdRecord *record, const char *exclusion);

G_END_DECLS
