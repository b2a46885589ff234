/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-cell.h"

#include "dd-accessible.h"
#include "form/dd-question-check.h"
#include "forms/dd-table-value.h"

#include <glib/gi18n.h>

struct _DdTableCell
{
  GtkWidget parent_instance;

  /* Owned references */
  DdTableModel *model;
  DdTableRow *row; /* (nullable): the one that is shown */
  GtkWidget *label;
  GtkWidget *editor; /* (nullable): while the focus is here */

  /* Borrowed references */
  const DdTableColumn *column;
  GtkListItem *item; /* (nullable) */

  guint leaving;       /* the source that ends the editing, or 0 */
  gboolean controlled; /* it watches focus and keys */
  gboolean filling;    /* the editor is set by us */
};

G_DEFINE_FINAL_TYPE (DdTableCell, dd_table_cell, GTK_TYPE_WIDGET)

guint
dd_table_cell_get_position (DdTableCell *self)
{
  g_return_val_if_fail (DD_IS_TABLE_CELL (self), GTK_INVALID_LIST_POSITION);
  return self->item != NULL ? gtk_list_item_get_position (self->item) : GTK_INVALID_LIST_POSITION;
}

guint
dd_table_cell_get_column (DdTableCell *self)
{
  g_return_val_if_fail (DD_IS_TABLE_CELL (self), 0);
  return self->column->question->index;
}

/* --- What it shows --- */

static const char *
get_text (DdTableCell *self)
{
  return self->row != NULL ? dd_table_row_get_text (self->row, self->column->question->index) : "";
}

static guint
find_choice (DdTableCell *self)
{
  for (guint i = 0; self->column->choices[i] != NULL; i++)
    if (g_str_equal (self->column->choices[i], get_text (self)))
      return i + 1;
  return 0;
}

/* What does not suit the column; an empty cell is the form's business. */
static void
show_problem (DdTableCell *self)
{
  g_autoptr (DdAnswerValue) value =
      dd_table_value_from_text (self->column->question, get_text (self));
  g_autofree char *problem =
      value != NULL ? dd_question_check_cell (self->column->question, value) : NULL;

  if (problem != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), problem);
}

static void
show_text (DdTableCell *self)
{
  const char *text = get_text (self);

  gtk_label_set_text (GTK_LABEL (self->label), text);
  show_problem (self);
  if (self->editor == NULL)
    return;
  self->filling = TRUE;
  if (GTK_IS_DROP_DOWN (self->editor))
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), find_choice (self));
  else if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  self->filling = FALSE;
}

/* "Host, row 3": where one is, for whoever does not see it. */
static void
name_editor (DdTableCell *self)
{
  /* Translators: a column of a table, and the number of the row */
  g_autofree char *name = g_strdup_printf (_ ("%s, row %u"), self->column->title,
                                           dd_table_cell_get_position (self) + 1);

  if (GTK_IS_DROP_DOWN (self->editor))
    dd_accessible_name_drop_down (GTK_DROP_DOWN (self->editor), name);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

/* --- Editing --- */

static void
on_typed (DdTableCell *self)
{
  if (!self->filling && self->row != NULL)
    dd_table_model_set_text (self->model, dd_table_cell_get_position (self),
                             self->column->question->index,
                             gtk_editable_get_text (GTK_EDITABLE (self->editor)));
}

static void
on_chosen (DdTableCell *self)
{
  guint chosen = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->editor));

  if (!self->filling && self->row != NULL && chosen != GTK_INVALID_LIST_POSITION)
    dd_table_model_set_text (self->model, dd_table_cell_get_position (self),
                             self->column->question->index,
                             chosen > 0 ? self->column->choices[chosen - 1] : "");
}

static GtkWidget *
make_drop_down (DdTableCell *self)
{
  g_autoptr (GtkStringList) choices = gtk_string_list_new (NULL);
  GtkWidget *editor;

  /* Translators: nothing is chosen in this cell of a table */
  gtk_string_list_append (choices, C_ ("choice", "None"));
  gtk_string_list_splice (choices, 1, 0, (const char *const *) self->column->choices);
  editor = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&choices)), NULL);
  gtk_widget_add_css_class (editor, "flat");
  g_signal_connect_swapped (editor, "notify::selected", G_CALLBACK (on_chosen), self);
  return editor;
}

static GtkWidget *
make_entry (DdTableCell *self)
{
  GtkWidget *editor = gtk_text_new ();

  gtk_text_set_input_purpose (GTK_TEXT (editor),
                              dd_table_value_get_purpose (self->column->question));
  g_signal_connect_swapped (editor, "changed", G_CALLBACK (on_typed), self);
  return editor;
}

static void
begin_editing (DdTableCell *self)
{
  if (self->editor != NULL)
    return;
  self->filling = TRUE;
  self->editor = self->column->choices != NULL ? make_drop_down (self) : make_entry (self);
  self->filling = FALSE;
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_set_visible (self->label, FALSE);
  name_editor (self);
  show_text (self);
}

