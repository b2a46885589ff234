/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "case show": how a case stands, in sentences, and its plan as "plan" prints it. */

#include "config.h"

#include "dd-command-case.h"

#include "dd-case-plan.h"
#include "dd-case-rows.h"
#include "dd-case-words.h"
#include "dd-fields.h"
#include "dd-json.h"
#include "dd-named.h"
#include "dd-plan-report.h"
#include "dd-session.h"
#include "dd-table.h"
#include "dd-text.h"
#include "delivery/dd-plan-enums.h"
#include "delivery/dd-state-words.h"
#include "plan/dd-intake.h"
#include "plan/dd-variance.h"

#include <glib/gi18n-lib.h>

/* The case's plan as "plan" would have it; NULL where the case cannot be planned. */
static DdPlanReport *
make_report (DdCasePlan *plan, GError **error)
{
  DdPlanReport *report;
  const DdPlanInputs *inputs = plan->inputs;

  if (plan->plan == NULL)
    return NULL;
  report = g_new0 (DdPlanReport, 1);
  report->service = dd_service_ref (dd_network_get_service (inputs->network));
  report->vendor = dd_calendar_ref (inputs->vendor);
  report->customer = inputs->customer != NULL ? dd_calendar_ref (inputs->customer) : NULL;
  report->basis = inputs->basis;
  report->deadline = inputs->deadline;
  report->progress = inputs->progress;
  report->now = inputs->now;
  for (guint basis = 0; basis < DD_N_BASES; basis++)
    {
      DdPlanRequest request = dd_case_plan_make_request (plan, basis);

      report->plans[basis] = dd_plan_new (inputs->network, &request, error);
      if (report->plans[basis] == NULL)
        {
          dd_plan_report_free (report);
          return NULL;
        }
    }
  report->plan = report->plans[inputs->basis];
  return report;
}

/* --- Sentences --- */

static char *
tell_ledger (DdCasePlan *plan)
{
  g_autoptr (DdLedger) ledger = dd_case_plan_make_ledger (plan);

  return ledger != NULL && ledger->minutes > 0 ? dd_ledger_to_words (ledger) : NULL;
}

static char *
tell_variance (DdCasePlan *plan)
{
  g_autoptr (DdVariance) variance = NULL;

  if (plan->baseline == NULL || plan->plan == NULL)
    return NULL;
  variance = dd_variance_new (plan->baseline, plan->plan);
  return dd_variance_to_words (variance);
}

static char *
tell_clock (DdCasePlan *plan, DdResponse response)
{
  g_autoptr (DdClock) clock = dd_case_plan_make_clock (plan, response);

  return clock != NULL ? dd_clock_explain (clock) : NULL;
}

/* A deadline, the end of its day; the others, the beginning. */
static gint64
parse_date (DdCasePlan *plan, const char *name, gboolean ends)
{
  const char *date = dd_record_get_text (plan->file->record, name);

  if (date == NULL)
    return DD_INSTANT_NONE;
  return dd_calendar_parse_instant (plan->inputs->vendor, date, ends, NULL);
}

/* On the request, as long as nothing was done for it: from then on the plan tells more. */
static char *
tell_verdict (DdCasePlan *plan)
{
  const DdPlanInputs *inputs = plan->inputs;
  DdRecord *record = plan->file->record;
  DdIntakeRequest request = DD_INTAKE_REQUEST_INIT;
  g_autoptr (DdIntake) intake = NULL;

  if (plan->plan == NULL || inputs->state != DD_CASE_REQUESTED)
    return NULL;
  request.current_version = dd_record_get_text (record, "current_version");
  request.earliest_start = parse_date (plan, "earliest_start", FALSE);
  request.ideal_start = parse_date (plan, "ideal_start", FALSE);
  request.deadline = parse_date (plan, "deadline", TRUE);
  request.reason = dd_record_get_text (record, "deadline_reason");
  request.access = dd_record_get_integer (record, "access_acknowledged") != 0;
  request.now = inputs->now;
  intake = dd_intake_new (inputs->network, inputs->vendor, inputs->customer, &request, NULL);
  return intake != NULL ? dd_intake_to_words (intake) : NULL;
}

/* --- JSON --- */

