/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "timeline/dd-timeline-chart.h"

#include "dd-case-words.h"

#include <glib/gi18n.h>

G_DEFINE_ENUM_TYPE (DdTimelineGrouping,
                    dd_timeline_grouping,
                    G_DEFINE_ENUM_VALUE (DD_TIMELINE_BY_PRODUCT, "product"),
                    G_DEFINE_ENUM_VALUE (DD_TIMELINE_BY_MANAGER, "manager"),
                    G_DEFINE_ENUM_VALUE (DD_TIMELINE_BY_CONSULTANT, "consultant"),
                    G_DEFINE_ENUM_VALUE (DD_TIMELINE_BY_CUSTOMER, "customer"))

static const DdBar empty_bar = {
  .start = DD_INSTANT_NONE,
  .finish = DD_INSTANT_NONE,
  .cautious_finish = DD_INSTANT_NONE,
  .float_finish = DD_INSTANT_NONE,
  .baseline_start = DD_INSTANT_NONE,
  .baseline_finish = DD_INSTANT_NONE,
};

/* --- Groups --- */

/* The name of a case's group; NULL when nobody is named. */
static const char *
get_group (const DdCaseSummary *summary, DdTimelineGrouping grouping)
{
  switch (grouping)
    {
    case DD_TIMELINE_BY_PRODUCT:
      return summary->product;
    case DD_TIMELINE_BY_MANAGER:
      return summary->manager;
    case DD_TIMELINE_BY_CONSULTANT:
      return summary->consultant;
    case DD_TIMELINE_BY_CUSTOMER:
      return summary->customer;
    }
  g_return_val_if_reached (NULL);
}

static char *
describe_group (const char *name, DdTimelineGrouping grouping)
{
  if (name != NULL)
    return g_strdup (name);
  return g_strdup (grouping == DD_TIMELINE_BY_MANAGER ? _ ("No project manager")
                                                      : _ ("No consultant"));
}

/* Groups in the order of the reader's language, nobody last; in them, what begins first. */
static int
compare_rows (gconstpointer a, gconstpointer b, gpointer data)
{
  const DdCaseSummary *first = *(DdCaseSummary *const *) a, *second = *(DdCaseSummary *const *) b;
  const DdTimelineContent *content = data;
  const char *group = get_group (first, content->grouping);
  const char *other = get_group (second, content->grouping);

  if (group != other && (group == NULL || other == NULL))
    return group == NULL ? 1 : -1;
  /* Names are kept once: the same name is the same text. */
  if (group != other)
    return g_utf8_collate (group, other);
  if (first->planned_start != second->planned_start)
    return first->planned_start < second->planned_start ? -1 : 1;
  return g_strcmp0 (first->id, second->id);
}

/* --- Rows --- */

static void
add_milestone (DdChart *chart, const DdCaseSpan *span, gboolean at_risk)
{
  DdBar bar = empty_bar;

  bar.shape = span->window ? DD_BAR_WINDOW : DD_BAR_SPAN;
  if (span->start == span->finish)
    bar.shape = DD_BAR_EVENT;
  bar.owner = span->owner;
  bar.start = span->start;
  bar.finish = span->finish;
  bar.done = span->done;
  bar.at_risk = at_risk;
  bar.label = span->milestone->implicit ? span->milestone->phase->name : span->milestone->name;
  dd_chart_add_bar (chart, &bar);
}

/* Which milestone is marked when the deadline is missed: the last but for what is only a window. */
static guint
find_last (GArray *spans)
{
  guint last = G_MAXUINT;

  for (guint i = 0; i < spans->len; i++)
    if (!g_array_index (spans, DdCaseSpan, i).window)
      last = i;
  return last;
}

static void
add_conflicts (DdChart *chart, GArray *conflicts)
{
  for (guint i = 0; conflicts != NULL && i < conflicts->len; i++)
    {
      DdBar bar = empty_bar;

      bar.shape = DD_BAR_CONFLICT;
      bar.start = g_array_index (conflicts, DdTimelineConflict, i).range.start;
      bar.finish = g_array_index (conflicts, DdTimelineConflict, i).range.finish;
      dd_chart_add_bar (chart, &bar);
    }
}

