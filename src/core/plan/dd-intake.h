/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* The six fields of a request, in the order in which they are asked. */
typedef enum
{
  DD_INTAKE_CURRENT_VERSION,
  DD_INTAKE_EARLIEST_START,
  DD_INTAKE_IDEAL_START,
  DD_INTAKE_DEADLINE,
  DD_INTAKE_REASON,
  DD_INTAKE_ACCESS,
} DdIntakeField;
#define DD_N_INTAKE_FIELDS 6

/* What has been typed so far. Start from DD_INTAKE_REQUEST_INIT. Pointers are borrowed. */
typedef struct
{
  const char *current_version; /* (nullable) */
  gint64 earliest_start;       /* the beginning of the day, or DD_INSTANT_NONE */
  gint64 ideal_start;          /* the same */
  gint64 deadline;             /* the end of the day, or DD_INSTANT_NONE */
  const char *reason;          /* (nullable): for the deadline */
  gboolean access;             /* access to the environment is acknowledged */
  gint64 now;                  /* nothing starts before it; DD_INSTANT_NONE: no date is past */
} DdIntakeRequest;

#define DD_INTAKE_REQUEST_INIT \
  ((DdIntakeRequest){ NULL, DD_INSTANT_NONE, DD_INSTANT_NONE, DD_INSTANT_NONE, NULL, FALSE, \
                      DD_INSTANT_NONE })

/**
 * DdVerdict:
 * @DD_VERDICT_UNKNOWN: the deadline, or every start, is missing
 * @DD_VERDICT_INFEASIBLE: even from the earliest start the typical plan misses the deadline
 * @DD_VERDICT_TIGHT: it can be met, but from the ideal start (the earliest, if there is none) the
 *   cautious plan misses it, or the typical one leaves less than a working day
 * @DD_VERDICT_FEASIBLE: from the ideal start even the cautious plan meets it, and the typical one
 *   with a working day to spare
 */
typedef enum
{
  DD_VERDICT_UNKNOWN,
  DD_VERDICT_INFEASIBLE,
  DD_VERDICT_TIGHT,
  DD_VERDICT_FEASIBLE,
} DdVerdict;

/**
 * DdIntakeFindingKind:
 * @DD_INTAKE_MISSING: nothing is in the field yet, and the service asks for it or the verdict
 *   needs it
 * @DD_INTAKE_PAST: its date has passed
 * @DD_INTAKE_CONTRADICTION: it contradicts another field
 * @DD_INTAKE_GATE: a gate cannot be met without it
 */
typedef enum
{
  DD_INTAKE_MISSING,
  DD_INTAKE_PAST,
  DD_INTAKE_CONTRADICTION,
  DD_INTAKE_GATE,
} DdIntakeFindingKind;

/* Something that is to be said at one field. Access that is not acknowledged is DD_INTAKE_GATE if a
 * gate of the service needs it, else DD_INTAKE_MISSING. */
typedef struct
{
  DdIntakeField field;
  DdIntakeFindingKind kind;
  char *gate;     /* (nullable): the id of the gate, with DD_INTAKE_GATE */
  char *message;  /* one translated sentence */
} DdIntakeFinding;

/**
 * DdIntakeChangeKind:
 * @DD_INTAKE_CHANGE_NONE: nothing to change, or nothing known
 * @DD_INTAKE_CHANGE_START: start earlier
 * @DD_INTAKE_CHANGE_DEADLINE: move the deadline later
 * @DD_INTAKE_CHANGE_ACCESS: the dates hold; have access acknowledged
 */
typedef enum
{
  DD_INTAKE_CHANGE_NONE,
  DD_INTAKE_CHANGE_START,
  DD_INTAKE_CHANGE_DEADLINE,
  DD_INTAKE_CHANGE_ACCESS,
} DdIntakeChangeKind;

/* The smallest change that helps. An infeasible request becomes one that can be met, a tight one
 * feasible. */
typedef struct
{
  DdIntakeChangeKind kind;
  gint64 days;    /* by so many working days, parts counted as one; 0 for ACCESS */
  gint64 instant; /* the new start (beginning of the day), or the new deadline (end of the day) */
} DdIntakeChange;

/*
 * DdIntake: what can be said of a request while it is typed.
 *
 * The start is never before now: a date that has passed counts as now, and so does a missing
 * earliest start. An ideal start before the earliest counts as the earliest. All figures are those
 * of plans (DdPlan), which is why they agree with the case that the request becomes. Where a
 * figure needs a field that is missing it is DD_INSTANT_NONE.
 *
 * Cost: ten plans at most, and one intersection if the customer has a calendar of their own. For
 * the services that ship this is below a millisecond: call it at every key.
 */
typedef struct
{
  DdCalendar *calendar;  /* (owned): the vendor's */
  DdVerdict verdict;
  gint64 earliest_start; /* as judged: never before now */
  gint64 ideal_start;    /* as judged: never before @earliest_start */
  gint64 deadline;       /* as given */
  gint64 earliest_finish[DD_N_BASES]; /* from the earliest start, by DdBasis; DD_INSTANT_MAX when
                                         that is beyond every calendar */
  gint64 ideal_finish[DD_N_BASES];    /* from the ideal start (the earliest if there is none) */
  gint64 latest_start[DD_N_BASES];    /* the latest request date that meets the deadline */
  DdIntakeChange change;
  GPtrArray *findings;                /* (element-type DdIntakeFinding) (owned): in field order */
} DdIntake;

/* Judges @request. @customer NULL is the vendor's calendar.
 * Returns: (transfer full): a new verdict, or NULL with DD_PLAN_ERROR_CALENDAR */
DdIntake *dd_intake_new (DdNetwork *network, DdCalendar *vendor, DdCalendar *customer,
                         const DdIntakeRequest *request, GError **error);

/* The verdict, why, the latest request date and what helps: "From the earliest start the typical
 * finish is Monday 21 December 2026, 1 working day after the deadline. …"
 * Returns: (transfer full): translated sentences */
char *dd_intake_to_words (const DdIntake *self);

/* Returns: (transfer none): the id of @field in service definitions: "earliest" */
const char *dd_intake_field_get_id (DdIntakeField field);

/* Returns: (transfer none): "unknown", "infeasible", "tight" or "feasible" */
const char *dd_verdict_to_text (DdVerdict verdict);

/* Frees @self. */
void dd_intake_free (DdIntake *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdIntake, dd_intake_free)

G_END_DECLS
