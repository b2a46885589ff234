/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-export.h"

#include "gantt/dd-chart-legend.h"
#include "gantt/dd-chart-painter.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n.h>
#include <math.h>
#include <pango/pangocairo.h>

G_DEFINE_QUARK (dd - chart - export - error - quark, dd_chart_export_error)

/* A4, landscape, in points, and its margin. */
#define PAGE_WIDTH  842.0
#define PAGE_HEIGHT 595.0
#define MARGIN      28.0

#define TITLE_HEIGHT 48.0
#define MARGIN_BELOW 12.0
/* cairo's pictures are at most so tall. */
#define MOST_PIXELS 32767.0

/* Part of the chart: so many rows from one on. */
typedef struct
{
  const DdChartExport *export;
  double legend_height;
  guint first_row;
  guint n_rows;
} Slice;

static double
slice_height (const Slice *self)
{
  return TITLE_HEIGHT + DD_CHART_RULER_HEIGHT + (double) self->n_rows * DD_CHART_ROW_HEIGHT
         + self->legend_height + MARGIN_BELOW;
}

/* --- Drawing --- */

static PangoContext *
make_context (gboolean rtl)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Cantarell, Sans 11");

  pango_context_set_font_description (context, font);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  /* Glyphs as their outlines are: documents are scaled. */
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

static DdTimeScale
fit_scale (const DdChartExport *self, double width)
{
  DdRange range = self->range;
  gint64 margin;

  if (range.finish <= range.start)
    {
      range = dd_chart_get_extent (self->chart);
      margin = MAX ((range.finish - range.start) / 24, 43200);
      range.start -= margin;
      range.finish += margin;
    }
  return dd_time_scale_fit (range, width);
}

static void
draw_title (const DdChartExport *self,
            GtkSnapshot *snapshot,
            PangoContext *context,
            const DdChartStyle *style)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, self->width, TITLE_HEIGHT);
  int width, height;

  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_attr_list_insert (attributes, pango_attr_scale_new (1.3));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_text (layout, dd_chart_get_title (self->chart), -1);
  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_append_color (snapshot, &style->background, &all);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (self->rtl ? self->width - width - 12 : 12,
                                                          (TITLE_HEIGHT - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &style->foreground);
  gtk_snapshot_restore (snapshot);
}

/* What the legend takes below the rows of each picture or page. */
static double
measure_legend (const DdChartExport *self)
{
  PangoContext *context = make_context (self->rtl);
  g_autoptr (DdChartPainter) painter = dd_chart_painter_new (context);

  g_object_unref (context);
  return dd_chart_legend_paint (painter, NULL, self->width, self->rtl);
}

static void
draw_legend (const Slice *self,
             DdChartPainter *painter,
             GtkSnapshot *snapshot,
             double y,
             const DdChartStyle *style)
{
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, self->export->width, self->legend_height);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, y));
  gtk_snapshot_append_color (snapshot, &style->background, &all);
  dd_chart_legend_paint (painter, snapshot, self->export->width, self->export->rtl);
  gtk_snapshot_restore (snapshot);
}

static GskRenderNode *
draw_slice (const Slice *self)
{
  const DdChartExport *export = self->export;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  PangoContext *context = make_context (export->rtl);
  g_autoptr (DdChartPainter) painter = dd_chart_painter_new (context);
  guint n_rows = dd_chart_get_n_rows (export->chart);
  g_autofree guint *rows = g_new (guint, MAX (n_rows, 1));
  DdChartFrame frame = { export->chart, rows, n_rows };
  DdChartStyle style;

  for (guint i = 0; i < n_rows; i++)
    rows[i] = i;
  frame.names_width = CLAMP (round (export->width / 4), 180, 320);
  frame.width = export->width;
  frame.height = slice_height (self) - TITLE_HEIGHT - self->legend_height;
  frame.offset = (double) self->first_row * DD_CHART_ROW_HEIGHT;
  frame.scale = fit_scale (export, frame.width - frame.names_width);
  frame.rtl = export->rtl;

  dd_chart_style_init (&style, FALSE, FALSE);
  dd_chart_painter_set_style (painter, &style);
  draw_title (export, snapshot, context, &style);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, TITLE_HEIGHT));
  dd_chart_painter_paint (painter, snapshot, &frame, NULL);
  draw_legend (self, painter, snapshot, frame.height, &style);
  g_object_unref (context);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static void