static void
add_deadline (DdChart *chart, gint64 deadline)
{
  DdBar bar = empty_bar;

  if (deadline == DD_INTEGER_NONE)
    return;
  bar.shape = DD_BAR_DEADLINE;
  bar.start = bar.finish = deadline;
  dd_chart_add_bar (chart, &bar);
}

static char *
describe_case (const DdCaseSummary *summary, DdTimelineGrouping grouping)
{
  g_autofree char *product = dd_case_words_product (summary);

  if (summary->next_name == NULL)
    return g_steal_pointer (&product);
  if (grouping == DD_TIMELINE_BY_PRODUCT)
    return dd_case_words_next (summary);
  /* Translators: a product, and what is done next: "CX Process 9.1 → 10.2 · Provide access" */
  return g_strdup_printf (_ ("%s · %s"), product, summary->next_name);
}

static void
add_case (DdChart *chart, const DdTimelineContent *content, const DdCaseSummary *summary)
{
  const DdCaseSpans *found = g_hash_table_lookup (content->spans, summary->id);
  g_autofree char *detail = describe_case (summary, content->grouping);
  guint last;

  dd_chart_add_row (chart, summary->id, summary->customer, 1, FALSE);
  dd_chart_set_detail (chart, detail);
  if (found == NULL)
    return;
  last = find_last (found->spans);
  for (guint i = 0; i < found->spans->len; i++)
    add_milestone (chart, &g_array_index (found->spans, DdCaseSpan, i),
                   summary->at_risk && i == last);
  add_conflicts (chart, g_hash_table_lookup (content->conflicts, summary->id));
  add_deadline (chart, summary->deadline);
}

/* The group's heading, with a bracket over all that is planned in it. Returns: the bracket */
static guint
add_heading (DdChart *chart, const DdTimelineContent *content, const char *name, guint n)
{
  g_autofree char *id = g_strconcat ("group:", name, NULL);
  g_autofree char *title = describe_group (name, content->grouping);
  g_autofree char *count = g_strdup_printf (ngettext ("%u case", "%u cases", n), n);
  DdBar bar = empty_bar;

  dd_chart_add_row (chart, id, title, 0, TRUE);
  dd_chart_set_detail (chart, count);
  bar.shape = DD_BAR_GROUP;
  bar.start = bar.finish = content->now;
  return dd_chart_add_bar (chart, &bar);
}

/* Adds the group that begins at @first of @rows. Returns: where the next one begins */
static guint
add_group (DdChart *chart, const DdTimelineContent *content, GPtrArray *rows, guint first)
{
  const char *name = get_group (rows->pdata[first], content->grouping);
  DdRange range = { G_MAXINT64, G_MININT64 };
  guint end = first, bracket;

  while (end < rows->len && get_group (rows->pdata[end], content->grouping) == name)
    end++;
  bracket = add_heading (chart, content, name, end - first);
  for (guint i = first; i < end; i++)
    {
      const DdCaseSummary *summary = rows->pdata[i];

      add_case (chart, content, summary);
      if (summary->planned_start == DD_INTEGER_NONE)
        continue;
      range.start = MIN (range.start, summary->planned_start);
      range.finish = MAX (range.finish, MAX (summary->planned_start, summary->planned_finish));
    }
  if (range.start <= range.finish)
    dd_chart_set_span (chart, bracket, range.start, range.finish);
  return end;
}

DdChart *
dd_timeline_chart_new (const DdTimelineContent *content)
{
  DdChart *chart = dd_chart_new (_ ("Timeline"), content->calendar);
  g_autoptr (GPtrArray) rows = g_ptr_array_copy (content->summaries, NULL, NULL);

  /* The copy borrows what the content holds. */
  g_ptr_array_set_free_func (rows, NULL);
  g_ptr_array_sort_with_data (rows, compare_rows, (gpointer) content);
  dd_chart_set_now (chart, content->now);
  for (guint i = 0; i < rows->len;)
    i = add_group (chart, content, rows, i);
  return chart;
}
