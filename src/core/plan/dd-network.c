/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * A network is two compressed tables over the same dependencies: all predecessors of activity 0,
 * then all of activity 1, and so on, with an array that says where each row begins; and the same
 * for successors. Reading a row is O(1), walking all of them is linear and touches memory in order.
 *
 * The order of a forward pass is found by counting down what each activity still waits for. Ties
 * go in document order, so the order of a document that is written in order is the document's own,
 * and passes over it walk memory forwards. Nothing here recurses: a chain of 100,000 activities is
 * as deep as it is long.
 *
 * What a service can be is the parser's to say: that nothing waits for itself or for what does not
 * exist, and that there are not too many dependencies, was seen to when it was read.
 */
#include "config.h"

#include "plan/dd-network.h"

struct _DdNetwork
{
  gatomicrefcount ref_count;
  DdService *service;         /* (owned) */
  guint size;                 /* activities */
  guint *predecessor_rows;    /* (owned): size + 1 places where rows begin */
  DdDependency *predecessors; /* (owned) */
  guint *successor_rows;      /* (owned): size + 1 */
  DdDependency *successors;   /* (owned) */
  guint *order;               /* (owned): each after its predecessors */
  gboolean *after_finish;     /* (owned): not counted in the finish */
};

G_DEFINE_BOXED_TYPE (DdNetwork, dd_network, dd_network_ref, dd_network_unref)

static DdActivity *
get_activity (DdNetwork *self, guint index)
{
  return g_ptr_array_index (self->service->activities, index);
}

static void
add_written (DdNetwork *self, const DdActivity *activity, GArray *dependencies)
{
  for (guint i = 0; i < activity->after->len; i++)
    {
      const DdPredecessor *after = &g_array_index (activity->after, DdPredecessor, i);
      const DdActivity *predecessor = dd_service_find_activity (self->service, after->id);
      DdDependency dependency;

      g_assert (predecessor != NULL);
      dependency = (DdDependency){ predecessor->index, after->lag };
      g_array_append_val (dependencies, dependency);
    }
}

static void
add_default (DdNetwork *self, const DdActivity *activity, GArray *scratch, GArray *dependencies)
{
  g_array_set_size (scratch, 0);
  dd_service_default_predecessors (self->service, activity, scratch);
  for (guint i = 0; i < scratch->len; i++)
    {
      DdDependency dependency = { .activity = g_array_index (scratch, guint, i) };
      g_array_append_val (dependencies, dependency);
    }
}

static void
resolve_predecessors (DdNetwork *self)
{
  GArray *dependencies = g_array_new (FALSE, FALSE, sizeof (DdDependency));
  g_autoptr (GArray) scratch = g_array_new (FALSE, FALSE, sizeof (guint));

  self->predecessor_rows = g_new (guint, self->size + 1);
  for (guint i = 0; i < self->size; i++)
    {
      const DdActivity *activity = get_activity (self, i);
      self->predecessor_rows[i] = dependencies->len;
      if (activity->after_given)
        add_written (self, activity, dependencies);
      else
        add_default (self, activity, scratch, dependencies);
    }
  self->predecessor_rows[self->size] = dependencies->len;
  self->predecessors = (DdDependency *) (gpointer) g_array_free (dependencies, FALSE);
}

/* Turns the table of predecessors round: counts the rows, then fills them in document order. */
static void
derive_successors (DdNetwork *self)
{
  guint n = self->predecessor_rows[self->size];
  g_autofree guint *next = NULL;

  self->successor_rows = g_new0 (guint, self->size + 1);
  self->successors = g_new (DdDependency, n);
  for (guint i = 0; i < n; i++)
    self->successor_rows[self->predecessors[i].activity + 1]++;
  for (guint i = 0; i < self->size; i++)
    self->successor_rows[i + 1] += self->successor_rows[i];

  next = g_memdup2 (self->successor_rows, sizeof (guint) * (self->size + 1));
  for (guint i = 0; i < self->size; i++)
    for (guint j = self->predecessor_rows[i]; j < self->predecessor_rows[i + 1]; j++)
      {
        const DdDependency *dependency = &self->predecessors[j];
        self->successors[next[dependency->activity]++] = (DdDependency){ i, dependency->lag };
      }
}

/* --- The order of a forward pass --- */

/* The activities that became ready behind the cursor, smallest index first: a binary heap. It
 * stays empty when each activity of the document comes after what it waits for. */
