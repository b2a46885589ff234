/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-model.h"

#include "forms/dd-table-paste.h"

/* A table of two columns whose changes are counted. */
typedef struct
{
  DdTableModel *model;
  guint edits;   /* by a person */
  guint changed; /* rows that went or came, as the list tells */
} Fixture;

static void
on_edited (Fixture *self)
{
  self->edits++;
}

static void
on_items_changed (GListModel *list, guint position, guint removed, guint added, Fixture *self)
{
  self->changed += removed + added;
}

static void
set_up (Fixture *self, gconstpointer data)
{
  self->model = dd_table_model_new (2);
  g_signal_connect_swapped (self->model, "changed", G_CALLBACK (on_edited), self);
  g_signal_connect (self->model, "items-changed", G_CALLBACK (on_items_changed), self);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_assert_finalize_object (self->model);
}

static void
check (Fixture *self, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
    {
      DdTableRow *row = dd_table_model_get_row (self->model, i);

      g_string_append_printf (text, "%s%s|%s", i > 0 ? "/" : "", dd_table_row_get_text (row, 0),
                              dd_table_row_get_text (row, 1));
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
paste (Fixture *self, guint row, guint column, const char *text)
{
  g_autoptr (GPtrArray) cells = dd_table_paste_parse (text);

  dd_table_model_paste (self->model, row, column, cells);
}

static void
test_edits (Fixture *self, gconstpointer data)
{
  dd_table_model_insert (self->model, G_MAXUINT);
  dd_table_model_set_text (self->model, 0, 0, "a");
  dd_table_model_insert (self->model, 0);
  dd_table_model_set_text (self->model, 0, 1, "b");
  check (self, "|b/a|");
  dd_table_model_move (self->model, 0, 1);
  check (self, "a|/|b");
  dd_table_model_remove (self->model, 0);
  check (self, "|b");
  g_assert_cmpuint (self->edits, ==, 6);
  dd_table_model_set_text (self->model, 0, 1, "b");
  g_assert_cmpuint (self->edits, ==, 6);
}

static void
test_pasting_adds_rows_and_drops_columns (Fixture *self, gconstpointer data)
{
  paste (self, 0, 0, "a\tb\nc\td");
  check (self, "a|b/c|d");
  paste (self, 1, 1, "1\t2\n3");
  check (self, "a|b/c|1/|3");
}

static DdTableRow *
make_row (const char *first)
{
  DdTableRow *row = dd_table_row_new (2);

  dd_table_row_set_text (row, 0, first);
  return row;
}

/* What is stored comes: only the rows that differ are others. */
static void
test_rows_that_are_the_same_stay (Fixture *self, gconstpointer data)
{
  static const char *const firsts[] = { "a", "x", "c" };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  DdTableRow *last;

  paste (self, 0, 0, "a\nb\nc");
  last = dd_table_model_get_row (self->model, 2);
  self->changed = self->edits = 0;
  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    g_ptr_array_add (rows, make_row (firsts[i]));
  dd_table_model_set_rows (self->model, rows);
  check (self, "a|/x|/c|");
  g_assert_cmpuint (self->changed, ==, 2);
  g_assert_cmpuint (self->edits, ==, 0);
  g_assert_true (dd_table_model_get_row (self->model, 2) == last);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func) g_test_add ("/table-model/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("edits", test_edits);
  ADD ("pasting-adds-rows-and-drops-columns", test_pasting_adds_rows_and_drops_columns);
  ADD ("rows-that-are-the-same-stay", test_rows_that_are_the_same_stay);
  return g_test_run ();
}
