/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-plan.h"

#include "dd-calendar-file.h"
#include "dd-option.h"
#include "dd-plan-report.h"
#include "dd-service-catalog.h"
#include "delivery/dd-field.h"
#include "delivery/dd-plan-enums.h"

#include <glib/gi18n-lib.h>

/* The options as they are written, before any is judged. */
typedef struct
{
  char *start;
  char *finish;
  char *basis;
  char *calendar;
  char *customer_calendar;
  char *forecast;
  char *seed;
  gboolean json;
} PlanOptions;

static void
plan_options_clear (PlanOptions *options)
{
  g_free (options->start);
  g_free (options->finish);
  g_free (options->basis);
  g_free (options->calendar);
  g_free (options->customer_calendar);
  g_free (options->forecast);
  g_free (options->seed);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PlanOptions, plan_options_clear)

static gboolean
parse_options (DdCommandLine *line, PlanOptions *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "start", 's', 0, G_OPTION_ARG_FILENAME, &options->start,
      N_ ("Plan from T, a date (its beginning) or an ISO 8601 instant"), N_ ("T") },
    { "finish", 'f', 0, G_OPTION_ARG_FILENAME, &options->finish,
      N_ ("Count back from T, a date (its end) or an instant; with --start, check against it"),
      N_ ("T") },
    { "basis", 'b', 0, G_OPTION_ARG_FILENAME, &options->basis,
      N_ ("End of the documented ranges: short, typical (default) or cautious"), N_ ("BASIS") },
    { "calendar", 'c', 0, G_OPTION_ARG_FILENAME, &options->calendar,
      N_ ("The vendor’s working calendar (default: Monday to Friday 09:00–17:00)"), N_ ("FILE") },
    { "customer-calendar", 'C', 0, G_OPTION_ARG_FILENAME, &options->customer_calendar,
      N_ ("The customer’s working calendar (default: the vendor’s)"), N_ ("FILE") },
    { "forecast", 0, 0, G_OPTION_ARG_FILENAME, &options->forecast,
      N_ ("Forecast the finish from so many drawn plans"), N_ ("RUNS") },
    { "seed", 0, 0, G_OPTION_ARG_FILENAME, &options->seed,
      N_ ("What the forecast draws from: the same seed, the same answer (default: 1)"), N_ ("N") },
    DD_COMMAND_OPTION_JSON (options->json),
    { NULL },
  };

  return dd_command_line_parse (line, entries, error);
}

/* What can be said of the options before anything is read. */
static gboolean
check_options (const PlanOptions *options, GError **error)
{
  if (options->start == NULL && options->finish == NULL)
    g_set_error_literal (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                         _ ("--start or --finish is missing"));
  else if (options->seed != NULL && options->forecast == NULL)
    g_set_error_literal (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                         _ ("--seed is for --forecast, which is missing"));
  else
    return TRUE;
  return FALSE;
}

static gboolean
parse_basis (const char *text, DdBasis *basis, GError **error)
{
  gint64 value;

  if (text == NULL)
    return TRUE;
  if (dd_enum_find (dd_basis_get_type (), text, &value))
    {
      *basis = (DdBasis) value;
      return TRUE;
    }
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
               _ ("--basis: %s is not one of short, typical and cautious"), text);
  return FALSE;
}

/* The calendar in the file at @path; without one the usual week in the machine's zone. */
static DdCalendar *
load_vendor (const char *path, GError **error)
{
  if (path == NULL)
    return dd_calendar_new_default (NULL, error);
  return dd_calendar_file_load (path, error);
}

/* Reads what the options name and plans it. */
static DdPlanReport *
make_report (DdCommandLine *line, const PlanOptions *options, GError **error)
{
  g_autoptr (DdService) service = NULL;
  g_autoptr (DdCalendar) vendor = NULL;
  g_autoptr (DdCalendar) customer = NULL;
  DdPlanQuestion question = { .basis = DD_BASIS_TYPICAL };
  guint64 runs = 0;

  question.seed = 1;
  if (!check_options (options, error) || !parse_basis (options->basis, &question.basis, error)
      || !dd_option_parse_number ("--forecast", options->forecast, 1, DD_FORECAST_MAX_RUNS, &runs,
                                  error)
      || !dd_option_parse_number ("--seed", options->seed, 0, G_MAXINT64, &question.seed, error))
    return NULL;
  service = dd_service_catalog_load (line->arguments[0], error);
  if (service == NULL)
    return NULL;
  vendor = load_vendor (options->calendar, error);
  if (vendor == NULL)
    return NULL;
  if (options->customer_calendar != NULL)
    {
      customer = dd_calendar_file_load (options->customer_calendar, error);
      if (customer == NULL)
        return NULL;
    }
  if (!dd_option_parse_instant (vendor, "--start", options->start, FALSE, &question.start, error)
      || !dd_option_parse_instant (vendor, "--finish", options->finish, TRUE, &question.deadline,
                                   error))
    return NULL;
  question.service = service;
  question.vendor = vendor;
  question.customer = customer;
  question.runs = (guint) runs;
  return dd_plan_report_new (&question, error);
}

char *
dd_command_plan (DdCommandLine *line, GError **error)
{
  g_auto (PlanOptions) options = { NULL };
  g_autoptr (DdPlanReport) report = NULL;

  if (!parse_options (line, &options, error))
    return NULL;
  report = make_report (line, &options, error);
  if (report == NULL)
    return NULL;
  return options.json ? dd_plan_report_to_json (report)
                      : dd_plan_report_to_text (report, &line->terminal);
}
