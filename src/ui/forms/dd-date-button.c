/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "forms/dd-date-button.h"

#include "time/dd-time-text.h"

#include <glib/gi18n.h>

gboolean
dd_date_button_parse (const char *text, GDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  const char *cursor = stripped;
  guint32 julian;

  if (!dd_time_text_read_date (&cursor, &julian) || *cursor != '\0')
    return FALSE;
  g_date_clear (date, 1);
  g_date_set_julian (date, julian);
  return TRUE;
}

/* The calendar opens at the date that is typed. */
static void
on_shown (GtkPopover *popover, GtkEditable *editable)
{
  GtkCalendar *calendar = GTK_CALENDAR (gtk_popover_get_child (popover));
  g_autoptr (GDateTime) time = NULL;
  GDate date;

  if (!dd_date_button_parse (gtk_editable_get_text (editable), &date))
    return;
  time = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date),
                                g_date_get_day (&date), 12, 0, 0);
  gtk_calendar_select_day (calendar, time);
}

static void
on_day_selected (GtkCalendar *calendar, GtkEditable *editable)
{
  g_autoptr (GDateTime) time = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (time, "%Y-%m-%d");

  gtk_editable_set_text (editable, text);
}

static void
make_popover (GtkMenuButton *button, gpointer editable)
{
  GtkWidget *popover, *calendar;

  if (gtk_menu_button_get_popover (button) != NULL)
    return;
  popover = gtk_popover_new ();
  calendar = gtk_calendar_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_shown), editable, 0);
  g_signal_connect_object (calendar, "day-selected", G_CALLBACK (on_day_selected), editable, 0);
  gtk_menu_button_set_popover (button, popover);
}

GtkWidget *
dd_date_button_new (GtkEditable *editable)
{
  GtkWidget *button = gtk_menu_button_new ();

  g_return_val_if_fail (GTK_IS_EDITABLE (editable), NULL);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "x-office-calendar-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (button), make_popover, editable, NULL);
  gtk_widget_set_tooltip_text (button, _ ("Choose a Date"));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Choose a Date"), -1);
  return button;
}
