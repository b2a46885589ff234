/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "gantt/dd-chart-item.h"

struct _DdChartItem
{
  GtkWidget parent_instance;

  char *name;        /* (owned) */
  char *description; /* (owned) */
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (DdChartItem, dd_chart_item, GTK_TYPE_WIDGET)

static void
dd_chart_item_finalize (GObject *object)
{
  DdChartItem *self = DD_CHART_ITEM (object);

  g_free (self->name);
  g_free (self->description);
  G_OBJECT_CLASS (dd_chart_item_parent_class)->finalize (object);
}

static void
dd_chart_item_class_init (DdChartItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_chart_item_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
dd_chart_item_init (DdChartItem *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
dd_chart_item_new (void)
{
  return g_object_new (DD_TYPE_CHART_ITEM, NULL);
}

void
dd_chart_item_set (DdChartItem *self, const char *name, const char *description, gboolean selected)
{
  g_return_if_fail (DD_IS_CHART_ITEM (self));
  if (g_strcmp0 (self->name, name) != 0)
    {
      g_free (self->name);
      self->name = g_strdup (name);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  if (g_strcmp0 (self->description, description) != 0)
    {
      g_free (self->description);
      self->description = g_strdup (description);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      description, -1);
    }
  if (self->selected != selected)
    {
      self->selected = selected;
      gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected,
                                   -1);
    }
}
