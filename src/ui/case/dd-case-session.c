/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "case/dd-case-session.h"

#include "dd-records.h"
#include "delivery/dd-document-link.h"

struct _DdCaseSession
{
  GObject parent_instance;

  /* Owned references */
  DdContext *context;
  char *case_id;
  DdCasePlan *plan;  /* (nullable) */
  GError *error;     /* (nullable) */
  GHashTable *names; /* (nullable) (element-type utf8 utf8): of assignees, by their ids */
  GPtrArray *links;  /* (nullable) (element-type DdDocumentLink) */
  GCancellable *cancellable;

  gint64 finishes[DD_N_BASES];
  gboolean loading;
  gboolean stale; /* something changed while it was loading */
};

enum
{
  LOADED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (DdCaseSession, dd_case_session, G_TYPE_OBJECT)

/* --- Loading --- */

typedef struct
{
  char *case_id; /* (owned) */
  gint64 now;
  DdCasePlan *plan;  /* (owned) (nullable): what was loaded */
  GHashTable *names; /* (owned) */
  GPtrArray *links;  /* (owned) (nullable) */
  gint64 finishes[DD_N_BASES];
} Load;

static void
load_free (gpointer data)
{
  Load *self = data;

  g_clear_pointer (&self->plan, dd_case_plan_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self->case_id);
  g_free (self);
}

/* Who the activities are assigned to: each is asked for once. */
static gboolean
load_names (Load *self, DdConnection *connection, GError **error)
{
  GPtrArray *activities = self->plan->file->activities;

  for (guint i = 0; i < activities->len; i++)
    {
      const char *id = dd_record_get_text (g_ptr_array_index (activities, i), "assignee_id");
      GError *failure = NULL;
      char *name;

      if (id == NULL || g_hash_table_contains (self->names, id))
        continue;
      name = dd_records_get_name (connection, &dd_person_entity, id, &failure);
      if (failure != NULL)
        {
          g_propagate_error (error, failure);
          return FALSE;
        }
      g_hash_table_insert (self->names, g_strdup (id), name);
    }
  return TRUE;
}

static gboolean
load_links (Load *self, DdConnection *connection, GError **error)
{
  g_autoptr (DdQuery) query = dd_query_new (&dd_document_link_entity);

  dd_query_match_text (query, "case_id", DD_QUERY_IS, self->case_id);
  dd_query_order_by (query, "title", FALSE);
  self->links = dd_records_query (connection, query, error);
  return self->links != NULL;
}

static gint64
find_finish (DdCasePlan *plan, DdBasis basis)
{
  g_autoptr (DdPlan) other = NULL;
  DdPlanRequest request;

  if (plan->plan == NULL)
    return DD_INSTANT_NONE;
  if (basis == DD_BASIS_CAUTIOUS)
    return dd_plan_get_finish (plan->cautious);
  if (basis == plan->inputs->basis)
    return dd_plan_get_finish (plan->plan);
  request = dd_case_plan_make_request (plan, basis);
  other = dd_plan_new (plan->inputs->network, &request, NULL);
  return other != NULL ? dd_plan_get_finish (other) : DD_INSTANT_NONE;
}

static gboolean
load (DdConnection *connection, gpointer data, GError **error)
{
  Load *self = data;

  self->plan = dd_case_plan_load (connection, self->case_id, self->now, error);
  if (self->plan == NULL)
    return FALSE;
  for (int i = 0; i < DD_N_BASES; i++)
    self->finishes[i] = find_finish (self->plan, i);
  return load_names (self, connection, error) && load_links (self, connection, error);
}

static void
on_loaded (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseSession) self = user_data;
  g_autoptr (GError) error = NULL;
  gpointer data = NULL;
  gboolean done = dd_database_run_finish (DD_DATABASE (object), result, &data, &error);
  Load *loaded = data;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  self->loading = FALSE;
  g_clear_error (&self->error);
  g_clear_pointer (&self->plan, dd_case_plan_unref);
  if (done)
    {
      self->plan = g_steal_pointer (&loaded->plan);
      g_clear_pointer (&self->names, g_hash_table_unref);
      self->names = g_steal_pointer (&loaded->names);
      g_clear_pointer (&self->links, g_ptr_array_unref);
      self->links = g_steal_pointer (&loaded->links);
      memcpy (self->finishes, loaded->finishes, sizeof self->finishes);
    }
  else
    self->error = g_steal_pointer (&error);
  if (self->stale)
    dd_case_session_reload (self);
  g_signal_emit (self, signals[LOADED], 0);
}

