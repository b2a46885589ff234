/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "dd-page.h"

typedef struct
{
  DdContext *context; /* (owned) */
  char *title;        /* (owned) */
  gboolean folded;    /* the sidebar is not beside the page */
} DdPagePrivate;

typedef enum
{
  PROP_CONTEXT = 1,
  PROP_TITLE,
  PROP_FOLDED,
} DdPageProperty;

static GParamSpec *properties[PROP_FOLDED + 1];

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (DdPage, dd_page, ADW_TYPE_BIN)

static void
dd_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  DdPagePrivate *priv = dd_page_get_instance_private (DD_PAGE (object));

  switch ((DdPageProperty) id)
    {
    case PROP_CONTEXT:
      g_value_set_object (value, priv->context);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_FOLDED:
      g_value_set_boolean (value, priv->folded);
      break;
    }
}

static void
set_folded (DdPage *self, gboolean folded)
{
  DdPagePrivate *priv = dd_page_get_instance_private (self);

  if (priv->folded == folded)
    return;
  priv->folded = folded;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
}

static void
dd_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  DdPagePrivate *priv = dd_page_get_instance_private (DD_PAGE (object));

  switch ((DdPageProperty) id)
    {
    case PROP_CONTEXT:
      priv->context = g_value_dup_object (value);
      break;
    case PROP_TITLE:
      dd_page_set_title (DD_PAGE (object), g_value_get_string (value));
      break;
    case PROP_FOLDED:
      set_folded (DD_PAGE (object), g_value_get_boolean (value));
      break;
    }
}

static void
dd_page_finalize (GObject *object)
{
  DdPagePrivate *priv = dd_page_get_instance_private (DD_PAGE (object));

  g_clear_object (&priv->context);
  g_clear_pointer (&priv->title, g_free);
  G_OBJECT_CLASS (dd_page_parent_class)->finalize (object);
}

static void
dd_page_class_init (DdPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = dd_page_get_property;
  object_class->set_property = dd_page_set_property;
  object_class->finalize = dd_page_finalize;

  properties[PROP_CONTEXT] =
      g_param_spec_object ("context", NULL, NULL, DD_TYPE_CONTEXT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean ("folded", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
dd_page_init (DdPage *self)
{
}

DdContext *
dd_page_get_context (DdPage *self)
{
  DdPagePrivate *priv = dd_page_get_instance_private (self);

  g_return_val_if_fail (DD_IS_PAGE (self), NULL);
  return priv->context;
}

const char *
dd_page_get_title (DdPage *self)
{
  DdPagePrivate *priv = dd_page_get_instance_private (self);

  g_return_val_if_fail (DD_IS_PAGE (self), NULL);
  return priv->title;
}

void
dd_page_set_title (DdPage *self, const char *title)
{
  DdPagePrivate *priv = dd_page_get_instance_private (self);

  g_return_if_fail (DD_IS_PAGE (self));
  if (g_strcmp0 (priv->title, title) == 0)
    return;
  g_free (priv->title);
  priv->title = g_strdup (title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
dd_page_shown (DdPage *self)
{
  g_return_if_fail (DD_IS_PAGE (self));
  if (DD_PAGE_GET_CLASS (self)->shown != NULL)
    DD_PAGE_GET_CLASS (self)->shown (self);
}

gboolean
dd_page_search (DdPage *self)
{
  g_return_val_if_fail (DD_IS_PAGE (self), FALSE);
  return DD_PAGE_GET_CLASS (self)->search != NULL && DD_PAGE_GET_CLASS (self)->search (self);
}
