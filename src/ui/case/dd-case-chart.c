/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-chart.h"

#include "gantt/dd-gantt-chart.h"

/* What is dragged comes to lie on such steps. */
#define STEP_MINUTES 15

/* The chart of the case @plan with other plans of the same network. */
static DdChart *
make_chart (DdCasePlan *plan, DdPlan *typical, DdPlan *cautious, const DdProgress *progress)
{
  const DdPlanInputs *inputs = plan->inputs;
  DdGanttContent content = DD_GANTT_CONTENT_INIT;

  content.title = dd_record_get_text (plan->file->record, "title");
  content.plan = typical;
  content.cautious = cautious;
  content.baseline = plan->baseline;
  content.progress = progress;
  content.waits = (const DdWait *) (gpointer) inputs->waits->data;
  content.n_waits = inputs->waits->len;
  content.now = inputs->now;
  content.deadline = inputs->deadline;
  return dd_gantt_chart_new (&content);
}

DdChart *
dd_case_chart_new (DdCasePlan *plan)
{
  g_return_val_if_fail (plan != NULL && plan->plan != NULL, NULL);
  return make_chart (plan, plan->plan, plan->cautious, plan->inputs->progress);
}

static const DdActivity *
find_activity (DdCasePlan *plan, const char *id)
{
  return dd_service_find_activity (dd_network_get_service (plan->inputs->network), id);
}

static gint64
round_to_step (gint64 minutes)
{
  return (minutes + STEP_MINUTES / 2) / STEP_MINUTES * STEP_MINUTES;
}

static DdCaseEdit *
drag_start (DdCasePlan *plan, const DdActivity *activity, gint64 seconds)
{
  const DdPlanDates *dates = dd_plan_get_dates (plan->plan, activity->index);
  DdCalendar *calendar = dd_plan_get_activity_calendar (plan->plan, activity->index);
  gint64 wanted = dates->early_start + round_to_step (seconds / 60) * 60;
  DdCaseEdit *edit;

  if (plan->inputs->progress[activity->index].state != DD_STATE_PLANNED)
    return NULL;
  edit = dd_case_edit_new (DD_CASE_EDIT_NOT_BEFORE, activity->id);
  edit->instant = dd_calendar_next_working (calendar, wanted);
  return edit;
}

static DdCaseEdit *
drag_finish (DdCasePlan *plan, const DdActivity *activity, gint64 seconds)
{
  const DdPlanDates *dates = dd_plan_get_dates (plan->plan, activity->index);
  DdCalendar *calendar = dd_plan_get_activity_calendar (plan->plan, activity->index);
  gint64 finish = MAX (dates->early_finish + seconds, dates->early_start);
  gint64 change = dd_calendar_between (calendar, dates->early_finish, finish);
  gint64 minutes = MAX (round_to_step (MAX (dates->duration_minutes + change, 0)), STEP_MINUTES);
  DdCaseEdit *edit;

  if (minutes == dates->duration_minutes)
    return NULL;
  edit = dd_case_edit_new (DD_CASE_EDIT_DURATION, activity->id);
  edit->minutes = minutes;
  return edit;
}

DdCaseEdit *
dd_case_chart_drag (DdCasePlan *plan, const char *id, DdChartDrag drag, gint64 seconds)
{
  const DdActivity *activity;

  g_return_val_if_fail (plan != NULL && plan->plan != NULL, NULL);
  activity = find_activity (plan, id);
  if (activity == NULL)
    return NULL;
  if (drag == DD_CHART_DRAG_MOVE)
    return drag_start (plan, activity, seconds);
  return drag_finish (plan, activity, seconds);
}

DdChart *
dd_case_chart_preview (DdCasePlan *plan, const DdCaseEdit *edit)
{
  const DdActivity *activity;
  DdPlanRequest request = dd_case_plan_make_request (plan, plan->inputs->basis);
  g_autofree DdProgress *progress = NULL;
  g_autoptr (DdPlan) changed = NULL;

  g_return_val_if_fail (plan->plan != NULL && edit->activity != NULL, NULL);
  activity = find_activity (plan, edit->activity);
  progress = g_memdup2 (plan->inputs->progress,
                        dd_network_get_size (plan->inputs->network) * sizeof *progress);
  if (edit->kind == DD_CASE_EDIT_NOT_BEFORE)
    progress[activity->index].not_before = edit->instant;
  else
    progress[activity->index].override_minutes = edit->minutes;
  request.progress = progress;
  changed = dd_plan_new (plan->inputs->network, &request, NULL);
  /* Whiskers say what could be: a preview says what would. */
  return changed != NULL ? make_chart (plan, changed, NULL, progress) : NULL;
}
