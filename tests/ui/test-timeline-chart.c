/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The timeline's rows, groups, marks and conflicts, without a display. */

#include "config.h"

#include "dd-service-catalog.h"
#include "timeline/dd-timeline-chart.h"

/* Tuesday 2026-12-01 10:00 UTC */
#define NOW G_GINT64_CONSTANT (1796119200)
#define DAY G_GINT64_CONSTANT (86400)

typedef struct
{
  DdNetwork *network;
  GPtrArray *summaries; /* (element-type DdCaseSummary) */
  GHashTable *spans;    /* (element-type utf8 DdCaseSpans) */
  DdCalendar *calendar;
} Fixture;

static void
spans_free (gpointer data)
{
  DdCaseSpans *self = data;

  dd_network_unref (self->network);
  g_array_unref (self->spans);
  g_free (self);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (DdServiceCatalog) catalog = dd_service_catalog_new (NULL);
  g_autoptr (DdService) service = dd_service_catalog_find (catalog, "cx-process", NULL);

  self->network = dd_network_new (service);
  self->summaries = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);
  self->spans = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, spans_free);
  self->calendar = dd_calendar_new_default ("UTC", NULL);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_hash_table_unref (self->spans);
  g_ptr_array_unref (self->summaries);
  dd_network_unref (self->network);
  dd_calendar_unref (self->calendar);
}

static DdCaseSummary *
add_summary (Fixture *self, const char *id, const char *consultant)
{
  DdCaseSummary *summary = g_new0 (DdCaseSummary, 1);
  g_autofree char *customer = g_strconcat ("Customer ", id, NULL);

  g_atomic_ref_count_init (&summary->ref_count);
  summary->id = g_ref_string_new (id);
  summary->title = g_ref_string_new (customer);
  summary->customer = g_ref_string_new_intern (customer);
  summary->product = g_ref_string_new_intern ("CX Process");
  summary->consultant = consultant != NULL ? g_ref_string_new_intern (consultant) : NULL;
  summary->consultant_id = consultant != NULL ? g_ref_string_new_intern (consultant) : NULL;
  summary->state = DD_CASE_RUNNING;
  summary->latest_start = summary->next_due = summary->closed_at = DD_INTEGER_NONE;
  summary->deadline = summary->float_minutes = DD_INTEGER_NONE;
  g_ptr_array_add (self->summaries, summary);
  return summary;
}

/* A case whose phases follow each other, @length days each, the delivery from day @start on. */
static DdCaseSummary *
add_case (Fixture *self, const char *id, const char *consultant, int start, int length)
{
  DdCaseSummary *summary = add_summary (self, id, consultant);
  DdCaseSpans *spans = g_new0 (DdCaseSpans, 1);
  DdService *service = dd_network_get_service (self->network);

  spans->network = dd_network_ref (self->network);
  spans->spans = g_array_new (FALSE, FALSE, sizeof (DdCaseSpan));
  for (guint i = 0; i < service->phases->len; i++)
    {
      const DdPhase *phase = service->phases->pdata[i];
      gint64 from = NOW + (start + ((int) i - 2) * (gint64) length) * DAY;
      DdCaseSpan span = { phase->milestones->pdata[0], from,  from + length * DAY,
                          DD_OWNER_CONSULTANT,         FALSE, FALSE };

      g_array_append_val (spans->spans, span);
    }
  summary->planned_start = NOW + (start - 2 * (gint64) length) * DAY;
  summary->planned_finish = NOW + (start + 2 * (gint64) length) * DAY;
  g_hash_table_insert (self->spans, g_strdup (id), spans);
  return summary;
}

static DdChart *
make_chart (Fixture *self, DdTimelineGrouping grouping)
{
  g_autoptr (GHashTable) conflicts = dd_timeline_find_conflicts (self->summaries, self->spans);
  DdTimelineContent content = { self->summaries, self->spans,    conflicts,
                                grouping,        self->calendar, NOW };

  return dd_timeline_chart_new (&content);
}

/* "CX Process( Customer a Customer b )": the rows, headings in front of what is in brackets. */
static char *
list_rows (DdChart *chart)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < dd_chart_get_n_rows (chart); i++)
    {
      const DdChartRow *row = dd_chart_get_row (chart, i);

      g_string_append_printf (text, "%s%s%s", i > 0 ? " | " : "", row->name,
                              row->heading ? ":" : "");
    }
  return g_string_free (text, FALSE);
}

/* --- Rows --- */

typedef struct
{
  const char *name;
  DdTimelineGrouping grouping;
  const char *rows;
} GroupCase;

