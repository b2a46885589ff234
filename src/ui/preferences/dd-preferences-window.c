/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "preferences/dd-preferences-window.h"

#include "dd-ui.h"
#include "preferences/dd-preferences-calendar.h"
#include "preferences/dd-preferences-reminders.h"

#include <glib/gi18n.h>

struct _DdPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  /* Owned references */
  DdContext *context;

  /* Template widgets */
  AdwComboRow *style;
  AdwEntryRow *user_name;
  AdwPreferencesGroup *user;
  DdPreferencesCalendar *calendar;
  DdPreferencesReminders *reminders;
};

G_DEFINE_FINAL_TYPE (DdPreferencesWindow, dd_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

/* The values of the setting, as the rows of the list stand. */
static const char *const styles[] = { "system", "light", "dark" };

static gboolean
get_style (GValue *value, GVariant *variant, gpointer user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i], g_variant_get_string (variant, NULL)))
      g_value_set_uint (value, i);
  return TRUE;
}

static GVariant *
set_style (const GValue *value, const GVariantType *type, gpointer user_data)
{
  guint selected = g_value_get_uint (value);

  return selected < G_N_ELEMENTS (styles) ? g_variant_new_string (styles[selected]) : NULL;
}

static void
show_user (DdPreferencesWindow *self)
{
  g_autofree char *user = NULL, *words = NULL, *markup = NULL;

  user = dd_context_get_user (self->context);
  /* Translators: %s is the name of a person */
  words = g_strdup_printf (_ ("What you do is kept in the history as done by %s."), user);
  markup = g_markup_escape_text (words, -1);
  adw_preferences_group_set_description (self->user, markup);
}

static void
on_undo_clicked (AdwToast *toast, DdPreferencesWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.undo", NULL);
}

static void
on_calendar_saved (DdPreferencesWindow *self)
{
  AdwToast *toast = adw_toast_new (_ ("Changed the working calendar"));

  adw_toast_set_button_label (toast, _ ("_Undo"));
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (on_undo_clicked), self, 0);
  adw_preferences_window_add_toast (ADW_PREFERENCES_WINDOW (self), toast);
}

/* --- Closing --- */

static void
on_close_answered (AdwMessageDialog *dialog, const char *response, DdPreferencesWindow *self)
{
  if (!g_str_equal (response, "discard"))
    return;
  /* The question outlives its answer for a moment; the window it stands before does not. */
  gtk_window_set_transient_for (GTK_WINDOW (dialog), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static gboolean
dd_preferences_window_close_request (GtkWindow *window)
{
  DdPreferencesWindow *self = DD_PREFERENCES_WINDOW (window);
  GtkWidget *dialog;

  if (!dd_preferences_calendar_is_changed (self->calendar))
    return GTK_WINDOW_CLASS (dd_preferences_window_parent_class)->close_request (window);
  dialog = adw_message_dialog_new (window, _ ("Discard the Changes?"),
                                   _ ("The working calendar was changed and is not saved."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "discard",
                                    _ ("_Discard"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_close_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

/* --- Object --- */

static void
dd_preferences_window_dispose (GObject *object)
{
  DdPreferencesWindow *self = DD_PREFERENCES_WINDOW (object);

  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_PREFERENCES_WINDOW);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (dd_preferences_window_parent_class)->dispose (object);
}

static void
dd_preferences_window_class_init (DdPreferencesWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_preferences_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = dd_preferences_window_close_request;
  g_type_ensure (DD_TYPE_PREFERENCES_CALENDAR);
  g_type_ensure (DD_TYPE_PREFERENCES_REMINDERS);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesWindow, style);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesWindow, user);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesWindow, user_name);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesWindow, calendar);
  gtk_widget_class_bind_template_child (widget_class, DdPreferencesWindow, reminders);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_saved);
}

static void
dd_preferences_window_init (DdPreferencesWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

DdPreferencesWindow *
dd_preferences_window_new (GtkWindow *parent, DdContext *context)
{
  DdPreferencesWindow *self;
  GSettings *settings;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  self = g_object_new (DD_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  settings = dd_context_get_settings (context);
  g_settings_bind_with_mapping (settings, "style", self->style, "selected", G_SETTINGS_BIND_DEFAULT,
                                get_style, set_style, NULL, NULL);
  g_settings_bind (settings, "user-name", self->user_name, "text", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::user-name", G_CALLBACK (show_user), self,
                           G_CONNECT_SWAPPED);
  show_user (self);
  dd_preferences_calendar_set_context (self->calendar, context);
  dd_preferences_reminders_set_context (self->reminders, context, NULL);
  return self;
}
