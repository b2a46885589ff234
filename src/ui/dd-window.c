/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-window.h"

#include "dd-ui.h"
#include "dd-window-private.h"

#include <glib/gi18n.h>

typedef enum
{
  PROP_CONTEXT = 1,
} DdWindowProperty;

static GParamSpec *properties[PROP_CONTEXT + 1];

G_DEFINE_FINAL_TYPE (DdWindow, dd_window, ADW_TYPE_APPLICATION_WINDOW)

/* --- Places --- */

static const DdPlace *
find_place (const char *name)
{
  for (const DdPlace *place = dd_places; place->name != NULL; place++)
    if (g_strcmp0 (place->name, name) == 0)
      return place;
  return NULL;
}

static GtkWidget *
make_place_row (const DdPlace *place)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (_ (place->title));
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (place->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (place->title), -1);
  g_object_set_data (G_OBJECT (row), "place", (gpointer) place);
  return row;
}

/* The page of @place, made when it is first asked for. */
static DdPage *
ensure_page (DdWindow *self, const DdPlace *place)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->pages, place->name);

  if (page == NULL)
    {
      page = g_object_new (place->get_type (), "context", self->context, NULL);
      g_object_bind_property (self->leaflet, "folded", page, "folded", G_BINDING_SYNC_CREATE);
      gtk_stack_add_named (self->pages, page, place->name);
    }
  return DD_PAGE (page);
}

/* What is selected is what is shown: the focus alone, which comes by on its way, chooses nothing.
 */
static void
select_place_row (DdWindow *self)
{
  GtkListBoxRow *row;

  /* The list empties itself as the window goes. */
  if (self->places == NULL)
    return;
  row = gtk_list_box_get_row_at_index (self->places, self->place);
  if (gtk_list_box_get_selected_row (self->places) != row)
    gtk_list_box_select_row (self->places, row);
}

void
dd_window_update_title (DdWindow *self)
{
  DdPage *page = dd_window_get_page (self);
  g_autofree char *title = NULL;

  if (page == NULL || dd_page_get_title (page) == NULL)
    return;
  /* Translators: the window's title: the page, then the program */
  title = g_strdup_printf (_ ("%s – Drydock"), dd_page_get_title (page));
  gtk_window_set_title (GTK_WINDOW (self), title);
}

void
dd_window_show_page (DdWindow *self, DdPage *page)
{
  gtk_stack_set_visible_child (self->pages, GTK_WIDGET (page));
  adw_leaflet_set_visible_child (self->leaflet, GTK_WIDGET (self->pages));
  dd_window_update_title (self);
  dd_page_shown (page);
}

static void
on_place_activated (GtkListBox *list, GtkListBoxRow *row, DdWindow *self)
{
  const DdPlace *place = g_object_get_data (G_OBJECT (row), "place");

  dd_window_show_place (self, place->name);
}

/* --- Opening the database --- */

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *place = NULL;

  if (dd_context_open_finish (DD_CONTEXT (object), result, &error))
    error = dd_database_dup_damage (dd_context_get_database (DD_CONTEXT (object)));
  if (error != NULL)
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        dd_window_show_failure (self, error);
      return;
    }
  gtk_stack_set_visible_child_name (self->states, "open");
  dd_window_hide_notice (self);
  dd_window_update_samples (self);
  place = g_settings_get_string (dd_context_get_settings (self->context), "place");
  /* Opened again, the pages are there, with what was typed in them. */
  if (dd_window_get_page (self) == NULL)
    dd_window_show_place (self, find_place (place) != NULL ? place : dd_places[0].name);
  dd_window_do_wanted (self);
}

void
dd_window_open (DdWindow *self)
{
  gtk_stack_set_visible_child_name (self->states, "opening");
  dd_context_open_async (self->context, self->opening, on_opened, g_object_ref (self));
}

/* --- Object --- */

static void
remember_size (DdWindow *self)
{
  GSettings *settings = dd_context_get_settings (self->context);
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_boolean (settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  if (gtk_window_is_maximized (GTK_WINDOW (self)))
    return;
  g_settings_set_int (settings, "window-width", CLAMP (width, 360, 16384));
  g_settings_set_int (settings, "window-height", CLAMP (height, 294, 16384));
}

static gboolean
dd_window_close_request (GtkWindow *window)
{
  remember_size (DD_WINDOW (window));
  return GTK_WINDOW_CLASS (dd_window_parent_class)->close_request (window);
}

static void
dd_window_constructed (GObject *object)
{
  DdWindow *self = DD_WINDOW (object);
  GSettings *settings;

  G_OBJECT_CLASS (dd_window_parent_class)->constructed (object);
  settings = dd_context_get_settings (self->context);
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (self->context, "changed", G_CALLBACK (dd_window_update_samples), self,
                           G_CONNECT_SWAPPED);
  dd_window_watch_database (self);
  dd_window_open (self);
}

static void
dd_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((DdWindowProperty) id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, DD_WINDOW (object)->context);
      break;
    }
}

