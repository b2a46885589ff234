/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan/dd-history.h"
#include "plan/dd-plan.h"

G_BEGIN_DECLS

/*
 * DdSampler: what the durations of a forecast's runs are drawn from.
 *
 * What is drawn is a duration cell, because a cell's activities share one figure: a slow cell is
 * slow for all of them. A range is drawn from the triangular law whose ends are the range's and
 * whose peak is the typical figure, which is all that a document says of it. When at least
 * DD_SAMPLER_MIN_CASES finished cases have done all work of a cell, one of those cases is drawn
 * instead, each as likely as the other, and the activities take what they took there; each cell
 * draws its own.
 *
 * What is known is not drawn: overrides, single figures and "at most". Windows, and what comes
 * after one, are not, because no finish depends on them. Of activities that are done, or whose
 * remaining time was judged, a pass does not read what was drawn.
 *
 * The draw of a cell is a hash of seed, run and cell. Made once for a plan and immutable, so that
 * all threads of a forecast read one.
 */
typedef struct _DdSampler DdSampler;

/* So many finished cases must have done a cell's work before they say more than the document. */
#define DD_SAMPLER_MIN_CASES 5

/* A sampler for @plan, whose @progress (nullable) has the overrides; @history (nullable) is
 * borrowed for the sampler's life. Cost: activities times finished cases.
 * Returns: (transfer full): a new sampler */
DdSampler *dd_sampler_new (DdPlan *plan, const DdProgress *progress, DdHistory *history,
                           guint64 seed);

/* How many finished cases the history has, if any cell is drawn from them; 0: all is drawn from
 * the documented ranges. */
guint dd_sampler_get_n_cases (const DdSampler *self);

/* The working minutes of every activity in run @run. Linear in activities; allocates nothing.
 * @minutes: (array) (out caller-allocates): one for each activity of the plan */
void dd_sampler_draw (const DdSampler *self, guint run, gint64 *minutes);

/* Frees @self. */
void dd_sampler_free (DdSampler *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdSampler, dd_sampler_free)

G_END_DECLS
