/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "plan-fixture.h"

G_BEGIN_DECLS

/*
 * Tables of plans: each row says what is asked for, what is known, and the dates that come of it.
 * The 1st of December 2026 is a Tuesday: 5 and 6, 12 and 13, 19 and 20 are weekends.
 */

#define PLAN_ROW_MAX_KNOWN 4
#define PLAN_ROW_MAX_WAITS 3

/* Two activities of a day each. */
#define A_B TASK ("a", "1d", "") TASK ("b", "1d", "")

/* A customer's mornings, Saturdays too; a day of four hours. */
#define MORNINGS \
  "timezone=Europe/Berlin\nminutes-per-day=240\ndays-per-week=6\nmonday=08:00-12:00\n" \
  "tuesday=08:00-12:00\nwednesday=08:00-12:00\nthursday=08:00-12:00\nfriday=08:00-12:00\n" \
  "saturday=08:00-12:00\n"

/* What is known of an activity; dates as fixture_instant() reads them. */
typedef struct
{
  const char *id;
  DdActivityState state;
  const char *start;
  const char *finish;
  const char *not_before;
  int override_minutes;
  int remaining_minutes;
} PlanKnown;

#define DONE(id, start, finish) { id, DD_STATE_DONE, start, finish, NULL, -1, -1 }
#define RUNNING(id, start) { id, DD_STATE_RUNNING, start, NULL, NULL, -1, -1 }
#define REMAINING(id, start, remaining) { id, DD_STATE_RUNNING, start, NULL, NULL, -1, remaining }
#define SKIPPED(id) { id, DD_STATE_SKIPPED, NULL, NULL, NULL, -1, -1 }
#define NOT_BEFORE(id, date) { id, DD_STATE_PLANNED, NULL, NULL, date, -1, -1 }
#define OVERRIDE(id, minutes) { id, DD_STATE_PLANNED, NULL, NULL, NULL, minutes, -1 }

/* A wait: of the whole case without an id, open without a finish. */
typedef struct
{
  const char *id;
  const char *start;
  const char *finish;
} PlanWait;

/* Dates are fixture_describe()'s. */
typedef struct
{
  const char *name;
  const char *cells;
  const char *customer; /* calendar, or NULL for the vendor's */
  const char *start;
  const char *deadline;
  const char *now;
  PlanKnown known[PLAN_ROW_MAX_KNOWN];
  PlanWait waits[PLAN_ROW_MAX_WAITS];
  const char *early;
  const char *late; /* NULL: of no interest */
  const char *why;  /* the drivers of the early dates; NULL: of no interest */
} PlanRow;

/* Everything that a row's request borrows. */
typedef struct
{
  DdNetwork *network;   /* (owned) */
  DdCalendar *vendor;   /* (owned) */
  DdCalendar *customer; /* (owned) (nullable) */
  DdProgress *progress; /* (owned) (nullable) */
  DdWait waits[PLAN_ROW_MAX_WAITS];
  DdPlanRequest request;
} PlanSetup;

/* What @row asks for; to be cleared. */
void plan_setup_init (PlanSetup *self, const PlanRow *row);

/* The plan of what @self asks for, which there must be. */
DdPlan *plan_setup_make (PlanSetup *self);

/* Frees what @self owns. */
void plan_setup_clear (PlanSetup *self);

/* The plan of @row, which there must be. */
DdPlan *plan_row_make (const PlanRow *row);

/* Adds a test "/plan/GROUP/NAME" for each of @n @rows, which must live as long as the tests. */
void plan_rows_add (const char *group, const PlanRow *rows, guint n);

G_END_DECLS
