/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-ui.h"

#include "dd-ui-resources.h"

#include <pango/pangocairo.h>

#define USUAL_SIZE    (11 * 96 / 72.0) /* in pixels */
#define POINTS_A_INCH 72.0

void
dd_ui_init (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      dd_ui_register_resource ();
      g_once_init_leave (&once, 1);
    }
}

double
dd_ui_get_text_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  double resolution = pango_cairo_context_get_resolution (context);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= (resolution > 0 ? resolution : 96) / POINTS_A_INCH;
  return size > 0 ? size / USUAL_SIZE : 1;
}

static void
make_menu (GtkMenuButton *button, gpointer model)
{
  gtk_menu_button_set_menu_model (button, model);
  gtk_menu_button_set_create_popup_func (button, NULL, NULL, NULL);
}

void
dd_ui_set_menu (GtkMenuButton *button, GMenuModel *model)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (model));
  gtk_menu_button_set_create_popup_func (button, make_menu, g_object_ref (model), g_object_unref);
}
