/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-model.h"

struct _DdTableModel
{
  GObject parent_instance;

  GListStore *rows; /* (owned) (element-type DdTableRow) */
  guint n_columns;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
init_list (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (DdTableModel,
                               dd_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, init_list))

/* --- List --- */

static GType
get_item_type (GListModel *list)
{
  return DD_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return g_list_model_get_n_items (G_LIST_MODEL (DD_TABLE_MODEL (list)->rows));
}

static gpointer
get_item (GListModel *list, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (DD_TABLE_MODEL (list)->rows), position);
}

static void
init_list (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

/* --- Object --- */

static void
dd_table_model_finalize (GObject *object)
{
  g_object_unref (DD_TABLE_MODEL (object)->rows);
  G_OBJECT_CLASS (dd_table_model_parent_class)->finalize (object);
}

static void
dd_table_model_class_init (DdTableModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_table_model_finalize;
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_TABLE_MODEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
dd_table_model_init (DdTableModel *self)
{
  self->rows = g_list_store_new (DD_TYPE_TABLE_ROW);
  g_signal_connect_swapped (self->rows, "items-changed", G_CALLBACK (g_list_model_items_changed),
                            self);
}

DdTableModel *
dd_table_model_new (guint n_columns)
{
  DdTableModel *self = g_object_new (DD_TYPE_TABLE_MODEL, NULL);

  self->n_columns = n_columns;
  return self;
}

guint
dd_table_model_get_n_columns (DdTableModel *self)
{
  g_return_val_if_fail (DD_IS_TABLE_MODEL (self), 0);
  return self->n_columns;
}

DdTableRow *
dd_table_model_get_row (DdTableModel *self, guint position)
{
  g_autoptr (DdTableRow) row = NULL;

  g_return_val_if_fail (DD_IS_TABLE_MODEL (self), NULL);
  row = g_list_model_get_item (G_LIST_MODEL (self), position);
  g_return_val_if_fail (row != NULL, NULL);
  return row; /* the store keeps it */
}

/* --- What is stored comes --- */

static gboolean
is_same (DdTableModel *self, DdTableRow *first, DdTableRow *second)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (!g_str_equal (dd_table_row_get_text (first, i), dd_table_row_get_text (second, i)))
      return FALSE;
  return TRUE;
}

/* How many rows are the same at the beginning; @from_end counts from the end, up to @most. */
static guint
count_same (DdTableModel *self, GPtrArray *rows, gboolean from_end, guint most)
{
  guint n = get_n_items (G_LIST_MODEL (self));
  guint same = 0;

  while (same < most
         && is_same (self, dd_table_model_get_row (self, from_end ? n - 1 - same : same),
                     g_ptr_array_index (rows, from_end ? rows->len - 1 - same : same)))
    same++;
  return same;
}

void
dd_table_model_set_rows (DdTableModel *self, GPtrArray *rows)
{
  guint n, first, last;

  g_return_if_fail (DD_IS_TABLE_MODEL (self));
  n = get_n_items (G_LIST_MODEL (self));
  first = count_same (self, rows, FALSE, MIN (n, rows->len));
  last = count_same (self, rows, TRUE, MIN (n, rows->len) - first);
  if (n - last > first || rows->len - last > first)
    g_list_store_splice (self->rows, first, n - last - first, rows->pdata + first,
                         rows->len - last - first);
}

/* --- Editing --- */

void
dd_table_model_set_text (DdTableModel *self, guint position, guint column, const char *text)
{
  g_return_if_fail (DD_IS_TABLE_MODEL (self));
  if (dd_table_row_set_text (dd_table_model_get_row (self, position), column, text))
    g_signal_emit (self, signals[CHANGED], 0);
}

void
dd_table_model_insert (DdTableModel *self, guint position)
{
  g_autoptr (DdTableRow) row = NULL;

  g_return_if_fail (DD_IS_TABLE_MODEL (self));
  row = dd_table_row_new (self->n_columns);
  g_list_store_insert (self->rows, MIN (position, get_n_items (G_LIST_MODEL (self))), row);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
dd_table_model_remove (DdTableModel *self, guint position)
{
  g_return_if_fail (DD_IS_TABLE_MODEL (self));
  g_return_if_fail (position < get_n_items (G_LIST_MODEL (self)));
  g_list_store_remove (self->rows, position);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
dd_table_model_move (DdTableModel *self, guint from, guint to)
{
  g_autoptr (DdTableRow) row = NULL;

  g_return_if_fail (DD_IS_TABLE_MODEL (self));
  g_return_if_fail (MAX (from, to) < get_n_items (G_LIST_MODEL (self)));
  if (from == to)
    return;
  row = g_object_ref (dd_table_model_get_row (self, from));
  g_list_store_remove (self->rows, from);
  g_list_store_insert (self->rows, to, row);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
write_row (DdTableModel *self, DdTableRow *row, guint column, GStrv cells)
{
  for (guint i = 0; cells[i] != NULL && column + i < self->n_columns; i++)
    dd_table_row_set_text (row, column + i, cells[i]);
}

void
dd_table_model_paste (DdTableModel *self, guint position, guint column, GPtrArray *cells)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  g_return_if_fail (DD_IS_TABLE_MODEL (self));
  n = get_n_items (G_LIST_MODEL (self));
  for (guint i = 0; i < cells->len; i++)
    {
      if (position + i >= n)
        g_ptr_array_add (added, dd_table_row_new (self->n_columns));
      write_row (self,
                 position + i < n ? dd_table_model_get_row (self, position + i)
                                  : g_ptr_array_index (added, added->len - 1),
                 column, g_ptr_array_index (cells, i));
    }
  g_list_store_splice (self->rows, n, 0, added->pdata, added->len);
  g_signal_emit (self, signals[CHANGED], 0);
}
