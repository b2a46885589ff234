/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The two services that ship, against what their documents print: CX Process, version 17, and
 * Messenger, version 28.
 */
#include "config.h"

#include "lint/dd-lint-path.h"
#include "plan/dd-plan.h"
#include "service-fixture.h"
#include "service/dd-service-writer.h"

/* A row of the process table; a cell that is blank is NULL. */
typedef struct
{
  const char *phase;
  const char *milestone;
  const char *name;
  const char *owner;    /* as printed in this row */
  const char *plans;    /* whom Drydock gives it to */
  const char *duration; /* as printed in this row, or in a merged cell above */
  const char *kind;
  gint64 minutes[DD_N_BASES];
} Row;

#define NOTHING                                                                                    \
  {                                                                                                \
    0, 0, 0                                                                                        \
  }
#define DAYS(n)                                                                                    \
  {                                                                                                \
    (n) * 480, (n) *480, (n) *480                                                                  \
  }
#define HOURS(n)                                                                                   \
  {                                                                                                \
    (n) * 60, (n) *60, (n) *60                                                                     \
  }
/* A fourth of one to two weeks. */
#define FOURTH                                                                                     \
  {                                                                                                \
    600, 600, 1200                                                                                 \
  }

#define CUSTOMER   "customer"
#define CONSULTANT "consultant"
#define MANAGER    "manager"
#define BOTH       "customer consultant"

static const Row cx_process_rows[] = {
  { "Initiation", "Upgrade Request", "Create Request Case", CUSTOMER, CUSTOMER, "N/A", "event",
    NOTHING },
  { "Initiation", "Upgrade Request", "Respond to Request", CONSULTANT, CONSULTANT, "1 day", "task",
    DAYS (1) },
  { "Initiation", "Upgrade Request", "Acknowledge Request Formally", MANAGER, MANAGER, "1 day",
    "task", DAYS (1) },
  { "Initiation", "Project Set Up", "Set Up Project Framework", CONSULTANT, CONSULTANT, "2 days",
    "task", DAYS (2) },
  { "Preparation", "Upgrade Preparation", "Prepare for Upgrade", CONSULTANT, CONSULTANT, "1 day",
    "task", DAYS (1) },
  { "Preparation", "Upgrade Preparation", "Prepare Environment for Upgrade", CUSTOMER, CUSTOMER,
    "1 day", "task", DAYS (1) },
  { "Preparation", "", "Access and Software in Place", CUSTOMER, CUSTOMER, NULL, "gate", NOTHING },
  { "Execution", "Upgrade Delivery", "Backup Configuration Files", CONSULTANT, CONSULTANT, "1 day",
    "task", HOURS (2) },
  { "Execution", "Upgrade Delivery", "Upgrade Dev or Staging Environment", NULL, CONSULTANT,
    "1 day", "task", HOURS (2) },
  { "Execution", "Upgrade Delivery", "Test", NULL, CONSULTANT, "1 day", "task", HOURS (2) },
  { "Execution", "Upgrade Delivery", "Fix Issues and Retest", NULL, CONSULTANT, "1 day", "task",
    HOURS (2) },
  { "Post Execution", "Upgrade Hand-off", "Create Playbook", CONSULTANT, CONSULTANT, "2 days",
    "task", DAYS (1) },
  { "Post Execution", "Upgrade Hand-off", "Deliver Playbook", CUSTOMER, CUSTOMER, "2 days", "task",
    DAYS (1) },
  { "Post Execution", "Upgrade Hand-off", "Review change request and review", BOTH, BOTH, "2 days",
    "task", DAYS (1) },
  { "Post Execution", "Upgrade Hand-off", "Delivery Final Playbook", CONSULTANT, CONSULTANT,
    "2 days", "task", DAYS (1) },
  { "Post Execution", "On-Call Support", "Post Upgrade Support", CONSULTANT, CONSULTANT,
    "Max 1 week", "window", DAYS (5) },
};

