/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "today/dd-today-list.h"

#include "dd-ui.h"
#include "reminders/dd-reminder-snooze.h"

#include <glib/gi18n.h>

struct _DdTodayList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *items; /* (owned) (element-type DdTodayItem) */
  GPtrArray *rows;  /* (owned) (element-type GtkWidget): of the first items, and the one for more */
  gboolean all;     /* every row is shown */
};

G_DEFINE_FINAL_TYPE (DdTodayList, dd_today_list, ADW_TYPE_PREFERENCES_GROUP)

void
dd_today_item_free (gpointer data)
{
  DdTodayItem *self = data;

  g_free (self->id);
  g_free (self->case_id);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->when);
  g_free (self);
}

static gboolean
is_equal (const DdTodayItem *first, const DdTodayItem *second)
{
  return g_str_equal (first->id, second->id) && g_str_equal (first->title, second->title)
         && g_str_equal (first->subtitle, second->subtitle)
         && g_str_equal (first->when, second->when) && first->icon == second->icon
         && first->done == second->done && first->snoozes == second->snoozes;
}

/* --- Rows --- */

static void
set_name (GtkWidget *widget, const char *name)
{
  gtk_widget_set_tooltip_text (widget, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
make_when (const DdTodayItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (item->when);

  if (item->icon != NULL)
    gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (item->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_add_css_class (box, "numeric");
  if (item->icon == NULL)
    gtk_widget_add_css_class (box, "dim-label");
  return box;
}

static GtkWidget *
make_snooze (const DdTodayItem *item)
{
  GtkWidget *button = gtk_menu_button_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  for (int i = 0; i < DD_N_SNOOZES; i++)
    {
      g_autoptr (GMenuItem) entry = g_menu_item_new (dd_snooze_to_words (i), NULL);

      g_menu_item_set_action_and_target (entry, "today.snooze", "(ss)", item->id,
                                         dd_snooze_get_nick (i));
      g_menu_append_item (menu, entry);
    }
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "alarm-symbolic");
  dd_ui_set_menu (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  set_name (button, _ ("Remind Me Later"));
  return button;
}

static GtkWidget *
make_done (const DdTodayItem *item)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "today.done");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", item->id);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  set_name (button, _ (item->done));
  return button;
}

static GtkWidget *
make_row (const DdTodayItem *item)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (item->title, -1);
  g_autofree char *subtitle = g_markup_escape_text (item->subtitle, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.case");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", item->case_id);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_when (item));
  if (item->snoozes)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_snooze (item));
  if (item->done != NULL)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_done (item));
  return row;
}

static void
on_more (DdTodayList *self);

static GtkWidget *
make_more_row (DdTodayList *self, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("%u More", "%u More", n), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("pan-down-symbolic"));
  g_signal_connect_swapped (row, "activated", G_CALLBACK (on_more), self);
  return row;
}

/* --- Making them anew --- */

static void
clear (DdTodayList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_row (DdTodayList *self, GtkWidget *row)
{
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
}

static gboolean
has_focus (GtkWidget *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == row || gtk_widget_is_ancestor (focus, row));
}

/* Returns: the place of the row in which the focus is, or G_MAXUINT */
static guint
find_focus (DdTodayList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (has_focus (self->rows->pdata[i]))
      return i;
  return G_MAXUINT;
}

static void
make_rows (DdTodayList *self)
{
  guint n =
      self->all || self->items->len <= DD_TODAY_LIST_FEW + 1 ? self->items->len : DD_TODAY_LIST_FEW;

  for (guint i = 0; i < n; i++)
    add_row (self, make_row (self->items->pdata[i]));
  if (n < self->items->len)
    add_row (self, make_more_row (self, self->items->len - n));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

static void
renew (DdTodayList *self)
{
  guint focus = find_focus (self);

  clear (self);
  make_rows (self);
  if (focus != G_MAXUINT && self->rows->len > 0)
    gtk_widget_grab_focus (self->rows->pdata[MIN (focus, self->rows->len - 1)]);
}

static void
on_more (DdTodayList *self)
{
  self->all = TRUE;
  renew (self);
}

/* --- Object --- */

static void
dd_today_list_dispose (GObject *object)
{
  clear (DD_TODAY_LIST (object));
  G_OBJECT_CLASS (dd_today_list_parent_class)->dispose (object);
}

static void
dd_today_list_finalize (GObject *object)
{
  DdTodayList *self = DD_TODAY_LIST (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (dd_today_list_parent_class)->finalize (object);
}

static void
dd_today_list_class_init (DdTodayListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_today_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_today_list_finalize;
}

static void
dd_today_list_init (DdTodayList *self)
{
  self->items = g_ptr_array_new_with_free_func (dd_today_item_free);
  self->rows = g_ptr_array_new ();
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* --- Public --- */

static gboolean
is_shown (DdTodayList *self, GPtrArray *items)
{
  if (items->len != self->items->len)
    return FALSE;
  for (guint i = 0; i < items->len; i++)
    if (!is_equal (items->pdata[i], self->items->pdata[i]))
      return FALSE;
  return TRUE;
}

void
dd_today_list_set_items (DdTodayList *self, GPtrArray *items)
{
  g_return_if_fail (DD_IS_TODAY_LIST (self));
  if (is_shown (self, items))
    {
      g_ptr_array_unref (items);
      return;
    }
  g_ptr_array_unref (self->items);
  self->items = items;
  renew (self);
}

guint
dd_today_list_get_n_items (DdTodayList *self)
{
  g_return_val_if_fail (DD_IS_TODAY_LIST (self), 0);
  return self->items->len;
}
