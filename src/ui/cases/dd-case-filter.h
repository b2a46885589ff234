/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "dd-case-summary.h"

G_BEGIN_DECLS

/**
 * DdCaseShow:
 * @DD_CASE_SHOW_OPEN: cases that are neither closed nor cancelled
 * @DD_CASE_SHOW_CLOSED: the others
 * @DD_CASE_SHOW_ALL: both
 */
typedef enum
{
  DD_CASE_SHOW_OPEN,
  DD_CASE_SHOW_CLOSED,
  DD_CASE_SHOW_ALL,
} DdCaseShow;

/* The enum type of DdCaseShow; the nicks are what settings have. */
GType dd_case_show_get_type (void) G_GNUC_CONST;

/*
 * DdCaseFilter: which cases are shown, wherever cases are shown.
 *
 * A GtkFilter over DdCaseItem whose properties are the conditions; all of them must hold. "owner" has
 * the DdOwner flags of whom the next activity must be for; 0 and an empty "service" let all through.
 * Of "search" each word must be found. What it is for is settled by "show" first, because most cases of
 * a long-lived database are closed.
 */
#define DD_TYPE_CASE_FILTER (dd_case_filter_get_type ())
G_DECLARE_FINAL_TYPE (DdCaseFilter, dd_case_filter, DD, CASE_FILTER, GtkFilter)

/* Returns: (transfer full): a filter for all open cases */
DdCaseFilter *dd_case_filter_new (void);

/* Keeps all conditions but the search in @settings, under the keys "cases-" and their names: filters
 * over the same settings agree. */
void dd_case_filter_bind (DdCaseFilter *self, GSettings *settings);

/* Returns: whether @summary is shown */
gboolean dd_case_filter_matches (DdCaseFilter *self, const DdCaseSummary *summary);

/* Returns: (transfer none) (array zero-terminated=1): the words of the search, folded; empty without */
const char *const *dd_case_filter_get_words (DdCaseFilter *self);

/* Lets through what was found otherwise too, whatever the words: @found (nullable) has cases' ids, and
 * for each where that was ("" when it is plain to see). Signal "found": this was called. */
void dd_case_filter_set_found (DdCaseFilter *self, GHashTable *found);

/* Returns: (transfer none) (nullable) (element-type utf8 utf8): what was found otherwise */
GHashTable *dd_case_filter_get_found (DdCaseFilter *self);

/* Returns: whether anything but whether a case is open is asked for */
gboolean dd_case_filter_is_narrow (DdCaseFilter *self);

/* Shows all open cases again. */
void dd_case_filter_clear (DdCaseFilter *self);

G_END_DECLS
