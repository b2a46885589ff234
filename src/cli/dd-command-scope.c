/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is in scope of a case, and what is decided about it: every command tells the scope then. */

#include "config.h"

#include "dd-command-scope.h"

#include "dd-case-actions.h"
#include "dd-case-scope.h"
#include "dd-named.h"
#include "dd-option.h"
#include "dd-scope-report.h"
#include "delivery/dd-case-rules.h"

#include <glib/gi18n-lib.h>

/* The options as they are written, and what is to be done with the arguments. */
typedef struct _Doing Doing;
struct _Doing
{
  char **arguments; /* (unowned) */
  gboolean (*act) (Doing *self, const DdSession *session, const char *case_id, GError **error);
  char *text; /* evidence, reason or note */
  char *title;
  char *environment;
  char *at;
  gboolean withdraw;
  gint64 state; /* what the last argument is */
  DdSessionOptions session;
};

static void
doing_clear (Doing *self)
{
  g_free (self->text);
  g_free (self->title);
  g_free (self->environment);
  g_free (self->at);
  dd_session_options_clear (&self->session);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Doing, doing_clear)

static char *
do_it (DdSession *session, gpointer data, GError **error)
{
  Doing *self = data;
  g_autofree char *id =
      dd_named_find_id (session->connection, &dd_case_entity, self->arguments[0], error);

  if (id == NULL || (self->act != NULL && !self->act (self, session, id, error)))
    return NULL;
  return dd_scope_report_tell (id, session, error);
}

static char *
run (DdCommandLine *line, Doing *self, GError **error)
{
  self->arguments = line->arguments;
  return dd_session_run (line, &self->session,
                         self->act != NULL ? DD_SESSION_CHANGE : DD_SESSION_READ, do_it, self,
                         error);
}

char *
dd_command_scope_show (DdCommandLine *line, GError **error)
{
  g_auto (Doing) self = { NULL };
  const GOptionEntry entries[] = { DD_SESSION_OPTIONS (self.session), { NULL } };

  return dd_command_line_parse (line, entries, error) ? run (line, &self, error) : NULL;
}

/* --- Decisions --- */

static gboolean
parse_state (const char *text, GType type, gint64 *state, GError **error)
{
  g_autofree char *nicks = NULL;

  if (dd_enum_find (type, text, state))
    return TRUE;
  nicks = dd_enum_list_nicks (type);
  g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE, _ ("%s: is not %s"), text, nicks);
  return FALSE;
}

static gboolean
override (Doing *self, const DdSession *session, const char *case_id, GError **error)
{
  const DdActor actor = { .user = session->user, .now = session->now };

  return dd_case_scope_override (session->connection, &actor, case_id, self->arguments[1],
                                 (DdFindingOverride) self->state, self->text, error);
}

char *
dd_command_scope_override (DdCommandLine *line, GError **error)
{
  g_auto (Doing) self = { .act = override };
  const GOptionEntry entries[] = {
    { "reason", 'r', 0, G_OPTION_ARG_FILENAME, &self.text, N_ ("Why it is decided so"),
      N_ ("TEXT") },
    DD_SESSION_OPTIONS (self.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error)
      || !parse_state (line->arguments[2], dd_finding_override_get_type (), &self.state, error))
    return NULL;
  if (self.state != DD_FINDING_OVERRIDE_NONE && self.text == NULL)
    {
      g_set_error_literal (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                           _ ("--reason is missing"));
      return NULL;
    }
  return run (line, &self, error);
}

/* --- Required inputs --- */

static gboolean
record_input (Doing *self, const DdSession *session, const char *case_id, GError **error)
{
  DdActor actor = { .user = session->user, .now = session->now };
  const DdCaseStep step = {
    .kind = self->withdraw ? DD_CASE_STEP_WITHDRAW_INPUT : DD_CASE_STEP_MEET_INPUT,
    .input = self->arguments[1],
    .text = self->text,
  };

  if (self->at != NULL
      && !dd_option_parse_instant (session->calendar, "--at", self->at, FALSE, &actor.at, error))
    return FALSE;
  return dd_case_actions_take (session->connection, &actor, case_id, &step, error);
}