static const Row messenger_rows[] = {
  { "Initiation", "Upgrade Request", "Create Request Case", CUSTOMER, CUSTOMER, "N/A", "event",
    NOTHING },
  { "Initiation", "Upgrade Request", "Respond to Request", CONSULTANT, CONSULTANT, "1 day", "task",
    DAYS (1) },
  { "Initiation", "Upgrade Request", "Acknowledge Request Formally", MANAGER, MANAGER, "1 day",
    "task", DAYS (1) },
  { "Initiation", "Project Set Up", "Set Up Project Framework", CONSULTANT, CONSULTANT, "2 days",
    "task", DAYS (2) },
  { "Preparation", "Upgrade Preparation", "Prepare for Upgrade", CONSULTANT, CONSULTANT, "1 day",
    "task", HOURS (4) },
  { "Preparation", "Upgrade Preparation", "Prepare Environment for Upgrade", NULL, CONSULTANT,
    "1 day", "task", HOURS (4) },
  { "Preparation", "", "Access and Documentation in Place", BOTH, BOTH, NULL, "gate", NOTHING },
  { "Execution", "Upgrade Delivery", "Backup Configuration Files", CONSULTANT, CONSULTANT,
    "1 - 2 weeks", "task", FOURTH },
  { "Execution", "Upgrade Delivery", "Upgrade a Development or a Staging Environment", NULL,
    CONSULTANT, "1 - 2 weeks", "task", FOURTH },
  { "Execution", "Upgrade Delivery", "Test", NULL, CONSULTANT, "1 - 2 weeks", "task", FOURTH },
  { "Execution", "Upgrade Delivery", "Fix Issues and Retest", NULL, CONSULTANT, "1 - 2 weeks",
    "task", FOURTH },
  { "Execution", "Upgrade Hand-off", "Deliver Upgrade Resources", NULL, CONSULTANT, NULL, "event",
    NOTHING },
  { "Post Execution", "Upgrade Hand-off", "Create Playbook", CONSULTANT, CONSULTANT, "2 days",
    "task", DAYS (1) },
  { "Post Execution", "Upgrade Hand-off", "Deliver Playbook", NULL, CONSULTANT, "2 days", "task",
    DAYS (1) },
  { "Post Execution", "Upgrade Hand-off", "Review change request and review", BOTH, BOTH, "2 days",
    "task", DAYS (2) },
  { "Post Execution", "", "On-call support", CONSULTANT, CONSULTANT, "Max 1 week", "window",
    DAYS (5) },
};

typedef struct
{
  const char *id;
  const char *name;
  const char *certainty;
  const char *wording;
} Exclusion;

static const Exclusion cx_process_exclusions[] = {
  { "no-access", "No Access", "will", "will be required" },
  { "other-environments", "Multiple Environment Assistance", "would", "would be required" },
  { "custom-components", "Non-Standard components", "may", "may be necessary" },
};

static const Exclusion messenger_exclusions[] = {
  { "no-access", "No Access", "will", "will be required" },
  { "other-environments", "Multiple Environment Assistance", "would", "would be required" },
  { "custom-components", "Customized Plugins or Services", "would", "would be required" },
};

typedef struct
{
  const char *section;
  const char *documented;
  const char *from;
  const char *to;
  const char *duration;
} Headline;

static const Headline cx_process_headlines[] = {
  { "Next Steps", "within 1 business day", "Respond to Request", "Respond to Request", "1d" },
  { "Process Detail", "within 1 day", "Acknowledge Request Formally",
    "Acknowledge Request Formally", "1d" },
  { "Timeline", "typically takes 1 week", "Backup Configuration Files", "Delivery Final Playbook",
    "1w" },
  { "FAQs", "typically takes 1 week", "Backup Configuration Files", "Delivery Final Playbook",
    "1w" },
};

static const Headline messenger_headlines[] = {
  { "Next Steps", "within 1 business day", "Respond to Request", "Respond to Request", "1d" },
  { "Process Detail", "within 1 day", "Acknowledge Request Formally",
    "Acknowledge Request Formally", "1d" },
  { "Timeline", "typically takes 2 weeks", "Backup Configuration Files",
    "Review change request and review", "2w" },
  { "FAQs", "typically take a week", "Backup Configuration Files", "Fix Issues and Retest", "1w" },
};

/* What the fields of the request are called, with the type each is asked as. */
typedef struct
{
  const char *label;
  const char *type;
} Field;

static const Field cx_process_fields[] = {
  { "Current CX Process Version", "version" },
  { "Earliest Start Date", "date" },
  { "Ideal Start Date", "date" },
  { "Deadline Date for Completion", "date" },
  { "Reason for the Deadline Date", "paragraph" },
  { "Acknowledgement that access to a development or staging system will be provided",
    "acknowledgement" },
};

static const Field messenger_fields[] = {
  { "Current Aurea Messenger Version", "version" },
  { "Earliest Start Date", "date" },
  { "Ideal Start Date", "date" },
  { "Deadline Date for Completion", "date" },
  { "Reason for the Deadline Date", "paragraph" },
  { "Acknowledge that access to a development or staging system will be provided",
    "acknowledgement" },
};

