/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "timeline/dd-timeline.h"

#include "dd-case-words.h"
#include "service/dd-words.h"

#include <glib/gi18n.h>

DdTimeline *
dd_timeline_new (GPtrArray *summaries,
                 GHashTable *spans,
                 gboolean all,
                 DdTimelineGrouping grouping,
                 DdCalendar *calendar,
                 gint64 now)
{
  DdTimeline *self = g_new0 (DdTimeline, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->summaries = summaries;
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->spans = spans != NULL ? g_hash_table_ref (spans) : NULL;
  self->all = all;
  self->grouping = grouping;
  self->calendar = dd_calendar_ref (calendar);
  self->now = now;
  return self;
}

DdTimeline *
dd_timeline_ref (DdTimeline *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_timeline_unref (DdTimeline *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->by_id);
  g_ptr_array_unref (self->summaries);
  g_clear_pointer (&self->spans, g_hash_table_unref);
  g_clear_pointer (&self->conflicts, g_hash_table_unref);
  dd_calendar_unref (self->calendar);
  g_clear_object (&self->chart);
  g_free (self);
}

/* --- Making --- */

/* Each row that shows is described in each frame: none may be searched for among all. */
static void
index_summaries (DdTimeline *self)
{
  for (guint i = 0; i < self->summaries->len; i++)
    {
      DdCaseSummary *summary = self->summaries->pdata[i];

      g_hash_table_insert (self->by_id, summary->id, summary);
    }
}

static void
draw_up (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  DdTimeline *self = data;
  DdTimelineContent content = { .summaries = self->summaries,
                                .spans = self->spans,
                                .grouping = self->grouping,
                                .calendar = self->calendar,
                                .now = self->now };

  index_summaries (self);
  self->conflicts = dd_timeline_find_conflicts (self->summaries, self->spans);
  content.conflicts = self->conflicts;
  self->chart = dd_timeline_chart_new (&content);
  g_task_return_boolean (task, TRUE);
}

static gboolean
read_spans (DdConnection *connection, gpointer data, GError **error)
{
  DdTimeline *self = data;

  self->spans = dd_case_spans_load (connection, self->all, error);
  return self->spans != NULL;
}

static void
on_read (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (dd_database_run_finish (DD_DATABASE (object), result, NULL, &error))
    g_task_run_in_thread (task, draw_up);
  else
    g_task_return_error (task, error);
}

void
dd_timeline_make_async (DdTimeline *self,
                        DdDatabase *database,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);

  g_return_if_fail (self->chart == NULL);
  g_task_set_source_tag (task, dd_timeline_make_async);
  g_task_set_task_data (task, dd_timeline_ref (self), (GDestroyNotify) dd_timeline_unref);
  if (self->spans != NULL)
    g_task_run_in_thread (task, draw_up);
  else
    dd_database_run_async (database, read_spans, self, NULL, NULL, on_read,
                           g_steal_pointer (&task));
}

gboolean
dd_timeline_make_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

/* --- Describing --- */

/* "Upgrade Delivery: Mon 7 Dec to Fri 11 Dec" */
static char *
describe_bar (DdTimeline *self, const DdBar *bar)
{
  g_autofree char *start = dd_case_words_day (self->calendar, bar->start + 1, self->now);
  g_autofree char *finish = dd_case_words_day (self->calendar, bar->finish, self->now);

  if (bar->shape == DD_BAR_DEADLINE)
    return g_strdup_printf (_ ("Deadline: %s"), finish);
  if (bar->shape == DD_BAR_CONFLICT)
    /* Translators: the two are days: "Consultant in two deliveries: Mon 7 Dec to Fri 11 Dec" */
    return g_strdup_printf (_ ("Consultant in two deliveries: %s to %s"), start, finish);
  /* Translators: a milestone and two days: "Upgrade Delivery: Mon 7 Dec to Fri 11 Dec" */
  return g_strdup_printf (_ ("%s: %s to %s"), bar->label, start, finish);
}

static void
append_conflicts (GString *text, DdTimeline *self, const DdCaseSummary *summary)
{
  GArray *conflicts = g_hash_table_lookup (self->conflicts, summary->id);

  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      const DdTimelineConflict *conflict = &g_array_index (conflicts, DdTimelineConflict, i);

      g_string_append_c (text, '\n');
      /* Translators: a consultant and a customer */
      g_string_append_printf (text, _ ("%s is also in the delivery for %s"), summary->consultant,
                              conflict->other->customer);
    }
}

char *
dd_timeline_describe (DdChart *chart, guint row, guint bar, gpointer timeline)
{
  DdTimeline *self = timeline;
  const DdChartRow *shown = dd_chart_get_row (chart, row);
  const DdCaseSummary *summary = g_hash_table_lookup (self->by_id, shown->id);
  g_autofree char *product = NULL, *risk = NULL;
  g_autoptr (GString) text = NULL;

  if (summary == NULL)
    return g_strdup_printf ("%s\n%s", shown->name, shown->detail != NULL ? shown->detail : "");
  product = dd_case_words_product (summary);
  risk = dd_case_words_risk_in_full (summary, self->calendar);
  text = g_string_new (summary->customer);
  g_string_append_printf (text, "\n%s", product);
  if (bar != G_MAXUINT)
    {
      g_autofree char *words = describe_bar (self, dd_chart_get_bar (chart, bar));
      g_string_append_printf (text, "\n%s", words);
    }
  if (risk[0] != '\0')
    g_string_append_printf (text, "\n%s", risk);
  append_conflicts (text, self, summary);
  return g_strdup (text->str);
}
