/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Finds activities that wait for each other.
 *
 * A depth-first walk from each activity to what it waits for. The way back is kept on a stack of
 * our own: a chain of 100,000 activities must not be a chain of 100,000 calls. Each activity and
 * each dependency is looked at once.
 */
#include "config.h"

#include "service/dd-service-cycle.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMED 8

typedef enum
{
  MARK_NEW,
  MARK_OPEN, /* on the way from the start of the walk */
  MARK_DONE, /* on no ring */
} Mark;

/* What every activity waits for: of activity i, targets[starts[i]] to before targets[starts[i +
 * 1]]. */
typedef struct
{
  GArray *starts;  /* (element-type guint) (owned) */
  GArray *targets; /* (element-type guint) (owned) */
} Dependencies;

/* An activity on the way, and which of its dependencies comes next. */
typedef struct
{
  guint activity;
  guint next;
} Place;

static void
dependencies_clear (Dependencies *self)
{
  g_array_unref (self->starts);
  g_array_unref (self->targets);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Dependencies, dependencies_clear)

static void
append_predecessors (DdService *service, const DdActivity *activity, GArray *targets)
{
  if (!activity->after_given)
    {
      dd_service_default_predecessors (service, activity, targets);
      return;
    }
  for (guint i = 0; i < activity->after->len; i++)
    {
      const char *id = g_array_index (activity->after, DdPredecessor, i).id;
      const DdActivity *predecessor = dd_service_find_activity (service, id);

      g_assert (predecessor != NULL);
      g_array_append_val (targets, predecessor->index);
    }
}

static void
dependencies_init (Dependencies *self, DdService *service)
{
  self->starts = g_array_sized_new (FALSE, FALSE, sizeof (guint), service->activities->len + 1);
  self->targets = g_array_sized_new (FALSE, FALSE, sizeof (guint), service->activities->len);
  for (guint i = 0; i < service->activities->len; i++)
    {
      g_array_append_val (self->starts, self->targets->len);
      append_predecessors (service, g_ptr_array_index (service->activities, i), self->targets);
    }
  g_array_append_val (self->starts, self->targets->len);
}

static void
enter (GArray *way, const Dependencies *dependencies, Mark *marks, guint activity)
{
  Place place = { activity, g_array_index (dependencies->starts, guint, activity) };

  marks[activity] = MARK_OPEN;
  g_array_append_val (way, place);
}

/* Walks from @start until everything behind it is done, or an open activity is met again. The way
 * is left as it was then, and empty if there is no ring.
 * Returns: the activity met again, or G_MAXUINT */
static guint
walk (const Dependencies *dependencies, guint start, Mark *marks, GArray *way)
{
  enter (way, dependencies, marks, start);
  while (way->len > 0)
    {
      Place *top = &g_array_index (way, Place, way->len - 1);
      guint target;

      if (top->next == g_array_index (dependencies->starts, guint, top->activity + 1))
        {
          marks[top->activity] = MARK_DONE;
          g_array_set_size (way, way->len - 1);
          continue;
        }
      target = g_array_index (dependencies->targets, guint, top->next++);
      if (marks[target] == MARK_OPEN)
        return target;
      if (marks[target] == MARK_NEW)
        enter (way, dependencies, marks, target);
    }
  return G_MAXUINT;
}

/* The ring that @way ends with: from its end, which waits for @met, back to @met. Read from the end
 * of the way each waits for the one before it; the document's first comes first. */
static GArray *
make_ring (GArray *way, guint met)
{
  guint first = way->len, lowest = 0, length;
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (guint));

  do
    first--;
  while (g_array_index (way, Place, first).activity != met);
  length = way->len - first;

  for (guint i = 1; i < length; i++)
    if (g_array_index (way, Place, first + i).activity
        < g_array_index (way, Place, first + lowest).activity)
      lowest = i;
  for (guint i = 0; i < length; i++)
    {
      guint place = first + (lowest + length - i) % length;

      g_array_append_val (ring, g_array_index (way, Place, place).activity);
    }
  return ring;
}

GArray *
dd_service_find_cycle (DdService *self)
{
  g_auto (Dependencies) dependencies = { NULL, NULL };
  g_autofree Mark *marks = NULL;
  g_autoptr (GArray) way = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  dependencies_init (&dependencies, self);
  marks = g_new0 (Mark, self->activities->len);
  way = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < self->activities->len; i++)
    if (marks[i] == MARK_NEW)
      {
        guint met = walk (&dependencies, i, marks, way);

        if (met != G_MAXUINT)
          return make_ring (way, met);
      }
  return NULL;
}

static const char *
ring_id (DdService *self, GArray *ring, guint place)
{
  const DdActivity *activity =
      g_ptr_array_index (self->activities, g_array_index (ring, guint, place));

  return activity->id;
}

char *
dd_service_describe_cycle (DdService *self, GArray *cycle)
{
  g_autoptr (GString) ids = NULL;
  guint n_named;

  g_return_val_if_fail (self != NULL && cycle != NULL && cycle->len > 0, NULL);

  ids = g_string_new (ring_id (self, cycle, 0));
  if (cycle->len == 1)
    return g_strdup_printf (_ ("%s waits for itself"), ids->str);

  n_named = cycle->len > MAX_NAMED ? MAX_NAMED : cycle->len - 1;
  for (guint i = 1; i < n_named; i++)
    g_string_append_printf (ids, ", %s", ring_id (self, cycle, i));
  if (cycle->len <= MAX_NAMED)
    /* Translators: the first is a list of ids, the second the last id: "a, b and c wait…" */
    return g_strdup_printf (_ ("%s and %s wait for each other"), ids->str,
                            ring_id (self, cycle, cycle->len - 1));
  return g_strdup_printf (ngettext ("%s and %u more wait for each other",
                                    "%s and %u more wait for each other", cycle->len - MAX_NAMED),
                          ids->str, cycle->len - MAX_NAMED);
}
