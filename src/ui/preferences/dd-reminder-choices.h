/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reminders/dd-reminder-preferences.h"

G_BEGIN_DECLS

/* What a preference of reminders can be chosen from: the usual values, and what is stored. */

/* One of them. */
typedef struct
{
  char *text;  /* (owned) (nullable): as it is stored; NULL: what holds for all cases */
  char *words; /* (owned): as it is shown */
} DdReminderChoice;

/* The lead of @kind: never, or one of a few spans of working time, of which @stored (nullable) is
 * one. For one case @everybodys (nullable) is what holds for all, the first to be chosen.
 * Returns: (transfer full) (element-type DdReminderChoice): the choices */
GPtrArray *dd_reminder_choices_list_leads (DdReminderKind kind, const char *stored,
                                           const char *everybodys);

/* Returns: (transfer full) (element-type DdReminderChoice): times of day, each half hour and
 * @stored, in minutes after midnight */
GPtrArray *dd_reminder_choices_list_times (int stored);

/* Returns: the index of @text (nullable) among @choices, or 0 */
guint dd_reminder_choices_find (GPtrArray *choices, const char *text);

G_END_DECLS
