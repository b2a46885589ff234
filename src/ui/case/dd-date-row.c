/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-date-row.h"

#include <glib/gi18n.h>

struct _DdDateRow
{
  AdwEntryRow parent_instance;

  GtkCalendar *calendar; /* (unowned): in the popover */
  GtkPopover *popover;   /* (unowned) */
};

G_DEFINE_FINAL_TYPE (DdDateRow, dd_date_row, ADW_TYPE_ENTRY_ROW)

/* "2026-12-18", and nothing else. */
static gboolean
parse (const char *text, GDate *date)
{
  int year, month, day, end = 0;

  g_date_clear (date, 1);
  if (sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || text[end] != '\0'
      || year < 1970 || year > 2199 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  g_date_set_dmy (date, day, month, year);
  return TRUE;
}

static char *
stripped_text (DdDateRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}

gboolean
dd_date_row_is_valid (DdDateRow *self)
{
  g_autofree char *text = stripped_text (self);
  GDate date;

  g_return_val_if_fail (DD_IS_DATE_ROW (self), FALSE);
  return text[0] == '\0' || parse (text, &date);
}

char *
dd_date_row_get_date (DdDateRow *self)
{
  g_autofree char *text = stripped_text (self);
  GDate date;

  g_return_val_if_fail (DD_IS_DATE_ROW (self), NULL);
  if (!parse (text, &date))
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

/* The calendar opens at the date that is typed. */
static void
on_popover_shown (DdDateRow *self)
{
  g_autofree char *text = stripped_text (self);
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  if (!parse (text, &date))
    return;
  time = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date),
                                g_date_get_day (&date), 12, 0, 0);
  gtk_calendar_select_day (self->calendar, time);
}

static void
on_day_selected (DdDateRow *self)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

static void
dd_date_row_class_init (DdDateRowClass *klass)
{
}

static void
dd_date_row_init (DdDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->popover = GTK_POPOVER (gtk_popover_new ());
  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (self->popover, GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), GTK_WIDGET (self->popover));
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("Choose a Date"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Date"), -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect_object (self->popover, "show", G_CALLBACK (on_popover_shown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
}
