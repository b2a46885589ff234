/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-cases-filter-bar.h"

#include "dd-ui.h"
#include "service/dd-service.h"

#include <glib/gi18n.h>

struct _DdCasesFilterBar
{
  GtkWidget parent_instance;

  DdCaseFilter *filter; /* (owned) (nullable) */

  /* Template widgets */
  GtkWidget *scroller;
  GtkBox *owners;
  GtkBox *services;
};

G_DEFINE_FINAL_TYPE (DdCasesFilterBar, dd_cases_filter_bar, GTK_TYPE_WIDGET)

/* --- Chips --- */

static GtkWidget *
add_chip (GtkBox *box, const char *label, const char *tooltip)
{
  GtkWidget *chip = gtk_toggle_button_new_with_label (label);

  gtk_widget_add_css_class (chip, "chip");
  gtk_widget_set_tooltip_text (chip, tooltip);
  gtk_box_append (box, chip);
  return chip;
}

static void
on_owner_toggled (GtkToggleButton *chip, DdCasesFilterBar *self)
{
  guint flag = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "owner"));
  guint owner;

  g_object_get (self->filter, "owner", &owner, NULL);
  owner = gtk_toggle_button_get_active (chip) ? owner | flag : owner & ~flag;
  g_object_set (self->filter, "owner", owner, NULL);
}

static void
on_service_toggled (GtkToggleButton *chip, DdCasesFilterBar *self)
{
  const char *id = g_object_get_data (G_OBJECT (chip), "service");
  g_autofree char *service = NULL;

  g_object_get (self->filter, "service", &service, NULL);
  if (gtk_toggle_button_get_active (chip))
    g_object_set (self->filter, "service", id, NULL);
  else if (g_strcmp0 (service, id) == 0)
    g_object_set (self->filter, "service", "", NULL);
}

static void
add_owner (DdCasesFilterBar *self, guint owner, const char *name)
{
  g_autofree char *label = dd_owner_get_label (owner);
  g_autofree char *letters = dd_owner_get_letters (owner);
  /* Translators: the letter that lists show, and who it stands for: "C · Customer" */
  g_autofree char *text = g_strdup_printf (_ ("%s · %s"), letters, name);
  /* Translators: %s is "Customer" or another owner of activities */
  g_autofree char *tooltip = g_strdup_printf (_ ("Next activity is for: %s"), label);
  GtkWidget *chip = add_chip (self->owners, text, tooltip);

  g_object_set_data (G_OBJECT (chip), "owner", GUINT_TO_POINTER (owner));
  g_signal_connect (chip, "toggled", G_CALLBACK (on_owner_toggled), self);
}

/* --- The filter's conditions, as the chips have them --- */

static void
show_owner (DdCasesFilterBar *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->owners));
  guint owner;

  g_object_get (self->filter, "owner", &owner, NULL);
  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      guint flag = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (chip), "owner"));
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), (owner & flag) != 0);
    }
}

static void
show_service (DdCasesFilterBar *self)
{
  GtkWidget *chip = gtk_widget_get_first_child (GTK_WIDGET (self->services));
  g_autofree char *service = NULL;

  g_object_get (self->filter, "service", &service, NULL);
  for (; chip != NULL; chip = gtk_widget_get_next_sibling (chip))
    {
      const char *id = g_object_get_data (G_OBJECT (chip), "service");
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), g_strcmp0 (id, service) == 0);
    }
}

/* --- Object --- */

static void
dd_cases_filter_bar_dispose (GObject *object)
{
  DdCasesFilterBar *self = DD_CASES_FILTER_BAR (object);

  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), DD_TYPE_CASES_FILTER_BAR);
  G_OBJECT_CLASS (dd_cases_filter_bar_parent_class)->dispose (object);
}

static void
dd_cases_filter_bar_class_init (DdCasesFilterBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_cases_filter_bar_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-cases-filter-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, DdCasesFilterBar, scroller);
  gtk_widget_class_bind_template_child (widget_class, DdCasesFilterBar, owners);
  gtk_widget_class_bind_template_child (widget_class, DdCasesFilterBar, services);
}

static void
dd_cases_filter_bar_init (DdCasesFilterBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_owner (self, DD_OWNER_CUSTOMER, _ ("Customer"));
  add_owner (self, DD_OWNER_CONSULTANT, _ ("Consultant"));
  add_owner (self, DD_OWNER_MANAGER, _ ("Manager"));
}

/* --- Public --- */

static void
add_action (GSimpleActionGroup *group, DdCaseFilter *filter, const char *name)
{
  g_autoptr (GPropertyAction) action = g_property_action_new (name, filter, name);

  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
}

void
dd_cases_filter_bar_set_filter (DdCasesFilterBar *self, DdCaseFilter *filter)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_return_if_fail (DD_IS_CASES_FILTER_BAR (self));
  g_return_if_fail (self->filter == NULL);
  self->filter = g_object_ref (filter);
  add_action (group, filter, "show");
  add_action (group, filter, "waiting");
  add_action (group, filter, "at-risk");
  add_action (group, filter, "out-of-scope");
  gtk_widget_insert_action_group (GTK_WIDGET (self), "filter", G_ACTION_GROUP (group));
  g_signal_connect_swapped (filter, "notify::owner", G_CALLBACK (show_owner), self);
  g_signal_connect_swapped (filter, "notify::service", G_CALLBACK (show_service), self);
  show_owner (self);
  show_service (self);
}

void
dd_cases_filter_bar_set_services (DdCasesFilterBar *self, DdServiceCatalog *catalog)
{
  GPtrArray *entries = dd_service_catalog_get_entries (catalog);
  GtkWidget *chip;

  g_return_if_fail (DD_IS_CASES_FILTER_BAR (self));
  g_return_if_fail (self->filter != NULL);
  while ((chip = gtk_widget_get_first_child (GTK_WIDGET (self->services))) != NULL)
    gtk_box_remove (self->services, chip);
  for (guint i = 0; i < entries->len; i++)
    {
      const DdServiceEntry *entry = entries->pdata[i];

      if (entry->service == NULL)
        continue;
      chip = add_chip (self->services, entry->service->product, NULL);
      g_object_set_data_full (G_OBJECT (chip), "service", g_strdup (entry->id), g_free);
      g_signal_connect (chip, "toggled", G_CALLBACK (on_service_toggled), self);
    }
  show_service (self);
}
