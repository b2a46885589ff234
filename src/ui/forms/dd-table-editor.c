/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-table-editor.h"

#include "forms/dd-form-words.h"
#include "forms/dd-table-cell.h"
#include "forms/dd-table-paste.h"
#include "forms/dd-table-value.h"

#include <glib/gi18n.h>

/* The answer is put together when no key was hit for so long, in milliseconds: a long one takes a
 * few. */
#define PAUSE 200

/* As in the style, in pixels. */
#define ROW_HEIGHT 30

/* More rows than this, the header among them, scroll. */
#define MOST_ROWS 12

struct _DdTableEditor
{
  DdQuestionEditor parent_instance;

  /* Owned references */
  DdTableModel *model;
  GPtrArray *columns;   /* (element-type DdTableColumn) */
  GPtrArray *cells;     /* (element-type DdTableCell) (unowned): those there are */
  DdAnswerValue *value; /* (nullable): what the rows say, when that was asked already */

  /* Borrowed references */
  GtkColumnView *view;
  GtkWidget *frame; /* what scrolls the view */
  GtkLabel *count;
  GtkWidget *add; /* the button that adds a row */

  guint row; /* where the focus was last */
  guint column;
  gboolean wanted; /* the focus goes to that cell when it is there */
  guint timer;     /* the source that tells of a change, or 0 */
};

G_DEFINE_FINAL_TYPE (DdTableEditor, dd_table_editor, DD_TYPE_QUESTION_EDITOR)

static guint
get_n_rows (DdTableEditor *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->model));
}

static void
column_free (gpointer data)
{
  DdTableColumn *column = data;

  g_free (column->title);
  g_strfreev (column->choices);
  g_free (column);
}

/* --- Telling --- */

static void
tell (DdTableEditor *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  dd_question_editor_changed (DD_QUESTION_EDITOR (self));
}

static gboolean
on_pause (gpointer user_data)
{
  DdTableEditor *self = user_data;

  self->timer = 0;
  tell (self);
  return G_SOURCE_REMOVE;
}

static void
on_changed (DdTableEditor *self)
{
  g_clear_pointer (&self->value, dd_answer_value_unref);
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add (PAUSE, on_pause, self);
}

static void
finish (DdQuestionEditor *editor)
{
  if (DD_TABLE_EDITOR (editor)->timer != 0)
    tell (DD_TABLE_EDITOR (editor));
}

/* A list tells how high it is from the rows that it has made, which may be none: so it is told. All
 * rows are a line of text high, but not less than the style has it; so is the header. */
static void
update_height (DdTableEditor *self)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), "X");
  int line, height;

  pango_layout_get_pixel_size (layout, NULL, &line);
  line = MAX (line, ROW_HEIGHT) + 1;
  height = (int) MIN (get_n_rows (self) + 1, MOST_ROWS) * line;
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), height);
}

static void
update_actions (DdTableEditor *self)
{
  guint n = get_n_rows (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u row", "%u rows", n), n);

  gtk_label_set_text (self->count, text);
  update_height (self);
  gtk_widget_set_visible (self->frame, n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.remove", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.up", n > 0 && self->row > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "table.down", self->row + 1 < n);
}

/* --- Where the focus is --- */

static DdTableCell *
find_cell (DdTableEditor *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      DdTableCell *cell = g_ptr_array_index (self->cells, i);

      if (dd_table_cell_get_position (cell) == self->row
          && dd_table_cell_get_column (cell) == self->column)
        return cell;
    }
  return NULL;
}

