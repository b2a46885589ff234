/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Questionnaires that were parsed, by the hash of their bytes: a hash lookup, or the parsing of
 * what is not known yet. What is too much is forgotten all at once; what was handed out lives on.
 */

#include "config.h"

#include "dd-questionnaire-cache.h"

#include "dd-connection-private.h"
#include "dd-journal.h"
#include "form/dd-questionnaire-parser.h"

#include <glib/gi18n-lib.h>

#define MAX_ENTRIES 64

static GHashTable *
get_cache (DdConnection *connection)
{
  GQuark key = g_quark_from_static_string ("dd-questionnaire-cache");
  GHashTable *cache = dd_connection_get_data (connection, key);

  if (cache != NULL)
    return cache;
  cache = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                 (GDestroyNotify) dd_questionnaire_unref);
  dd_connection_set_data (connection, key, cache, (GDestroyNotify) g_hash_table_unref);
  return cache;
}

static DdQuestionnaire *
parse (DdConnection *connection, const char *hash, GError **error)
{
  g_autoptr (GBytes) content = dd_journal_load_content (connection, hash, error);
  const char *text;
  gsize size;

  if (content == NULL)
    return NULL;
  text = g_bytes_get_data (content, &size);
  return dd_questionnaire_parse (text, (gssize) size, _ ("the case's questionnaire"), error);
}

DdQuestionnaire *
dd_questionnaire_cache_get (DdConnection *connection, const char *hash, GError **error)
{
  GHashTable *cache = get_cache (connection);
  DdQuestionnaire *questionnaire = g_hash_table_lookup (cache, hash);

  if (questionnaire != NULL)
    return dd_questionnaire_ref (questionnaire);
  questionnaire = parse (connection, hash, error);
  if (questionnaire == NULL)
    return NULL;
  if (g_hash_table_size (cache) >= MAX_ENTRIES)
    g_hash_table_remove_all (cache);
  g_hash_table_insert (cache, g_strdup (hash), dd_questionnaire_ref (questionnaire));
  return questionnaire;
}
