/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-connection.h"
#include "delivery/dd-case.h"
#include "delivery/dd-finding.h"
#include "plan/dd-progress.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/*
 * DdCaseSummary: what lists of cases show of one: its own row with the names of what it refers to.
 *
 * Read for all cases with one statement, from stored dates; nothing is planned. Immutable, reference
 * counted (atomically), bound to no thread. Texts that many cases share are kept once, so ten
 * thousand take a few megabytes.
 */
typedef struct
{
  gatomicrefcount ref_count;

  /* Texts (owned) (nullable but for the first three), GRefStrings */
  char *id;
  char *title;
  char *customer;        /* name */
  char *portal_case;
  char *service_id;
  char *service_hash;    /* of its definition, see DdContent */
  char *product;
  char *current_version;
  char *target_version;
  char *manager;         /* name */
  char *consultant;      /* name */
  char *consultant_id;
  char *next_activity;   /* its id in the definition */
  char *next_name;
  char *deadline_date;   /* "2026-12-18" */
  char *wait_reason;     /* of the open wait, the case's own before an activity's */
  char *plan_error;      /* why there is no plan of today */
  char *customer_key;    /* to be compared byte by byte for the order of the reader's language */
  char *product_key;
  char *next_key;
  char *words;           /* all that can be searched for here, casefolded */

  /* Instants and numbers, DD_INTEGER_NONE where there is none */
  gint64 planned_start;
  gint64 planned_finish;
  gint64 latest_start;
  gint64 next_due;
  gint64 closed_at;
  gint64 deadline;       /* the end of that date */
  gint64 float_minutes;  /* working time from the planned finish to the deadline; negative: missed */

  DdCaseState state;
  DdFindingState scope;  /* the worst of its findings */
  DdParty wait_party;    /* while @waiting */
  guint next_owner;      /* DdOwner flags, 0: there is no next activity */
  gboolean waiting;      /* a wait of it or of one of its activities is open */
  gboolean at_risk;
} DdCaseSummary;

#define DD_TYPE_CASE_SUMMARY (dd_case_summary_get_type ())

/* The boxed type of DdCaseSummary. */
GType dd_case_summary_get_type (void) G_GNUC_CONST;

/* Reads all cases; deadlines end with their day in @calendar, whose working time floats count. Cost:
 * about 10 µs a case.
 * Returns: (transfer full) (element-type DdCaseSummary): them, sorted by id, or NULL with what
 * failed */
GPtrArray *dd_case_summary_load_all (DdConnection *connection, DdCalendar *calendar,
                                     GError **error);

/* Reads the cases that are neither closed nor cancelled, as above. */
GPtrArray *dd_case_summary_load_open (DdConnection *connection, DdCalendar *calendar,
                                      GError **error);

/* Reads the case @id, as above.
 * Returns: (transfer full): it, or NULL with DD_STORE_ERROR_NOT_FOUND or what failed */
DdCaseSummary *dd_case_summary_load (DdConnection *connection, const char *id,
                                     DdCalendar *calendar, GError **error);

/* Returns: (transfer full): @self with one more reference */
DdCaseSummary *dd_case_summary_ref (DdCaseSummary *self);

/* Gives one reference back; the last frees @self. */
void dd_case_summary_unref (DdCaseSummary *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdCaseSummary, dd_case_summary_unref)

/* Returns: whether everything in the two is the same */
gboolean dd_case_summary_equal (const DdCaseSummary *first, const DdCaseSummary *second);

/* Returns: whether the case is neither closed nor cancelled */
gboolean dd_case_summary_is_open (const DdCaseSummary *self);

/* @text as searches compare it: without case, one form for each character.
 * Returns: (transfer full): it */
char *dd_case_summary_fold (const char *text);

G_END_DECLS
