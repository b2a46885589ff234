/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-fonts.h"

#include "dd-ui.h"

/* Less is no reason to leave whole pixels. */
#define WORTH_A_ZOOM 1.1

PangoContext *
dd_chart_fonts_new (GtkWidget *widget, double *magnification)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);
  PangoFontDescription *font;
  int size;

  *magnification = dd_ui_get_text_scale (widget);
  if (*magnification < WORTH_A_ZOOM)
    {
      *magnification = 1;
      return context;
    }
  font = pango_font_description_copy (pango_context_get_font_description (context));
  size = (int) (pango_font_description_get_size (font) / *magnification);
  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_font_description_free (font);
  return context;
}