/* A cell that was not there is bound when the list was laid out. */
static void
focus_wanted (DdTableEditor *self)
{
  DdTableCell *cell = self->wanted ? find_cell (self) : NULL;

  if (cell == NULL || !gtk_widget_get_mapped (GTK_WIDGET (cell)))
    return;
  self->wanted = FALSE;
  gtk_widget_grab_focus (GTK_WIDGET (cell));
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  focus_wanted (DD_TABLE_EDITOR (widget));
  return DD_TABLE_EDITOR (widget)->wanted ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static GtkWidget *
find_list (GtkWidget *view)
{
  GtkWidget *child = gtk_widget_get_first_child (view);

  while (child != NULL && !GTK_IS_LIST_VIEW (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
go (DdTableEditor *self, guint row, guint column)
{
  GtkWidget *list = find_list (GTK_WIDGET (self->view));
  gboolean waiting = self->wanted;

  if (row >= get_n_rows (self))
    return;
  self->row = row;
  self->column = column;
  self->wanted = TRUE;
  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", row);
  focus_wanted (self);
  if (self->wanted && !waiting)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  update_actions (self);
}

static void
on_go (GtkWidget *widget, const char *name, GVariant *parameter)
{
  guint row, column;

  g_variant_get (parameter, "(uu)", &row, &column);
  go (DD_TABLE_EDITOR (widget), row, column);
}

static void
on_here (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdTableEditor *self = DD_TABLE_EDITOR (widget);

  g_variant_get (parameter, "(uu)", &self->row, &self->column);
  update_actions (self);
}

/* --- Rows --- */

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdTableEditor *self = DD_TABLE_EDITOR (widget);

  dd_table_model_insert (self->model, get_n_rows (self));
  go (self, get_n_rows (self) - 1, 0);
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdTableEditor *self = DD_TABLE_EDITOR (widget);

  if (self->row >= get_n_rows (self))
    return;
  dd_table_model_remove (self->model, self->row);
  if (get_n_rows (self) > 0)
    go (self, MIN (self->row, get_n_rows (self) - 1), self->column);
}

static void
move_row (DdTableEditor *self, guint to)
{
  if (MAX (self->row, to) >= get_n_rows (self))
    return;
  dd_table_model_move (self->model, self->row, to);
  go (self, to, self->column);
}

static void
on_up (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdTableEditor *self = DD_TABLE_EDITOR (widget);

  if (self->row > 0)
    move_row (self, self->row - 1);
}

static void
on_down (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdTableEditor *self = DD_TABLE_EDITOR (widget);

  move_row (self, self->row + 1);
}

/* --- Pasting --- */

void
dd_table_editor_paste (DdTableEditor *self, const char *text)
{
  g_autoptr (GPtrArray) rows = NULL;

  g_return_if_fail (DD_IS_TABLE_EDITOR (self));
  rows = dd_table_paste_parse (text);
  dd_table_model_paste (self->model, MIN (self->row, get_n_rows (self)), self->column, rows);
}

static void
on_text (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdTableEditor) self = user_data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  GtkWidget *focus;

  if (text == NULL || gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;
  focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  if (dd_table_paste_is_table (text) || !GTK_IS_TEXT (focus))
    dd_table_editor_paste (self, text);
  else
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
}

/* One cell is pasted into the text at the cursor, as everywhere; a table over the cells. */
static void
on_paste (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, on_text,
                                 g_object_ref (widget));
}

/* The entry in a cell has some of these keys for itself: they are taken before it gets them. */
static gboolean
on_key (DdTableEditor *self, guint keyval, guint keycode, GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  const char *action = NULL;

  if (modifiers == GDK_ALT_MASK && keyval == GDK_KEY_Up)
    action = "table.up";
  else if (modifiers == GDK_ALT_MASK && keyval == GDK_KEY_Down)
    action = "table.down";
  else if (modifiers == GDK_CONTROL_MASK && keyval == GDK_KEY_Delete)
    action = "table.remove";
  else if (modifiers == GDK_CONTROL_MASK && (keyval == GDK_KEY_v || keyval == GDK_KEY_V))
    action = "table.paste";
  return action != NULL && gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
}

/* A click begins to edit the cell that it hits. */
static void
on_pressed (GtkGestureClick *click, int n, double x, double y, DdTableEditor *self)
{
  GtkWidget *hit = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = hit != NULL ? gtk_widget_get_ancestor (hit, DD_TYPE_TABLE_CELL) : NULL;

  if (cell != NULL && gtk_widget_get_focus_child (cell) == NULL)
    gtk_widget_grab_focus (cell);
}

/* --- Cells --- */

static void
on_destroy (GtkWidget *cell, DdTableEditor *self)
{
  g_ptr_array_remove_fast (self->cells, cell);
}

static void
on_setup (GtkListItemFactory *factory, GtkListItem *item, DdTableEditor *self)
{
  const DdTableColumn *column = g_object_get_data (G_OBJECT (factory), "column");
  GtkWidget *cell = dd_table_cell_new (self->model, column);

  g_ptr_array_add (self->cells, cell);
  g_signal_connect_object (cell, "destroy", G_CALLBACK (on_destroy), self, 0);
  gtk_list_item_set_child (item, cell);
}

static void
on_bind (GtkListItemFactory *factory, GtkListItem *item, DdTableEditor *self)
{
  dd_table_cell_bind (DD_TABLE_CELL (gtk_list_item_get_child (item)), item);
}

static void
on_unbind (GtkListItemFactory *factory, GtkListItem *item, DdTableEditor *self)
{
  dd_table_cell_bind (DD_TABLE_CELL (gtk_list_item_get_child (item)), NULL);
}

static GtkListItemFactory *
make_factory (DdTableEditor *self, DdTableColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_object_set_data (G_OBJECT (factory), "column", column);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, 0);
  return factory;
}

static void
add_column (DdTableEditor *self, const DdQuestion *question)
{
  DdTableColumn *column = g_new0 (DdTableColumn, 1);
  GtkColumnViewColumn *shown;
  g_autofree char *title = NULL;

  column->question = question;
  column->title = g_strdup (dd_form_words_text (question->label));
  column->choices = dd_table_value_list_choices (question);
  g_ptr_array_add (self->columns, column);
  /* Translators: a column that must be filled in */
  title = question->required == DD_REQUIREMENT_YES ? g_strdup_printf (_ ("%s *"), column->title)
                                                   : g_strdup (column->title);
  shown = gtk_column_view_column_new (title, make_factory (self, column));
  gtk_column_view_column_set_expand (shown, TRUE);
  gtk_column_view_column_set_resizable (shown, TRUE);
  gtk_column_view_append_column (self->view, shown);
  g_object_unref (shown);
}

/* --- Building --- */

static GtkWidget *
make_button (const char *icon, const char *name, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_focus_on_click (button, FALSE);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return button;
}

static GtkWidget *
make_toolbar (DdTableEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->count = GTK_LABEL (gtk_label_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "dim-label");
  gtk_widget_add_css_class (GTK_WIDGET (self->count), "numeric");
  gtk_widget_set_hexpand (GTK_WIDGET (self->count), TRUE);
  gtk_label_set_xalign (self->count, 0);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->count));
  self->add = make_button ("list-add-symbolic", _ ("Add Row"), "table.add");
  gtk_box_append (GTK_BOX (box), self->add);
  gtk_box_append (GTK_BOX (box),
                  make_button ("list-remove-symbolic", _ ("Remove Row"), "table.remove"));
  gtk_box_append (GTK_BOX (box), make_button ("go-up-symbolic", _ ("Move Row Up"), "table.up"));
  gtk_box_append (GTK_BOX (box),
                  make_button ("go-down-symbolic", _ ("Move Row Down"), "table.down"));
  return box;
}

