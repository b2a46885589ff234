/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-row.h"

struct _DdTableRow
{
  GObject parent_instance;

  char **cells; /* (owned) (array length=n_columns): NULL is empty */
  guint n_columns;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdTableRow, dd_table_row, G_TYPE_OBJECT)

static void
dd_table_row_finalize (GObject *object)
{
  DdTableRow *self = DD_TABLE_ROW (object);

  for (guint i = 0; i < self->n_columns; i++)
    g_free (self->cells[i]);
  g_free (self->cells);
  G_OBJECT_CLASS (dd_table_row_parent_class)->finalize (object);
}

static void
dd_table_row_class_init (DdTableRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_table_row_finalize;
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_TABLE_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
dd_table_row_init (DdTableRow *self)
{
}

DdTableRow *
dd_table_row_new (guint n_columns)
{
  DdTableRow *self = g_object_new (DD_TYPE_TABLE_ROW, NULL);

  self->n_columns = n_columns;
  self->cells = g_new0 (char *, n_columns);
  return self;
}

const char *
dd_table_row_get_text (DdTableRow *self, guint column)
{
  g_return_val_if_fail (DD_IS_TABLE_ROW (self), NULL);
  g_return_val_if_fail (column < self->n_columns, NULL);
  return self->cells[column] != NULL ? self->cells[column] : "";
}

gboolean
dd_table_row_set_text (DdTableRow *self, guint column, const char *text)
{
  g_return_val_if_fail (DD_IS_TABLE_ROW (self), FALSE);
  g_return_val_if_fail (column < self->n_columns, FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  if (g_str_equal (dd_table_row_get_text (self, column), text))
    return FALSE;
  g_free (self->cells[column]);
  self->cells[column] = *text != '\0' ? g_strdup (text) : NULL;
  g_signal_emit (self, signals[CHANGED], 0);
  return TRUE;
}

gboolean
dd_table_row_is_empty (DdTableRow *self)
{
  g_return_val_if_fail (DD_IS_TABLE_ROW (self), FALSE);
  for (guint i = 0; i < self->n_columns; i++)
    if (self->cells[i] != NULL)
      return FALSE;
  return TRUE;
}
