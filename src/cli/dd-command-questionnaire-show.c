/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-questionnaire.h"

#include "dd-form-report.h"

#include <glib/gi18n-lib.h>

static char *
show (DdSession *session, gpointer data, GError **error)
{
  g_autoptr (DdCaseForm) form = dd_form_report_load (session, data, error);

  return form != NULL ? dd_form_report_write (form, session) : NULL;
}

char *
dd_command_questionnaire_show (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  const GOptionEntry entries[] = { DD_SESSION_OPTIONS (options), { NULL } };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  /* Loading a questionnaire reads from one moment by itself. */
  return dd_session_run (line, &options, DD_SESSION_CHANGE, show, line->arguments[0], error);
}
