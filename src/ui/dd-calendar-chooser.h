/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* Choosing a file with a customer's working calendar. */

/* Does something in @widget with the @file that was chosen. */
typedef void (*DdCalendarChooserFunc) (GtkWidget *widget, GFile *file);

/* Asks for a calendar file over the window of @widget, and calls @func if one is chosen while @widget
 * is there. */
void dd_calendar_chooser_open (GtkWidget *widget, DdCalendarChooserFunc func);

/* Returns: (transfer full): the calendar in @file, or NULL with why it cannot be read */
DdCalendar *dd_calendar_chooser_load (GFile *file, GError **error);

G_END_DECLS
