/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-gantt-chart.h"

/* What is carried along while the rows are added. */
typedef struct
{
  const DdGanttContent *content;
  DdChart *chart; /* (owned) until it is returned */
  guint *bar_of;  /* (owned) (array): each activity's bar */
  guint n_groups; /* so far: they number the ids of phases and milestones */
} Builder;

static DdBarShape
shape_of (const DdActivity *activity)
{
  switch (activity->kind)
    {
    case DD_ACTIVITY_TASK:
      return DD_BAR_SPAN;
    case DD_ACTIVITY_EVENT:
      return DD_BAR_EVENT;
    case DD_ACTIVITY_GATE:
      return DD_BAR_GATE;
    case DD_ACTIVITY_WINDOW:
      return DD_BAR_WINDOW;
    }
  g_assert_not_reached ();
}

static void
set_baseline (DdBar *bar, DdBaseline *baseline, const char *id)
{
  const DdBaselineEntry *entry = baseline != NULL ? dd_baseline_find (baseline, id) : NULL;

  bar->baseline_start = entry != NULL ? entry->start : DD_INSTANT_NONE;
  bar->baseline_finish = entry != NULL ? entry->finish : DD_INSTANT_NONE;
}

static gint64
later_only (gint64 instant, gint64 than)
{
  return instant > than ? instant : DD_INSTANT_NONE;
}

/* Whether it ends, or ended, after the deadline: the ones before it only make it do so. */
static gboolean
is_late (const DdGanttContent *content, const DdActivity *activity, const DdBar *bar)
{
  return content->deadline != DD_INSTANT_NONE && bar->finish > content->deadline
         && !dd_network_is_after_finish (dd_plan_get_network (content->plan), activity->index);
}

static DdBar
activity_bar (const Builder *builder, const DdActivity *activity)
{
  const DdGanttContent *content = builder->content;
  const DdPlanDates *dates = dd_plan_get_dates (content->plan, activity->index);
  const DdProgress *progress =
      content->progress != NULL ? &content->progress[activity->index] : NULL;
  gboolean done = progress != NULL && progress->state >= DD_STATE_DONE;
  DdBar bar = { shape_of (activity), activity->owner, dates->early_start, dates->early_finish };

  bar.cautious_finish = bar.float_finish = DD_INSTANT_NONE;
  if (content->cautious != NULL && !done)
    bar.cautious_finish =
        later_only (dd_plan_get_dates (content->cautious, activity->index)->early_finish,
                    bar.finish);
  if (!done && activity->kind != DD_ACTIVITY_WINDOW)
    bar.float_finish = later_only (dates->late_finish, bar.finish);
  bar.critical = dates->critical;
  bar.at_risk = is_late (content, activity, &bar);
  bar.done = done;
  set_baseline (&bar, content->baseline, activity->id);
  return bar;
}

static void
add_waits (Builder *builder, const DdActivity *activity, const DdBar *bar)
{
  const DdGanttContent *content = builder->content;

  for (guint i = 0; i < content->n_waits; i++)
    {
      const DdWait *wait = &content->waits[i];
      DdRange span = { bar->start, bar->finish };
      DdBar hatched = { DD_BAR_WAIT, wait->party == DD_PARTY_CUSTOMER ? DD_OWNER_CUSTOMER
                                                                      : DD_OWNER_CONSULTANT };

      if (wait->activity != DD_WHOLE_CASE && wait->activity != (int) activity->index)
        continue;
      span = dd_range_intersect (span, wait->span);
      if (span.start >= span.finish)
        continue;
      hatched.start = span.start;
      hatched.finish = span.finish;
      hatched.cautious_finish = hatched.float_finish = DD_INSTANT_NONE;
      hatched.baseline_start = hatched.baseline_finish = DD_INSTANT_NONE;
      hatched.label = (char *) wait->reason;
      dd_chart_add_bar (builder->chart, &hatched);
    }
}

static void
add_activity (Builder *builder, const DdActivity *activity, guint level)
{
  DdBar bar = activity_bar (builder, activity);

  dd_chart_add_row (builder->chart, activity->id, activity->name, level, FALSE);
  builder->bar_of[activity->index] = dd_chart_add_bar (builder->chart, &bar);
  if (bar.shape == DD_BAR_SPAN || bar.shape == DD_BAR_WINDOW)
    add_waits (builder, activity, &bar);
}

/* Adds the row of a group. Returns: its bar, whose span is set when its activities are known */
static guint
add_group (Builder *builder, const char *kind, const char *name, guint level)
{
  g_autofree char *id = g_strdup_printf ("%s:%u", kind, builder->n_groups++);
  DdBar bar = { DD_BAR_GROUP };

  bar.cautious_finish = bar.float_finish = DD_INSTANT_NONE;
  bar.baseline_start = bar.baseline_finish = DD_INSTANT_NONE;
  dd_chart_add_row (builder->chart, id, name, level, TRUE);
  return dd_chart_add_bar (builder->chart, &bar);
}

/* Makes the bar of a group reach over the bars after it. */
static void
close_group (Builder *builder, guint group)
{
  guint n = dd_chart_get_n_bars (builder->chart);
  gint64 start = G_MAXINT64, finish = G_MININT64;

  for (guint i = group + 1; i < n; i++)
    {
      const DdBar *bar = dd_chart_get_bar (builder->chart, i);

      start = MIN (start, bar->start);
      finish = MAX (finish, bar->finish);
    }
  if (start <= finish)
    dd_chart_set_span (builder->chart, group, start, finish);
}

static void
add_milestone (Builder *builder, const DdMilestone *milestone)
{
  guint group = 0;

  if (!milestone->implicit)
    group = add_group (builder, "milestone", milestone->name, 1);
  for (guint i = 0; i < milestone->cells->len; i++)
    {
      const DdCell *cell = g_ptr_array_index (milestone->cells, i);

      for (guint j = 0; j < cell->activities->len; j++)
        add_activity (builder, g_ptr_array_index (cell->activities, j),
                      milestone->implicit ? 1 : 2);
    }
  if (!milestone->implicit)
    close_group (builder, group);
}

static void
add_phase (Builder *builder, const DdPhase *phase)
{
  guint group = add_group (builder, "phase", phase->name, 0);

  for (guint i = 0; i < phase->milestones->len; i++)
    add_milestone (builder, g_ptr_array_index (phase->milestones, i));
  close_group (builder, group);
}

static void
add_links (Builder *builder, DdNetwork *network)
{
  for (guint i = 0; i < dd_network_get_size (network); i++)
    {
      guint n;
      const DdDependency *predecessors = dd_network_get_predecessors (network, i, &n);

      for (guint j = 0; j < n; j++)
        dd_chart_add_link (builder->chart, builder->bar_of[predecessors[j].activity],
                           builder->bar_of[i]);
    }
}

DdChart *
dd_gantt_chart_new (const DdGanttContent *content)
{
  DdNetwork *network = dd_plan_get_network (content->plan);
  DdService *service = dd_network_get_service (network);
  Builder builder = { content };

  g_return_val_if_fail (content->plan != NULL, NULL);
  builder.chart = dd_chart_new (content->title, dd_plan_get_calendar (content->plan));
  builder.bar_of = g_new (guint, dd_network_get_size (network));
  for (guint i = 0; i < service->phases->len; i++)
    add_phase (&builder, g_ptr_array_index (service->phases, i));
  add_links (&builder, network);
  dd_chart_set_now (builder.chart, content->now);
  dd_chart_set_deadline (builder.chart, content->deadline);
  g_free (builder.bar_of);
  return builder.chart;
}
