/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-journal.h"

#include "dd-journal-json.h"
#include "dd-named.h"
#include "dd-option.h"
#include "dd-session.h"
#include "dd-table.h"
#include "dd-text.h"
#include "delivery/dd-case.h"
#include "service/dd-words.h"

#include <glib/gi18n-lib.h>

#define DEFAULT_LIMIT 50
#define MAX_LIMIT     1000000
#define DETAIL_INDENT 4

typedef struct
{
  const char *subject; /* (nullable): the beginning of a case's id */
  guint64 limit;
  gboolean details;
} Journal;

static char *
make_title (const DdJournalWords *words)
{
  return words->undone ? g_strdup_printf (_ ("%s (undone)"), words->title)
                       : g_strdup (words->title);
}

static void
add_row (DdTable *table, const DdSession *session, const DdJournalWords *words)
{
  int year = dd_words_year (session->calendar, session->now);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, words->id);
  g_autofree char *at = dd_words_instant (session->calendar, words->at, year, DD_WORDS_ALIGNED);
  g_autofree char *title = make_title (words);

  dd_table_add_row (table, words->undone ? DD_STYLE_FAINT : DD_STYLE_PLAIN,
                    (const char *const[]){ number, at, words->user, title });
}

static char *
list_to_table (const DdSession *session, GPtrArray *list)
{
  const DdTableFlags columns[] = { DD_TABLE_RIGHT, DD_TABLE_PLAIN, DD_TABLE_FLEXIBLE,
                                   DD_TABLE_FLEXIBLE };
  g_autoptr (DdTable) table = dd_table_new (columns, G_N_ELEMENTS (columns));

  dd_table_add_row (table, DD_STYLE_FAINT,
                    (const char *const[]){ _ ("No."), _ ("When"), _ ("Who"), _ ("What") });
  for (guint i = 0; i < list->len; i++)
    add_row (table, session, g_ptr_array_index (list, i));
  return dd_table_to_text (table, &session->terminal);
}

/* Each action as a paragraph, and every change below it. */
static char *
list_to_paragraphs (const DdSession *session, GPtrArray *list)
{
  GString *text = g_string_new (NULL);
  int year = dd_words_year (session->calendar, session->now);
  int width = session->terminal.width;

  for (guint i = 0; i < list->len; i++)
    {
      const DdJournalWords *words = g_ptr_array_index (list, i);
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, words->id);
      g_autofree char *at = dd_words_instant (session->calendar, words->at, year, DD_WORDS_PLAIN);
      g_autofree char *title = make_title (words);
      /* Translators: an action's number, when it was done, by whom, and what it was */
      g_autofree char *heading =
          g_strdup_printf (_ ("%s, %s, %s: %s"), number, at, words->user, title);

      dd_text_append_paragraph (text, heading, width, 0);
      for (guint j = 0; words->details[j] != NULL; j++)
        dd_text_append_paragraph (text, words->details[j], width, DETAIL_INDENT);
    }
  return g_string_free (text, FALSE);
}

static char *
list_to_text (const DdSession *session, const Journal *journal, GPtrArray *list, gboolean more)
{
  g_autofree char *text = NULL;

  if (list->len == 0)
    return g_strdup (_ ("Nothing was done yet.\n"));
  text = journal->details ? list_to_paragraphs (session, list) : list_to_table (session, list);
  if (!more)
    return g_steal_pointer (&text);
  return g_strconcat (text, _ ("There are older ones; --limit shows more.\n"), NULL);
}

static char *
run (DdSession *session, gpointer data, GError **error)
{
  const Journal *journal = data;
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *subject = NULL;
  gboolean more;

  if (journal->subject != NULL)
    {
      subject = dd_named_find_id (session->connection, &dd_case_entity, journal->subject, error);
      if (subject == NULL)
        return NULL;
    }
  /* One more than is shown tells whether there are more. */
  list = dd_journal_words_list (session->connection, subject, 0, (guint) journal->limit + 1,
                                session->calendar, error);
  if (list == NULL)
    return NULL;
  more = list->len > journal->limit;
  if (more)
    g_ptr_array_set_size (list, (int) journal->limit);
  return session->json ? dd_journal_words_list_to_json (list, more, session->calendar)
                       : list_to_text (session, journal, list, more);
}

char *
dd_command_journal (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_autofree char *limit = NULL;
  Journal journal = { .limit = DEFAULT_LIMIT };
  const GOptionEntry entries[] = {
    { "details", 'v', 0, G_OPTION_ARG_NONE, &journal.details,
      N_ ("Tell each change, with what was before"), NULL },
    { "limit", 'n', 0, G_OPTION_ARG_FILENAME, &limit, N_ ("The newest N actions (default: 50)"),
      N_ ("N") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error)
      || !dd_option_parse_number ("--limit", limit, 1, MAX_LIMIT, &journal.limit, error))
    return NULL;
  journal.subject = line->arguments[0];
  return dd_session_run (line, &options, DD_SESSION_READ, run, &journal, error);
}
