/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "reminders/dd-reminder-kind.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/**
 * DdReminderQuiet:
 * @DD_REMINDER_QUIET_NEVER: reminders come at any time
 * @DD_REMINDER_QUIET_HOURS: none comes between two times of day
 * @DD_REMINDER_QUIET_OFF_WORK: none comes outside of working time
 *
 * When nothing pops up. What falls due then is told at the end of the quiet, all in one.
 */
typedef enum
{
  DD_REMINDER_QUIET_NEVER,
  DD_REMINDER_QUIET_HOURS,
  DD_REMINDER_QUIET_OFF_WORK,
} DdReminderQuiet;

/* How much working time before or after. */
typedef struct
{
  gboolean on; /* FALSE: no such reminders */
  DdSpan span; /* none for kinds that come at an instant of their own */
} DdReminderLead;

/*
 * DdReminderPreferences: when reminders come; a value.
 *
 * Each is a preference (see dd-preference.c) that everybody shares: "reminder/activity-due" is a
 * span of working time ("4h", "2d", "1w") or "off", of a kind that comes at an instant of its own
 * (dd_reminder_kind_get_timing()) "on" or "off"; "reminder/quiet" is "off", "not-working" or times of
 * day, "20:00-07:00". All but the last may be another for one case.
 */
typedef struct
{
  DdReminderLead leads[DD_N_REMINDER_KINDS]; /* by DdReminderKind */
  DdReminderQuiet quiet;
  int quiet_from; /* minutes of the day, of DD_REMINDER_QUIET_HOURS */
  int quiet_to;   /* the same; less than @quiet_from when it is on the next day */
} DdReminderPreferences;

/* What the names of all preferences of reminders begin with. */
#define DD_REMINDER_PREFERENCE_PREFIX "reminder/"

/* The name of the one about quiet. */
#define DD_REMINDER_PREFERENCE_QUIET "reminder/quiet"

#define DD_REMINDER_PREFERENCES_ERROR (dd_reminder_preferences_error_quark ())

/* The error domain of preferences of reminders, and its one code: the text is not one. */
typedef enum
{
  DD_REMINDER_PREFERENCES_ERROR_FORMAT,
} DdReminderPreferencesError;

/* The error domain of preferences of reminders. */
GQuark dd_reminder_preferences_error_quark (void);

/* Fills @self with what is usual: quiet from 20:00 to 07:00. */
void dd_reminder_preferences_init (DdReminderPreferences *self);

/* Returns: (transfer full): the name of the preference about @kind: "reminder/activity-due" */
char *dd_reminder_preferences_dup_name (DdReminderKind kind);

/* Takes @text (nullable: what is usual) for the preference @name. A name that is none of these is
 * refused too.
 * Returns: whether it was; FALSE leaves @self as it was, with a DdReminderPreferencesError that says
 * what was expected */
gboolean dd_reminder_preferences_set (DdReminderPreferences *self, const char *name,
                                      const char *text, GError **error);

/* Returns: (transfer full) (nullable): the preference @name as dd_reminder_preferences_set() reads it,
 * NULL when there is no such name */
char *dd_reminder_preferences_get (const DdReminderPreferences *self, const char *name);

/* Returns: the working minutes of @kind's lead in @calendar */
gint64 dd_reminder_preferences_get_minutes (const DdReminderPreferences *self, DdReminderKind kind,
                                            DdCalendar *calendar);

/* The first instant at or after @instant at which reminders may come: @instant itself when it is not
 * quiet then. Times of day are those of @calendar's zone. */
gint64 dd_reminder_preferences_end_quiet (const DdReminderPreferences *self, DdCalendar *calendar,
                                          gint64 instant);

G_END_DECLS