static const GroupCase group_cases[] = {
  { "product", DD_TIMELINE_BY_PRODUCT,
    "CX Process: | Customer b | Customer a | Customer d | Messenger: | Customer c" },
  { "consultant", DD_TIMELINE_BY_CONSULTANT,
    "Ada: | Customer a | Customer d | Jonas: | Customer b | No consultant: | Customer c" },
  { "manager", DD_TIMELINE_BY_MANAGER,
    "Elena: | Customer a | No project manager: | Customer b | Customer c | Customer d" },
  { "customer", DD_TIMELINE_BY_CUSTOMER,
    "Customer a: | Customer a | Customer b: | Customer b | Customer c: | Customer c | "
    "Customer d: | Customer d" },
};

static void
test_groups (Fixture *self, gconstpointer data)
{
  const GroupCase *row = data;
  DdCaseSummary *summary = add_case (self, "a", "Ada", 10, 2);
  g_autoptr (DdChart) chart = NULL;
  g_autofree char *rows = NULL;

  summary->manager = g_ref_string_new_intern ("Elena");
  add_case (self, "b", "Jonas", 5, 2);
  summary = add_case (self, "c", NULL, 20, 2);
  g_ref_string_release (summary->product);
  summary->product = g_ref_string_new_intern ("Messenger");
  add_case (self, "d", "Ada", 30, 2);
  chart = make_chart (self, row->grouping);
  rows = list_rows (chart);
  g_assert_cmpstr (rows, ==, row->rows);
}

static void
test_heading_spans_its_cases (Fixture *self, gconstpointer data)
{
  g_autoptr (DdChart) chart = NULL;
  const DdBar *bracket;

  add_case (self, "a", "Ada", 10, 2);
  add_case (self, "b", "Ada", 20, 2);
  chart = make_chart (self, DD_TIMELINE_BY_PRODUCT);
  bracket = dd_chart_get_bar (chart, dd_chart_get_row (chart, 0)->first_bar);
  g_assert_cmpint (bracket->shape, ==, DD_BAR_GROUP);
  g_assert_cmpint (bracket->start, ==, NOW + 6 * DAY);
  g_assert_cmpint (bracket->finish, ==, NOW + 24 * DAY);
}

static void
test_milestones_are_bars (Fixture *self, gconstpointer data)
{
  g_autoptr (DdChart) chart = NULL;
  const DdChartRow *row;
  const DdBar *bar;

  add_case (self, "a", "Ada", 10, 2);
  chart = make_chart (self, DD_TIMELINE_BY_PRODUCT);
  row = dd_chart_get_row (chart, dd_chart_find_row (chart, "a"));
  g_assert_cmpuint (row->n_bars, ==, 4);
  bar = dd_chart_get_bar (chart, row->first_bar + 2);
  g_assert_cmpint (bar->shape, ==, DD_BAR_SPAN);
  g_assert_cmpstr (bar->label, ==, "Upgrade Delivery");
  g_assert_cmpint (bar->start, ==, NOW + 10 * DAY);
}

static void
test_deadline_and_risk_are_marked (Fixture *self, gconstpointer data)
{
  DdCaseSummary *summary = add_case (self, "a", "Ada", 10, 2);
  g_autoptr (DdChart) chart = NULL;
  const DdChartRow *row;

  summary->deadline = NOW + 11 * DAY;
  summary->at_risk = TRUE;
  chart = make_chart (self, DD_TIMELINE_BY_PRODUCT);
  row = dd_chart_get_row (chart, dd_chart_find_row (chart, "a"));
  g_assert_cmpuint (row->n_bars, ==, 5);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (dd_chart_get_bar (chart, row->first_bar + i)->at_risk, ==, i == 3);
  g_assert_cmpint (dd_chart_get_bar (chart, row->first_bar + 4)->shape, ==, DD_BAR_DEADLINE);
  g_assert_cmpint (dd_chart_get_bar (chart, row->first_bar + 4)->start, ==, NOW + 11 * DAY);
}

static void
test_case_without_dates_has_a_row (Fixture *self, gconstpointer data)
{
  DdCaseSummary *summary = add_summary (self, "a", NULL);
  g_autoptr (DdChart) chart = NULL;

  summary->planned_start = summary->planned_finish = DD_INTEGER_NONE;
  chart = make_chart (self, DD_TIMELINE_BY_PRODUCT);
  g_assert_cmpuint (dd_chart_get_row (chart, dd_chart_find_row (chart, "a"))->n_bars, ==, 0);
}

/* --- Conflicts --- */

typedef struct
{
  const char *name;
  const char *cases;     /* "id:consultant:first-day:days" of each delivery */
  const char *conflicts; /* "id-other:from-to" of each, by id */
} ConflictCase;

