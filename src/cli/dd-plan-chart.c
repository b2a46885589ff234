/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-plan-chart.h"

#include <glib/gi18n-lib.h>

static gboolean
shows_whiskers (const DdPlanReport *report)
{
  return report->basis != DD_BASIS_CAUTIOUS
         && dd_plan_get_finish (report->plans[DD_BASIS_CAUTIOUS])
                > dd_plan_get_finish (report->plan);
}

/* From the start to the last instant that any bar or whisker reaches. */
static DdRange
find_span (const DdPlanReport *report)
{
  DdRange span = { dd_plan_get_start (report->plan), dd_plan_get_finish (report->plan) };

  for (guint i = 0; i < report->service->activities->len; i++)
    {
      const DdPlanDates *dates = dd_plan_get_dates (report->plan, i);
      const DdPlanDates *cautious = dd_plan_get_dates (report->plans[DD_BASIS_CAUTIOUS], i);

      span.start = MIN (span.start, dates->early_start);
      span.finish = MAX (span.finish, dates->early_finish);
      /* A window has no whisker. */
      if (shows_whiskers (report)
          && dd_plan_report_get_activity (report, i)->kind != DD_ACTIVITY_WINDOW)
        span.finish = MAX (span.finish, cautious->early_finish);
    }
  return span;
}

/* The deadline, if it is near enough to be shown: one that is further off than the plan is long
 * would leave the bars no room. */
static gint64
find_line (const DdPlanReport *report, DdRange span)
{
  if (report->deadline == DD_INSTANT_NONE || report->deadline <= span.start
      || report->deadline - span.finish > span.finish - span.start)
    return DD_INSTANT_NONE;
  return report->deadline;
}

static gboolean
shows_now (const DdPlanReport *report, DdRange span)
{
  return report->now != DD_INSTANT_NONE && dd_range_contains (span, report->now);
}

DdTextGantt *
dd_plan_chart_new (const DdPlanReport *report,
                   int width,
                   const DdTerminal *terminal,
                   DdTextScale *scale)
{
  DdRange span = find_span (report);
  gint64 line = find_line (report, span);
  DdTextGantt *chart;

  if (line != DD_INSTANT_NONE)
    span.finish = MAX (span.finish, line);
  *scale = dd_text_scale_new (report->vendor, span, width);
  chart = dd_text_gantt_new (scale, line, terminal);
  if (shows_now (report, span))
    dd_text_gantt_mark_now (chart, report->now);
  return chart;
}

static DdStyle
get_owner_style (guint owner)
{
  switch (owner)
    {
    case DD_OWNER_CUSTOMER:
      return DD_STYLE_CUSTOMER;
    case DD_OWNER_CONSULTANT:
      return DD_STYLE_CONSULTANT;
    case DD_OWNER_MANAGER:
      return DD_STYLE_MANAGER;
    default:
      return DD_STYLE_SHARED;
    }
}

static DdTextMark
get_mark (DdActivityKind kind)
{
  switch (kind)
    {
    case DD_ACTIVITY_TASK:
      return DD_TEXT_MARK_BAR;
    case DD_ACTIVITY_EVENT:
      return DD_TEXT_MARK_EVENT;
    case DD_ACTIVITY_GATE:
      return DD_TEXT_MARK_GATE;
    case DD_ACTIVITY_WINDOW:
      return DD_TEXT_MARK_WINDOW;
    }
  g_return_val_if_reached (DD_TEXT_MARK_BAR);
}

char *
dd_plan_chart_draw (const DdPlanReport *report, DdTextGantt *chart, const DdActivity *activity)
{
  const DdPlanDates *dates = dd_plan_get_dates (report->plan, activity->index);
  const DdPlanDates *cautious =
      dd_plan_get_dates (report->plans[DD_BASIS_CAUTIOUS], activity->index);
  DdTextBar bar = {
    .mark = get_mark (activity->kind),
    .start = dates->early_start,
    .finish = dates->early_finish,
    .cautious_finish = shows_whiskers (report) ? cautious->early_finish : dates->early_finish,
    .critical = dates->critical,
    .style = get_owner_style (activity->owner),
  };

  return dd_text_gantt_draw (chart, &bar);
}

static gboolean
has_bar (const DdPlanReport *report, gboolean critical)
{
  for (guint i = 0; i < report->service->activities->len; i++)
    {
      const DdActivity *activity = dd_plan_report_get_activity (report, i);

      if (activity->kind == DD_ACTIVITY_TASK
          && dd_plan_get_dates (report->plan, i)->critical == critical)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_kind (const DdPlanReport *report, DdActivityKind kind)
{
  for (guint i = 0; i < report->service->activities->len; i++)
    {
      if (dd_plan_report_get_activity (report, i)->kind == kind)
        return TRUE;
    }
  return FALSE;
}

char *
dd_plan_chart_get_legend (const DdPlanReport *report)
{
  const struct
  {
    gboolean shown;
    const char *text;
  } marks[] = {
    { has_bar (report, TRUE), _ ("█ critical") },
    { has_bar (report, FALSE), _ ("▄ has float") },
    { shows_whiskers (report), _ ("─┤ to the cautious finish") },
    { has_kind (report, DD_ACTIVITY_EVENT), _ ("◇ event") },
    { has_kind (report, DD_ACTIVITY_GATE), _ ("◆ gate") },
    { has_kind (report, DD_ACTIVITY_WINDOW), _ ("╌ window") },
    { find_line (report, find_span (report)) != DD_INSTANT_NONE, _ ("│ deadline") },
    { shows_now (report, find_span (report)), _ ("┊ now") },
    { TRUE, _ ("░ no work") },
  };
  GString *legend = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      if (marks[i].shown)
        g_string_append_printf (legend, "%s%s", legend->len > 0 ? ", " : "", marks[i].text);
    }
  return g_string_free (legend, FALSE);
}
