/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the window can be asked by name, by menus, keys and pages. */

#include "config.h"

#include "dd-window-private.h"

static void
on_place (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_window_show_place (DD_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
on_show_sidebar (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdWindow *self = DD_WINDOW (widget);

  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_BACK);
  gtk_widget_grab_focus (GTK_WIDGET (self->places));
}

static void
on_search (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdPage *page = dd_window_get_page (DD_WINDOW (widget));

  if (page != NULL)
    dd_page_search (page);
}

/* Alt+1, Alt+2, … for the places in their order. */
static void
bind_places (GtkWidgetClass *widget_class)
{
  for (int i = 0; dd_places[i].name != NULL && i < 9; i++)
    gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "win.place",
                                         "s", dd_places[i].name);
}

void
dd_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.place", "s", on_place);
  gtk_widget_class_install_action (widget_class, "win.show-sidebar", NULL, on_show_sidebar);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, on_search);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "win.search",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F9, 0, "win.show-sidebar", NULL);
  bind_places (widget_class);
}
