/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Reads @text, "2026-12-18" with nothing but blanks around it, into @date.
 * Returns: whether it is a date */
gboolean dd_date_button_parse (const char *text, GDate *date);

/* A button with a calendar, which opens at the date that is typed in @editable and types the day
 * that is chosen there. The calendar is made when it is first opened.
 * Returns: (transfer floating): a new button, to be put beside @editable, which outlives it */
GtkWidget *dd_date_button_new (GtkEditable *editable);

G_END_DECLS
