/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Searching: two looks into the index, names first, then everything; what they find is grouped by
 * what it belongs to, and the texts are read of those places alone that are given back.
 *
 * Each look takes the newest documents first and stops after so many, and only those are ranked:
 * ranking all that hold a common word would take ten times as long as finding them. Must not
 * happen: a query that a person can make fail, or take long, by what they type.
 */

#include "config.h"

#include "dd-search.h"

#include "dd-records.h"
#include "dd-search-index.h"
#include "dd-search-words.h"
#include "delivery/dd-entities.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many documents are ranked in each look. */
#define MAX_CANDIDATES 400

/* About a line. */
#define SNIPPET_WORDS "16"

/* What no text has: they are no characters, so nobody can type them. */
#define MARK_BEGIN "\357\267\220"
#define MARK_END   "\357\267\221"
#define MARK_BYTES 3

/* A name that the words are in counts more than a text. */
#define SELECT_CANDIDATES                                                                          \
  "SELECT d.id, d.entity, d.record_id, d.case_id FROM (SELECT rowid AS id,"                        \
  " bm25 (search, 8, 2) AS rank FROM search WHERE search MATCH ?1 ORDER BY rowid DESC LIMIT ?2) r" \
  " JOIN search_documents d ON d.id = r.id ORDER BY r.rank, d.id DESC"

#define SNIPPET(column)                                                                            \
  ", snippet (search, " column ", '" MARK_BEGIN "', '" MARK_END "', '…', " SNIPPET_WORDS ")"

/* The plus keeps SQLite from asking the index for one document after the other, which would gather
 * all words with the same beginning each time. */
#define SELECT_SNIPPETS                                                                            \
  "SELECT rowid" SNIPPET ("0") SNIPPET ("1") SNIPPET ("2") SNIPPET ("3") SNIPPET ("4")             \
      SNIPPET ("5") SNIPPET ("6")                                                                  \
          SNIPPET ("7") " FROM search WHERE search MATCH ?1 AND rowid >= ?2"                       \
                        " AND +rowid IN (SELECT value FROM json_each (?3)) ORDER BY rowid DESC"

static void
hit_free (gpointer data)
{
  DdSearchHit *hit = data;

  g_free (hit->record_id);
  g_free (hit->snippet);
  g_clear_pointer (&hit->marks, g_array_unref);
  g_free (hit);
}

void
dd_search_result_free (DdSearchResult *self)
{
  g_free (self->id);
  g_free (self->name);
  g_ptr_array_unref (self->hits);
  g_free (self);
}

/* What is asked, and what is found so far. */
typedef struct
{
  const char *query;
  guint limit;
  GPtrArray *results; /* (owned) (element-type DdSearchResult) */
  GHashTable *by_id;  /* (owned) (element-type utf8 DdSearchResult) */
  GHashTable *hits;   /* (owned) (element-type gint64 DdSearchHit): by document */
} Search;

/* --- Snippets --- */

/* Takes the marks out of @marked and remembers where they were. */
static void
read_marks (DdSearchHit *hit, const char *marked)
{
  GString *text = g_string_new (NULL);
  DdSearchMark mark = { 0, 0 };

  hit->marks = g_array_new (FALSE, FALSE, sizeof (DdSearchMark));
  for (const char *p = marked; *p != '\0';)
    if (strncmp (p, MARK_BEGIN, MARK_BYTES) == 0)
      {
        mark.start = (guint) text->len;
        p += MARK_BYTES;
      }
    else if (strncmp (p, MARK_END, MARK_BYTES) == 0)
      {
        mark.length = (guint) text->len - mark.start;
        g_array_append_val (hit->marks, mark);
        p += MARK_BYTES;
      }
    else
      g_string_append_c (text, *p++);
  hit->snippet = g_string_free (text, FALSE);
}

static guint
count_marks (const char *marked)
{
  guint n = 0;

  for (const char *p = marked; p != NULL && (p = strstr (p, MARK_END)) != NULL; p += MARK_BYTES)
    n++;
  return n;
}

/* Of several fields that the words are in the one with most of them is shown, or the first. */
static guint
choose_column (DdStatement *row)
{
  guint chosen = 0;
  guint most = 0;

  for (guint i = 0; i < DD_SEARCH_N_COLUMNS; i++)
    {
      guint n = count_marks (dd_statement_get_text (row, (int) i + 1));
      if (n > most)
        {
          most = n;
          chosen = i;
        }
    }
  return chosen;
}

static void
read_snippet (DdSearchHit *hit, DdStatement *row)
{
  guint column = choose_column (row);
  const char *marked = dd_statement_get_text (row, (int) column + 1);

  hit->field = dd_search_index_get_field (hit->entity, column);
  if (hit->field == NULL)
    hit->field = &hit->entity->fields[dd_entity_get_name_index (hit->entity)];
  read_marks (hit, marked != NULL ? marked : "");
}

/* --- Results --- */

/* Returns: (nullable): the result that a document belongs to, made if there is room; NULL if not */
static DdSearchResult *
ensure_result (Search *search, const DdEntity *entity, const char *record_id, const char *case_id)
{
  const char *id = case_id != NULL ? case_id : record_id;
  DdSearchResult *result = g_hash_table_lookup (search->by_id, id);

  if (result != NULL || search->results->len >= search->limit)
    return result;
  result = g_new0 (DdSearchResult, 1);
  result->entity = case_id != NULL ? &dd_case_entity : entity;
  result->id = g_strdup (id);
  result->hits = g_ptr_array_new_with_free_func (hit_free);
  g_ptr_array_add (search->results, result);
  g_hash_table_insert (search->by_id, result->id, result);
  return result;
}

