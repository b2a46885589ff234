/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

#include "service/dd-service.h"

G_BEGIN_DECLS

/* The process table of @service as it is printed, and how it is read beside it: a row an activity,
 * headings for phases and milestones.
 * Returns: (transfer floating): a widget that scrolls sideways where it is narrow */
GtkWidget *dd_service_table_new (DdService *service);

G_END_DECLS