/* One service, and what its document prints. */
typedef struct
{
  const char *id;
  const char *product;
  const char *document_version;
  const char *portal; /* NULL: the address is not printed */
  const Row *rows;
  guint n_rows;
  const Exclusion *exclusions;
  guint n_exclusions;
  const Headline *headlines;
  guint n_headlines;
  const Field *fields;
  guint n_fields;
  const char *inputs;      /* ids */
  const char *gate_inputs; /* ids */
  int days[DD_N_BASES];    /* from the request to the final Playbook */
} Shipped;

static const Shipped shipped[] = {
  {
      .id = "cx-process",
      .product = "CX Process",
      .document_version = "17",
      .portal = "https://support.aurea.com/",
      .rows = cx_process_rows,
      .n_rows = G_N_ELEMENTS (cx_process_rows),
      .exclusions = cx_process_exclusions,
      .n_exclusions = G_N_ELEMENTS (cx_process_exclusions),
      .headlines = cx_process_headlines,
      .n_headlines = G_N_ELEMENTS (cx_process_headlines),
      .fields = cx_process_fields,
      .n_fields = G_N_ELEMENTS (cx_process_fields),
      .inputs = "information access documents software",
      .gate_inputs = "access software",
      .days = { 10, 10, 10 },
  },
  {
      .id = "messenger",
      .product = "Messenger",
      .document_version = "28",
      .portal = NULL,
      .rows = messenger_rows,
      .n_rows = G_N_ELEMENTS (messenger_rows),
      .exclusions = messenger_exclusions,
      .n_exclusions = G_N_ELEMENTS (messenger_exclusions),
      .headlines = messenger_headlines,
      .n_headlines = G_N_ELEMENTS (messenger_headlines),
      .fields = messenger_fields,
      .n_fields = G_N_ELEMENTS (messenger_fields),
      .inputs = "information access documents",
      .gate_inputs = "access documents",
      .days = { 14, 14, 19 },
  },
};

/* --- What each document says --- */

static void
test_identity (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);

  g_assert_cmpstr (service->id, ==, expected->id);
  g_assert_cmpstr (service->product, ==, expected->product);
  g_assert_cmpstr (service->document_version, ==, expected->document_version);
  g_assert_cmpstr (service->recurrence, ==, "1y");
  g_assert_cmpstr (service->eligibility->program, ==, "platinum");
  g_assert_cmpstr (service->eligibility->deployment, ==, "on-premise");
}

static void
assert_row (const DdActivity *activity, const Row *row)
{
  g_autofree char *owner = dd_owner_to_text (activity->owner);

  g_assert_cmpstr (activity->name, ==, row->name);
  g_assert_cmpstr (activity->cell->milestone->phase->name, ==, row->phase);
  g_assert_cmpstr (activity->cell->milestone->name, ==, row->milestone);
  g_assert_cmpint (activity->owner_printed, ==, row->owner != NULL);
  g_assert_cmpstr (owner, ==, row->plans);
  g_assert_cmpstr (activity->cell->documented, ==, row->duration);
  g_assert_cmpstr (dd_activity_kind_to_text (activity->kind), ==, row->kind);
  g_assert_cmpuint (activity->details->len, >, 0);
}

static void
test_rows (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);

  g_assert_cmpuint (service->activities->len, ==, expected->n_rows);
  for (guint i = 0; i < expected->n_rows; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);

      g_test_message ("%s", expected->rows[i].name);
      assert_row (activity, &expected->rows[i]);
      for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
        g_assert_cmpint (dd_service_activity_minutes (service, activity, basis, 480, 5), ==,
                         expected->rows[i].minutes[basis]);
    }
}

/* Who shares a cell, and whether side by side: CX Process has two owners prepare at once. */
static void
test_parallel (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);

  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      gboolean side_by_side =
          g_str_equal (expected->id, "cx-process") && g_str_has_prefix (activity->name, "Prepare ");

      g_assert_cmpint (activity->cell->parallel, ==, side_by_side);
    }
}

static void
assert_ids (GPtrArray *ids, const char *expected)
{
  g_autofree char *joined = NULL;

  g_ptr_array_add (ids, NULL);
  joined = g_strjoinv (" ", (char **) ids->pdata);
  g_assert_cmpstr (joined, ==, expected);
}