draw_on (const Slice *self, cairo_t *cr)
{
  g_autoptr (GskRenderNode) node = draw_slice (self);

  gsk_render_node_draw (node, cr);
}

/* --- Pages --- */

/* How many of the drawing's pixels fit on a page below each other. */
static guint
rows_per_page (const DdChartExport *self, double width, double height)
{
  double room = height * self->width / width;
  double rows = (room - TITLE_HEIGHT - DD_CHART_RULER_HEIGHT - measure_legend (self) - MARGIN_BELOW)
                / DD_CHART_ROW_HEIGHT;

  return (guint) MAX (floor (rows), 1);
}

guint
dd_chart_export_count_pages (const DdChartExport *self, double width, double height)
{
  guint rows = rows_per_page (self, width, height);

  return MAX ((dd_chart_get_n_rows (self->chart) + rows - 1) / rows, 1);
}

void
dd_chart_export_draw_page (const DdChartExport *self,
                           cairo_t *cr,
                           double width,
                           double height,
                           guint page)
{
  guint rows = rows_per_page (self, width, height);
  guint n_rows = dd_chart_get_n_rows (self->chart);
  Slice slice = { self, measure_legend (self), page * rows,
                  MIN (rows, n_rows - MIN (page * rows, n_rows)) };

  cairo_save (cr);
  cairo_scale (cr, width / self->width, width / self->width);
  draw_on (&slice, cr);
  cairo_restore (cr);
}

/* --- Files --- */

static cairo_status_t
append_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, DD_CHART_EXPORT_ERROR, DD_CHART_EXPORT_ERROR_CAIRO,
               _ ("The chart could not be drawn: %s"), cairo_status_to_string (status));
  return FALSE;
}

static void
draw_pages (const DdChartExport *self, cairo_t *cr)
{
  double width = PAGE_WIDTH - 2 * MARGIN, height = PAGE_HEIGHT - 2 * MARGIN;
  guint n = dd_chart_export_count_pages (self, width, height);

  for (guint i = 0; i < n; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, MARGIN, MARGIN);
      dd_chart_export_draw_page (self, cr, width, height, i);
      cairo_restore (cr);
      cairo_show_page (cr);
    }
}

static gboolean
write_picture (const DdChartExport *self, GByteArray *bytes, GError **error)
{
  Slice slice = { self, measure_legend (self), 0, dd_chart_get_n_rows (self->chart) };
  double width = self->width * self->resolution, height = slice_height (&slice) * self->resolution;
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (height > MOST_PIXELS || width > MOST_PIXELS)
    {
      g_set_error_literal (error, DD_CHART_EXPORT_ERROR, DD_CHART_EXPORT_ERROR_TOO_LARGE,
                           _ ("The chart is too large for one picture. Export it as a PDF, which "
                              "has pages."));
      return FALSE;
    }
  surface =
      cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) ceil (width), (int) ceil (height));
  cr = cairo_create (surface);
  cairo_scale (cr, self->resolution, self->resolution);
  draw_on (&slice, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_bytes, bytes);
  cairo_surface_destroy (surface);
  return check (status, error);
}

static gboolean
write_vectors (const DdChartExport *self, DdChartFormat format, GByteArray *bytes, GError **error)
{
  Slice slice = { self, measure_legend (self), 0, dd_chart_get_n_rows (self->chart) };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  if (format == DD_CHART_SVG)
    surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, self->width,
                                                   slice_height (&slice));
  else
    surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, PAGE_WIDTH, PAGE_HEIGHT);
  cr = cairo_create (surface);
  if (format == DD_CHART_SVG)
    draw_on (&slice, cr);
  else
    draw_pages (self, cr);
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check (status, error);
}

GBytes *
dd_chart_export (const DdChartExport *self, DdChartFormat format, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  gboolean written;

  g_return_val_if_fail (DD_IS_CHART (self->chart), NULL);
  g_return_val_if_fail (self->width >= 600, NULL);
  written = format == DD_CHART_PNG ? write_picture (self, bytes, error)
                                   : write_vectors (self, format, bytes, error);
  return written ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes)) : NULL;
}