static void
heap_push (GArray *heap, guint value)
{
  guint at = heap->len;

  g_array_append_val (heap, value);
  guint *items = (guint *) (gpointer) heap->data;
  for (; at > 0 && items[(at - 1) / 2] > value; at = (at - 1) / 2)
    items[at] = items[(at - 1) / 2];
  items[at] = value;
}

static guint
heap_pop (GArray *heap)
{
  guint *items = (guint *) (gpointer) heap->data;
  guint smallest = items[0], last = items[heap->len - 1], n = heap->len - 1, at = 0;

  for (guint child = 1; child < n; child = 2 * at + 1)
    {
      if (child + 1 < n && items[child + 1] < items[child])
        child++;
      if (items[child] >= last)
        break;
      items[at] = items[child];
      at = child;
    }
  items[at] = last;
  g_array_set_size (heap, n);
  return smallest;
}

/* Counts down what waits for @activity; what waits for nothing any more and lies behind @cursor
 * will not be met by it again. */
static void
release_successors (DdNetwork *self, guint activity, guint cursor, guint *waiting, GArray *behind)
{
  for (guint i = self->successor_rows[activity]; i < self->successor_rows[activity + 1]; i++)
    {
      guint successor = self->successors[i].activity;
      if (--waiting[successor] == 0 && successor < cursor)
        heap_push (behind, successor);
    }
}

/* Always the ready activity that stands first in the document. */
static void
find_order (DdNetwork *self)
{
  g_autoptr (GArray) behind = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *waiting = g_new (guint, self->size);
  guint reached = 0;

  self->order = g_new (guint, self->size);
  for (guint i = 0; i < self->size; i++)
    waiting[i] = self->predecessor_rows[i + 1] - self->predecessor_rows[i];

  for (guint cursor = 0; cursor < self->size || behind->len > 0;)
    {
      guint ready;
      if (behind->len > 0)
        ready = heap_pop (behind);
      else if (waiting[cursor++] == 0)
        ready = cursor - 1;
      else
        continue;
      self->order[reached++] = ready;
      release_successors (self, ready, cursor, waiting, behind);
    }
  g_assert (reached == self->size);
}

/* --- What a deadline refers to --- */

static gboolean
comes_after_finish (DdNetwork *self, guint activity)
{
  gboolean after = get_activity (self, activity)->kind == DD_ACTIVITY_WINDOW;

  for (guint i = self->predecessor_rows[activity]; i < self->predecessor_rows[activity + 1]; i++)
    after |= self->after_finish[self->predecessors[i].activity];
  return after;
}

static void
mark_after_finish (DdNetwork *self)
{
  gboolean any_counted = FALSE;

  self->after_finish = g_new0 (gboolean, self->size);
  for (guint i = 0; i < self->size; i++)
    {
      guint activity = self->order[i];
      self->after_finish[activity] = comes_after_finish (self, activity);
      any_counted |= !self->after_finish[activity];
    }
  if (!any_counted)
    memset (self->after_finish, 0, sizeof (gboolean) * self->size);
}

DdNetwork *
dd_network_new (DdService *service)
{
  DdNetwork *self;

  g_return_val_if_fail (service != NULL, NULL);

  self = g_new0 (DdNetwork, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->service = dd_service_ref (service);
  self->size = service->activities->len;
  resolve_predecessors (self);
  derive_successors (self);
  find_order (self);
  mark_after_finish (self);
  return self;
}

DdNetwork *
dd_network_ref (DdNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
dd_network_unref (DdNetwork *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  dd_service_unref (self->service);
  g_free (self->predecessor_rows);
  g_free (self->predecessors);
  g_free (self->successor_rows);
  g_free (self->successors);
  g_free (self->order);
  g_free (self->after_finish);
  g_free (self);
}

DdService *
dd_network_get_service (DdNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->service;
}

guint
dd_network_get_size (DdNetwork *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

const DdDependency *
dd_network_get_predecessors (DdNetwork *self, guint index, guint *n)
{
  g_return_val_if_fail (self != NULL && index < self->size, NULL);

  *n = self->predecessor_rows[index + 1] - self->predecessor_rows[index];
  return self->predecessors + self->predecessor_rows[index];
}

const DdDependency *
dd_network_get_successors (DdNetwork *self, guint index, guint *n)
{
  g_return_val_if_fail (self != NULL && index < self->size, NULL);

  *n = self->successor_rows[index + 1] - self->successor_rows[index];
  return self->successors + self->successor_rows[index];
}

const guint *
dd_network_get_order (DdNetwork *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->order;
}

gboolean
dd_network_is_after_finish (DdNetwork *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->size, FALSE);

  return self->after_finish[index];
}
