/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is done with a case: each command is one step with the options that it needs. */

#include "config.h"

#include "dd-command-case.h"

#include "dd-case-actions.h"
#include "dd-case-rows.h"
#include "dd-named.h"
#include "dd-option.h"
#include "delivery/dd-plan-enums.h"

#include <glib/gi18n-lib.h>

/* The options as they are written, of all commands. */
typedef struct
{
  char *at;
  char *text;
  char *party;
  gboolean cancelled;
  DdSessionOptions session;
} StepOptions;

static void
step_options_clear (StepOptions *options)
{
  g_free (options->at);
  g_free (options->text);
  g_free (options->party);
  dd_session_options_clear (&options->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StepOptions, step_options_clear)

#define OPTION_AT(options)                                                                         \
  {                                                                                                \
    "at", 't', 0, G_OPTION_ARG_FILENAME, &(options).at,                                            \
        N_ ("When it was done, a date or an instant (default: now)"), N_ ("T")                     \
  }

/* What is to be done in the session. */
typedef struct
{
  const char *case_id; /* as much of it as was given */
  const char *at;      /* (nullable) */
  DdCaseStep step;
} Doing;

static char *
take_step (DdSession *session, gpointer data, GError **error)
{
  const Doing *self = data;
  DdActor actor = { .user = session->user, .now = session->now };
  g_autofree char *id = NULL;

  if (self->at != NULL
      && !dd_option_parse_instant (session->calendar, "--at", self->at, FALSE, &actor.at, error))
    return NULL;
  id = dd_named_find_id (session->connection, &dd_case_entity, self->case_id, error);
  if (id == NULL || !dd_case_actions_take (session->connection, &actor, id, &self->step, error))
    return NULL;
  return dd_case_rows_tell_one (id, session, error);
}

/* Takes the step of @kind for @line, which is parsed: its first argument is the case, its second,
 * if there is one, the activity. */
static char *
run (DdCommandLine *line,
     const StepOptions *options,
     DdCaseStepKind kind,
     DdParty party,
     GError **error)
{
  Doing doing = {
    .case_id = line->arguments[0],
    .at = options->at,
    .step = { kind, line->arguments[1], options->text, party, NULL },
  };

  return dd_session_run (line, &options->session, DD_SESSION_CHANGE, take_step, &doing, error);
}

static gboolean
require (const char *option, const char *value, GError **error)
{
  if (value != NULL)
    return TRUE;
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, _ ("%s is missing"), option);
  return FALSE;
}

char *
dd_command_case_start (DdCommandLine *line, GError **error)
{
  g_auto (StepOptions) options = { NULL };
  const GOptionEntry entries[] = {
    OPTION_AT (options),
    DD_SESSION_OPTIONS (options.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  return run (line, &options, DD_CASE_STEP_START, DD_PARTY_CUSTOMER, error);
}

char *
dd_command_case_done (DdCommandLine *line, GError **error)
{
  g_auto (StepOptions) options = { NULL };
  const GOptionEntry entries[] = {
    OPTION_AT (options),
    { "evidence", 'e', 0, G_OPTION_ARG_FILENAME, &options.text, N_ ("Why a gate counts as met"),
      N_ ("TEXT") },
    DD_SESSION_OPTIONS (options.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  return run (line, &options, DD_CASE_STEP_FINISH, DD_PARTY_CUSTOMER, error);
}

char *
dd_command_case_skip (DdCommandLine *line, GError **error)
{
  g_auto (StepOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "reason", 'r', 0, G_OPTION_ARG_FILENAME, &options.text, N_ ("Why it will not be done"),
      N_ ("TEXT") },
    DD_SESSION_OPTIONS (options.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error) || !require ("--reason", options.text, error))
    return NULL;
  return run (line, &options, DD_CASE_STEP_SKIP, DD_PARTY_CUSTOMER, error);
}

static gboolean
parse_party (const char *text, DdParty *party, GError **error)
{
  g_autofree char *parties = NULL;
  gint64 value;

  if (!require ("--for", text, error))
    return FALSE;
  if (dd_enum_find (dd_party_get_type (), text, &value))
    {
      *party = (DdParty) value;
      return TRUE;
    }
  parties = dd_enum_list_nicks (dd_party_get_type ());
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, _ ("--for: %s is not %s"), text,
               parties);
  return FALSE;
}

char *
dd_command_case_wait (DdCommandLine *line, GError **error)
{
  g_auto (StepOptions) options = { NULL };
  DdParty party;
  const GOptionEntry entries[] = {
    { "for", 'f', 0, G_OPTION_ARG_FILENAME, &options.party,
      N_ ("Who is waited for: customer or vendor"), N_ ("PARTY") },
    { "reason", 'r', 0, G_OPTION_ARG_FILENAME, &options.text, N_ ("What is waited for"),
      N_ ("TEXT") },
    OPTION_AT (options),
    DD_SESSION_OPTIONS (options.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error) || !parse_party (options.party, &party, error)
      || !require ("--reason", options.text, error))
    return NULL;
  return run (line, &options, DD_CASE_STEP_WAIT, party, error);
}

char *
dd_command_case_resume (DdCommandLine *line, GError **error)
{
  g_auto (StepOptions) options = { NULL };
  const GOptionEntry entries[] = {
    OPTION_AT (options),
    DD_SESSION_OPTIONS (options.session),
    { NULL },
  };
  DdCaseStepKind kind;

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  kind = line->arguments[1] != NULL ? DD_CASE_STEP_RESUME : DD_CASE_STEP_RESUME_ALL;
  return run (line, &options, kind, DD_PARTY_CUSTOMER, error);
}

char *
dd_command_case_close (DdCommandLine *line, GError **error)
{
  g_auto (StepOptions) options = { NULL };
  const GOptionEntry entries[] = {
    { "note", 'n', 0, G_OPTION_ARG_FILENAME, &options.text,
      N_ ("How it ended, or why it was cancelled"), N_ ("TEXT") },
    { "cancelled", 0, 0, G_OPTION_ARG_NONE, &options.cancelled,
      N_ ("It ends without delivery; --note says why"), NULL },
    OPTION_AT (options),
    DD_SESSION_OPTIONS (options.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error)
      || (options.cancelled && !require ("--note", options.text, error)))
    return NULL;
  return run (line, &options, options.cancelled ? DD_CASE_STEP_CANCEL : DD_CASE_STEP_CLOSE,
              DD_PARTY_CUSTOMER, error);
}
