/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-case-item.h"

struct _DdCaseItem
{
  GObject parent_instance;
  DdCaseSummary *summary; /* (owned) */
};

typedef enum
{
  PROP_SUMMARY = 1,
} DdCaseItemProperty;

static GParamSpec *properties[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (DdCaseItem, dd_case_item, G_TYPE_OBJECT)

static void
dd_case_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch ((DdCaseItemProperty) id)
    {
    case PROP_SUMMARY:
      g_value_set_boxed (value, DD_CASE_ITEM (object)->summary);
      break;
    }
}

static void
dd_case_item_finalize (GObject *object)
{
  g_clear_pointer (&DD_CASE_ITEM (object)->summary, dd_case_summary_unref);
  G_OBJECT_CLASS (dd_case_item_parent_class)->finalize (object);
}

static void
dd_case_item_class_init (DdCaseItemClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = dd_case_item_get_property;
  G_OBJECT_CLASS (klass)->finalize = dd_case_item_finalize;
  properties[PROP_SUMMARY] = g_param_spec_boxed ("summary", NULL, NULL, DD_TYPE_CASE_SUMMARY,
                                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), G_N_ELEMENTS (properties), properties);
}

static void
dd_case_item_init (DdCaseItem *self)
{
}

DdCaseItem *
dd_case_item_new (DdCaseSummary *summary)
{
  DdCaseItem *self = g_object_new (DD_TYPE_CASE_ITEM, NULL);

  self->summary = dd_case_summary_ref (summary);
  return self;
}

DdCaseSummary *
dd_case_item_get_summary (DdCaseItem *self)
{
  g_return_val_if_fail (DD_IS_CASE_ITEM (self), NULL);
  return self->summary;
}

void
dd_case_item_set_summary (DdCaseItem *self, DdCaseSummary *summary)
{
  g_return_if_fail (DD_IS_CASE_ITEM (self));
  dd_case_summary_ref (summary);
  dd_case_summary_unref (self->summary);
  self->summary = summary;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUMMARY]);
}
