/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Milestones of cases: the statement gives the activities case by case, and each goes into the span
 * of its milestone, found by a table from activities' ids that is made once for each definition.
 */

#include "config.h"

#include "dd-case-spans.h"

#include "dd-plan-cache.h"

#include <glib/gi18n-lib.h>

#include <string.h>

enum
{
  COLUMN_CASE,
  COLUMN_HASH,
  COLUMN_ACTIVITY,
  COLUMN_STATE,
  COLUMN_START,
  COLUMN_FINISH,
};

static const char sql[] =
    "SELECT a.case_id, c.service_hash, a.definition_id, a.state, a.early_start, a.early_finish"
    " FROM activities a JOIN cases c ON c.id = a.case_id"
    " WHERE a.early_start IS NOT NULL AND a.early_finish IS NOT NULL"
    " AND (?1 OR c.state IN ('requested', 'running', 'waiting'))"
    " ORDER BY a.case_id";

/* A definition, as its cases need it. */
typedef struct
{
  DdNetwork *network;    /* (owned) (nullable): NULL: it cannot be read */
  GPtrArray *milestones; /* (owned) (element-type DdMilestone) (unowned) */
  GHashTable *places;    /* (owned) (element-type DdMilestone guint): 1 for the first */
} Layout;

static void
layout_free (gpointer data)
{
  Layout *self = data;

  g_clear_pointer (&self->network, dd_network_unref);
  g_ptr_array_unref (self->milestones);
  g_hash_table_unref (self->places);
  g_free (self);
}

static void
case_spans_free (gpointer data)
{
  DdCaseSpans *self = data;

  dd_network_unref (self->network);
  g_array_unref (self->spans);
  g_free (self);
}

/* --- Definitions --- */

static void
list_milestones (Layout *self)
{
  DdService *service = dd_network_get_service (self->network);

  for (guint i = 0; i < service->phases->len; i++)
    {
      const DdPhase *phase = service->phases->pdata[i];

      for (guint j = 0; j < phase->milestones->len; j++)
        {
          g_ptr_array_add (self->milestones, phase->milestones->pdata[j]);
          g_hash_table_insert (self->places, phase->milestones->pdata[j],
                               GUINT_TO_POINTER (self->milestones->len));
        }
    }
}

static Layout *
ensure_layout (GHashTable *layouts, DdConnection *connection, const char *hash)
{
  Layout *self = g_hash_table_lookup (layouts, hash);

  if (self != NULL)
    return self;
  self = g_new0 (Layout, 1);
  self->milestones = g_ptr_array_new ();
  self->places = g_hash_table_new (NULL, NULL);
  self->network = dd_plan_cache_get_network (connection, hash, NULL);
  if (self->network != NULL)
    list_milestones (self);
  g_hash_table_insert (layouts, g_strdup (hash), self);
  return self;
}

/* --- Cases --- */

/* The case whose activities are being read: a span for each milestone, empty until one is found. */
typedef struct
{
  char *id; /* (owned) (nullable): NULL before the first */
  Layout *layout;
  GArray *spans; /* (owned) (element-type DdCaseSpan) */
} Reading;

static void
begin_case (Reading *reading, const char *id, Layout *layout)
{
  g_free (reading->id);
  reading->id = g_strdup (id);
  reading->layout = layout;
  g_array_set_size (reading->spans, 0);
  for (guint i = 0; i < layout->milestones->len; i++)
    {
      DdCaseSpan span = { layout->milestones->pdata[i], G_MAXINT64, G_MININT64, 0, TRUE, TRUE };
      g_array_append_val (reading->spans, span);
    }
}

static void
end_case (Reading *reading, GHashTable *all)
{
  DdCaseSpans *found;

  if (reading->id == NULL || reading->layout->network == NULL)
    return;
  found = g_new0 (DdCaseSpans, 1);
  found->network = dd_network_ref (reading->layout->network);
  found->spans = g_array_new (FALSE, FALSE, sizeof (DdCaseSpan));
  for (guint i = 0; i < reading->spans->len; i++)
    {
      const DdCaseSpan *span = &g_array_index (reading->spans, DdCaseSpan, i);

      if (span->start <= span->finish)
        g_array_append_vals (found->spans, span, 1);
    }
  g_hash_table_insert (all, g_steal_pointer (&reading->id), found);
}

static void
add_activity (Reading *reading, DdStatement *statement)
{
  const char *state = dd_statement_get_text (statement, COLUMN_STATE);
  gint64 start = dd_statement_get_int64 (statement, COLUMN_START);
  gint64 finish = dd_statement_get_int64 (statement, COLUMN_FINISH);
  const DdActivity *activity;
  DdCaseSpan *span;
  guint place;

  if (reading->layout->network == NULL || g_str_equal (state, "skipped"))
    return;
  activity = dd_service_find_activity (dd_network_get_service (reading->layout->network),
                                       dd_statement_get_text (statement, COLUMN_ACTIVITY));
  if (activity == NULL || start > finish)
    return;
  place =
      GPOINTER_TO_UINT (g_hash_table_lookup (reading->layout->places, activity->cell->milestone));
  span = &g_array_index (reading->spans, DdCaseSpan, place - 1);
  span->start = MIN (span->start, start);
  span->finish = MAX (span->finish, finish);
  span->window = span->window && activity->kind == DD_ACTIVITY_WINDOW;
  span->done = span->done && g_str_equal (state, "done");
  if (activity->kind == DD_ACTIVITY_TASK || activity->kind == DD_ACTIVITY_WINDOW)
    span->owner |= activity->owner;
}

static gboolean
read_all (DdConnection *connection,
          DdStatement *statement,
          GHashTable *all,
          GHashTable *layouts,
          GError **error)
{
  Reading reading = { NULL, NULL, g_array_new (FALSE, FALSE, sizeof (DdCaseSpan)) };
  gboolean row = FALSE, ok;

  while ((ok = dd_statement_step (statement, &row, error)) && row)
    {
      const char *id = dd_statement_get_text (statement, COLUMN_CASE);

      if (g_strcmp0 (id, reading.id) != 0)
        {
          const char *hash = dd_statement_get_text (statement, COLUMN_HASH);

          end_case (&reading, all);
          begin_case (&reading, id, ensure_layout (layouts, connection, hash));
        }
      add_activity (&reading, statement);
    }
  if (ok)
    end_case (&reading, all);
  g_free (reading.id);
  g_array_unref (reading.spans);
  return ok;
}

GHashTable *
dd_case_spans_load (DdConnection *connection, gboolean all, GError **error)
{
  g_autoptr (GHashTable) found =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, case_spans_free);
  g_autoptr (GHashTable) layouts =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, layout_free);
  g_autoptr (DdStatement) statement =
      dd_connection_prepare (connection, sql, _ ("Reading the timeline"), error);

  if (statement == NULL)
    return NULL;
  dd_statement_bind_int64 (statement, 1, all);
  return read_all (connection, statement, found, layouts, error) ? g_steal_pointer (&found) : NULL;
}
