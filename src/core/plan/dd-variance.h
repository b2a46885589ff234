/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-baseline.h"

G_BEGIN_DECLS

/**
 * DdVarianceKind:
 * @DD_VARIANCE_KEPT: in the baseline and in today's plan
 * @DD_VARIANCE_ADDED: only in today's plan
 * @DD_VARIANCE_GONE: only in the baseline
 */
typedef enum
{
  DD_VARIANCE_KEPT,
  DD_VARIANCE_ADDED,
  DD_VARIANCE_GONE,
} DdVarianceKind;

/* How one activity differs from what was agreed. Positive is later, or longer; all but the last are
 * 0 for an activity that was added or is gone. */
typedef struct
{
  char *activity;           /* its id */
  char *name;
  DdVarianceKind kind;
  gint64 start_minutes;     /* working minutes of the vendor's calendar */
  gint64 finish_minutes;    /* the same */
  gint64 duration_minutes;  /* working minutes of the activity's own calendar */
  gint64 caused_minutes;    /* what it caused of DdVariance.finish_minutes, in the vendor's working
                               minutes; 0 off the driving chain */
} DdVarianceLine;

/*
 * DdVariance: today's plan against the baseline.
 *
 * Dates are compared on one ruler, the working minutes of the vendor's calendar, so that figures
 * of different activities can be compared and added.
 *
 * Who caused it: from the activity that ends last the driving chain is followed back, each time to
 * the predecessor that its successor waited for longest. An activity is ready when its last
 * predecessor is; what its finish slipped by, less what that moment slipped by, is what it caused
 * itself: it took longer, or stood still before it began. An activity that was added counts as if
 * it had been agreed to take no time. What an activity slips by before it holds anybody up, because
 * it had float, is told apart as absorbed. The slip of the start, what was caused along the chain
 * and what was absorbed add up to the slip of the finish, exactly.
 */
typedef struct
{
  gint64 start_minutes;   /* how much later the plan starts than was agreed */
  gint64 finish_minutes;  /* how much later it finishes */
  gint64 absorbed_minutes; /* 0, or negative: float used up along the chain (a lag of another
                              calendar can add to it) */
  int minutes_per_day;    /* the vendor's calendar's, for words */
  GPtrArray *lines;       /* (element-type DdVarianceLine) (owned): today's activities in document
                             order, then those that are gone */
} DdVariance;

/* Compares @plan with @baseline. Linear in activities plus dependencies.
 * Returns: (transfer full): a new variance */
DdVariance *dd_variance_new (DdBaseline *baseline, DdPlan *plan);

/* One sentence: "The finish is 3 working days later than agreed; most of it from Prepare
 * Environment for Upgrade (2 days)."
 * Returns: (transfer full): the translated sentence */
char *dd_variance_to_words (const DdVariance *self);

/* Frees @self. */
void dd_variance_free (DdVariance *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdVariance, dd_variance_free)

G_END_DECLS
