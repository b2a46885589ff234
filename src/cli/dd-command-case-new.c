/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-case.h"

#include "dd-case-actions.h"
#include "dd-json.h"
#include "dd-named.h"
#include "dd-option.h"
#include "dd-plan-cache.h"
#include "dd-questionnaire-finder.h"
#include "dd-service-catalog.h"
#include "dd-session.h"
#include "dd-text.h"
#include "delivery/dd-customer.h"
#include "delivery/dd-plan-enums.h"
#include "plan/dd-intake.h"

#include <glib/gi18n-lib.h>

/* The options as they are written; each is a member of DdCaseOpening, too. */
typedef struct
{
  char *customer;
  char *current_version;
  char *target_version;
  char *earliest;
  char *ideal;
  char *deadline;
  char *reason;
  char *start;
  gboolean access;
  DdService *service;    /* (owned) */
  GBytes *questionnaire; /* (owned) (nullable): what the case is asked */
} NewOptions;

static void
new_options_clear (NewOptions *options)
{
  g_free (options->customer);
  g_free (options->current_version);
  g_free (options->target_version);
  g_free (options->earliest);
  g_free (options->ideal);
  g_free (options->deadline);
  g_free (options->reason);
  g_free (options->start);
  g_clear_pointer (&options->service, dd_service_unref);
  g_clear_pointer (&options->questionnaire, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewOptions, new_options_clear)

static gboolean
parse_options (DdCommandLine *line, NewOptions *options, DdSessionOptions *session, GError **error)
{
  const GOptionEntry entries[] = {
    { "customer", 'c', 0, G_OPTION_ARG_FILENAME, &options->customer,
      N_ ("The customer; one with that name is made if there is none"), N_ ("NAME") },
    { "current-version", 0, 0, G_OPTION_ARG_FILENAME, &options->current_version,
      N_ ("The version that is installed"), N_ ("V") },
    { "target-version", 0, 0, G_OPTION_ARG_FILENAME, &options->target_version,
      N_ ("The version it is brought to"), N_ ("V") },
    { "earliest", 0, 0, G_OPTION_ARG_FILENAME, &options->earliest,
      N_ ("The earliest date on which the customer can start"), N_ ("D") },
    { "ideal", 0, 0, G_OPTION_ARG_FILENAME, &options->ideal,
      N_ ("The date on which the customer would like to start"), N_ ("D") },
    { "deadline", 0, 0, G_OPTION_ARG_FILENAME, &options->deadline,
      N_ ("The date by which it must be finished"), N_ ("D") },
    { "reason", 0, 0, G_OPTION_ARG_FILENAME, &options->reason, N_ ("Why there is a deadline"),
      N_ ("TEXT") },
    { "access", 0, 0, G_OPTION_ARG_NONE, &options->access,
      N_ ("The customer acknowledges that access will be provided"), NULL },
    { "start", 's', 0, G_OPTION_ARG_FILENAME, &options->start,
      N_ ("Plan from T, a date or an instant (default: the ideal date, the earliest, or now)"),
      N_ ("T") },
    DD_SESSION_OPTIONS (*session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return FALSE;
  if (options->customer != NULL)
    return TRUE;
  g_set_error_literal (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                       _ ("--customer is missing"));
  return FALSE;
}

/* --- The verdict --- */

static gboolean
read_request (const NewOptions *options,
              const DdSession *session,
              DdIntakeRequest *request,
              GError **error)
{
  *request = DD_INTAKE_REQUEST_INIT;
  request->current_version = options->current_version;
  request->reason = options->reason;
  request->access = options->access;
  request->now = session->now;
  return dd_option_parse_instant (session->calendar, "--earliest", options->earliest, FALSE,
                                  &request->earliest_start, error)
         && dd_option_parse_instant (session->calendar, "--ideal", options->ideal, FALSE,
                                     &request->ideal_start, error)
         && dd_option_parse_instant (session->calendar, "--deadline", options->deadline, TRUE,
                                     &request->deadline, error);
}

/* The calendar of the customer who is named, if they have one of their own. */
static gboolean
load_customer_calendar (const NewOptions *options,
                        const DdSession *session,
                        DdCalendar **calendar,
                        GError **error)
{
  g_autoptr (DdRecord) customer =
      dd_named_ensure (session->connection, &dd_customer_entity, options->customer, error);
  const char *text;

  *calendar = NULL;
  if (customer == NULL)
    return FALSE;
  text = dd_record_get_text (customer, "calendar");
  if (text == NULL)
    return TRUE;
  *calendar = dd_plan_cache_get_calendar (session->connection, text, error);
  return *calendar != NULL;
}

static DdIntake *
judge (const NewOptions *options, const DdSession *session, GError **error)
{
  g_autoptr (DdNetwork) network = dd_network_new (options->service);
  g_autoptr (DdCalendar) customer = NULL;
  DdIntakeRequest request;

  if (!read_request (options, session, &request, error)
      || !load_customer_calendar (options, session, &customer, error))
    return NULL;
  return dd_intake_new (network, session->calendar, customer, &request, error);
}

static char *
intake_to_text (const DdIntake *intake, const char *id, const DdTerminal *terminal)
{
  GString *text = g_string_new (NULL);
  g_autofree char *words = dd_intake_to_words (intake);

  g_string_append_printf (text, "%s\n", id);
  dd_text_append_paragraph (text, words, terminal->width, 0);
  for (guint i = 0; i < intake->findings->len; i++)
    {
      const DdIntakeFinding *finding = g_ptr_array_index (intake->findings, i);

      dd_text_append_paragraph (text, finding->message, terminal->width, 0);
    }
  return g_string_free (text, FALSE);
}

static const char *
get_finding_kind (DdIntakeFindingKind kind)
{
  switch (kind)
    {
    case DD_INTAKE_MISSING:
      return "missing";
    case DD_INTAKE_PAST:
      return "past";
    case DD_INTAKE_CONTRADICTION:
      return "contradiction";
    case DD_INTAKE_GATE:
      return "gate";
    }
  g_return_val_if_reached (NULL);
}

static void
add_findings (JsonBuilder *builder, const DdIntake *intake)
{
  dd_json_begin_array (builder, "findings");
  for (guint i = 0; i < intake->findings->len; i++)
    {
      const DdIntakeFinding *finding = g_ptr_array_index (intake->findings, i);

      dd_json_begin_object (builder, NULL);
      dd_json_add_string (builder, "field", dd_intake_field_get_id (finding->field));
      dd_json_add_string (builder, "kind", get_finding_kind (finding->kind));
      dd_json_add_string (builder, "gate", finding->gate);
      dd_json_add_string (builder, "message", finding->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* DD_INSTANT_MAX is a finish beyond all calendars. */
static void
add_bases (JsonBuilder *builder, const char *name, const DdIntake *intake, const gint64 *instants)
{
  dd_json_begin_object (builder, name);
  for (DdBasis basis = 0; basis < DD_N_BASES; basis++)
    dd_json_add_instant (builder, dd_enum_get_nick (dd_basis_get_type (), basis), intake->calendar,
                         instants[basis] < DD_INSTANT_MAX ? instants[basis] : DD_INSTANT_NONE);
  json_builder_end_object (builder);
}

static char *
intake_to_json (const DdIntake *intake, const char *id)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autofree char *words = dd_intake_to_words (intake);

  json_builder_begin_object (builder);
  dd_json_add_string (builder, "id", id);
  dd_json_add_string (builder, "verdict", dd_verdict_to_text (intake->verdict));
  dd_json_add_string (builder, "words", words);
  dd_json_add_instant (builder, "deadline", intake->calendar, intake->deadline);
  add_bases (builder, "finish", intake, intake->ideal_finish);
  add_bases (builder, "latest_start", intake, intake->latest_start);
  add_findings (builder, intake);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* --- The case --- */

/* Where the plan starts: as the verdict was given, unless it is said. */
static gboolean
choose_start (const NewOptions *options,
              const DdSession *session,
              const DdIntake *intake,
              gint64 *start,
              GError **error)
{
  if (!dd_option_parse_instant (session->calendar, "--start", options->start, FALSE, start, error))
    return FALSE;
  if (options->start == NULL)
    *start = intake->ideal_start;
  return TRUE;
}

static char *
open_case (DdSession *session, gpointer data, GError **error)
{
  const NewOptions *options = data;
  g_autoptr (DdIntake) intake = judge (options, session, error);
  g_autofree char *id = NULL;
  const DdActor actor = { session->user, session->now };
  DdCaseOpening opening = {
    .service = options->service,
    .questionnaire = options->questionnaire,
    .customer = options->customer,
    .current_version = options->current_version,
    .target_version = options->target_version,
    .earliest_start = options->earliest,
    .ideal_start = options->ideal,
    .deadline = options->deadline,
    .deadline_reason = options->reason,
    .access_acknowledged = options->access,
  };

  if (intake == NULL || !choose_start (options, session, intake, &opening.start, error)
      || !dd_case_actions_open (session->connection, &actor, &opening, &id, error))
    return NULL;
  return session->json ? intake_to_json (intake, id)
                       : intake_to_text (intake, id, &session->terminal);
}

/* A service that nothing is asked for is none the worse; a broken questionnaire is told. */
static gboolean
find_questionnaire (NewOptions *options, GError **error)
{
  g_autofree char *folder = dd_questionnaire_finder_user_folder ();
  g_autoptr (DdQuestionnaire) questionnaire = NULL;

  return dd_questionnaire_finder_find (folder, options->service->id, &questionnaire,
                                       &options->questionnaire, error);
}

char *
dd_command_case_new (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) session = { NULL };
  g_auto (NewOptions) options = { NULL };

  if (!parse_options (line, &options, &session, error))
    return NULL;
  options.service = dd_service_catalog_load (line->arguments[0], error);
  if (options.service == NULL || !find_questionnaire (&options, error))
    return NULL;
  return dd_session_run (line, &session, DD_SESSION_CREATE, open_case, &options, error);
}
