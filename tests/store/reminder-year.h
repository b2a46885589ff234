/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "case-fixture.h"
#include "dd-reminder-desk.h"
#include "reminder-model.h"

G_BEGIN_DECLS

/* What the parts of the test of a year share: the world that it moves. */

#define YEAR_MINUTE 60
#define YEAR_DAY    (24 * 60) /* minutes */
#define YEAR_BEGIN  "2026-09-01 00:00"
#define N_PROGRAMS  2

/* A program that tells reminders. */
typedef struct
{
  DdConnection *connection; /* (owned) (nullable): NULL while it is closed */
  DdReminderDesk *desk;     /* (owned) (nullable) */
  gint64 wake;              /* as its last round said */
  guint closed_for;         /* minutes until it is opened again */
} Program;

/* A case, and when something is done with it next. */
typedef struct
{
  char *id; /* (owned) (nullable): NULL before it is opened */
  guint at; /* a minute of the test; G_MAXUINT: never more */
} Case;

/* The world of the test. */
typedef struct
{
  StoreTest *test;
  GRand *rand;
  DdService *services[2];
  DdConnection *connection; /* (owned): of who works on cases, and of the model */
  Program programs[N_PROGRAMS];
  ReminderModel *model;
  DdCalendar *calendar; /* (owned): everybody's, which follows the machine's zone */
  Case *cases;
  guint n_cases;
  GHashTable *expected; /* (owned) (element-type utf8 uint): keys that the model told and no
                           program did, with the minute on duty of that */
  guint minute;         /* of the test, by a clock that nobody sets */
  gint64 offset;        /* seconds that the machine's clock is ahead */
  guint on_duty; /* minutes so far in which a program ran on a machine that was on, and it was
                 not quiet */
  guint off_for; /* minutes until the machine is on again */
  gboolean calm; /* nobody does anything: a program died, and what it claimed is not told yet */
  guint n_told;
  guint n_died;
  guint n_gathered;
  guint n_edits;
} Year;

/* Returns: what the machine's clock shows */
gint64 year_get_now (Year *self);

/* Returns: TRUE once in @one_in times */
gboolean year_chance (Year *self, guint one_in);

/* Returns: a number from @low to less than @high */
guint year_draw (Year *self, guint low, guint high);

/* Lets people do what they do with cases in this minute, and tells the model.
 * Returns: whether somebody did something */
gboolean year_move_people (Year *self);

/* Lets a reader of the inbox answer now and then, and tells the model.
 * Returns: whether that happened */
gboolean year_move_reader (Year *self);

G_END_DECLS
