/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-links.h"

#include <glib/gi18n.h>

struct _DdCaseLinks
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* (owned) (element-type GtkWidget): those that are shown */
};

G_DEFINE_FINAL_TYPE (DdCaseLinks, dd_case_links, ADW_TYPE_PREFERENCES_GROUP)

static GtkWidget *
new_icon_button (const char *icon, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
new_row (DdRecord *link)
{
  const char *address = dd_record_get_text (link, "address");
  g_autofree char *title = g_markup_escape_text (dd_record_get_name (link), -1);
  g_autofree char *label = g_strdup_printf (_ ("Remove the Link “%s”"), dd_record_get_name (link));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = new_icon_button ("user-trash-symbolic", label, "case.unlink");

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", dd_record_get_id (link));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  if (address == NULL)
    return row;
  gtk_widget_set_tooltip_text (row, address);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "case.open-link");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", address);
  return row;
}

static void
clear (DdCaseLinks *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), self->rows->pdata[i]);
  g_ptr_array_set_size (self->rows, 0);
}

static void
dd_case_links_dispose (GObject *object)
{
  clear (DD_CASE_LINKS (object));
  G_OBJECT_CLASS (dd_case_links_parent_class)->dispose (object);
}

static void
dd_case_links_finalize (GObject *object)
{
  g_ptr_array_unref (DD_CASE_LINKS (object)->rows);
  G_OBJECT_CLASS (dd_case_links_parent_class)->finalize (object);
}

static void
dd_case_links_class_init (DdCaseLinksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_case_links_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_case_links_finalize;
}

static void
dd_case_links_init (DdCaseLinks *self)
{
  GtkWidget *add = new_icon_button ("list-add-symbolic", _ ("Add Link"), "case.link");

  self->rows = g_ptr_array_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Links"));
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), add);
}

void
dd_case_links_show (DdCaseLinks *self, GPtrArray *links, DdRecord *activity)
{
  g_return_if_fail (DD_IS_CASE_LINKS (self));
  clear (self);
  gtk_widget_set_visible (GTK_WIDGET (self), activity != NULL);
  for (guint i = 0; links != NULL && activity != NULL && i < links->len; i++)
    {
      DdRecord *link = links->pdata[i];

      if (g_strcmp0 (dd_record_get_text (link, "activity_id"), dd_record_get_id (activity)) != 0)
        continue;
      g_ptr_array_add (self->rows, new_row (link));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self),
                                 self->rows->pdata[self->rows->len - 1]);
    }
}
