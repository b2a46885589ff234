/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "cases/dd-case-item.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* What cells are written with. */
typedef struct
{
  DdCalendar *calendar; /* (unowned) */
  gint64 now;
  GHashTable *found;    /* (unowned) (nullable): see dd_case_filter_set_found() */
} DdCaseMoment;

/* A column of the cases. */
typedef struct
{
  const char *id;        /* as settings have it */
  const char *title;     /* untranslated */
  guint chars;           /* how wide it is by nature */
  gboolean grows;        /* takes the room that is left */
  gboolean searched;     /* hits of the search are marked in it */

  /* Returns: (transfer full): what the cell says; "" when there is nothing */
  char *(*get_text) (const DdCaseSummary *summary, const DdCaseMoment *moment);

  /* Returns: (transfer full): what its tooltip says; NULL: what the cell says */
  char *(*get_tooltip) (const DdCaseSummary *summary, const DdCaseMoment *moment);

  /* Returns: (nullable): the name of the icon before the text. May be NULL: there is never one. */
  const char *(*get_icon) (const DdCaseSummary *summary, const DdCaseMoment *moment);

  /* Returns: the order of the two, as strcmp() does; what is not there comes last */
  int (*compare) (const DdCaseSummary *first, const DdCaseSummary *second);
} DdCaseColumn;

/* The columns in their order. */
extern const DdCaseColumn dd_case_columns[];
#define DD_N_CASE_COLUMNS 8

/* Where the words of a search were found outside of the other columns: a column that is there only
 * while something was, and by which nothing is sorted. */
extern const DdCaseColumn dd_case_column_found;

/* Returns: (nullable): the column @id */
const DdCaseColumn *dd_case_column_find (const char *id);

/* A sorter of DdCaseItem by @column; of what is equal there, what is due first comes first, then by
 * customer, then by id, so that the order is always the same.
 * Returns: (transfer full): it */
GtkSorter *dd_case_column_make_sorter (const DdCaseColumn *column);

/* By which column @sorter, a column view's whose columns have such sorters, sorts first. GTK 4.8 does
 * not tell, so it is asked to compare two things that only these sorters know.
 * Returns: (nullable): the column, and in @descending whether the greatest comes first */
const DdCaseColumn *dd_case_column_find_sorted (GtkSorter *sorter, gboolean *descending);

G_END_DECLS