static void
build (DdQuestionEditor *editor, const DdQuestion *question)
{
  DdTableEditor *self = DD_TABLE_EDITOR (editor);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkGesture *click = gtk_gesture_click_new ();

  self->model = dd_table_model_new (question->columns->len);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (
      GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (self->model))))));
  gtk_column_view_set_show_column_separators (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  for (guint i = 0; i < question->columns->len; i++)
    add_column (self, g_ptr_array_index (question->columns, i));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  dd_form_words_text (question->label), -1);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_pressed), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), GTK_WIDGET (self->view));
  gtk_widget_add_css_class (self->frame, "table");
  gtk_box_append (GTK_BOX (box), self->frame);
  gtk_box_append (GTK_BOX (box), make_toolbar (self));
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (self->model, "changed", G_CALLBACK (on_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (update_actions), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}

/* --- Values --- */

static void
set_value (DdQuestionEditor *editor, const DdAnswerValue *value)
{
  g_autoptr (GPtrArray) rows =
      dd_table_value_to_rows (dd_question_editor_get_question (editor), value);

  g_clear_pointer (&DD_TABLE_EDITOR (editor)->value, dd_answer_value_unref);
  dd_table_model_set_rows (DD_TABLE_EDITOR (editor)->model, rows);
}

static DdAnswerValue *
get_value (DdQuestionEditor *editor)
{
  DdTableEditor *self = DD_TABLE_EDITOR (editor);

  if (self->value == NULL)
    self->value = dd_table_value_from_model (dd_question_editor_get_question (editor), self->model);
  return self->value != NULL ? dd_answer_value_ref (self->value) : NULL;
}

/* --- Object --- */

static gboolean
dd_table_editor_grab_focus (GtkWidget *widget)
{
  DdTableEditor *self = DD_TABLE_EDITOR (widget);

  if (get_n_rows (self) == 0)
    return gtk_widget_grab_focus (self->add);
  go (self, MIN (self->row, get_n_rows (self) - 1), self->column);
  return TRUE;
}

/* Whoever goes through it comes to what is in it, and out again; it is no stop by itself. */
static gboolean
dd_table_editor_focus (GtkWidget *widget, GtkDirectionType direction)
{
  return gtk_widget_child_focus (adw_bin_get_child (ADW_BIN (widget)), direction);
}

/* Text has its size when it is shown. */
static void
dd_table_editor_map (GtkWidget *widget)
{
  update_height (DD_TABLE_EDITOR (widget));
  GTK_WIDGET_CLASS (dd_table_editor_parent_class)->map (widget);
}

static void
dd_table_editor_dispose (GObject *object)
{
  DdTableEditor *self = DD_TABLE_EDITOR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  adw_bin_set_child (ADW_BIN (self), NULL);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (dd_table_editor_parent_class)->dispose (object);
}

static void
dd_table_editor_finalize (GObject *object)
{
  DdTableEditor *self = DD_TABLE_EDITOR (object);

  g_clear_pointer (&self->value, dd_answer_value_unref);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->cells);
  G_OBJECT_CLASS (dd_table_editor_parent_class)->finalize (object);
}

