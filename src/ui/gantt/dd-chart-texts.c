/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-texts.h"

/* More layouts than a 4K screen shows of names, letters and ticks. */
#define MOST 1024

/* What makes one layout another. */
typedef struct
{
  const char *text;
  DdTextStyle style;
  int width;
} Key;

struct _DdChartTexts
{
  PangoContext *context;                       /* (owned) */
  PangoAttrList *attributes[DD_N_TEXT_STYLES]; /* (owned) */
  GHashTable *layouts; /* (element-type Key PangoLayout) (owned): a key's text is the layout's */
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) * 31 + key->style * 7 + (guint) key->width;
}

static gboolean
key_equal (gconstpointer a, gconstpointer b)
{
  const Key *first = a, *second = b;

  return first->style == second->style && first->width == second->width
         && g_str_equal (first->text, second->text);
}

static PangoAttrList *
make_attributes (DdTextStyle style)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (style == DD_TEXT_BOLD || style == DD_TEXT_SMALL_BOLD)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  if (style >= DD_TEXT_SMALL)
    {
      pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
    }
  return attributes;
}

DdChartTexts *
dd_chart_texts_new (PangoContext *context)
{
  DdChartTexts *self = g_new0 (DdChartTexts, 1);

  self->context = g_object_ref (context);
  self->layouts = g_hash_table_new_full (key_hash, key_equal, g_free, g_object_unref);
  for (guint i = 0; i < DD_N_TEXT_STYLES; i++)
    self->attributes[i] = make_attributes (i);
  return self;
}

void
dd_chart_texts_free (DdChartTexts *self)
{
  g_hash_table_unref (self->layouts);
  for (guint i = 0; i < DD_N_TEXT_STYLES; i++)
    pango_attr_list_unref (self->attributes[i]);
  g_object_unref (self->context);
  g_free (self);
}

static PangoLayout *
make_layout (DdChartTexts *self, const Key *key)
{
  PangoLayout *layout = pango_layout_new (self->context);

  pango_layout_set_text (layout, key->text, -1);
  pango_layout_set_attributes (layout, self->attributes[key->style]);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (key->width >= 0)
    {
      pango_layout_set_width (layout, key->width * PANGO_SCALE);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  return layout;
}

PangoLayout *
dd_chart_texts_get (DdChartTexts *self, const char *text, DdTextStyle style, int width)
{
  Key key = { text, style, width };
  PangoLayout *layout = g_hash_table_lookup (self->layouts, &key);

  if (layout != NULL)
    return layout;
  if (g_hash_table_size (self->layouts) >= MOST)
    g_hash_table_remove_all (self->layouts);
  layout = make_layout (self, &key);
  key.text = pango_layout_get_text (layout);
  g_hash_table_insert (self->layouts, g_memdup2 (&key, sizeof key), layout);
  return layout;
}
