/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cases/dd-case-filter.h"
#include "dd-context.h"

G_BEGIN_DECLS

/*
 * DdCaseHits: looks for the words of a filter in everything that is written in cases: answers, notes,
 * reasons, the log, …
 *
 * What the filter's own words do not find in the summaries the database finds a moment later, and the
 * filter is told (dd_case_filter_set_found()). It looks again when the search or the database changes,
 * one look at a time. When looking fails the filter has what the summaries give.
 */
#define DD_TYPE_CASE_HITS (dd_case_hits_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseHits, dd_case_hits, DD, CASE_HITS, GObject)

/* Returns: (transfer full): what looks for @filter, for as long as it lives */
DdCaseHits *dd_case_hits_new (DdContext *context, DdCaseFilter *filter);

G_END_DECLS
