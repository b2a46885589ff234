/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * DdChartTexts: text layouts that are kept from one frame to the next.
 *
 * A layout costs far more to make than to draw. One is kept for each text, weight and width that was
 * drawn lately; when there are more than a screen can show, all are dropped and those that show are
 * made once more.
 */
typedef struct _DdChartTexts DdChartTexts;

/* How a text is drawn. */
typedef enum
{
  DD_TEXT_NORMAL,
  DD_TEXT_BOLD,
  DD_TEXT_SMALL,       /* 0.85 of the size, tabular figures */
  DD_TEXT_SMALL_BOLD,
} DdTextStyle;
#define DD_N_TEXT_STYLES 4

/* Texts in the fonts of @context (a reference is kept). Returns: (transfer full): it */
DdChartTexts *dd_chart_texts_new (PangoContext *context);

/* Frees @self. */
void dd_chart_texts_free (DdChartTexts *self);

/* The layout of @text in @style, cut short with an ellipsis at @width pixels (-1: as wide as it is).
 * Returns: (transfer none): valid until the next call */
PangoLayout *dd_chart_texts_get (DdChartTexts *self, const char *text, DdTextStyle style,
                                 int width);

G_END_DECLS
