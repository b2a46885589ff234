/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-undo.h"

#include "dd-journal-json.h"
#include "dd-option.h"
#include "dd-session.h"
#include "dd-text.h"
#include "dd-undo.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  DdJournalKind kind;
  guint64 action; /* the one that is named; 0: the one that is found */
} Undo;

static char *
words_to_text (const DdJournalWords *words)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, words->id);

  /* Translators: the number of an action, and what it was: “Closed the case” */
  return dd_text_to_line (
      g_strdup_printf (words->undone ? _ ("Undid number %s: %s") : _ ("Redid number %s: %s"),
                       number, words->title));
}

static char *
run (DdSession *session, gpointer data, GError **error)
{
  const Undo *undo = data;
  g_autoptr (DdJournalEntry) entry = NULL;
  g_autoptr (DdJournalWords) words = NULL;

  if (undo->action != 0)
    entry = dd_undo_run_action (session->connection, undo->kind, (gint64) undo->action,
                                session->user, session->now, error);
  else
    entry = dd_undo_run (session->connection, undo->kind, session->user, NULL, session->now, error);
  if (entry == NULL)
    return NULL;
  /* It was read before it was done. */
  entry->undone = undo->kind == DD_JOURNAL_UNDO;
  words = dd_journal_words_new (session->connection, entry, session->calendar, error);
  if (words == NULL)
    return NULL;
  return session->json ? dd_journal_words_to_json (words, session->calendar)
                       : words_to_text (words);
}

static char *
run_kind (DdCommandLine *line, DdJournalKind kind, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_autofree char *action = NULL;
  const GOptionEntry entries[] = {
    { "action", 'a', 0, G_OPTION_ARG_FILENAME, &action,
      N_ ("The action with this number in the journal (default: your newest)"), N_ ("N") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };
  Undo undo = { kind, 0 };

  if (!dd_command_line_parse (line, entries, error)
      || !dd_option_parse_number ("--action", action, 1, G_MAXINT64, &undo.action, error))
    return NULL;
  return dd_session_run (line, &options, DD_SESSION_CHANGE, run, &undo, error);
}

char *
dd_command_undo (DdCommandLine *line, GError **error)
{
  return run_kind (line, DD_JOURNAL_UNDO, error);
}

char *
dd_command_redo (DdCommandLine *line, GError **error)
{
  return run_kind (line, DD_JOURNAL_REDO, error);
}