static void
test_inputs (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (GPtrArray) needed = g_ptr_array_new ();

  for (guint i = 0; i < service->inputs->len; i++)
    g_ptr_array_add (inputs, ((DdInput *) g_ptr_array_index (service->inputs, i))->id);
  assert_ids (inputs, expected->inputs);

  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      for (guint j = 0; j < activity->inputs->len; j++)
        g_ptr_array_add (needed, g_ptr_array_index (activity->inputs, j));
    }
  assert_ids (needed, expected->gate_inputs);
}

static void
test_request (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);

  g_assert_cmpstr (service->request_title, ==,
                   "[Customer Name] - Platinum Services Request: Managed Upgrade");
  g_assert_cmpstr (service->request_portal, ==, expected->portal);
  g_assert_cmpuint (service->request_fields->len, ==, expected->n_fields);
  for (guint i = 0; i < expected->n_fields; i++)
    {
      const DdRequestField *field = g_ptr_array_index (service->request_fields, i);

      g_assert_cmpstr (field->label, ==, expected->fields[i].label);
      g_assert_cmpstr (field->type, ==, expected->fields[i].type);
      g_assert_true (field->required);
    }
  g_assert_cmpuint (service->next_steps->len, ==, 3);
}

static void
test_exclusions (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);

  g_assert_cmpuint (service->exclusions->len, ==, expected->n_exclusions);
  for (guint i = 0; i < expected->n_exclusions; i++)
    {
      const DdExclusion *exclusion = g_ptr_array_index (service->exclusions, i);

      g_assert_cmpstr (exclusion->id, ==, expected->exclusions[i].id);
      g_assert_cmpstr (exclusion->name, ==, expected->exclusions[i].name);
      g_assert_cmpstr (exclusion->certainty, ==, expected->exclusions[i].certainty);
      g_assert_cmpstr (exclusion->wording, ==, expected->exclusions[i].wording);
      g_assert_cmpstr (exclusion->effect, ==, "paid-engagement");
      g_assert_cmpuint (exclusion->when->len, >, 0);
    }
}

static void
test_headlines (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);

  g_assert_cmpuint (service->headlines->len, ==, expected->n_headlines);
  for (guint i = 0; i < expected->n_headlines; i++)
    {
      const DdHeadline *headline = g_ptr_array_index (service->headlines, i);
      const Headline *stated = &expected->headlines[i];
      g_autofree char *duration = dd_duration_to_text (&headline->duration);

      g_assert_cmpstr (headline->section, ==, stated->section);
      g_assert_cmpstr (headline->documented, ==, stated->documented);
      g_assert_cmpstr (dd_service_find_activity (service, headline->from)->name, ==, stated->from);
      g_assert_cmpstr (dd_service_find_activity (service, headline->to)->name, ==, stated->to);
      g_assert_cmpstr (duration, ==, stated->duration);
    }
}

/* What has no table above is at least all there. */
static void
test_counts (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);
  const DdSentence *fourth = g_ptr_array_index (service->steps, 3);

  g_assert_cmpuint (service->summaries->len, ==, 1);
  g_assert_cmpuint (service->frequencies->len, ==, 1);
  g_assert_cmpuint (service->outputs->len, ==, 2);
  g_assert_cmpuint (service->steps->len, ==, 6);
  g_assert_cmpuint (fourth->parts->len, ==, 3);
  g_assert_cmpuint (service->timeline->len, ==, 2);
  g_assert_cmpuint (service->questions->len, ==, 5);
  g_assert_cmpuint (service->phases->len, ==, 4);
}

/* --- Every piece says where it comes from --- */

static void
assert_sections (GPtrArray *sentences)
{
  for (guint i = 0; i < sentences->len; i++)
    {
      const DdSentence *sentence = g_ptr_array_index (sentences, i);

      g_test_message ("%s", sentence->text);
      g_assert_nonnull (sentence->section);
      assert_sections (sentence->parts);
    }
}

