/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text that a spreadsheet copies, as rows of cells. */

#include "config.h"

#include "forms/dd-table-paste.h"

#include <string.h>

static gboolean
ends_cell (char c)
{
  return c == '\0' || c == '\t' || c == '\n' || c == '\r';
}

gboolean
dd_table_paste_is_table (const char *text)
{
  const char *line;

  g_return_val_if_fail (text != NULL, FALSE);
  if (strchr (text, '\t') != NULL)
    return TRUE;
  line = strpbrk (text, "\r\n");
  return line != NULL && line[strspn (line, "\r\n")] != '\0';
}

/* Reads a cell that begins with a quote; what is not closed before the cell ends is no quotation.
 * Returns: (transfer full) (nullable): the cell */
static char *
read_quoted (const char **cursor)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *at = *cursor + 1;

  for (; *at != '\0'; at++)
    {
      if (*at == '"' && at[1] != '"')
        break;
      if (*at == '"')
        at++;
      g_string_append_c (cell, *at);
    }
  if (*at != '"' || !ends_cell (at[1]))
    return NULL;
  *cursor = at + 1;
  return g_string_free (g_steal_pointer (&cell), FALSE);
}

static char *
read_cell (const char **cursor)
{
  const char *start = *cursor;
  char *cell = *start == '"' ? read_quoted (cursor) : NULL;

  if (cell != NULL)
    return cell;
  while (!ends_cell (**cursor))
    (*cursor)++;
  return g_strndup (start, (gsize) (*cursor - start));
}

static GStrv
read_row (const char **cursor)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();

  g_ptr_array_add (cells, read_cell (cursor));
  while (**cursor == '\t')
    {
      (*cursor)++;
      g_ptr_array_add (cells, read_cell (cursor));
    }
  if (**cursor == '\r')
    (*cursor)++;
  if (**cursor == '\n')
    (*cursor)++;
  g_ptr_array_add (cells, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&cells), FALSE);
}

GPtrArray *
dd_table_paste_parse (const char *text)
{
  GPtrArray *rows;

  g_return_val_if_fail (text != NULL, NULL);
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  while (*text != '\0')
    g_ptr_array_add (rows, read_row (&text));
  return rows;
}
