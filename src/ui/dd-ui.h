/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where the resources of the window lie. */
#define DD_UI_PATH "/io/github/drydock/Drydock/ui/"

/* Makes the templates, style and icons known to GTK. Call it before any widget is made; more often
 * does no harm. */
void dd_ui_init (void);

/* Gives @button a menu of @model, which is made when it is first opened: the widgets of a menu cost as
 * much as those of a page. */
void dd_ui_set_menu (GtkMenuButton *button, GMenuModel *model);

/* How large the text of @widget is: 1 is the desktop's usual 11 points. For what is measured in words
 * and cannot say so: ask again when css_changed() is called.
 * Returns: the factor, greater than 0 */
double dd_ui_get_text_scale (GtkWidget *widget);

G_END_DECLS
