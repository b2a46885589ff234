/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From words to an FTS5 query: each becomes a string, in which FTS5 gives nothing a meaning but the
 * quote, which is doubled. */

#include "config.h"

#include "dd-search-words.h"

#include <string.h>

/* What the index takes for a part of a word ("unicode61"). A word without any is none to it, and
 * would be found nowhere. */
static gboolean
has_letter (const char *word)
{
  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isalnum (c) || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        return TRUE;
    }
  return FALSE;
}

static void
append_word (GString *query, const char *word)
{
  if (query->len > 0)
    g_string_append_c (query, ' ');
  g_string_append_c (query, '"');
  for (const char *p = word; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (query, '"');
      g_string_append_c (query, *p);
    }
  g_string_append_c (query, '"');
}

/* Blanks of every script. */
static char **
split (const char *text)
{
  g_autofree char *blank = g_strdup (text);

  for (char *p = blank; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      memset (p, ' ', (gsize) (g_utf8_next_char (p) - p));
  return g_strsplit (blank, " ", -1);
}

char *
dd_search_words_to_query (const char *text)
{
  g_auto (GStrv) words = NULL;
  GString *query = g_string_new (NULL);
  guint n = 0;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  words = split (text);
  for (gsize i = 0; words[i] != NULL && n < DD_SEARCH_MAX_WORDS; i++)
    if (has_letter (words[i]))
      {
        append_word (query, words[i]);
        n++;
      }
  if (n > 0)
    g_string_append_c (query, '*');
  return g_string_free (query, n == 0);
}
