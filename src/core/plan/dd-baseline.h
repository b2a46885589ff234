/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-plan.h"

G_BEGIN_DECLS

/* What was agreed for one activity. */
typedef struct
{
  char *activity;          /* its id in the service */
  char *name;              /* as it was called then */
  gint64 start;
  gint64 finish;           /* never before @start */
  gint64 duration_minutes; /* working minutes, 0 or more */
} DdBaselineEntry;

/*
 * DdBaseline: a plan as it was agreed, kept beside today's.
 *
 * Plain values that need nothing else to be read: activities are named by id, so the baseline
 * outlives the service's edition it was made from. Filled by dd_baseline_new() from a plan, or by
 * dd_baseline_new_empty() and dd_baseline_add() from wherever it was kept.
 */
typedef struct
{
  gint64 agreed_at;   /* when */
  char *agreed_by;    /* (nullable): by whom, in the words of who recorded it */
  gint64 start;       /* the plan's start */
  gint64 finish;      /* the plan's finish: that of the deadline, so without support */
  GPtrArray *entries; /* (element-type DdBaselineEntry) (owned): as they were added */
  GHashTable *by_id;  /* (element-type utf8 DdBaselineEntry) (unowned) */
} DdBaseline;

/* The early dates of @plan in document order, agreed by @agreed_by (nullable) at @agreed_at.
 * Returns: (transfer full): a new baseline */
DdBaseline *dd_baseline_new (DdPlan *plan, gint64 agreed_at, const char *agreed_by);

/* A baseline that has no activities yet.
 * Returns: (transfer full): a new baseline */
DdBaseline *dd_baseline_new_empty (gint64 agreed_at, const char *agreed_by, gint64 start,
                                   gint64 finish);

/* Appends what was agreed for @activity. No other entry may have this id. O(1). */
void dd_baseline_add (DdBaseline *self, const char *activity, const char *name, gint64 start,
                      gint64 finish, gint64 duration_minutes);

/* What was agreed for @activity. O(1).
 * Returns: (nullable) (transfer none): the entry, NULL when it was not in the plan then */
const DdBaselineEntry *dd_baseline_find (DdBaseline *self, const char *activity);

/* Frees @self. */
void dd_baseline_free (DdBaseline *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdBaseline, dd_baseline_free)

G_END_DECLS
