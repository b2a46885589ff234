/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-command-search.h"

#include "dd-json.h"
#include "dd-option.h"
#include "dd-search.h"
#include "dd-session.h"
#include "dd-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_LIMIT 20
#define MAX_LIMIT     1000
#define HIT_INDENT    4
#define ID_LENGTH     8 /* of an id as people type it */

typedef struct
{
  char *words; /* (owned) */
  guint64 limit;
} Search;

/* --- JSON --- */

static void
add_hit (JsonBuilder *builder, const DdSearchHit *hit)
{
  json_builder_begin_object (builder);
  dd_json_add_string (builder, "entity", hit->entity->table);
  dd_json_add_string (builder, "id", hit->record_id);
  dd_json_add_string (builder, "field", hit->field->name);
  dd_json_add_string (builder, "snippet", hit->snippet);
  dd_json_begin_array (builder, "marks");
  for (guint i = 0; i < hit->marks->len; i++)
    {
      DdSearchMark mark = g_array_index (hit->marks, DdSearchMark, i);

      json_builder_begin_object (builder);
      dd_json_add_int (builder, "start", mark.start);
      dd_json_add_int (builder, "length", mark.length);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
results_to_json (GPtrArray *results)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  dd_json_begin_array (builder, "results");
  for (guint i = 0; i < results->len; i++)
    {
      const DdSearchResult *result = g_ptr_array_index (results, i);

      json_builder_begin_object (builder);
      dd_json_add_string (builder, "entity", result->entity->table);
      dd_json_add_string (builder, "id", result->id);
      dd_json_add_string (builder, "name", result->name);
      dd_json_begin_array (builder, "hits");
      for (guint j = 0; j < result->hits->len; j++)
        add_hit (builder, g_ptr_array_index (result->hits, j));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return dd_json_to_text (builder);
}

/* --- Text --- */

static void
append_result (GString *text, const DdSearchResult *result, int width)
{
  g_autofree char *id = g_strndup (result->id, ID_LENGTH);
  /* Translators: what was found: the beginning of its id, its name, and what it is (case, customer)
   */
  g_autofree char *heading =
      g_strdup_printf (_ ("%s %s (%s)"), id, result->name, _ (result->entity->noun));

  dd_text_append_paragraph (text, heading, width, 0);
  for (guint i = 0; i < result->hits->len; i++)
    {
      const DdSearchHit *hit = g_ptr_array_index (result->hits, i);
      /* Translators: where words were found: the kind of row, its field, and the text around them
       */
      g_autofree char *line = g_strdup_printf (_ ("%s, %s: %s"), _ (hit->entity->noun),
                                               _ (hit->field->label), hit->snippet);

      dd_text_append_paragraph (text, line, width, HIT_INDENT);
    }
}

static char *
results_to_text (const DdSession *session, GPtrArray *results)
{
  GString *text = g_string_new (NULL);

  if (results->len == 0)
    g_string_append (text, _ ("Nothing was found.\n"));
  for (guint i = 0; i < results->len; i++)
    append_result (text, g_ptr_array_index (results, i), session->terminal.width);
  return g_string_free (text, FALSE);
}

/* --- The command --- */

static char *
run (DdSession *session, gpointer data, GError **error)
{
  const Search *search = data;
  g_autoptr (GPtrArray) results = NULL;

  results = dd_search_run (session->connection, search->words, (guint) search->limit, error);
  if (results == NULL)
    return NULL;
  return session->json ? results_to_json (results) : results_to_text (session, results);
}

char *
dd_command_search (DdCommandLine *line, GError **error)
{
  g_auto (DdSessionOptions) options = { NULL };
  g_autofree char *limit = NULL, *words = NULL;
  Search search = { .limit = DEFAULT_LIMIT };
  const GOptionEntry entries[] = {
    { "limit", 'n', 0, G_OPTION_ARG_FILENAME, &limit, N_ ("At most N results (default: 20)"),
      N_ ("N") },
    DD_SESSION_OPTIONS (options),
    { NULL },
  };

  if (!dd_command_line_parse (line, entries, error)
      || !dd_option_parse_number ("--limit", limit, 1, MAX_LIMIT, &search.limit, error))
    return NULL;
  search.words = words = g_strjoinv (" ", line->arguments);
  /* Searching reads from one moment by itself, in a transaction of its own. */
  return dd_session_run (line, &options, DD_SESSION_CHANGE, run, &search, error);
}