/* Adds the place in the current row of candidates, if there is room. */
static void
add_candidate (Search *search, DdStatement *row)
{
  const DdEntity *entity = dd_entities_find (dd_statement_get_text (row, 1));
  const char *record_id = dd_statement_get_text (row, 2);
  gint64 document = dd_statement_get_int64 (row, 0);
  DdSearchResult *result;
  DdSearchHit *hit;

  if (entity == NULL || g_hash_table_contains (search->hits, &document))
    return;
  result = ensure_result (search, entity, record_id, dd_statement_get_text (row, 3));
  if (result == NULL || result->hits->len >= DD_SEARCH_MAX_HITS)
    return;
  hit = g_new0 (DdSearchHit, 1);
  hit->entity = entity;
  hit->record_id = g_strdup (record_id);
  g_ptr_array_add (result->hits, hit);
  g_hash_table_insert (search->hits, g_memdup2 (&document, sizeof document), hit);
}

static gboolean
find_candidates (DdConnection *connection, Search *search, const char *query, GError **error)
{
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, SELECT_CANDIDATES, _ ("Searching"), error);
  gboolean found = TRUE;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_text (row, 1, query, -1);
  dd_statement_bind_int64 (row, 2, MAX_CANDIDATES);
  while (found)
    {
      if (!dd_statement_step (row, &found, error))
        return FALSE;
      if (found)
        add_candidate (search, row);
    }
  return TRUE;
}

/* The documents of which there is no snippet yet, as a JSON array, and the least of them. */
static char *
list_unread (Search *search, gint64 *least)
{
  GString *list = g_string_new (NULL);
  GHashTableIter iter;
  gpointer document;
  gpointer hit;

  *least = G_MAXINT64;
  g_hash_table_iter_init (&iter, search->hits);
  while (g_hash_table_iter_next (&iter, &document, &hit))
    if (((DdSearchHit *) hit)->snippet == NULL)
      {
        gint64 id = *(gint64 *) document;
        g_string_append_printf (list, "%c%" G_GINT64_FORMAT, list->len == 0 ? '[' : ',', id);
        *least = MIN (*least, id);
      }
  g_string_append (list, list->len == 0 ? "[]" : "]");
  return g_string_free (list, FALSE);
}

static gboolean
read_snippets (DdConnection *connection, Search *search, const char *query, GError **error)
{
  gint64 least;
  g_autofree char *unread = list_unread (search, &least);
  g_autoptr (DdStatement) row =
      dd_connection_prepare (connection, SELECT_SNIPPETS, _ ("Searching"), error);
  gboolean found = TRUE;

  if (row == NULL)
    return FALSE;
  dd_statement_bind_text (row, 1, query, -1);
  dd_statement_bind_int64 (row, 2, least);
  dd_statement_bind_text (row, 3, unread, -1);
  while (found)
    {
      gint64 document;

      if (!dd_statement_step (row, &found, error))
        return FALSE;
      document = found ? dd_statement_get_int64 (row, 0) : 0;
      if (found)
        read_snippet (g_hash_table_lookup (search->hits, &document), row);
    }
  return TRUE;
}

static gboolean
look (DdConnection *connection, Search *search, const char *query, GError **error)
{
  return search->results->len >= search->limit
         || (find_candidates (connection, search, query, error)
             && read_snippets (connection, search, query, error));
}

static gboolean
read_names (DdConnection *connection, Search *search, GError **error)
{
  for (guint i = 0; i < search->results->len; i++)
    {
      DdSearchResult *result = search->results->pdata[i];

      result->name = dd_records_get_name (connection, result->entity, result->id, error);
      if (result->name == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
run (DdConnection *connection, gpointer data, GError **error)
{
  Search *search = data;
  g_autofree char *names = g_strdup_printf ("title : (%s)", search->query);

  return look (connection, search, names, error) && look (connection, search, search->query, error)
         && read_names (connection, search, error);
}

static gboolean
update (DdConnection *connection, gpointer nothing, GError **error)
{
  return dd_search_index_update (connection, error);
}

/* What was edited past Drydock, or came in with an older form of the database. */
static gboolean
catch_up (DdConnection *connection, GError **error)
{
  gboolean pending;

  if (!dd_search_index_is_pending (connection, &pending, error))
    return FALSE;
  return !pending
         || dd_connection_transaction (connection, update, NULL, _ ("Updating the search index"),
                                       error);
}

GPtrArray *
dd_search_run (DdConnection *connection, const char *text, guint limit, GError **error)
{
  g_autofree char *query = dd_search_words_to_query (text);
  g_autoptr (GPtrArray) results =
      g_ptr_array_new_with_free_func ((GDestroyNotify) dd_search_result_free);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) hits = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  Search search = { query, limit, results, by_id, hits };

  if (query == NULL)
    return g_steal_pointer (&results);
  if (!catch_up (connection, error)
      || !dd_connection_snapshot (connection, run, &search, _ ("Searching"), error))
    return NULL;
  return g_steal_pointer (&results);
}
