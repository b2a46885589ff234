/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-case-scene.h"

struct _DdCaseScene
{
  GObject parent_instance;

  /* Owned references */
  DdContext *context;
  DdCaseFilter *filter;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdCaseScene, dd_case_scene, G_TYPE_OBJECT)

static void
emit_changed (DdCaseScene *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
dd_case_scene_dispose (GObject *object)
{
  DdCaseScene *self = DD_CASE_SCENE (object);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->context);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (dd_case_scene_parent_class)->dispose (object);
}

static void
dd_case_scene_class_init (DdCaseSceneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_case_scene_dispose;
  signals[CHANGED] = g_signal_new ("changed", DD_TYPE_CASE_SCENE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
dd_case_scene_init (DdCaseScene *self)
{
}

DdCaseScene *
dd_case_scene_new (DdContext *context, DdCaseFilter *filter)
{
  DdCaseScene *self = g_object_new (DD_TYPE_CASE_SCENE, NULL);

  self->context = g_object_ref (context);
  self->filter = g_object_ref (filter);
  g_signal_connect_swapped (context, "minute-changed", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (filter, "notify::search", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (filter, "found", G_CALLBACK (emit_changed), self);
  return self;
}

DdCaseMoment
dd_case_scene_get_moment (DdCaseScene *self)
{
  return (DdCaseMoment){ dd_context_get_calendar (self->context),
                         dd_context_get_now (self->context),
                         dd_case_filter_get_found (self->filter) };
}

const char *const *
dd_case_scene_get_words (DdCaseScene *self)
{
  return dd_case_filter_get_words (self->filter);
}
