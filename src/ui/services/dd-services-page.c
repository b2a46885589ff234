/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "services/dd-services-page.h"

#include "dd-accessible.h"
#include "dd-service-folder.h"
#include "dd-ui.h"
#include "dd-window.h"
#include "services/dd-service-view.h"

#include <glib/gi18n.h>

struct _DdServicesPage
{
  DdPage parent_instance;

  char *shown; /* (owned) (nullable): the id of what shows */
  gboolean filling;

  /* Template widgets */
  GtkDropDown *chooser;
  GtkInfoBar *refusal;
  GtkLabel *refusal_label;
  GtkBox *content;
  GtkScrolledWindow *scrolled;
};

G_DEFINE_FINAL_TYPE (DdServicesPage, dd_services_page, DD_TYPE_PAGE)

static GPtrArray *
get_entries (DdServicesPage *self)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));

  return dd_service_catalog_get_entries (dd_context_get_catalog (context));
}

/* Returns: (nullable): what shows */
static DdServiceEntry *
get_entry (DdServicesPage *self)
{
  GPtrArray *entries = get_entries (self);
  guint selected = gtk_drop_down_get_selected (self->chooser);

  return selected < entries->len ? g_ptr_array_index (entries, selected) : NULL;
}

/* --- What shows --- */

static void
clear_content (DdServicesPage *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->content))) != NULL)
    gtk_box_remove (self->content, child);
}

static void
show_broken (DdServicesPage *self, DdServiceEntry *entry)
{
  GtkWidget *status = adw_status_page_new ();
  g_autofree char *description = g_markup_escape_text (entry->error->message, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (status), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (status), _ ("This Definition Cannot Be Used"));
  adw_status_page_set_description (ADW_STATUS_PAGE (status), description);
  gtk_box_append (self->content, status);
}

static void
show_entry (DdServicesPage *self)
{
  DdContext *context = dd_page_get_context (DD_PAGE (self));
  DdServiceEntry *entry = get_entry (self);

  clear_content (self);
  if (entry == NULL)
    return;
  g_free (self->shown);
  self->shown = g_strdup (entry->id);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "services.remove", entry->path != NULL);
  if (entry->service != NULL)
    dd_service_view_fill (self->content, entry->service, dd_context_get_calendar (context));
  else
    show_broken (self, entry);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
}

static void
on_chosen (GtkDropDown *chooser, GParamSpec *pspec, DdServicesPage *self)
{
  if (!self->filling)
    show_entry (self);
}

static const char *
entry_name (const DdServiceEntry *entry)
{
  return entry->service != NULL ? entry->service->product : entry->id;
}

