/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be done with the selected case, by menu and keys. */

#include "config.h"

#include "cases/dd-cases-page-private.h"

#include "cases/dd-cases-factory.h"
#include "dd-window.h"

#include <glib/gi18n.h>

/* --- Actions --- */

static void
on_open (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseSummary *summary = dd_cases_page_get_selected (DD_CASES_PAGE (widget));

  if (summary != NULL)
    gtk_widget_activate_action (widget, "win.case", "s", summary->id);
}

static void
on_copy_title (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCaseSummary *summary = dd_cases_page_get_selected (DD_CASES_PAGE (widget));

  if (summary == NULL)
    return;
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), summary->title);
  dd_window_toast (widget, _ ("Title copied"), FALSE);
}

static void
on_clear (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);

  dd_case_filter_clear (self->filter);
  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
}

/* Among all cases, closed ones too. */
static void
on_find (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);

  dd_case_filter_clear (self->filter);
  g_object_set (self->filter, "show", DD_CASE_SHOW_ALL, "search",
                g_variant_get_string (parameter, NULL), NULL);
  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
}

static void
on_reload (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_signal_emit_by_name (dd_page_get_context (DD_PAGE (widget)), "changed");
}

void
dd_cases_page_update_actions (DdCasesPage *self)
{
  static const char *const of_case[] = { "cases.open", "cases.copy-title", "cases.menu" };
  gboolean selected = dd_cases_page_get_selected (self) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_case); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_case[i], selected);
  dd_cases_page_update_edits (self);
}

/* --- The context menu --- */

static void
pop_up (DdCasesPage *self, const GdkRectangle *at)
{
  if (self->popover == NULL)
    {
      self->popover = gtk_popover_menu_new_from_model (self->context_menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), at);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* Below the row that has the focus. */
static void
on_menu (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdCasesPage *self = DD_CASES_PAGE (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));
  GdkRectangle at = { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1 };
  graphene_rect_t row;

  if (focus != NULL
      && gtk_widget_is_ancestor (focus, adw_squeezer_get_visible_child (self->squeezer))
      && gtk_widget_compute_bounds (focus, widget, &row))
    at = (GdkRectangle){ (int) row.origin.x + 24, (int) (row.origin.y + row.size.height), 1, 1 };
  pop_up (self, &at);
}

static void
pop_up_at (DdCasesPage *self, double x, double y)
{
  GtkWidget *under = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GdkRectangle at = { (int) x, (int) y, 1, 1 };
  guint position;

  if (under == NULL
      || !gtk_widget_is_ancestor (under, adw_squeezer_get_visible_child (self->squeezer)))
    return;
  position = dd_cases_factory_find_position (under);
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  pop_up (self, &at);
}

static void
on_secondary (GtkGestureClick *click, int n, double x, double y, DdCasesPage *self)
{
  pop_up_at (self, x, y);
}

static void
on_long_press (GtkGestureLongPress *press, double x, double y, DdCasesPage *self)
{
  pop_up_at (self, x, y);
}

void
dd_cases_page_init_menu (DdCasesPage *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary), self);
  g_signal_connect (press, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

/* --- Installing --- */

void
dd_cases_page_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "cases.open", NULL, on_open);
  gtk_widget_class_install_action (widget_class, "cases.copy-title", NULL, on_copy_title);
  gtk_widget_class_install_action (widget_class, "cases.menu", NULL, on_menu);
  gtk_widget_class_install_action (widget_class, "cases.clear", NULL, on_clear);
  gtk_widget_class_install_action (widget_class, "cases.find", "s", on_find);
  gtk_widget_class_install_action (widget_class, "cases.reload", NULL, on_reload);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "cases.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "cases.menu",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK,
                                       "cases.copy-title", NULL);
  dd_cases_page_class_install_edits (widget_class);
}