static void
end_editing (DdTableCell *self)
{
  gtk_widget_set_visible (self->label, TRUE);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
}

/* --- Moving --- */

static void
go (DdTableCell *self, guint position, guint column)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "table.go", "(uu)", position, column);
}

static gboolean
move_row (DdTableCell *self, guint keyval)
{
  guint position = dd_table_cell_get_position (self);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  gboolean up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (position == GTK_INVALID_LIST_POSITION || (up && position == 0)
      || (!up && !enter && position + 1 == n))
    return FALSE;
  if (enter && position + 1 == n)
    dd_table_model_insert (self->model, n);
  go (self, up ? position - 1 : position + 1, self->column->question->index);
  return TRUE;
}

/* From the last cell of a row to the first of the next, and back; beyond the table it leaves. */
static gboolean
move_cell (DdTableCell *self, gboolean back)
{
  guint position = dd_table_cell_get_position (self);
  guint column = self->column->question->index,
        last = dd_table_model_get_n_columns (self->model) - 1;
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));

  if (column != (back ? 0 : last))
    go (self, position, back ? column - 1 : column + 1);
  else if (back ? position > 0 : position + 1 < n)
    go (self, back ? position - 1 : position + 1, back ? last : 0);
  else
    return FALSE;
  return TRUE;
}

/* A list that is open has these keys for itself. */
static gboolean
is_choosing (DdTableCell *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus != NULL && self->editor != NULL
         && gtk_widget_get_native (focus) != gtk_widget_get_native (self->editor);
}

static gboolean
on_key (DdTableCell *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || is_choosing (self))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_row (self, keyval);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return !GTK_IS_DROP_DOWN (self->editor) && move_row (self, keyval);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return move_cell (self, (state & GDK_SHIFT_MASK) != 0);
    default:
      return FALSE;
    }
}

/* --- Focus --- */

static void
on_enter (DdTableCell *self)
{
  g_clear_handle_id (&self->leaving, g_source_remove);
  gtk_widget_activate_action (GTK_WIDGET (self), "table.here", "(uu)",
                              dd_table_cell_get_position (self), self->column->question->index);
}

static gboolean
on_left (gpointer user_data)
{
  DdTableCell *self = user_data;

  self->leaving = 0;
  end_editing (self);
  return G_SOURCE_REMOVE;
}

/* GTK still needs the entry while the focus is on its way. */
static void
on_leave (DdTableCell *self)
{
  if (self->leaving == 0)
    self->leaving = g_idle_add (on_left, self);
}

/* Most cells never have the focus, and there are many. */
static void
ensure_controllers (DdTableCell *self)
{
  GtkEventController *focus, *keys;

  if (self->controlled)
    return;
  self->controlled = TRUE;
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (on_enter), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static gboolean
dd_table_cell_grab_focus (GtkWidget *widget)
{
  DdTableCell *self = DD_TABLE_CELL (widget);

  if (self->row == NULL)
    return FALSE;
  ensure_controllers (self);
  begin_editing (self);
  return gtk_widget_grab_focus (self->editor);
}

static gboolean
dd_table_cell_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return gtk_widget_child_focus (gtk_widget_get_focus_child (widget), direction);
  return dd_table_cell_grab_focus (widget);
}

/* --- Object --- */

static void
dd_table_cell_dispose (GObject *object)
{
  DdTableCell *self = DD_TABLE_CELL (object);

  g_clear_handle_id (&self->leaving, g_source_remove);
  dd_table_cell_bind (self, NULL);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (dd_table_cell_parent_class)->dispose (object);
}

static void
dd_table_cell_class_init (DdTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_table_cell_dispose;
  widget_class->grab_focus = dd_table_cell_grab_focus;
  widget_class->focus = dd_table_cell_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "tablecell");
}

static void
dd_table_cell_init (DdTableCell *self)
{
  self->label = gtk_label_new (NULL);
  g_object_set (self->label, "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0, "width-chars", 9,
                "max-width-chars", 14, NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
dd_table_cell_new (DdTableModel *model, const DdTableColumn *column)
{
  DdTableCell *self;

  g_return_val_if_fail (DD_IS_TABLE_MODEL (model), NULL);
  g_return_val_if_fail (column != NULL, NULL);
  self = g_object_new (DD_TYPE_TABLE_CELL, NULL);
  self->model = g_object_ref (model);
  self->column = column;
  return GTK_WIDGET (self);
}

void
dd_table_cell_bind (DdTableCell *self, GtkListItem *item)
{
  g_return_if_fail (DD_IS_TABLE_CELL (self));
  if (self->row != NULL)
    g_signal_handlers_disconnect_by_func (self->row, show_text, self);
  self->item = item;
  g_set_object (&self->row, item != NULL ? gtk_list_item_get_item (item) : NULL);
  if (self->row == NULL)
    return;
  g_signal_connect_swapped (self->row, "changed", G_CALLBACK (show_text), self);
  show_text (self);
  if (self->editor != NULL)
    name_editor (self);
}
