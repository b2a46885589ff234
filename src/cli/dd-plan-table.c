/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-plan-table.h"

#include "dd-plan-chart.h"
#include "dd-table.h"
#include "dd-text.h"
#include "delivery/dd-state-words.h"
#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

/* From this width on the chart stands beside the table, and takes at least that much of it. */
#define SIDE_BY_SIDE_WIDTH 140
#define MIN_CHART_WIDTH    42

/* Below the table, names leave the chart the rest, and at least half of a narrow terminal. */
#define MAX_NAME_WIDTH 36

/* Between table and chart. */
#define CHART_GAP 2

/* A level of the process table. */
#define INDENT " "

/* The table's columns. */
enum
{
  COLUMN_NAME,
  COLUMN_OWNER,
  COLUMN_STATE,
  COLUMN_DOCUMENTED,
  COLUMN_START,
  COLUMN_FINISH,
  COLUMN_FLOAT,
  COLUMN_CHART,
  N_COLUMNS,
};

static const DdTableFlags table_columns[N_COLUMNS] = {
  [COLUMN_NAME] = DD_TABLE_FLEXIBLE,
  [COLUMN_DOCUMENTED] = DD_TABLE_OPTIONAL,
  [COLUMN_FLOAT] = DD_TABLE_RIGHT,
  [COLUMN_CHART] = DD_TABLE_DRAWN,
};

static const DdTableFlags chart_columns[] = { DD_TABLE_FLEXIBLE, DD_TABLE_DRAWN };

/* What a report is printed with. */
typedef struct
{
  const DdPlanReport *report; /* (unowned) */
  int year;
  int documented_width; /* of the widest documented text */
  gboolean headed;      /* phases and milestones have lines of their own */
  DdTextGantt *chart;   /* (unowned) (nullable): the chart beside */
  DdTable *table;       /* (unowned) */
} Printer;

/* A merged cell's text stands in its first row, and a bracket ties the rows together. */
static char *
format_documented (const Printer *self, const DdActivity *activity)
{
  const DdCell *cell = activity->cell;
  const char *documented = cell->documented != NULL ? cell->documented : "";
  gboolean first = g_ptr_array_index (cell->activities, 0) == activity;
  gboolean last = g_ptr_array_index (cell->activities, cell->activities->len - 1) == activity;
  g_autofree char *clean = dd_text_clean (first ? documented : "");
  GString *text;

  if (first && last)
    return g_steal_pointer (&clean);
  text = g_string_new (NULL);
  dd_text_append_padded (text, clean, self->documented_width + 1, FALSE);
  g_string_append (text, first ? "┐" : last ? "┘" : "│");
  return g_string_free (text, FALSE);
}

/* Of a case. */
static const char *
get_state (const Printer *self, const DdActivity *activity)
{
  gboolean is_gate = activity->kind == DD_ACTIVITY_GATE;

  if (self->report->progress == NULL)
    return "";
  return dd_activity_state_to_words (self->report->progress[activity->index].state, is_gate);
}

/* A window has none: it is not counted. */
static char *
format_float (const Printer *self, const DdActivity *activity)
{
  DdPlan *plan = self->report->plan;
  DdCalendar *calendar = dd_plan_get_activity_calendar (plan, activity->index);

  if (dd_network_is_after_finish (dd_plan_get_network (plan), activity->index))
    return g_strdup ("");
  return dd_words_minutes (dd_plan_get_dates (plan, activity->index)->float_minutes,
                           dd_calendar_get_minutes_per_day (calendar));
}

static char *
format_name (const Printer *self, const DdActivity *activity)
{
  const DdMilestone *milestone = activity->cell->milestone;
  gboolean in_milestone = milestone->name[0] != '\0';
  const char *indent = !self->headed ? "" : in_milestone ? INDENT INDENT : INDENT;

  return g_strconcat (indent, activity->name, NULL);
}

static void
add_activity (Printer *self, const DdActivity *activity)
{
  const DdPlanReport *report = self->report;
  const DdPlanDates *dates = dd_plan_get_dates (report->plan, activity->index);
  gboolean moment = dates->early_start == dates->early_finish;
  g_autofree char *name = format_name (self, activity);
  g_autofree char *owner = dd_owner_get_letters (activity->owner);
  g_autofree char *documented = format_documented (self, activity);
  g_autofree char *start =
      dd_words_instant (report->vendor, dates->early_start, self->year,
                        DD_WORDS_ALIGNED | (moment ? DD_WORDS_FINISH : DD_WORDS_PLAIN));
  g_autofree char *finish = dd_words_instant (report->vendor, dates->early_finish, self->year,
                                              DD_WORDS_ALIGNED | DD_WORDS_FINISH);
  g_autofree char *total_float = format_float (self, activity);
  g_autofree char *bar =
      self->chart != NULL ? dd_plan_chart_draw (report, self->chart, activity) : g_strdup ("");

  dd_table_add_row (self->table, DD_STYLE_PLAIN,
                    (const char *const[N_COLUMNS]){ name, owner, get_state (self, activity),
                                                    documented, start, moment ? "" : finish,
                                                    total_float, bar });
}

/* A phase or milestone without a name has no line. */
static void
add_heading (Printer *self, DdStyle style, const char *indent, const char *heading)
{
  g_autofree char *name = g_strconcat (indent, heading, NULL);
  g_autofree char *ground =
      self->chart != NULL ? dd_text_gantt_draw (self->chart, NULL) : g_strdup ("");

  if (heading[0] != '\0')
    dd_table_add_row (self->table, style,
                      (const char *const[N_COLUMNS]){
                          [COLUMN_NAME] = name, [COLUMN_CHART] = ground });
}

