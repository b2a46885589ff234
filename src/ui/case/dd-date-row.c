/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-date-row.h"

#include "forms/dd-date-button.h"

#include <string.h>

struct _DdDateRow
{
  AdwEntryRow parent_instance;
};

G_DEFINE_FINAL_TYPE (DdDateRow, dd_date_row, ADW_TYPE_ENTRY_ROW)

gboolean
dd_date_row_is_valid (DdDateRow *self)
{
  const char *text;
  GDate date;

  g_return_val_if_fail (DD_IS_DATE_ROW (self), FALSE);
  text = gtk_editable_get_text (GTK_EDITABLE (self));
  return text[strspn (text, " ")] == '\0' || dd_date_button_parse (text, &date);
}

char *
dd_date_row_get_date (DdDateRow *self)
{
  GDate date;

  g_return_val_if_fail (DD_IS_DATE_ROW (self), NULL);
  if (!dd_date_button_parse (gtk_editable_get_text (GTK_EDITABLE (self)), &date))
    return NULL;
  return g_strdup_printf ("%04d-%02d-%02d", g_date_get_year (&date), g_date_get_month (&date),
                          g_date_get_day (&date));
}

void
dd_date_row_set_date (DdDateRow *self, const char *date)
{
  g_return_if_fail (DD_IS_DATE_ROW (self));
  gtk_editable_set_text (GTK_EDITABLE (self), date != NULL ? date : "");
}

static void
on_changed (DdDateRow *self)
{
  gboolean valid = dd_date_row_is_valid (self);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
dd_date_row_class_init (DdDateRowClass *klass)
{
}

static void
dd_date_row_init (DdDateRow *self)
{
  GtkWidget *button = dd_date_button_new (GTK_EDITABLE (self));

  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
}