/* Fills the chooser anew and keeps what shows, where it is still there. */
static void
reload (DdServicesPage *self)
{
  GPtrArray *entries = get_entries (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;

  for (guint i = 0; i < entries->len; i++)
    {
      const DdServiceEntry *entry = g_ptr_array_index (entries, i);

      gtk_string_list_append (names, entry_name (entry));
      if (g_strcmp0 (entry->id, self->shown) == 0)
        selected = i;
    }
  self->filling = TRUE;
  gtk_drop_down_set_model (self->chooser, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->chooser, selected);
  self->filling = FALSE;
  show_entry (self);
}

/* --- Adding --- */

static void
refuse (DdServicesPage *self, const GError *error)
{
  gtk_label_set_text (self->refusal_label, error->message);
  gtk_info_bar_set_revealed (self->refusal, TRUE);
}

static void
on_refusal_closed (GtkInfoBar *bar, int response, DdServicesPage *self)
{
  gtk_info_bar_set_revealed (self->refusal, FALSE);
}

void
dd_services_page_add_file (DdServicesPage *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL, *id = NULL, *message = NULL;

  g_return_if_fail (DD_IS_SERVICES_PAGE (self));
  g_return_if_fail (G_IS_FILE (file));
  gtk_info_bar_set_revealed (self->refusal, FALSE);
  path = g_file_get_path (file);
  id = dd_service_folder_add (path, &error);
  if (id == NULL)
    {
      refuse (self, error);
      return;
    }
  g_free (self->shown);
  self->shown = g_strdup (id);
  dd_context_reload_services (dd_page_get_context (DD_PAGE (self)));
  message = g_strdup_printf (_ ("Added the service “%s”"), id);
  dd_window_toast (GTK_WIDGET (self), message, FALSE);
}

static void
on_file_chosen (GtkNativeDialog *dialog, int response, DdServicesPage *self)
{
  g_autoptr (GFile) file = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  if (file != NULL)
    dd_services_page_add_file (self, file);
  g_object_unref (dialog);
}

static void
on_add (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GtkFileChooserNative *dialog =
      gtk_file_chooser_native_new (_ ("Add a Service Definition"),
                                   GTK_WINDOW (gtk_widget_get_root (widget)),
                                   GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Add"), NULL);
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Service definitions"));
  gtk_file_filter_add_pattern (filter, "*.xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
  g_object_unref (filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_file_chosen), widget, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* --- Removing --- */

static void
on_remove_answered (AdwMessageDialog *dialog, const char *response, DdServicesPage *self)
{
  DdServiceEntry *entry = get_entry (self);
  g_autoptr (GError) error = NULL;

  if (!g_str_equal (response, "remove") || entry == NULL || entry->path == NULL)
    return;
  if (!dd_service_folder_remove (entry->path, &error))
    {
      refuse (self, error);
      return;
    }
  dd_context_reload_services (dd_page_get_context (DD_PAGE (self)));
  dd_window_toast (GTK_WIDGET (self), _ ("Moved the definition to the trash"), FALSE);
}

static void
on_remove (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdServicesPage *self = DD_SERVICES_PAGE (widget);
  DdServiceEntry *entry = get_entry (self);
  GtkWidget *dialog;

  if (entry == NULL || entry->path == NULL)
    return;
  dialog = adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (widget)),
                                   _ ("Remove This Definition?"), NULL);
  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  _ ("The file of “%s” is moved to the trash. Cases keep the "
                                     "definition that they were opened with."),
                                  entry_name (entry));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "remove",
                                    _ ("_Remove"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "remove",
                                              ADW_RESPONSE_DESTRUCTIVE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_remove_answered), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* --- Object --- */

static void
dd_services_page_constructed (GObject *object)
{
  DdServicesPage *self = DD_SERVICES_PAGE (object);

  G_OBJECT_CLASS (dd_services_page_parent_class)->constructed (object);
  g_signal_connect_object (dd_page_get_context (DD_PAGE (self)), "services-changed",
                           G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  reload (self);
}

static void
dd_services_page_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_SERVICES_PAGE);
  g_clear_pointer (&DD_SERVICES_PAGE (object)->shown, g_free);
  G_OBJECT_CLASS (dd_services_page_parent_class)->dispose (object);
}

static void
dd_services_page_class_init (DdServicesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = dd_services_page_constructed;
  G_OBJECT_CLASS (klass)->dispose = dd_services_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-services-page.ui");
  gtk_widget_class_bind_template_child (widget_class, DdServicesPage, chooser);
  gtk_widget_class_bind_template_child (widget_class, DdServicesPage, refusal);
  gtk_widget_class_bind_template_child (widget_class, DdServicesPage, refusal_label);
  gtk_widget_class_bind_template_child (widget_class, DdServicesPage, content);
  gtk_widget_class_bind_template_child (widget_class, DdServicesPage, scrolled);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, on_refusal_closed);
  gtk_widget_class_install_action (widget_class, "services.add", NULL, on_add);
  gtk_widget_class_install_action (widget_class, "services.remove", NULL, on_remove);
}

static void
dd_services_page_init (DdServicesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  dd_accessible_name_drop_down (self->chooser, _ ("Service"));
}

void
dd_services_page_show (DdServicesPage *self, const char *id)
{
  GPtrArray *entries;

  g_return_if_fail (DD_IS_SERVICES_PAGE (self));
  entries = get_entries (self);
  for (guint i = 0; i < entries->len; i++)
    if (g_strcmp0 (((DdServiceEntry *) g_ptr_array_index (entries, i))->id, id) == 0)
      gtk_drop_down_set_selected (self->chooser, i);
}
