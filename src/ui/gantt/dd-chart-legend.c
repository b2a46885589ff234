/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Each sample is a row of a chart of its own, drawn by the painter's own functions: a legend cannot
 * show anything else than what charts show.
 */

#include "config.h"

#include "gantt/dd-chart-legend.h"

#include "gantt/dd-chart-fonts.h"
#include "gantt/dd-chart-painter-private.h"
#include "service/dd-service.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define SAMPLE_WIDTH 46.0
#define GAP          6.0
#define BETWEEN      18.0
#define LINE_HEIGHT  24.0
#define MARGIN       12.0
#define SECONDS      60.0 /* of a pixel of a sample */

typedef enum
{
  SAMPLE_BAR,
  SAMPLE_NOW,
  SAMPLE_DEADLINE,
} SampleKind;

/* A sample; instants are pixels. */
typedef struct
{
  const char *text; /* to be translated */
  SampleKind kind;
  DdBarShape shape;
  guint owner;
  int start, finish, cautious, floating, baseline;
  gboolean critical, done, at_risk;
} Sample;

static const Sample samples[] = {
  { N_ ("Customer"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CUSTOMER, 3, 43 },
  { N_ ("Platinum Consultant"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CONSULTANT, 3, 43 },
  { N_ ("Platinum Project Manager"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_MANAGER, 3, 43 },
  { N_ ("Done"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CONSULTANT, 3, 43, .done = TRUE },
  { N_ ("Critical"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CONSULTANT, 3, 43, .critical = TRUE },
  { N_ ("Late"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CONSULTANT, 3, 27, .at_risk = TRUE },
  { N_ ("Cautious finish"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CONSULTANT, 3, 23, .cautious = 43 },
  { N_ ("Float"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CONSULTANT, 3, 23, .floating = 43 },
  { N_ ("Agreed"), SAMPLE_BAR, DD_BAR_SPAN, DD_OWNER_CONSULTANT, 13, 43, .baseline = 33 },
  { N_ ("Event"), SAMPLE_BAR, DD_BAR_EVENT, DD_OWNER_CONSULTANT, 23, 23 },
  { N_ ("Condition to be met"), SAMPLE_BAR, DD_BAR_GATE, DD_OWNER_CUSTOMER, 23, 23 },
  { N_ ("Support window"), SAMPLE_BAR, DD_BAR_WINDOW, DD_OWNER_CONSULTANT, 3, 43 },
  { N_ ("Waiting"), SAMPLE_BAR, DD_BAR_WAIT, DD_OWNER_CUSTOMER, 3, 43 },
  { N_ ("Now"), SAMPLE_NOW, DD_BAR_GROUP, 0, 23, 23 },
  { N_ ("Deadline"), SAMPLE_DEADLINE, DD_BAR_GROUP, 0, 23, 23 },
};

/* --- Drawing --- */

static gint64
sample_instant (int pixels)
{
  return pixels != 0 ? (gint64) (pixels * SECONDS) : DD_INSTANT_NONE;
}

static DdChart *
make_chart (void)
{
  g_autoptr (DdCalendar) calendar = dd_calendar_new_default ("UTC", NULL);
  DdChart *chart = dd_chart_new ("", calendar);

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      const Sample *sample = &samples[i];
      DdBar bar = { sample->shape, sample->owner };

      bar.start = sample_instant (sample->start);
      bar.finish = sample_instant (sample->finish);
      bar.cautious_finish = sample_instant (sample->cautious);
      bar.float_finish = sample_instant (sample->floating);
      bar.baseline_start = sample->baseline != 0 ? sample_instant (3) : DD_INSTANT_NONE;
      bar.baseline_finish = sample_instant (sample->baseline);
      bar.critical = sample->critical;
      bar.done = sample->done;
      bar.at_risk = sample->at_risk;
      dd_chart_add_row (chart, sample->text, "", 0, FALSE);
      if (sample->kind == SAMPLE_BAR)
        dd_chart_add_bar (chart, &bar);
    }
  return chart;
}

/* A line as the chart has them, in a sample's middle: now is whole, the deadline dashed. */
static void
draw_line (const DdPainting *painting, SampleKind kind)
{
  const DdChartStyle *style = &painting->painter->style;
  double top = DD_CHART_RULER_HEIGHT + 5, height = LINE_HEIGHT - 4;

  if (kind == SAMPLE_NOW)
    dd_painting_fill (painting, SAMPLE_WIDTH / 2 - 1, top, 2, height, &style->now);
  for (double y = 0; kind == SAMPLE_DEADLINE && y < height; y += 9)
    dd_painting_fill (painting, SAMPLE_WIDTH / 2 - 1, top + y, 2, MIN (6, height - y),
                      &style->deadline);
}

static void
draw_sample (DdChartPainter *painter,
             GtkSnapshot *snapshot,
             DdChart *chart,
             guint index,
             gboolean rtl)
{
  static const DdChartMarks nothing = { G_MAXUINT, G_MAXUINT, FALSE, NULL, NULL };
  guint rows[G_N_ELEMENTS (samples)];
  DdChartFrame frame = { chart, rows, G_N_ELEMENTS (samples) };
  DdPainting painting = { painter, snapshot, &frame, &nothing, { index, index + 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    rows[i] = i;
  frame.scale = (DdTimeScale){ 0, SECONDS };
  frame.width = SAMPLE_WIDTH;
  frame.height = DD_CHART_RULER_HEIGHT + DD_CHART_ROW_HEIGHT;
  frame.offset = (double) index * DD_CHART_ROW_HEIGHT;
  frame.rtl = rtl;
  painting.range = dd_chart_frame_range (&frame);
  if (samples[index].kind == SAMPLE_BAR)
    dd_painting_draw_bars (&painting);
  else
    draw_line (&painting, samples[index].kind);
}

/* Draws sample and word at @x from the leading side, @y from above. */
static void
draw_entry (DdChartPainter *painter,
            GtkSnapshot *snapshot,
            DdChart *chart,
            guint index,
            PangoLayout *layout,
            graphene_rect_t place,
            double width,
            gboolean rtl)
{
  double x = place.origin.x, text_x = x + SAMPLE_WIDTH + GAP;
  int text_width, text_height;

  pango_layout_get_pixel_size (layout, &text_width, &text_height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (rtl ? width - x - SAMPLE_WIDTH : x,
                                                place.origin.y - DD_CHART_RULER_HEIGHT
                                                    + (LINE_HEIGHT - DD_CHART_ROW_HEIGHT) / 2));
  draw_sample (painter, snapshot, chart, index, rtl);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT (rtl ? width - text_x - text_width : text_x,
                                                place.origin.y + (LINE_HEIGHT - text_height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &painter->style.foreground);
  gtk_snapshot_restore (snapshot);
}

double
dd_chart_legend_paint (DdChartPainter *painter, GtkSnapshot *snapshot, double width, gboolean rtl)
{
  g_autoptr (DdChart) chart = make_chart ();
  graphene_rect_t place = GRAPHENE_RECT_INIT (MARGIN, MARGIN / 2, 0, 0);

  g_return_val_if_fail (painter != NULL, 0);
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      PangoLayout *layout =
          dd_chart_texts_get (painter->texts, _ (samples[i].text), DD_TEXT_SMALL, -1);
      int text_width;

      pango_layout_get_pixel_size (layout, &text_width, NULL);
      place.size.width = (float) (SAMPLE_WIDTH + GAP + text_width);
      if (place.origin.x > MARGIN && place.origin.x + place.size.width > width - MARGIN)
        {
          place.origin.x = MARGIN;
          place.origin.y += LINE_HEIGHT;
        }
      if (snapshot != NULL)
        draw_entry (painter, snapshot, chart, i, layout, place, width, rtl);
      place.origin.x += place.size.width + BETWEEN;
    }
  return place.origin.y + LINE_HEIGHT + MARGIN / 2;
}

/* --- The widget --- */

struct _DdChartLegend
{
  GtkWidget parent_instance;

  DdChartPainter *painter; /* (owned) (nullable): until it is first measured */
  double magnification;    /* see dd_chart_fonts_new() */
};

G_DEFINE_FINAL_TYPE (DdChartLegend, dd_chart_legend, GTK_TYPE_WIDGET)

static void
update_style (DdChartLegend *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  DdChartStyle style;

  dd_chart_style_init (&style, adw_style_manager_get_dark (manager),
                       adw_style_manager_get_high_contrast (manager));
  if (self->painter != NULL)
    dd_chart_painter_set_style (self->painter, &style);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static DdChartPainter *
ensure_painter (DdChartLegend *self)
{
  if (self->painter == NULL)
    {
      PangoContext *fonts = dd_chart_fonts_new (GTK_WIDGET (self), &self->magnification);

      self->painter = dd_chart_painter_new (fonts);
      g_object_unref (fonts);
      update_style (self);
    }
  return self->painter;
}

static GtkSizeRequestMode
dd_chart_legend_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
dd_chart_legend_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  DdChartLegend *self = DD_CHART_LEGEND (widget);
  DdChartPainter *painter;
  double height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 240;
      *natural = 900;
      return;
    }
  painter = ensure_painter (self);
  height = dd_chart_legend_paint (painter, NULL,
                                  for_size < 0 ? 900 : for_size / self->magnification, FALSE);
  *minimum = *natural = (int) ceil (height * self->magnification);
}

static void
dd_chart_legend_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  DdChartLegend *self = DD_CHART_LEGEND (widget);
  DdChartPainter *painter = ensure_painter (self);
  int width = gtk_widget_get_width (widget);
  graphene_rect_t all = GRAPHENE_RECT_INIT (0, 0, width, gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &painter->style.background, &all);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_scale (snapshot, (float) self->magnification, (float) self->magnification);
  dd_chart_legend_paint (painter, snapshot, width / self->magnification,
                         gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);
  gtk_snapshot_restore (snapshot);
}

static void
dd_chart_legend_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  DdChartLegend *self = DD_CHART_LEGEND (widget);

  GTK_WIDGET_CLASS (dd_chart_legend_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->painter, dd_chart_painter_free);
  gtk_widget_queue_resize (widget);
}

static void
dd_chart_legend_dispose (GObject *object)
{
  DdChartLegend *self = DD_CHART_LEGEND (object);

  g_signal_handlers_disconnect_by_data (adw_style_manager_get_default (), self);
  g_clear_pointer (&self->painter, dd_chart_painter_free);
  G_OBJECT_CLASS (dd_chart_legend_parent_class)->dispose (object);
}

static void
dd_chart_legend_class_init (DdChartLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = dd_chart_legend_dispose;
  widget_class->get_request_mode = dd_chart_legend_get_request_mode;
  widget_class->measure = dd_chart_legend_measure;
  widget_class->snapshot = dd_chart_legend_snapshot;
  widget_class->css_changed = dd_chart_legend_css_changed;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
dd_chart_legend_init (DdChartLegend *self)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What the marks of the chart mean"), -1);
  g_signal_connect_swapped (manager, "notify::dark", G_CALLBACK (update_style), self);
  g_signal_connect_swapped (manager, "notify::high-contrast", G_CALLBACK (update_style), self);
}