static void
test_sections (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);

  assert_sections (service->summaries);
  assert_sections (service->frequencies);
  assert_sections (service->outputs);
  assert_sections (service->steps);
  assert_sections (service->timeline);
  assert_sections (service->next_steps);
  g_assert_nonnull (service->eligibility->section);
  g_assert_nonnull (service->request_section);
  for (guint i = 0; i < service->inputs->len; i++)
    g_assert_nonnull (((DdInput *) g_ptr_array_index (service->inputs, i))->section);
  for (guint i = 0; i < service->exclusions->len; i++)
    g_assert_nonnull (((DdExclusion *) g_ptr_array_index (service->exclusions, i))->section);
  for (guint i = 0; i < service->headlines->len; i++)
    g_assert_nonnull (((DdHeadline *) g_ptr_array_index (service->headlines, i))->section);
  for (guint i = 0; i < service->questions->len; i++)
    g_assert_nonnull (((DdQuestionAnswer *) g_ptr_array_index (service->questions, i))->section);
  for (guint i = 0; i < service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (service->activities, i);
      g_assert_true (activity->section != NULL || activity->cell->section != NULL);
    }
}

/* --- What comes of it --- */

static void
test_total (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);
  g_autoptr (DdNetwork) network = dd_network_new (service);

  for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
    g_assert_cmpint (dd_lint_path_total (network, basis), ==, expected->days[basis] * 480);
}

/* CX Process, "Timeline": 1 week from the gate to the final Playbook is what the rows take. */
static void
test_cx_process_week (void)
{
  g_autoptr (DdService) service = fixture_shipped ("cx-process");
  g_autoptr (DdNetwork) network = dd_network_new (service);
  const DdActivity *from = dd_service_find_activity (service, "backup");
  const DdActivity *to = dd_service_find_activity (service, "deliver-final-playbook");

  for (DdBasis basis = DD_BASIS_SHORT; basis < DD_N_BASES; basis++)
    g_assert_cmpint (dd_lint_path_between (network, from, to, basis), ==, 5 * 480);
}

/* The first and the last day of the plan, in UTC, from a Tuesday. */
typedef struct
{
  const char *id;
  DdBasis basis;
  const char *finish;
} Dates;

static void
test_dates (void)
{
  static const Dates dates[] = {
    { "cx-process", DD_BASIS_TYPICAL, "2026-12-14T17:00:00Z" },
    { "cx-process", DD_BASIS_CAUTIOUS, "2026-12-14T17:00:00Z" },
    { "messenger", DD_BASIS_TYPICAL, "2026-12-18T17:00:00Z" },
    { "messenger", DD_BASIS_CAUTIOUS, "2026-12-25T17:00:00Z" },
  };
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  DdPlanRequest request = DD_PLAN_REQUEST_INIT;

  request.vendor = calendar;
  request.start = dd_calendar_day_start (calendar, 2026, 12, 1);
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autoptr (DdService) service = fixture_shipped (dates[i].id);
      g_autoptr (DdNetwork) network = dd_network_new (service);
      g_autoptr (DdPlan) plan = NULL;
      g_autoptr (GDateTime) finish = NULL;
      g_autofree char *text = NULL;

      request.basis = dates[i].basis;
      plan = dd_plan_new (network, &request, NULL);
      finish = g_date_time_new_from_unix_utc (dd_plan_get_finish (plan));
      text = g_date_time_format_iso8601 (finish);
      g_assert_cmpstr (text, ==, dates[i].finish);
    }
}

/* The file is written as Drydock writes it, but for its comments. */
static void
test_canonical (gconstpointer data)
{
  const Shipped *expected = data;
  g_autoptr (DdService) service = fixture_shipped (expected->id);
  g_autoptr (GBytes) bytes = fixture_shipped_file (expected->id);
  g_autofree char *file = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *written = dd_service_to_xml (service);
  g_autoptr (GRegex) comment = g_regex_new ("<!--.*?-->\n", G_REGEX_DOTALL, 0, NULL);
  g_autofree char *bare = g_regex_replace_literal (comment, file, -1, 0, "", 0, NULL);

  g_assert_cmpstr (written, ==, bare);
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    const char *name;
    GTestDataFunc test;
  } tests[] = {
    { "identity", test_identity },   { "rows", test_rows },
    { "parallel", test_parallel },   { "inputs", test_inputs },
    { "request", test_request },     { "exclusions", test_exclusions },
    { "headlines", test_headlines }, { "counts", test_counts },
    { "sections", test_sections },   { "total", test_total },
    { "canonical", test_canonical },

  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (shipped); i++)
    for (guint j = 0; j < G_N_ELEMENTS (tests); j++)
      {
        g_autofree char *path = g_strdup_printf ("/shipped/%s/%s", shipped[i].id, tests[j].name);
        g_test_add_data_func (path, &shipped[i], tests[j].test);
      }
  g_test_add_func ("/shipped/dates", test_dates);
  g_test_add_func ("/shipped/cx-process/week", test_cx_process_week);
  return g_test_run ();
}
