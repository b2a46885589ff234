/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Names @drop_down, and its button, for those who cannot see it. The button is what has the focus,
 * and GTK names it after its type. What is chosen is its description, as long as the items are
 * strings.
 * @name: translated, not empty */
void dd_accessible_name_drop_down (GtkDropDown *drop_down, const char *name);

G_END_DECLS
