/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "cases/dd-case-hits.h"

#include "dd-search.h"
#include "delivery/dd-case.h"

#include <glib/gi18n.h>

/* Whoever types words that so many cases have goes on typing. */
#define MAX_RESULTS 200

struct _DdCaseHits
{
  GObject parent_instance;

  /* Owned references */
  DdContext *context;
  DdCaseFilter *filter;

  gboolean looking;
  gboolean stale; /* something changed since it began */
};

G_DEFINE_FINAL_TYPE (DdCaseHits, dd_case_hits, G_TYPE_OBJECT)

/* --- Looking --- */

/* What the database's thread is told, and tells. */
typedef struct
{
  char *search;      /* (owned) */
  GHashTable *found; /* (owned) (element-type utf8 utf8) */
} LookJob;

static void
look_job_free (gpointer data)
{
  LookJob *job = data;

  g_free (job->search);
  g_hash_table_unref (job->found);
  g_free (job);
}

/* The case's own title is among the summary's words, and needs no telling. */
static const DdSearchHit *
choose_hit (const DdSearchResult *result)
{
  for (guint i = 0; i < result->hits->len; i++)
    {
      const DdSearchHit *hit = result->hits->pdata[i];

      if (!(hit->field->flags & DD_FIELD_NAME) || hit->entity != &dd_case_entity)
        return hit;
    }
  return NULL;
}

static char *
describe_hit (const DdSearchHit *hit)
{
  if (hit == NULL)
    return g_strdup ("");
  /* Translators: where words were found: the kind of thing, its field, and the text around them */
  return g_strdup_printf (_ ("%s, %s: %s"), _ (hit->entity->noun), _ (hit->field->label),
                          hit->snippet);
}

static gboolean
run_look (DdConnection *connection, gpointer data, GError **error)
{
  LookJob *job = data;
  g_autoptr (GPtrArray) results = dd_search_run (connection, job->search, MAX_RESULTS, error);

  for (guint i = 0; results != NULL && i < results->len; i++)
    {
      const DdSearchResult *result = results->pdata[i];

      if (result->entity == &dd_case_entity)
        g_hash_table_replace (job->found, g_strdup (result->id),
                              describe_hit (choose_hit (result)));
    }
  return results != NULL;
}

static void
look (DdCaseHits *self);

static void
on_looked (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (DdCaseHits) self = user_data;
  gpointer job = NULL;

  self->looking = FALSE;
  if (self->filter == NULL)
    return;
  if (self->stale)
    look (self);
  else if (dd_database_run_finish (DD_DATABASE (object), result, &job, NULL))
    dd_case_filter_set_found (self->filter, ((LookJob *) job)->found);
  else
    dd_case_filter_set_found (self->filter, NULL);
}

static void
look (DdCaseHits *self)
{
  LookJob *job;

  self->stale = self->looking;
  if (dd_case_filter_get_words (self->filter)[0] == NULL)
    {
      dd_case_filter_set_found (self->filter, NULL);
      return;
    }
  if (self->looking)
    return;
  self->looking = TRUE;
  job = g_new0 (LookJob, 1);
  job->found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_object_get (self->filter, "search", &job->search, NULL);
  dd_database_run_async (dd_context_get_database (self->context), run_look, job, look_job_free,
                         NULL, on_looked, g_object_ref (self));
}

/* --- Object --- */

static void
dd_case_hits_dispose (GObject *object)
{
  DdCaseHits *self = DD_CASE_HITS (object);

  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_data (self->filter, self);
  g_clear_object (&self->context);
  g_clear_object (&self->filter);
  G_OBJECT_CLASS (dd_case_hits_parent_class)->dispose (object);
}

static void
dd_case_hits_class_init (DdCaseHitsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = dd_case_hits_dispose;
}

static void
dd_case_hits_init (DdCaseHits *self)
{
}

DdCaseHits *
dd_case_hits_new (DdContext *context, DdCaseFilter *filter)
{
  DdCaseHits *self = g_object_new (DD_TYPE_CASE_HITS, NULL);

  self->context = g_object_ref (context);
  self->filter = g_object_ref (filter);
  g_signal_connect_swapped (context, "changed", G_CALLBACK (look), self);
  g_signal_connect_swapped (filter, "notify::search", G_CALLBACK (look), self);
  return self;
}
