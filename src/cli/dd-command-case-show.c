/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "case show": how a case stands, in sentences, and its plan as "plan" prints it. */

#include "config.h"

#include "dd-command-case.h"

#include "dd-case-plan.h"
#include "dd-case-rows.h"
#include "dd-json.h"
#include "dd-named.h"
#include "dd-plan-report.h"
#include "dd-session.h"
#include "dd-text.h"
#include "delivery/dd-plan-enums.h"
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

  json_builder_begin_object (builder);
  dd_case_rows_add_members (summary, builder, session);
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

/* "LABEL: SENTENCE" as a paragraph; NULL is nothing. */
static void
append_told (GString *text, const char *label, const char *sentence, int width)
{
  g_autofree char *line = NULL;

  if (sentence == NULL)
    return;
  /* Translators: what is told, and the sentence that tells it: "Elapsed: 23 days: …" */
  line = g_strdup_printf (_ ("%s: %s"), label, sentence);
  dd_text_append_paragraph (text, line, width, 0);
}

static char *
show_as_text (DdSession *session,
              const DdCaseSummary *summary,
              DdCasePlan *plan,
              const DdPlanReport *report,
              GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *told = dd_case_rows_tell_one (summary->id, session, error);
  g_autofree char *ledger = tell_ledger (plan), *variance = tell_variance (plan);
  g_autofree char *first = tell_clock (plan, DD_RESPONSE_FIRST);
  g_autofree char *manager = tell_clock (plan, DD_RESPONSE_MANAGER);
  g_autofree char *body = NULL;
  int width = session->terminal.width;

  if (told == NULL)
    return NULL;
  dd_terminal_append (&session->terminal, text, DD_STYLE_HEADING, summary->title);
  g_string_append_c (text, '\n');
  dd_text_append_paragraph (text, g_strchomp (told), width, 0);
  append_told (text, _ ("First response"), first, width);
  append_told (text, _ ("Manager’s contact"), manager, width);
  append_told (text, _ ("Elapsed"), ledger, width);
  append_told (text, _ ("Against what was agreed"), variance, width);
  if (plan->problem != NULL)
    append_told (text, _ ("There is no plan"), plan->problem->message, width);
  if (report == NULL)
    return g_string_free (g_steal_pointer (&text), FALSE);
  body = dd_plan_report_to_text (report, &session->terminal);
  g_string_append_printf (text, "\n%s", body);
  return g_string_free (g_steal_pointer (&text), FALSE);
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
                       : show_as_text (session, summary, plan, report, error);
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
