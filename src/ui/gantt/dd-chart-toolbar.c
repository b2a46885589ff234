/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-toolbar.h"

#include "dd-ui.h"

/* How much closer one press comes. */
#define ZOOM_STEP 1.5

struct _DdChartToolbar
{
  GtkWidget parent_instance;
  DdChartView *view; /* (owned) (nullable) */
  GtkWidget *buttons;
};

typedef enum
{
  PROP_VIEW = 1,
} DdChartToolbarProperty;

static GParamSpec *properties[PROP_VIEW + 1];

G_DEFINE_FINAL_TYPE (DdChartToolbar, dd_chart_toolbar, GTK_TYPE_WIDGET)

static void
on_zoom_in (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_chart_view_zoom (DD_CHART_TOOLBAR (widget)->view, ZOOM_STEP);
}

static void
on_zoom_out (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_chart_view_zoom (DD_CHART_TOOLBAR (widget)->view, 1 / ZOOM_STEP);
}

static void
on_fit (GtkWidget *widget, const char *name, GVariant *parameter)
{
  dd_chart_view_fit (DD_CHART_TOOLBAR (widget)->view);
}

static void
on_today (GtkWidget *widget, const char *name, GVariant *parameter)
{
  DdChartView *view = DD_CHART_TOOLBAR (widget)->view;
  DdChart *chart = dd_chart_view_get_chart (view);
  gint64 now = chart != NULL ? dd_chart_get_now (chart) : DD_INSTANT_NONE;

  if (now != DD_INSTANT_NONE)
    dd_chart_view_show_instant (view, now);
}

static void
dd_chart_toolbar_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((DdChartToolbarProperty) id)
    {
    case PROP_VIEW:
      g_value_set_object (value, DD_CHART_TOOLBAR (object)->view);
      break;
    }
}

static void
dd_chart_toolbar_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch ((DdChartToolbarProperty) id)
    {
    case PROP_VIEW:
      dd_chart_toolbar_set_view (DD_CHART_TOOLBAR (object), g_value_get_object (value));
      break;
    }
}

static void
dd_chart_toolbar_dispose (GObject *object)
{
  g_clear_object (&DD_CHART_TOOLBAR (object)->view);
  gtk_widget_dispose_template (GTK_WIDGET (object), DD_TYPE_CHART_TOOLBAR);
  G_OBJECT_CLASS (dd_chart_toolbar_parent_class)->dispose (object);
}

static void
dd_chart_toolbar_class_init (DdChartToolbarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = dd_chart_toolbar_get_property;
  object_class->set_property = dd_chart_toolbar_set_property;
  object_class->dispose = dd_chart_toolbar_dispose;
  properties[PROP_VIEW] =
      g_param_spec_object ("view", NULL, NULL, DD_TYPE_CHART_VIEW,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, DD_UI_PATH "dd-chart-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, DdChartToolbar, buttons);
  gtk_widget_class_install_action (widget_class, "toolbar.zoom-in", NULL, on_zoom_in);
  gtk_widget_class_install_action (widget_class, "toolbar.zoom-out", NULL, on_zoom_out);
  gtk_widget_class_install_action (widget_class, "toolbar.fit", NULL, on_fit);
  gtk_widget_class_install_action (widget_class, "toolbar.today", NULL, on_today);
}

static void
dd_chart_toolbar_init (DdChartToolbar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self), FALSE);
}

void
dd_chart_toolbar_set_view (DdChartToolbar *self, DdChartView *view)
{
  g_return_if_fail (DD_IS_CHART_TOOLBAR (self));
  if (!g_set_object (&self->view, view))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self), view != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}