static void
dd_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((DdWindowProperty) id)
    {
    case PROP_CONTEXT:
      DD_WINDOW (object)->context = g_value_dup_object (value);
      break;
    }
}

static void
dd_window_dispose (GObject *object)
{
  DdWindow *self = DD_WINDOW (object);

  g_cancellable_cancel (self->opening);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_WINDOW);
  g_clear_object (&self->context);
  g_clear_object (&self->opening);
  g_clear_pointer (&self->wanted_action, g_free);
  g_clear_pointer (&self->wanted_target, g_variant_unref);
  G_OBJECT_CLASS (dd_window_parent_class)->dispose (object);
}

static void
dd_window_class_init (DdWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = dd_window_constructed;
  object_class->dispose = dd_window_dispose;
  object_class->get_property = dd_window_get_property;
  object_class->set_property = dd_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = dd_window_close_request;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, DD_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, states);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, content);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, failure);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, failure_actions);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, menu);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, places);
  gtk_widget_class_bind_template_child (widget_class, DdWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, on_place_activated);
  gtk_widget_class_bind_template_callback (widget_class, select_place_row);
  dd_window_class_install_actions (widget_class);
}

static void
dd_window_init (DdWindow *self)
{
  self->opening = g_cancellable_new ();
  self->place = -1;
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_ui_set_menu (self->menu_button, self->menu);
  if (DD_DEVEL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");
  for (const DdPlace *place = dd_places; place->name != NULL; place++)
    gtk_list_box_append (self->places, make_place_row (place));
}

/* --- Public --- */

DdWindow *
dd_window_new (GtkApplication *application, DdContext *context)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  return g_object_new (DD_TYPE_WINDOW, "application", application, "context", context, NULL);
}

DdContext *
dd_window_get_context (DdWindow *self)
{
  g_return_val_if_fail (DD_IS_WINDOW (self), NULL);
  return self->context;
}

void
dd_window_ask (DdWindow *self, const char *action, GVariant *target)
{
  g_return_if_fail (DD_IS_WINDOW (self));
  g_return_if_fail (action != NULL);
  g_free (self->wanted_action);
  g_clear_pointer (&self->wanted_target, g_variant_unref);
  self->wanted_action = g_strdup (action);
  self->wanted_target = target != NULL ? g_variant_ref_sink (target) : NULL;
  if (dd_window_is_open (self))
    dd_window_do_wanted (self);
}

void
dd_window_do_wanted (DdWindow *self)
{
  g_autofree char *action = g_steal_pointer (&self->wanted_action);
  g_autoptr (GVariant) target = g_steal_pointer (&self->wanted_target);

  if (action != NULL)
    gtk_widget_activate_action_variant (GTK_WIDGET (self), action, target);
}

void
dd_window_show_place (DdWindow *self, const char *name)
{
  const DdPlace *place = find_place (name);

  g_return_if_fail (DD_IS_WINDOW (self));
  if (place == NULL)
    return;
  self->place = (int) (place - dd_places);
  select_place_row (self);
  g_settings_set_string (dd_context_get_settings (self->context), "place", place->name);
  dd_window_show_page (self, ensure_page (self, place));
}

gboolean
dd_window_is_settled (DdWindow *self)
{
  g_return_val_if_fail (DD_IS_WINDOW (self), FALSE);
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "opening") != 0;
}

gboolean
dd_window_is_open (DdWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "open") == 0;
}

const char *
dd_window_get_failure (DdWindow *self)
{
  g_return_val_if_fail (DD_IS_WINDOW (self), NULL);
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->states), "failed") != 0)
    return NULL;
  return adw_status_page_get_description (self->failure);
}

DdPage *
dd_window_get_page (DdWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (DD_IS_WINDOW (self), NULL);
  page = gtk_stack_get_visible_child (self->pages);
  return page != NULL ? DD_PAGE (page) : NULL;
}

void
dd_window_toast (GtkWidget *widget, const char *message, gboolean undo)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  if (!DD_IS_WINDOW (root))
    return;
  toast = adw_toast_new (message);
  if (undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (DD_WINDOW (root)->toasts, toast);
}

void
dd_window_toast_error (GtkWidget *widget, const GError *error)
{
  g_return_if_fail (error != NULL);
  dd_window_toast (widget, error->message, FALSE);
}