char *
dd_command_scope_input (DdCommandLine *line, GError **error)
{
  g_auto (Doing) self = { .act = record_input };
  const GOptionEntry entries[] = {
    { "evidence", 'e', 0, G_OPTION_ARG_FILENAME, &self.text, N_ ("How one knows that it is there"),
      N_ ("TEXT") },
    { "at", 't', 0, G_OPTION_ARG_FILENAME, &self.at,
      N_ ("Since when it is there, a date or an instant (default: now)"), N_ ("T") },
    { "withdraw", 0, 0, G_OPTION_ARG_NONE, &self.withdraw, N_ ("It is not there after all"), NULL },
    DD_SESSION_OPTIONS (self.session),
    { NULL },
  };

  return dd_command_line_parse (line, entries, error) ? run (line, &self, error) : NULL;
}

/* --- Paid engagements --- */

/* Returns: whether @id (out) (transfer full) is the environment that was named, NULL for none */
static gboolean
find_environment (Doing *self,
                  const DdSession *session,
                  const char *case_id,
                  char **id,
                  GError **error)
{
  g_autoptr (DdCaseScope) scope = NULL;

  *id = NULL;
  if (self->environment == NULL)
    return TRUE;
  scope = dd_case_scope_load (session->connection, case_id, error);
  for (guint i = 0; scope != NULL && i < scope->environments->len; i++)
    if (g_str_equal (dd_record_get_name (scope->environments->pdata[i]), self->environment))
      {
        *id = g_strdup (dd_record_get_id (scope->environments->pdata[i]));
        return TRUE;
      }
  if (scope != NULL)
    g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_UNKNOWN,
                 _ ("The case has no environment “%s”."), self->environment);
  return FALSE;
}

static gboolean
engage (Doing *self, const DdSession *session, const char *case_id, GError **error)
{
  const DdActor actor = { .user = session->user, .now = session->now };
  g_autofree char *environment_id = NULL;
  DdEngagementOffer offer = { .exclusion = self->arguments[1],
                              .title = self->title,
                              .note = self->text };

  if (!find_environment (self, session, case_id, &environment_id, error))
    return FALSE;
  offer.environment_id = environment_id;
  return dd_case_scope_engage (session->connection, &actor, case_id, &offer, NULL, error);
}

char *
dd_command_scope_engage (DdCommandLine *line, GError **error)
{
  g_auto (Doing) self = { .act = engage };
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_FILENAME, &self.title,
      N_ ("What is engaged for (default: the exclusion’s name)"), N_ ("TEXT") },
    { "environment", 0, 0, G_OPTION_ARG_FILENAME, &self.environment,
      N_ ("The environment of the case that it is for"), N_ ("NAME") },
    { "note", 'n', 0, G_OPTION_ARG_FILENAME, &self.text, N_ ("What else there is to say"),
      N_ ("TEXT") },
    DD_SESSION_OPTIONS (self.session),
    { NULL },
  };

  return dd_command_line_parse (line, entries, error) ? run (line, &self, error) : NULL;
}

/* The engagement of this case whose id begins with what was given. */
static const char *
find_engagement (DdCaseScope *scope, const char *beginning, GError **error)
{
  const char *found = NULL;
  guint n = 0;

  for (guint i = 0; i < scope->engagements->len; i++)
    if (g_str_has_prefix (dd_record_get_id (scope->engagements->pdata[i]), beginning))
      {
        found = dd_record_get_id (scope->engagements->pdata[i]);
        n++;
      }
  if (n == 1)
    return found;
  g_set_error (error, DD_CASE_ERROR, DD_CASE_ERROR_UNKNOWN,
               n == 0 ? _ ("The case has no paid engagement “%s”.")
                      : _ ("The case has several paid engagements “%s”: give more of the id."),
               beginning);
  return NULL;
}

static gboolean
move_engagement (Doing *self, const DdSession *session, const char *case_id, GError **error)
{
  const DdActor actor = { .user = session->user, .now = session->now };
  g_autoptr (DdCaseScope) scope = dd_case_scope_load (session->connection, case_id, error);
  const char *id = scope != NULL ? find_engagement (scope, self->arguments[1], error) : NULL;

  return id != NULL
         && dd_case_scope_move_engagement (session->connection, &actor, id,
                                           (DdEngagementState) self->state, self->text, error);
}

char *
dd_command_scope_engagement (DdCommandLine *line, GError **error)
{
  g_auto (Doing) self = { .act = move_engagement };
  const GOptionEntry entries[] = {
    { "note", 'n', 0, G_OPTION_ARG_FILENAME, &self.text, N_ ("What else there is to say"),
      N_ ("TEXT") },
    DD_SESSION_OPTIONS (self.session),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error)
      || !parse_state (line->arguments[2], dd_engagement_state_get_type (), &self.state, error))
    return NULL;
  return run (line, &self, error);
}