static void
add_milestone (Printer *self, const DdMilestone *milestone)
{
  if (self->headed)
    add_heading (self, DD_STYLE_PLAIN, INDENT, milestone->name);
  for (guint i = 0; i < milestone->cells->len; i++)
    {
      const DdCell *cell = g_ptr_array_index (milestone->cells, i);

      for (guint j = 0; j < cell->activities->len; j++)
        add_activity (self, g_ptr_array_index (cell->activities, j));
    }
}

static void
add_rows (Printer *self)
{
  GPtrArray *phases = self->report->service->phases;

  for (guint i = 0; i < phases->len; i++)
    {
      const DdPhase *phase = g_ptr_array_index (phases, i);

      if (self->headed)
        add_heading (self, DD_STYLE_HEADING, "", phase->name);
      for (guint j = 0; j < phase->milestones->len; j++)
        add_milestone (self, g_ptr_array_index (phase->milestones, j));
    }
}

static void
add_titles (Printer *self, const DdTextScale *scale)
{
  g_autofree char *upper = scale != NULL ? dd_text_scale_get_title (scale, FALSE) : NULL;
  g_autofree char *lower = scale != NULL ? dd_text_scale_get_title (scale, TRUE) : NULL;

  if (scale != NULL)
    dd_table_add_row (self->table, DD_STYLE_FAINT,
                      (const char *const[N_COLUMNS]){ [COLUMN_CHART] = upper });
  dd_table_add_row (self->table, DD_STYLE_FAINT,
                    (const char *const[N_COLUMNS]){
                        _ ("Activity"), _ ("Who"),
                        self->report->progress != NULL ? _ ("State") : "", _ ("Documented"),
                        _ ("Start"), _ ("Finish"), _ ("Float"), lower });
}

static int
find_documented_width (const DdService *service)
{
  int width = 0;

  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);

      if (activity->cell->documented != NULL)
        width = MAX (width, dd_text_width (activity->cell->documented));
    }
  return width;
}

/* One phase without milestones is no grouping. */
static gboolean
is_headed (const DdService *service)
{
  const DdPhase *phase = g_ptr_array_index (service->phases, 0);

  for (guint i = 0; i < phase->milestones->len; i++)
    {
      const DdMilestone *milestone = g_ptr_array_index (phase->milestones, i);

      if (milestone->name[0] != '\0')
        return TRUE;
    }
  return service->phases->len > 1;
}

/* The table, with @chart (nullable) on @scale in its last column. */
static DdTable *
build_table (const DdPlanReport *report, int year, DdTextGantt *chart, const DdTextScale *scale)
{
  DdTable *table = dd_table_new (table_columns, N_COLUMNS);
  Printer printer = {
    .report = report,
    .year = year,
    .documented_width = find_documented_width (report->service),
    .headed = is_headed (report->service),
    .chart = chart,
    .table = table,
  };

  add_titles (&printer, scale);
  add_rows (&printer);
  return table;
}

/* The chart by itself, with the activities' names. */
static char *
chart_to_text (const DdPlanReport *report, const DdTerminal *terminal)
{
  GPtrArray *activities = report->service->activities;
  g_autoptr (DdTable) table = dd_table_new (chart_columns, G_N_ELEMENTS (chart_columns));
  g_autoptr (DdTextGantt) chart = NULL;
  g_autofree char *upper = NULL;
  g_autofree char *lower = NULL;
  DdTextScale scale;
  int name_width = 0;

  for (guint i = 0; i < activities->len; i++)
    name_width = MAX (name_width, dd_text_width (dd_plan_report_get_activity (report, i)->name));
  name_width = CLAMP (name_width, DD_TABLE_MIN_FLEXIBLE, MIN (MAX_NAME_WIDTH, terminal->width / 2));
  chart = dd_plan_chart_new (report, terminal->width - name_width - CHART_GAP, terminal, &scale);
  upper = dd_text_scale_get_title (&scale, FALSE);
  lower = dd_text_scale_get_title (&scale, TRUE);
  dd_table_add_row (table, DD_STYLE_FAINT, (const char *const[]){ "", upper });
  dd_table_add_row (table, DD_STYLE_FAINT, (const char *const[]){ "", lower });
  for (guint i = 0; i < activities->len; i++)
    {
      const DdActivity *activity = dd_plan_report_get_activity (report, i);
      g_autofree char *bar = dd_plan_chart_draw (report, chart, activity);

      dd_table_add_row (table, DD_STYLE_PLAIN, (const char *const[]){ activity->name, bar });
    }
  return dd_table_to_text (table, terminal);
}

char *
dd_plan_table_to_text (const DdPlanReport *report, int year, const DdTerminal *terminal)
{
  g_autoptr (DdTable) table = build_table (report, year, NULL, NULL);
  g_autoptr (DdTable) both = NULL;
  g_autoptr (DdTextGantt) chart = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *bars = NULL;
  DdTextScale scale;
  int width;

  if (terminal->width < SIDE_BY_SIDE_WIDTH)
    {
      rows = dd_table_to_text (table, terminal);
      bars = chart_to_text (report, terminal);
      return g_strconcat (rows, "\n", bars, NULL);
    }
  width = terminal->width - dd_table_get_natural_width (table) - CHART_GAP;
  chart = dd_plan_chart_new (report, MAX (width, MIN_CHART_WIDTH), terminal, &scale);
  both = build_table (report, year, chart, &scale);
  return dd_table_to_text (both, terminal);
}