void
dd_case_session_reload (DdCaseSession *self)
{
  Load *data;

  g_return_if_fail (DD_IS_CASE_SESSION (self));
  self->stale = self->loading;
  if (self->loading)
    return;
  self->loading = TRUE;
  data = g_new0 (Load, 1);
  data->case_id = g_strdup (self->case_id);
  data->now = dd_context_get_now (self->context);
  data->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  dd_database_run_async (dd_context_get_database (self->context), load, data, load_free,
                         self->cancellable, on_loaded, g_object_ref (self));
}

/* --- Edits --- */

void
dd_case_session_edit_async (DdCaseSession *self,
                            DdCaseEdit *edit,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_return_if_fail (DD_IS_CASE_SESSION (self));
  g_return_if_fail (edit != NULL);
  g_free (edit->case_id);
  g_free (edit->user);
  edit->case_id = g_strdup (self->case_id);
  edit->user = dd_context_get_user (self->context);
  edit->now = dd_context_get_now (self->context);
  dd_database_run_async (dd_context_get_database (self->context), dd_case_edit_run, edit,
                         dd_case_edit_free, NULL, callback, user_data);
}

gboolean
dd_case_session_edit_finish (DdCaseSession *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (DD_IS_CASE_SESSION (self), FALSE);
  return dd_database_run_finish (dd_context_get_database (self->context), result, NULL, error);
}

/* --- Object --- */

static void
dd_case_session_dispose (GObject *object)
{
  DdCaseSession *self = DD_CASE_SESSION (object);

  g_cancellable_cancel (self->cancellable);
  G_OBJECT_CLASS (dd_case_session_parent_class)->dispose (object);
}

static void
dd_case_session_finalize (GObject *object)
{
  DdCaseSession *self = DD_CASE_SESSION (object);

  g_clear_pointer (&self->plan, dd_case_plan_unref);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_free (self->case_id);
  G_OBJECT_CLASS (dd_case_session_parent_class)->finalize (object);
}

static void
dd_case_session_class_init (DdCaseSessionClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_case_session_dispose;
  G_OBJECT_CLASS (klass)->finalize = dd_case_session_finalize;
  signals[LOADED] = g_signal_new ("loaded", DD_TYPE_CASE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
}

static void
dd_case_session_init (DdCaseSession *self)
{
  self->cancellable = g_cancellable_new ();
}

DdCaseSession *
dd_case_session_new (DdContext *context, const char *case_id)
{
  DdCaseSession *self;

  g_return_val_if_fail (DD_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (case_id != NULL, NULL);
  self = g_object_new (DD_TYPE_CASE_SESSION, NULL);
  self->context = g_object_ref (context);
  self->case_id = g_strdup (case_id);
  g_signal_connect_object (context, "changed", G_CALLBACK (dd_case_session_reload), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "minute-changed", G_CALLBACK (dd_case_session_reload), self,
                           G_CONNECT_SWAPPED);
  dd_case_session_reload (self);
  return self;
}

/* --- Reading --- */

DdContext *
dd_case_session_get_context (DdCaseSession *self)
{
  g_return_val_if_fail (DD_IS_CASE_SESSION (self), NULL);
  return self->context;
}

const char *
dd_case_session_get_case_id (DdCaseSession *self)
{
  g_return_val_if_fail (DD_IS_CASE_SESSION (self), NULL);
  return self->case_id;
}

DdCasePlan *
dd_case_session_get_plan (DdCaseSession *self)
{
  g_return_val_if_fail (DD_IS_CASE_SESSION (self), NULL);
  return self->plan;
}

gint64
dd_case_session_get_finish (DdCaseSession *self, DdBasis basis)
{
  g_return_val_if_fail (DD_IS_CASE_SESSION (self), DD_INSTANT_NONE);
  return self->plan != NULL ? self->finishes[basis] : DD_INSTANT_NONE;
}

const char *
dd_case_session_get_assignee (DdCaseSession *self, DdRecord *activity)
{
  const char *id;

  g_return_val_if_fail (DD_IS_CASE_SESSION (self), NULL);
  id = dd_record_get_text (activity, "assignee_id");
  return id != NULL && self->names != NULL ? g_hash_table_lookup (self->names, id) : NULL;
}

GPtrArray *
dd_case_session_get_links (DdCaseSession *self)
{
  g_return_val_if_fail (DD_IS_CASE_SESSION (self), NULL);
  return self->links;
}

const GError *
dd_case_session_get_error (DdCaseSession *self)
{
  g_return_val_if_fail (DD_IS_CASE_SESSION (self), NULL);
  return self->error;
}
