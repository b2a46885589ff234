/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * What a forecast's durations are drawn from (dd-sampler.h says how).
 *
 * For each activity the figures that need no draw, for each cell that is drawn its law or its
 * finished cases, found once. A draw is a copy of the first and a walk over the second: nothing may
 * allocate or be written to here, because all threads draw at once.
 */
#include "config.h"

#include "plan/dd-sampler.h"

#include "plan/dd-draw.h"

#include <string.h>

/* A cell that is drawn. Its activities stand next to each other in the service, and the number of
 * its draw is the index of the first. */
typedef struct
{
  guint first;
  guint n;
  GArray *cases; /* (element-type guint) (owned) (nullable): rows of the history to draw from; NULL:
                    the documented range */
} Cell;

/* The documented figures of one activity in its calendar, in rising order. */
typedef struct
{
  gint64 lower;
  gint64 mode;
  gint64 upper;
} Law;

struct _DdSampler
{
  guint64 seed;
  DdHistory *history; /* (unowned) (nullable) */
  guint n;            /* activities */
  gint64 *minutes;    /* (owned) (array length=n): what an activity takes that is not drawn */
  gboolean *drawn;    /* (owned) (array length=n) */
  Law *laws;          /* (owned) (array length=n) */
  GArray *cells;      /* (element-type Cell) (owned): those that are drawn */
};

static void
cell_clear (gpointer data)
{
  Cell *cell = data;

  g_clear_pointer (&cell->cases, g_array_unref);
}

static Law
make_law (DdPlan *plan, const DdActivity *activity)
{
  DdService *service = dd_network_get_service (dd_plan_get_network (plan));
  DdCalendar *calendar = dd_plan_get_activity_calendar (plan, activity->index);
  int minutes_per_day = dd_calendar_get_minutes_per_day (calendar);
  int days_per_week = dd_calendar_get_days_per_week (calendar);
  gint64 ends[DD_N_BASES];

  for (DdBasis basis = 0; basis < DD_N_BASES; basis++)
    ends[basis] =
        dd_service_activity_minutes (service, activity, basis, minutes_per_day, days_per_week);
  /* Shares are whole minutes, and the share of a longer cell can be a minute less. */
  return (Law){
    MIN (ends[DD_BASIS_SHORT], ends[DD_BASIS_TYPICAL]),
    ends[DD_BASIS_TYPICAL],
    MAX (ends[DD_BASIS_CAUTIOUS], ends[DD_BASIS_TYPICAL]),
  };
}

/* Whether the duration of @activity is open: work that counts, and that nobody has fixed. */
static gboolean
is_open (DdNetwork *network, const DdProgress *progress, const DdActivity *activity)
{
  if (activity->kind != DD_ACTIVITY_TASK || dd_network_is_after_finish (network, activity->index))
    return FALSE;
  return progress == NULL || progress[activity->index].override_minutes < 0;
}

static void
fill_activities (DdSampler *self, DdPlan *plan, const DdProgress *progress)
{
  DdNetwork *network = dd_plan_get_network (plan);
  GPtrArray *activities = dd_network_get_service (network)->activities;

  for (guint i = 0; i < self->n; i++)
    {
      const DdActivity *activity = g_ptr_array_index (activities, i);

      self->minutes[i] = dd_plan_get_dates (plan, i)->duration_minutes;
      self->drawn[i] = is_open (network, progress, activity);
      self->laws[i] = make_law (plan, activity);
    }
}

/* Whether the finished case @row says what all work of @cell took. */
static gboolean
knows_cell (DdHistory *history, guint row, const DdCell *cell)
{
  for (guint i = 0; i < cell->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (cell->activities, i);

      if (activity->kind == DD_ACTIVITY_TASK
          && dd_history_get_minutes (history, row, activity->index) < 0)
        return FALSE;
    }
  return TRUE;
}

/* Returns: (transfer full) (nullable): the rows to draw @cell from, NULL if they are too few */
static GArray *
find_cases (DdHistory *history, const DdCell *cell)
{
  g_autoptr (GArray) cases = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n = history != NULL ? dd_history_get_size (history) : 0;

  for (guint row = 0; row < n; row++)
    if (knows_cell (history, row, cell))
      g_array_append_val (cases, row);
  return cases->len >= DD_SAMPLER_MIN_CASES ? g_steal_pointer (&cases) : NULL;
}

/* Adds @source to what is drawn, unless it can only come out one way. */
static void
add_cell (DdSampler *self, const DdCell *source)
{
  const DdActivity *first = g_ptr_array_index (source->activities, 0);
  Cell cell = { first->index, source->activities->len, NULL };
  gboolean any_drawn = FALSE;
  gboolean any_range = FALSE;

  for (guint i = cell.first; i < cell.first + cell.n; i++)
    {
      any_drawn |= self->drawn[i];
      any_range |= self->drawn[i] && self->laws[i].lower < self->laws[i].upper;
    }
  if (any_drawn)
    cell.cases = find_cases (self->history, source);
  if (any_range || cell.cases != NULL)
    g_array_append_val (self->cells, cell);
}

DdSampler *
dd_sampler_new (DdPlan *plan, const DdProgress *progress, DdHistory *history, guint64 seed)
{
  GPtrArray *activities = NULL;
  DdSampler *self = NULL;

  g_return_val_if_fail (plan != NULL, NULL);

  activities = dd_network_get_service (dd_plan_get_network (plan))->activities;
  self = g_new0 (DdSampler, 1);
  self->seed = seed;
  self->history = history;
  self->n = activities->len;
  self->minutes = g_new (gint64, self->n);
  self->drawn = g_new (gboolean, self->n);
  self->laws = g_new (Law, self->n);
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);

  fill_activities (self, plan, progress);
  for (guint i = 0; i < self->n;)
    {
      const DdActivity *activity = g_ptr_array_index (activities, i);

      add_cell (self, activity->cell);
      i += activity->cell->activities->len;
    }
  return self;
}

guint
dd_sampler_get_n_cases (const DdSampler *self)
{
  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->cells->len; i++)
    if (g_array_index (self->cells, Cell, i).cases != NULL)
      return dd_history_get_size (self->history);
  return 0;
}

static void
draw_cell (const DdSampler *self, const Cell *cell, guint run, gint64 *minutes)
{
  double u = dd_draw_uniform (self->seed, run, cell->first);
  guint row = 0;

  if (cell->cases != NULL)
    row = g_array_index (cell->cases, guint, dd_draw_index (u, cell->cases->len));
  for (guint i = cell->first; i < cell->first + cell->n; i++)
    {
      const Law *law = &self->laws[i];

      if (!self->drawn[i])
        continue;
      minutes[i] = cell->cases != NULL ? dd_history_get_minutes (self->history, row, i)
                                       : dd_draw_triangular (u, law->lower, law->mode, law->upper);
    }
}

void
dd_sampler_draw (const DdSampler *self, guint run, gint64 *minutes)
{
  g_return_if_fail (self != NULL && minutes != NULL);

  memcpy (minutes, self->minutes, self->n * sizeof (gint64));
  for (guint i = 0; i < self->cells->len; i++)
    draw_cell (self, &g_array_index (self->cells, Cell, i), run, minutes);
}

void
dd_sampler_free (DdSampler *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->cells);
  g_free (self->minutes);
  g_free (self->drawn);
  g_free (self->laws);
  g_free (self);
}
