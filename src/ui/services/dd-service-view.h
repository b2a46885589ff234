/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

#include "service/dd-service.h"
#include "time/dd-calendar.h"

G_BEGIN_DECLS

/* Appends to @box what the document of @service states: its facts, and pages with the process table
 * beside how it is read, with the rest in the document's order, and with the places where it
 * disagrees with itself. Figures are those of @calendar. */
void dd_service_view_fill (GtkBox *box, DdService *service, DdCalendar *calendar);

G_END_DECLS
