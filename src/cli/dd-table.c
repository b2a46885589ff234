/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-table.h"

#include "dd-text.h"

#include <string.h>

/* Between two columns, where there is room and where there is not. */
#define GAP       2
#define SMALL_GAP 1

/* The width of a column that is left out; one without any text is. */
#define LEFT_OUT 0

typedef struct
{
  DdStyle style;
  char **cells; /* (owned): one for each column; cleaned unless that is drawn */
} Row;

struct _DdTable
{
  guint n_columns;
  DdTableFlags *columns; /* (owned) (array length=n_columns) */
  GArray *widths;        /* (element-type int) (owned): of each column's widest cell */
  GArray *rows;          /* (element-type Row) (owned) */
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_strfreev (row->cells);
}

DdTable *
dd_table_new (const DdTableFlags *columns, guint n_columns)
{
  DdTable *self = g_new0 (DdTable, 1);

  g_assert (n_columns > 0);

  self->n_columns = n_columns;
  self->columns = g_memdup2 (columns, n_columns * sizeof *columns);
  self->widths = g_array_sized_new (FALSE, TRUE, sizeof (int), n_columns);
  g_array_set_size (self->widths, n_columns);
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  return self;
}

void
dd_table_free (DdTable *self)
{
  g_free (self->columns);
  g_array_unref (self->widths);
  g_array_unref (self->rows);
  g_free (self);
}

void
dd_table_add_row (DdTable *self, DdStyle style, const char *const *cells)
{
  Row row = { style, g_new0 (char *, self->n_columns + 1) };

  for (guint i = 0; i < self->n_columns; i++)
    {
      const char *text = cells[i] != NULL ? cells[i] : "";
      int *width = &g_array_index (self->widths, int, i);

      row.cells[i] = self->columns[i] & DD_TABLE_DRAWN ? g_strdup (text) : dd_text_clean (text);
      *width = MAX (*width, dd_text_width (row.cells[i]));
    }
  g_array_append_val (self->rows, row);
}

static int
sum_widths (GArray *widths, int gap)
{
  int sum = -gap;

  for (guint i = 0; i < widths->len; i++)
    {
      int width = g_array_index (widths, int, i);

      if (width != LEFT_OUT)
        sum += gap + width;
    }
  return sum;
}

int
dd_table_get_natural_width (DdTable *self)
{
  return sum_widths (self->widths, GAP);
}

/* The flexible column that has most to give, NULL when none is wider than @least. */
static int *
find_widest_flexible (DdTable *self, GArray *widths, int least)
{
  int *widest = NULL;

  for (guint i = 0; i < self->n_columns; i++)
    {
      int *width = &g_array_index (widths, int, i);

      if (self->columns[i] & DD_TABLE_FLEXIBLE && *width > least
          && (widest == NULL || *width > *widest))
        widest = width;
    }
  return widest;
}

/* Narrows the flexible columns down to @least.
 * Returns: whether the table then fits into @width */
static gboolean
narrow_flexible (DdTable *self, GArray *widths, int gap, int least, int width)
{
  int missing = sum_widths (widths, gap) - width;
  int *widest;

  while (missing > 0 && (widest = find_widest_flexible (self, widths, least)) != NULL)
    {
      *widest -= 1;
      missing--;
    }
  return missing <= 0;
}

/* The widths that make the table fit into @width, as far as its columns can give.
 * Returns: (transfer full) (element-type int): one for each column */
static GArray *
fit_widths (DdTable *self, int width, int *gap)
{
  GArray *widths = g_array_copy (self->widths);

  *gap = sum_widths (widths, GAP) <= width ? GAP : SMALL_GAP;
  if (narrow_flexible (self, widths, *gap, DD_TABLE_READABLE, width))
    return widths;
  g_array_unref (widths);
  widths = g_array_copy (self->widths);
  for (guint i = 0; i < self->n_columns; i++)
    {
      if (self->columns[i] & DD_TABLE_OPTIONAL)
        g_array_index (widths, int, i) = LEFT_OUT;
    }
  narrow_flexible (self, widths, *gap, DD_TABLE_MIN_FLEXIBLE, width);
  return widths;
}

static void
append_cell (DdTable *self,
             const Row *row,
             guint column,
             int width,
             const DdTerminal *terminal,
             GString *line)
{
  DdTableFlags flags = self->columns[column];
  const char *text = row->cells[column];
  gboolean plain = flags & DD_TABLE_DRAWN || text[0] == '\0';
  g_autofree char *fitted = NULL;
  g_autoptr (GString) styled = g_string_new (NULL);

  fitted = flags & DD_TABLE_FLEXIBLE ? dd_text_ellipsize (text, MAX (width, 1)) : g_strdup (text);
  dd_terminal_append (terminal, styled, plain ? DD_STYLE_PLAIN : row->style, fitted);
  dd_text_append_padded (line, styled->str, width, (flags & DD_TABLE_RIGHT) != 0);
}

/* Spaces at the end of a line would be copied with it. */
static void
trim_end (GString *line)
{
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
}

static void
append_row (DdTable *self,
            const Row *row,
            GArray *widths,
            int gap,
            const DdTerminal *terminal,
            GString *line)
{
  int before = 0;

  for (guint column = 0; column < self->n_columns; column++)
    {
      int width = g_array_index (widths, int, column);

      if (width == LEFT_OUT)
        continue;
      g_string_append_printf (line, "%*s", before, "");
      append_cell (self, row, column, width, terminal, line);
      before = gap;
    }
  trim_end (line);
}

char *
dd_table_to_text (DdTable *self, const DdTerminal *terminal)
{
  int gap;
  g_autoptr (GArray) widths = fit_widths (self, terminal->width, &gap);
  g_autoptr (GString) line = g_string_new (NULL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++)
    {
      g_string_truncate (line, 0);
      append_row (self, &g_array_index (self->rows, Row, i), widths, gap, terminal, line);
      g_string_append_printf (text, "%s\n", line->str);
    }
  return g_string_free (text, FALSE);
}
