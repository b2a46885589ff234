/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "search-provider/dd-search-provider.h"

#include "search-provider/dd-shell-search-provider.h"
#include "search-provider/dd-shell-search.h"

/* The desktop shows a handful. */
#define MAX_RESULTS 20

struct _DdSearchProvider
{
  GObject parent_instance;

  /* Owned references */
  DdContext *context; /* (nullable) */
  DdShellSearchProvider2 *skeleton;
};

enum
{
  CASE_CHOSEN,
  SEARCH_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdSearchProvider, dd_search_provider, G_TYPE_OBJECT)

/* --- Answering --- */

/* A question on its way through the database's thread. */
typedef struct
{
  DdConnectionFunc func;
  GDBusMethodInvocation *invocation; /* (owned): until it is answered */
  GStrv words;                       /* (owned): what is searched, or whose descriptions */
  DdCalendar *calendar;              /* (owned) */
  gint64 now;
  GVariant *answer; /* (owned) */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_clear_object (&question->invocation);
  g_strfreev (question->words);
  g_clear_pointer (&question->calendar, dd_calendar_unref);
  g_clear_pointer (&question->answer, g_variant_unref);
  g_free (question);
  g_application_release (g_application_get_default ());
}

static gboolean
run_find (DdConnection *connection, gpointer data, GError **error)
{
  Question *question = data;
  const char *const *terms = (const char *const *) question->words;
  g_auto (GStrv) ids = dd_shell_search_find (connection, terms, MAX_RESULTS, error);

  if (ids == NULL)
    return FALSE;
  question->answer = g_variant_ref_sink (g_variant_new ("(^as)", ids));
  return TRUE;
}

static gboolean
run_describe (DdConnection *connection, gpointer data, GError **error)
{
  Question *question = data;
  g_autoptr (GVariant) metas =
      dd_shell_search_describe (connection, (const char *const *) question->words,
                                question->calendar, question->now, error);

  if (metas == NULL)
    return FALSE;
  question->answer = g_variant_ref_sink (g_variant_new ("(@aa{sv})", metas));
  return TRUE;
}

static void
on_answered (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  gpointer data;
  Question *question;

  dd_database_run_finish (DD_DATABASE (object), result, &data, &error);
  question = data;
  if (error != NULL)
    g_dbus_method_invocation_return_gerror (g_steal_pointer (&question->invocation), error);
  else
    g_dbus_method_invocation_return_value (g_steal_pointer (&question->invocation),
                                           question->answer);
}

static void
send (Question *question, DdContext *context)
{
  question->calendar = dd_calendar_ref (dd_context_get_calendar (context));
  question->now = dd_context_get_now (context);
  dd_database_run_async (dd_context_get_database (context), question->func, question, question_free,
                         NULL, on_answered, NULL);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Question *question = user_data;
  g_autoptr (GError) error = NULL;

  if (dd_context_open_finish (DD_CONTEXT (object), result, &error))
    {
      send (question, DD_CONTEXT (object));
      return;
    }
  g_dbus_method_invocation_return_gerror (g_steal_pointer (&question->invocation), error);
  question_free (question);
}

