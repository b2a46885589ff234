/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "naive-plan.h"
#include "plan-fixture.h"

G_BEGIN_DECLS

/* Two random calendars, and the minutes of both around some date. */
typedef struct
{
  DdCalendar *vendor;   /* (owned) */
  DdCalendar *customer; /* (owned) */
  gboolean common;      /* they have working time in common */
  char *text;           /* (owned): both files, for messages */
  NaiveWindow *time[3]; /* (owned): vendor, customer, both */
} RandomCalendars;

/* A random case over them, on paper or in the middle of being carried out: a service with every
 * kind of activity and owner, cells shared and parallel, lags and dates, written forwards or
 * backwards; what is asked of it and known of it; and the model of the same, solved. */
typedef struct
{
  guint number;                     /* which of all, for messages */
  GRand *rand;                      /* (owned) */
  const RandomCalendars *calendars; /* (unowned) */
  GString *cells;                   /* (owned) */
  DdNetwork *network;               /* (owned) */
  DdProgress *progress;             /* (owned) (nullable) */
  GArray *waits;                    /* (element-type DdWait) (owned): open ones too */
  DdPlanRequest request;
  NaivePlan *naive;                 /* (owned) */
  DdPlan *plan;                     /* (owned) (nullable): the caller's to make */
} RandomCase;

/* Draws two calendars. */
void random_calendars_init (RandomCalendars *self, GRand *rand);

/* Frees what @self owns. */
void random_calendars_clear (RandomCalendars *self);

/* Draws the case with @seed. @calendars must outlive it. */
void random_case_init (RandomCase *self, const RandomCalendars *calendars, guint number,
                       guint32 seed);

/* Prints all there is of the case as test messages. */
void random_case_tell (RandomCase *self);

/* Returns: (transfer full): @instant for a message */
char *random_case_tell_instant (RandomCase *self, gint64 instant);

/* Frees what @self owns. */
void random_case_clear (RandomCase *self);

G_END_DECLS
