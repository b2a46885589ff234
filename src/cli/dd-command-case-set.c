/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-case.h"

#include "dd-case-actions.h"
#include "dd-case-rows.h"
#include "dd-named.h"
#include "dd-session.h"
#include "delivery/dd-case.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is to be done in the session. */
typedef struct
{
  const char *case_id; /* as much of it as was given */
  GArray *settings;    /* (element-type DdCaseSetting) */
} Setting;

static char *
set (DdSession *session, gpointer data, GError **error)
{
  const Setting *self = data;
  DdActor actor = { .user = session->user, .now = session->now };
  g_autofree char *id = NULL;

  id = dd_named_find_id (session->connection, &dd_case_entity, self->case_id, error);
  if (id == NULL
      || !dd_case_actions_set (session->connection, &actor, id,
                               (const DdCaseSetting *) self->settings->data, self->settings->len,
                               session->calendar, error))
    return NULL;
  return dd_case_rows_tell_one (id, session, error);
}

/* Cuts "FIELD=VALUE" in two, in place. */
static gboolean
parse_setting (char *argument, DdCaseSetting *setting, GError **error)
{
  char *sign = strchr (argument, '=');

  if (sign == NULL || sign == argument)
    {
      g_set_error (error, DD_COMMAND_ERROR, DD_COMMAND_ERROR_USAGE,
                   _ ("“%s” is no FIELD=VALUE, such as deadline=2026-12-18"), argument);
      return FALSE;
    }
  *sign = '\0';
  *setting = (DdCaseSetting){ argument, sign + 1 };
  return TRUE;
}

char *
dd_command_case_set (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_autoptr (GArray) settings = g_array_new (FALSE, FALSE, sizeof (DdCaseSetting));
  Setting setting = { NULL, settings };
  const GOptionEntry entries[] = { DD_SESSION_OPTIONS (options), { NULL } };

  if (!dd_command_line_parse (line, entries, error))
    return NULL;
  setting.case_id = line->arguments[0];
  for (guint i = 1; line->arguments[i] != NULL; i++)
    {
      DdCaseSetting one;

      if (!parse_setting (line->arguments[i], &one, error))
        return NULL;
      g_array_append_val (settings, one);
    }
  return dd_session_run (line, &options, DD_SESSION_CHANGE, set, &setting, error);
}
