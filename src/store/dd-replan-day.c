/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The planning of a day: a walk over the open cases by id, of which the database keeps how far it
 * is.
 *
 * A case that is opened behind that place was planned by the action that opened it. Only the first
 * step of a run begins a day: a process that still has yesterday's now does not take the walk of
 * today back to yesterday, it stops. Must not happen: a day that no process ever begins, so a mark
 * of a later day, left by a clock that was wrong, holds nobody up.
 */

#include "config.h"

#include "dd-replan-day.h"

#include "dd-preferences.h"
#include "dd-replan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define COUNT_OPEN "SELECT count (*) FROM cases WHERE state NOT IN ('closed', 'cancelled')"

#define SELECT_NEXT                                                                                \
  "SELECT rowid, id FROM cases WHERE rowid > ?1 AND state NOT IN ('closed', 'cancelled')"          \
  " ORDER BY rowid LIMIT ?2"

/* Before the first case, and after the last. */
#define NONE_REACHED 0
#define ALL_REACHED  G_MAXINT64

struct _DdReplanDay
{
  gint64 now;
  char *day;      /* (owned) (nullable): "2026-11-21", once it is known */
  gint64 reached; /* the rowid of the last case that is planned */
  gboolean begun;
  guint done;
  guint total;
};

DdReplanDay *
dd_replan_day_new (gint64 now)
{
  DdReplanDay *self = g_new0 (DdReplanDay, 1);

  self->now = now;
  return self;
}

void
dd_replan_day_free (DdReplanDay *self)
{
  g_free (self->day);
  g_free (self);
}

/* A calendar that cannot be read is the problem of each case; the day begins all the same. */
static DdCalendar *
load_calendar (DdConnection *connection, GError **error)
{
  g_autoptr (GError) failure = NULL;
  DdCalendar *calendar = dd_preferences_load_calendar (connection, &failure);

  if (calendar != NULL)
    return calendar;
  if (failure->domain == DD_CALENDAR_ERROR)
    return dd_calendar_new_default (NULL, error);
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}

static gboolean
find_day (DdReplanDay *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdCalendar) calendar = NULL;

  if (self->day != NULL)
    return TRUE;
  calendar = load_calendar (connection, error);
  if (calendar == NULL)
    return FALSE;
  self->day = dd_calendar_format (calendar, self->now, "%Y-%m-%d");
  return TRUE;
}

/* Reads how far the day is planned: with another day's mark not at all, unless this run has begun
 * and another day came after it. */
static gboolean
read_mark (DdReplanDay *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, "SELECT day, reached FROM replanning",
                             _ ("Planning the day"), error);
  gboolean row;

  if (statement == NULL || !dd_statement_step (statement, &row, error))
    return FALSE;
  self->reached = self->begun ? ALL_REACHED : NONE_REACHED;
  if (row && strcmp (dd_statement_get_text (statement, 0), self->day) == 0)
    self->reached =
        dd_statement_is_null (statement, 1) ? ALL_REACHED : dd_statement_get_int64 (statement, 1);
  return TRUE;
}

static gboolean
write_mark (DdReplanDay *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdStatement) statement = dd_connection_prepare (
      connection, "INSERT OR REPLACE INTO replanning (one, day, reached) VALUES (1, ?1, ?2)",
      _ ("Planning the day"), error);

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_text (statement, 1, self->day, -1);
  if (self->reached != ALL_REACHED)
    dd_statement_bind_int64 (statement, 2, self->reached);
  return dd_statement_run (statement, error);
}

/* Adds the ids of the next cases, and goes on to the last of them. */
static gboolean
list_next (DdReplanDay *self, DdConnection *connection, GPtrArray *ids, GError **error)
{
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, SELECT_NEXT, _ ("Planning the day"), error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  dd_statement_bind_int64 (statement, 1, self->reached);
  dd_statement_bind_int64 (statement, 2, DD_REPLAN_DAY_STEP);
  while (row)
    {
      if (!dd_statement_step (statement, &row, error))
        return FALSE;
      if (!row)
        break;
      self->reached = dd_statement_get_int64 (statement, 0);
      g_ptr_array_add (ids, g_strdup (dd_statement_get_text (statement, 1)));
    }
  if (ids->len < DD_REPLAN_DAY_STEP)
    self->reached = ALL_REACHED;
  return TRUE;
}

static gboolean
plan_next (DdReplanDay *self, DdConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  if (!list_next (self, connection, ids, error))
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    if (!dd_replan_case (connection, ids->pdata[i], self->now, error))
      return FALSE;
  self->done += ids->len;
  return TRUE;
}

/* Read again with the lock held. */
static gboolean
step (DdConnection *connection, gpointer data, GError **error)
{
  DdReplanDay *self = data;

  if (!read_mark (self, connection, error))
    return FALSE;
  if (self->reached == ALL_REACHED)
    return TRUE;
  self->begun = TRUE;
  return plan_next (self, connection, error) && write_mark (self, connection, error);
}

static gboolean
count_open (DdReplanDay *self, DdConnection *connection, GError **error)
{
  gint64 total;

  if (!dd_connection_get_int64 (connection, COUNT_OPEN, _ ("Planning the day"), &total, error))
    return FALSE;
  self->total = (guint) total;
  return TRUE;
}

/* Most of the time the day is planned, or there is nothing to plan: that is found out without a
 * lock, and a database without a case stays as empty as it is. */
static gboolean
look (DdConnection *connection, gpointer data, GError **error)
{
  DdReplanDay *self = data;

  if (!find_day (self, connection, error) || !read_mark (self, connection, error)
      || (self->reached != ALL_REACHED && !self->begun && !count_open (self, connection, error)))
    return FALSE;
  if (self->total == 0)
    self->reached = ALL_REACHED;
  return TRUE;
}

gboolean
dd_replan_day_step (DdReplanDay *self, DdConnection *connection, gboolean *more, GError **error)
{
  const char *what = _ ("Planning the day");

  g_return_val_if_fail (self != NULL && more != NULL, FALSE);

  *more = FALSE;
  if (!dd_connection_snapshot (connection, look, self, what, error))
    return FALSE;
  if (self->reached == ALL_REACHED)
    return TRUE;
  if (!dd_connection_transaction (connection, step, self, what, error))
    return FALSE;
  *more = self->reached != ALL_REACHED;
  return TRUE;
}

guint
dd_replan_day_get_done (DdReplanDay *self)
{
  return self->done;
}

guint
dd_replan_day_get_total (DdReplanDay *self)
{
  return self->total;
}

gboolean
dd_replan_day_run (DdConnection *connection,
                   gint64 now,
                   DdReplanDayProgress progress,
                   gpointer data,
                   GError **error)
{
  g_autoptr (DdReplanDay) self = dd_replan_day_new (now);
  gboolean more = TRUE;

  while (more)
    {
      if (!dd_replan_day_step (self, connection, &more, error))
        return FALSE;
      if (progress != NULL && self->total > 0)
        progress (self->done, self->total, data);
    }
  return TRUE;
}
