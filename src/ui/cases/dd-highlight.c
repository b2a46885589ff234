/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-highlight.h"

#include "dd-case-summary.h"

#include <string.h>

static void
mark (PangoAttrList *list, guint start, guint end)
{
  PangoAttribute *attributes[] = { pango_attr_weight_new (PANGO_WEIGHT_BOLD),
                                   pango_attr_underline_new (PANGO_UNDERLINE_SINGLE) };

  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++)
    {
      attributes[i]->start_index = start;
      attributes[i]->end_index = end;
      pango_attr_list_insert (list, attributes[i]);
    }
}

/* The length of what begins @text and folds to @word, 0 if nothing does. Folding can change how
 * many characters there are, so it grows one by one. */
static guint
match (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (const char *end = text; *end != '\0';)
    {
      g_autofree char *part = NULL, *folded = NULL;

      end = g_utf8_next_char (end);
      part = g_strndup (text, (gsize) (end - text));
      folded = dd_case_summary_fold (part);
      if (strcmp (folded, word) == 0)
        return (guint) (end - text);
      if (strlen (folded) >= length || strncmp (folded, word, strlen (folded)) != 0)
        return 0;
    }
  return 0;
}

static gboolean
mark_word (PangoAttrList *list, const char *text, const char *word)
{
  gboolean found = FALSE;

  for (const char *at = text; *at != '\0';)
    {
      guint length = match (at, word);

      if (length > 0)
        mark (list, (guint) (at - text), (guint) (at - text) + length);
      found = found || length > 0;
      at = length > 0 ? at + length : g_utf8_next_char (at);
    }
  return found;
}

PangoAttrList *
dd_highlight_find (const char *text, const char *const *words)
{
  PangoAttrList *list;
  gboolean found = FALSE;

  if (text == NULL || words == NULL || words[0] == NULL)
    return NULL;
  list = pango_attr_list_new ();
  for (guint i = 0; words[i] != NULL; i++)
    if (mark_word (list, text, words[i]))
      found = TRUE;
  if (!found)
    g_clear_pointer (&list, pango_attr_list_unref);
  return list;
}
