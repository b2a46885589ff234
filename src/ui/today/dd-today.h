/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "dd-case-summary.h"

G_BEGIN_DECLS

/**
 * DdTodayGroup:
 * @DD_TODAY_OVERDUE: what the vendor's team does next should be done already
 * @DD_TODAY_DUE: it is due today, or somebody waits for the vendor
 * @DD_TODAY_DANGER: it is due later, but the plan does not meet the deadline
 * @DD_TODAY_WAITING: the customer is waited for, or has the next activity
 * @DD_TODAY_COMING: it is due within two weeks
 *
 * Where a case stands on the page of today: in the first group that is true of it.
 */
typedef enum
{
  DD_TODAY_OVERDUE,
  DD_TODAY_DUE,
  DD_TODAY_DANGER,
  DD_TODAY_WAITING,
  DD_TODAY_COMING,
} DdTodayGroup;
#define DD_N_TODAY_GROUPS 5

/* What today is about. */
typedef struct
{
  GPtrArray *groups[DD_N_TODAY_GROUPS]; /* (owned) (element-type DdCaseSummary): what is due first,
                                           first */
  guint n_open;                         /* all open cases */
  guint n_mine;                         /* those of them that the reader manages or works on */
} DdToday;

/* Sorts the open ones of @summaries (element-type DdCaseSummary) into groups as of @now, where days
 * are @calendar's. @user is who reads: with @mine only the cases that a person of that name manages or
 * works on.
 * Returns: (transfer full): the groups */
DdToday *dd_today_new (GPtrArray *summaries, DdCalendar *calendar, gint64 now, const char *user,
                       gboolean mine);

/* Frees @self. */
void dd_today_free (DdToday *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdToday, dd_today_free)

/* Says in a sentence what needs somebody: "2 activities are overdue, 1 is due today."
 * Returns: (transfer full): it, translated */
char *dd_today_to_words (const DdToday *self);

G_END_DECLS