static void
add_waits (JsonBuilder *builder, DdCasePlan *plan, DdCalendar *calendar)
{
  dd_json_begin_array (builder, "waits");
  for (guint i = 0; i < plan->file->waits->len; i++)
    {
      DdRecord *wait = g_ptr_array_index (plan->file->waits, i);

      json_builder_begin_object (builder);
      dd_json_add_string (builder, "for",
                          dd_enum_get_nick (dd_party_get_type (),
                                            (int) dd_record_get_integer (wait, "party")));
      dd_json_add_string (builder, "reason", dd_record_get_text (wait, "reason"));
      dd_json_add_instant (builder, "since", calendar, dd_record_get_integer (wait, "started_at"));
      dd_json_add_instant (builder, "until", calendar, dd_record_get_integer (wait, "finished_at"));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_activities (JsonBuilder *builder, DdCasePlan *plan, DdCalendar *calendar)
{
  dd_json_begin_array (builder, "activities");
  for (guint i = 0; i < plan->file->activities->len; i++)
    {
      DdRecord *activity = g_ptr_array_index (plan->file->activities, i);

      json_builder_begin_object (builder);
      dd_json_add_string (builder, "id", dd_record_get_text (activity, "definition_id"));
      dd_json_add_string (builder, "state",
                          dd_enum_get_nick (dd_activity_state_get_type (),
                                            (int) dd_record_get_integer (activity, "state")));
      dd_json_add_instant (builder, "actual_start", calendar,
                           dd_record_get_integer (activity, "started_at"));
      dd_json_add_instant (builder, "actual_finish", calendar,
                           dd_record_get_integer (activity, "finished_at"));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* What "plan --json" prints, as a member. */
static void
add_plan (JsonBuilder *builder, const DdPlanReport *report)
{
  g_autofree char *text = report != NULL ? dd_plan_report_to_json (report) : NULL;
  JsonNode *node = text != NULL ? json_from_string (text, NULL) : json_node_new (JSON_NODE_NULL);

  json_builder_set_member_name (builder, "plan");
  json_builder_add_value (builder, node);
}

static char *
show_as_json (const DdSession *session,
              const DdCaseSummary *summary,
              DdCasePlan *plan,
              const DdPlanReport *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *ledger = tell_ledger (plan), *variance = tell_variance (plan);
  g_autofree char *first = tell_clock (plan, DD_RESPONSE_FIRST);
  g_autofree char *manager = tell_clock (plan, DD_RESPONSE_MANAGER);
  g_autofree char *verdict = tell_verdict (plan);

  json_builder_begin_object (builder);
  dd_case_rows_add_members (summary, builder, session);
  dd_json_add_string (builder, "portal_case",
                      dd_record_get_text (plan->file->record, "portal_case"));
  dd_json_add_string (builder, "note", dd_record_get_text (plan->file->record, "note"));
  dd_json_add_string (builder, "verdict", verdict);
  dd_json_add_string (builder, "first_response", first);
  dd_json_add_string (builder, "manager_contact", manager);
  dd_json_add_string (builder, "elapsed", ledger);
  dd_json_add_string (builder, "variance", variance);
  add_activities (builder, plan, session->calendar);
  add_waits (builder, plan, session->calendar);
  add_plan (builder, report);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* --- Text --- */

/* "Running", or why not. */
static char *
tell_state (const DdCaseSummary *summary)
{
  char *wait = dd_case_words_wait (summary);

  if (wait[0] != '\0')
    return wait;
  g_free (wait);
  return dd_case_words_state (summary);
}

static char *
tell_next (const DdSession *session, const DdCaseSummary *summary)
{
  g_autofree char *next = dd_case_words_next (summary);
  g_autofree char *due = dd_case_words_due (session->calendar, summary->next_due, session->now);

  if (next[0] == '\0')
    return NULL;
  /* Translators: an activity, and when it is due: "in 3 days" */
  return due[0] != '\0' ? g_strdup_printf (_ ("%s, %s"), next, due) : g_steal_pointer (&next);
}

static void
add_own (DdFields *fields, const char *label, DdCasePlan *plan, const char *name)
{
  dd_fields_add (fields, label, g_strdup (dd_record_get_text (plan->file->record, name)));
}

static void
add_facts (DdFields *fields,
           const DdSession *session,
           const DdCaseSummary *summary,
           DdCasePlan *plan)
{
  dd_fields_add (fields, _ ("Case"), g_strdup (summary->id));
  add_own (fields, _ ("Support portal"), plan, "portal_case");
  dd_fields_add (fields, _ ("Customer"), g_strdup (summary->customer));
  dd_fields_add (fields, _ ("Product"), dd_case_words_product (summary));
  dd_fields_add (fields, _ ("Manager"), g_strdup (summary->manager));
  dd_fields_add (fields, _ ("Consultant"), g_strdup (summary->consultant));
  dd_fields_add (fields, _ ("State"), tell_state (summary));
  dd_fields_add (fields, _ ("Next"), tell_next (session, summary));
  add_own (fields, _ ("Reason for the deadline"), plan, "deadline_reason");
  add_own (fields, _ ("Closing note"), plan, "closing_note");
  add_own (fields, _ ("Note"), plan, "note");
}

static void
add_judgements (DdFields *fields, DdCasePlan *plan)
{
  dd_fields_add (fields, _ ("Verdict"), tell_verdict (plan));
  dd_fields_add (fields, _ ("First response"), tell_clock (plan, DD_RESPONSE_FIRST));
  dd_fields_add (fields, _ ("Manager’s contact"), tell_clock (plan, DD_RESPONSE_MANAGER));
  dd_fields_add (fields, _ ("Elapsed"), tell_ledger (plan));
  dd_fields_add (fields, _ ("Against what was agreed"), tell_variance (plan));
  if (plan->problem != NULL)
    dd_fields_add (fields, _ ("There is no plan"), g_strdup (plan->problem->message));
}

/* The name of what @wait is about. */
static const char *
find_waiting (DdCasePlan *plan, DdRecord *wait)
{
  const char *id = dd_record_get_text (wait, "activity_id");

  for (guint i = 0; i < plan->file->activities->len && id != NULL; i++)
    if (g_str_equal (dd_record_get_id (plan->file->activities->pdata[i]), id))
      return dd_record_get_name (plan->file->activities->pdata[i]);
  return _ ("The whole case");
}

static void
append_waits (GString *text, const DdSession *session, DdCasePlan *plan)
{
  const DdTableFlags columns[] = { DD_TABLE_PLAIN, DD_TABLE_PLAIN, DD_TABLE_PLAIN,
                                   DD_TABLE_FLEXIBLE, DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));
  g_autofree char *rows = NULL;
  DdCalendar *calendar = session->calendar;

  if (plan->file->waits->len == 0)
    return;
  dd_table_add_row (table, DD_STYLE_FAINT,
                    (const char *const[]){ _ ("Waited for"), _ ("From"), _ ("To"), _ ("Reason"),
                                           _ ("Standing still") });
  for (guint i = 0; i < plan->file->waits->len; i++)
    {
      DdRecord *wait = g_ptr_array_index (plan->file->waits, i);
      DdParty party = (DdParty) dd_record_get_integer (wait, "party");
      g_autofree char *from =
          dd_case_words_day (calendar, dd_record_get_integer (wait, "started_at"), session->now);
      g_autofree char *to =
          dd_case_words_day (calendar, dd_record_get_integer (wait, "finished_at"), session->now);

      dd_table_add_row (table, DD_STYLE_PLAIN,
                        (const char *const[]){ dd_party_to_words (party), from, to,
                                               dd_record_get_text (wait, "reason"),
                                               find_waiting (plan, wait) });
    }
  rows = dd_table_to_text (table, &session->terminal);
  g_string_append_printf (text, "\n%s", rows);
}

static char *
show_as_text (const DdSession *session,
              const DdCaseSummary *summary,
              DdCasePlan *plan,
              const DdPlanReport *report)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = dd_text_to_line (g_strdup (summary->title));
  g_autoptr (DdFields) fields = dd_fields_new ();
  g_autofree char *body = NULL;

  dd_terminal_append (&session->terminal, text, DD_STYLE_HEADING, title);
  g_string_append_c (text, '\n');
  add_facts (fields, session, summary, plan);
  add_judgements (fields, plan);
  dd_fields_append (fields, text, &session->terminal);
  append_waits (text, session, plan);
  if (report != NULL)
    {
      body = dd_plan_report_to_text (report, &session->terminal);
      g_string_append_printf (text, "\n%s", body);
    }
  return g_string_free (text, FALSE);
}

/* --- The command --- */

static char *
show (DdSession *session, gpointer data, GError **error)
{
  g_autofree char *id = NULL;
  g_autoptr (DdCaseSummary) summary = NULL;
  g_autoptr (DdCasePlan) plan = NULL;
  g_autoptr (DdPlanReport) report = NULL;
  g_autoptr (GError) plan_error = NULL;

  id = dd_named_find_id (session->connection, &dd_case_entity, data, error);
  if (id == NULL)
    return NULL;
  summary = dd_case_summary_load (session->connection, id, session->calendar, error);
  if (summary == NULL)
    return NULL;
  plan = dd_case_plan_load (session->connection, id, session->now, error);
  if (plan == NULL)
    return NULL;
  report = make_report (plan, &plan_error);
  if (plan_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&plan_error));
      return NULL;
    }
  return session->json ? show_as_json (session, summary, plan, report)
                       : show_as_text (session, summary, plan, report);
}

char *
dd_command_case_show (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  const GOptionEntry entries[] = { DD_SESSION_OPTIONS (options), { NULL } };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  /* Loading a case reads from one moment by itself, in a transaction of its own. */
  return dd_session_run (line, &options, DD_SESSION_CHANGE, show, line->arguments[0], error);
}