static void
dd_table_editor_class_init (DdTableEditorClass *klass)
{
  DdQuestionEditorClass *editor_class = DD_QUESTION_EDITOR_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_table_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_table_editor_finalize;
  widget_class->focus = dd_table_editor_focus;
  widget_class->grab_focus = dd_table_editor_grab_focus;
  widget_class->map = dd_table_editor_map;
  editor_class->build = build;
  editor_class->set_value = set_value;
  editor_class->get_value = get_value;
  editor_class->finish = finish;
  gtk_widget_class_install_action (widget_class, "table.go", "(uu)", on_go);
  gtk_widget_class_install_action (widget_class, "table.here", "(uu)", on_here);
  gtk_widget_class_install_action (widget_class, "table.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "table.remove", NULL, on_remove);
  gtk_widget_class_install_action (widget_class, "table.up", NULL, on_up);
  gtk_widget_class_install_action (widget_class, "table.down", NULL, on_down);
  gtk_widget_class_install_action (widget_class, "table.paste", NULL, on_paste);
}

static void
dd_table_editor_init (DdTableEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->cells = g_ptr_array_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

DdTableModel *
dd_table_editor_get_model (DdTableEditor *self)
{
  g_return_val_if_fail (DD_IS_TABLE_EDITOR (self), NULL);
  return self->model;
}