static const ConflictCase conflict_cases[] = {
  { "apart", "a:Ada:0:5 b:Ada:10:5", "" },
  { "touching", "a:Ada:0:5 b:Ada:5:5", "" },
  { "overlapping", "a:Ada:0:5 b:Ada:3:5", "a-b:3-5 b-a:3-5" },
  { "inside", "a:Ada:0:9 b:Ada:3:2", "a-b:3-5 b-a:3-5" },
  { "other-consultants", "a:Ada:0:5 b:Jonas:3:5", "" },
  { "nobody", "a::0:5 b::3:5", "" },
  { "long-one-over-two", "a:Ada:0:20 b:Ada:2:3 c:Ada:10:3", "a-b:2-5 a-c:10-13 b-a:2-5 c-a:10-13" },
  { "chain", "a:Ada:0:5 b:Ada:3:5 c:Ada:6:5", "a-b:3-5 b-a:3-5 b-c:6-8 c-b:6-8" },
};

static void
add_cases (Fixture *self, const char *text)
{
  g_auto (GStrv) cases = g_strsplit (text, " ", -1);

  for (guint i = 0; cases[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (cases[i], ":", -1);

      add_case (self, parts[0], parts[1][0] != '\0' ? parts[1] : NULL, atoi (parts[2]),
                atoi (parts[3]));
    }
}

static char *
list_conflicts (Fixture *self, GHashTable *conflicts)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->summaries->len; i++)
    {
      const DdCaseSummary *summary = self->summaries->pdata[i];
      GArray *of_case = g_hash_table_lookup (conflicts, summary->id);

      for (guint j = 0; of_case != NULL && j < of_case->len; j++)
        {
          const DdTimelineConflict *each = &g_array_index (of_case, DdTimelineConflict, j);

          g_string_append_printf (text, "%s%s-%s:%d-%d", text->len > 0 ? " " : "", summary->id,
                                  each->other->id, (int) ((each->range.start - NOW) / DAY),
                                  (int) ((each->range.finish - NOW) / DAY));
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_conflicts (Fixture *self, gconstpointer data)
{
  const ConflictCase *row = data;
  g_autoptr (GHashTable) conflicts = NULL;
  g_autofree char *text = NULL;

  add_cases (self, row->cases);
  conflicts = dd_timeline_find_conflicts (self->summaries, self->spans);
  text = list_conflicts (self, conflicts);
  g_assert_cmpstr (text, ==, row->conflicts);
}

/* What is over is in nobody's way. */
static void
test_done_deliveries_do_not_conflict (Fixture *self, gconstpointer data)
{
  DdCaseSpans *spans;
  g_autoptr (GHashTable) conflicts = NULL;

  add_case (self, "a", "Ada", 0, 5);
  add_case (self, "b", "Ada", 3, 5);
  add_case (self, "c", "Ada", 3, 5)->state = DD_CASE_CLOSED;
  spans = g_hash_table_lookup (self->spans, "a");
  for (guint i = 0; i < spans->spans->len; i++)
    g_array_index (spans->spans, DdCaseSpan, i).done = TRUE;
  conflicts = dd_timeline_find_conflicts (self->summaries, self->spans);
  g_assert_cmpuint (g_hash_table_size (conflicts), ==, 0);
}

static void
test_conflicts_are_bars (Fixture *self, gconstpointer data)
{
  g_autoptr (DdChart) chart = NULL;
  const DdChartRow *row;

  add_cases (self, "a:Ada:0:5 b:Ada:3:5");
  chart = make_chart (self, DD_TIMELINE_BY_CONSULTANT);
  row = dd_chart_get_row (chart, dd_chart_find_row (chart, "a"));
  g_assert_cmpuint (row->n_bars, ==, 5);
  g_assert_cmpint (dd_chart_get_bar (chart, row->first_bar + 4)->shape, ==, DD_BAR_CONFLICT);
  g_assert_cmpint (dd_chart_get_bar (chart, row->first_bar + 4)->finish, ==, NOW + 5 * DAY);
}

#define ADD(path, data, func) g_test_add (path, Fixture, data, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (group_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/groups-by/", group_cases[i].name, NULL);
      ADD (path, &group_cases[i], test_groups);
    }
  ADD ("/timeline/heading-spans-its-cases", NULL, test_heading_spans_its_cases);
  ADD ("/timeline/milestones-are-bars", NULL, test_milestones_are_bars);
  ADD ("/timeline/deadline-and-risk-are-marked", NULL, test_deadline_and_risk_are_marked);
  ADD ("/timeline/case-without-dates-has-a-row", NULL, test_case_without_dates_has_a_row);
  for (guint i = 0; i < G_N_ELEMENTS (conflict_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/timeline/conflicts/", conflict_cases[i].name, NULL);
      ADD (path, &conflict_cases[i], test_conflicts);
    }
  ADD ("/timeline/done-deliveries-do-not-conflict", NULL, test_done_deliveries_do_not_conflict);
  ADD ("/timeline/conflicts-are-bars", NULL, test_conflicts_are_bars);
  return g_test_run ();
}