/* Takes @invocation over; it is answered when the database has said what is to be said. */
static gboolean
ask (DdSearchProvider *self,
     GDBusMethodInvocation *invocation,
     DdConnectionFunc func,
     const char *const *words)
{
  Question *question = g_new0 (Question, 1);

  g_application_hold (g_application_get_default ());
  question->func = func;
  question->invocation = invocation;
  question->words = g_strdupv ((char **) words);
  if (dd_context_is_open (self->context))
    send (question, self->context);
  else
    dd_context_open_async (self->context, NULL, on_opened, question);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* --- What is asked --- */

static gboolean
on_initial (DdSearchProvider *self,
            GDBusMethodInvocation *invocation,
            const char *const *terms,
            gpointer skeleton)
{
  return ask (self, invocation, run_find, terms);
}

/* The words went on: the index finds them as quickly as it would look through what was found. */
static gboolean
on_subsearch (DdSearchProvider *self,
              GDBusMethodInvocation *invocation,
              const char *const *previous,
              const char *const *terms,
              gpointer skeleton)
{
  return ask (self, invocation, run_find, terms);
}

static gboolean
on_metas (DdSearchProvider *self,
          GDBusMethodInvocation *invocation,
          const char *const *ids,
          gpointer skeleton)
{
  return ask (self, invocation, run_describe, ids);
}

static gboolean
on_activate (DdSearchProvider *self,
             GDBusMethodInvocation *invocation,
             const char *id,
             const char *const *terms,
             guint time,
             DdShellSearchProvider2 *skeleton)
{
  g_signal_emit (self, signals[CASE_CHOSEN], 0, id, time);
  dd_shell_search_provider2_complete_activate_result (skeleton, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

static gboolean
on_launch (DdSearchProvider *self,
           GDBusMethodInvocation *invocation,
           const char *const *terms,
           guint time,
           DdShellSearchProvider2 *skeleton)
{
  g_autofree char *words = g_strjoinv (" ", (char **) terms);

  g_signal_emit (self, signals[SEARCH_CHOSEN], 0, words, time);
  dd_shell_search_provider2_complete_launch_search (skeleton, invocation);
  return G_DBUS_METHOD_INVOCATION_HANDLED;
}

/* --- Object --- */

static void
dd_search_provider_dispose (GObject *object)
{
  DdSearchProvider *self = DD_SEARCH_PROVIDER (object);

  g_clear_object (&self->skeleton);
  g_clear_object (&self->context);
  G_OBJECT_CLASS (dd_search_provider_parent_class)->dispose (object);
}

static guint
new_signal (const char *name)
{
  return g_signal_new (name, DD_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
}

static void
dd_search_provider_class_init (DdSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_search_provider_dispose;
  signals[CASE_CHOSEN] = new_signal ("case-chosen");
  signals[SEARCH_CHOSEN] = new_signal ("search-chosen");
}

static void
dd_search_provider_init (DdSearchProvider *self)
{
  static const struct
  {
    const char *signal;
    GCallback callback;
  } handlers[] = {
    { "handle-get-initial-result-set", G_CALLBACK (on_initial) },
    { "handle-get-subsearch-result-set", G_CALLBACK (on_subsearch) },
    { "handle-get-result-metas", G_CALLBACK (on_metas) },
    { "handle-activate-result", G_CALLBACK (on_activate) },
    { "handle-launch-search", G_CALLBACK (on_launch) },
  };

  self->skeleton = dd_shell_search_provider2_skeleton_new ();
  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (self->skeleton, handlers[i].signal, handlers[i].callback, self,
                             G_CONNECT_SWAPPED);
}

/* --- Public --- */

DdSearchProvider *
dd_search_provider_new (void)
{
  return g_object_new (DD_TYPE_SEARCH_PROVIDER, NULL);
}

void
dd_search_provider_set_context (DdSearchProvider *self, DdContext *context)
{
  g_return_if_fail (DD_IS_SEARCH_PROVIDER (self));
  g_return_if_fail (DD_IS_CONTEXT (context));
  g_set_object (&self->context, context);
}

gboolean
dd_search_provider_export (DdSearchProvider *self,
                           GDBusConnection *connection,
                           const char *path,
                           GError **error)
{
  g_return_val_if_fail (DD_IS_SEARCH_PROVIDER (self), FALSE);
  return g_dbus_interface_skeleton_export (G_DBUS_INTERFACE_SKELETON (self->skeleton), connection,
                                           path, error);
}

void
dd_search_provider_unexport (DdSearchProvider *self)
{
  g_return_if_fail (DD_IS_SEARCH_PROVIDER (self));
  g_dbus_interface_skeleton_unexport (G_DBUS_INTERFACE_SKELETON (self->skeleton));
}
