/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * DdCaseList: merging a new reading into the items there are.
 *
 * Both are sorted by id, so they are walked side by side. What differs is gathered into a run, and
 * each run is one "items-changed"; an item whose summary changed is told of as removed and added
 * again, the same object, which is what sorted and filtered models over it need to place it anew.
 */

#include "config.h"

#include "cases/dd-case-list.h"

#include <string.h>

/* More changes than these are told of as one. */
#define MAX_RUNS 32

struct _DdCaseList
{
  GObject parent_instance;
  GPtrArray *items; /* (owned) (element-type DdCaseItem) */
};

static GType
dd_case_list_get_item_type (GListModel *model)
{
  return DD_TYPE_CASE_ITEM;
}

static guint
dd_case_list_get_n_items (GListModel *model)
{
  return DD_CASE_LIST (model)->items->len;
}

static gpointer
dd_case_list_get_item (GListModel *model, guint position)
{
  DdCaseList *self = DD_CASE_LIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = dd_case_list_get_item_type;
  iface->get_n_items = dd_case_list_get_n_items;
  iface->get_item = dd_case_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (DdCaseList,
                               dd_case_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
dd_case_list_finalize (GObject *object)
{
  g_clear_pointer (&DD_CASE_LIST (object)->items, g_ptr_array_unref);
  G_OBJECT_CLASS (dd_case_list_parent_class)->finalize (object);
}

static void
dd_case_list_class_init (DdCaseListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = dd_case_list_finalize;
}

static void
dd_case_list_init (DdCaseList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

DdCaseList *
dd_case_list_new (void)
{
  return g_object_new (DD_TYPE_CASE_LIST, NULL);
}

/* --- Updating --- */

/* A stretch of the list that is not as it was. */
typedef struct
{
  guint position; /* in the new list */
  guint removed;
  guint added;
} Run;

typedef struct
{
  GPtrArray *before; /* (element-type DdCaseItem): taken from, left to right */
  GPtrArray *after;  /* (element-type DdCaseItem) */
  GArray *runs;      /* (element-type Run) */
} Merge;

/* Adds to the run that ends where @merge is now, or begins one. */
static void
tell (Merge *merge, guint removed, guint added)
{
  Run *last = merge->runs->len > 0 ? &g_array_index (merge->runs, Run, merge->runs->len - 1) : NULL;

  if (last == NULL || last->position + last->added != merge->after->len)
    {
      Run run = { merge->after->len, 0, 0 };
      g_array_append_val (merge->runs, run);
      last = &g_array_index (merge->runs, Run, merge->runs->len - 1);
    }
  last->removed += removed;
  last->added += added;
}

static void
keep (Merge *merge, DdCaseItem *item, DdCaseSummary *summary)
{
  if (!dd_case_summary_equal (dd_case_item_get_summary (item), summary))
    {
      tell (merge, 1, 1);
      dd_case_item_set_summary (item, summary);
    }
  g_ptr_array_add (merge->after, g_object_ref (item));
}

static void
merge_all (Merge *merge, GPtrArray *summaries)
{
  guint i = 0, j = 0;

  while (i < merge->before->len || j < summaries->len)
    {
      DdCaseItem *item = i < merge->before->len ? merge->before->pdata[i] : NULL;
      DdCaseSummary *summary = j < summaries->len ? summaries->pdata[j] : NULL;
      int order = item == NULL      ? 1
                  : summary == NULL ? -1
                                    : strcmp (dd_case_item_get_summary (item)->id, summary->id);

      if (order == 0)
        keep (merge, item, summary);
      else if (order < 0)
        tell (merge, 1, 0);
      else
        {
          tell (merge, 0, 1);
          g_ptr_array_add (merge->after, dd_case_item_new (summary));
        }
      i += order <= 0;
      j += order >= 0;
    }
}

/* What sorts and filters the list looks at all of it for each run: many are told of as one. */
static void
join_runs (Merge *merge)
{
  Run first, last;
  gint64 growth = (gint64) merge->after->len - merge->before->len;

  if (merge->runs->len <= MAX_RUNS)
    return;
  first = g_array_index (merge->runs, Run, 0);
  last = g_array_index (merge->runs, Run, merge->runs->len - 1);
  first.added = last.position + last.added - first.position;
  first.removed = (guint) (first.added - growth);
  g_array_set_size (merge->runs, 0);
  g_array_append_val (merge->runs, first);
}

/* Puts the new items of @run in the place of the old ones. */
static void
replace (GPtrArray *items, const Run *run, GPtrArray *after)
{
  guint same = MIN (run->removed, run->added);

  for (guint i = run->position; i < run->position + same; i++)
    {
      g_object_unref (items->pdata[i]);
      items->pdata[i] = g_object_ref (after->pdata[i]);
    }
  if (run->removed > same)
    g_ptr_array_remove_range (items, run->position + same, run->removed - same);
  for (guint i = run->position + same; i < run->position + run->added; i++)
    g_ptr_array_insert (items, (int) i, g_object_ref (after->pdata[i]));
}

/* Whoever hears of a run finds the list as it is after that run and before the next. */
static void
emit_runs (DdCaseList *self, Merge *merge)
{
  for (guint i = 0; i < merge->runs->len; i++)
    {
      const Run *run = &g_array_index (merge->runs, Run, i);

      replace (self->items, run, merge->after);
      g_list_model_items_changed (G_LIST_MODEL (self), run->position, run->removed, run->added);
    }
}

void
dd_case_list_update (DdCaseList *self, GPtrArray *summaries)
{
  Merge merge;

  g_return_if_fail (DD_IS_CASE_LIST (self));
  merge.before = self->items;
  merge.after = g_ptr_array_new_with_free_func (g_object_unref);
  merge.runs = g_array_new (FALSE, FALSE, sizeof (Run));
  merge_all (&merge, summaries);
  join_runs (&merge);
  emit_runs (self, &merge);
  g_ptr_array_unref (merge.after);
  g_array_unref (merge.runs);
}

/* --- Asking --- */

DdCaseItem *
dd_case_list_find (DdCaseList *self, const char *id)
{
  guint low = 0, high;

  g_return_val_if_fail (DD_IS_CASE_LIST (self), NULL);
  for (high = self->items->len; low < high;)
    {
      guint middle = (low + high) / 2;
      DdCaseItem *item = self->items->pdata[middle];
      int order = strcmp (dd_case_item_get_summary (item)->id, id);

      if (order == 0)
        return item;
      if (order < 0)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

GPtrArray *
dd_case_list_get_summaries (DdCaseList *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) dd_case_summary_unref);

  g_return_val_if_fail (DD_IS_CASE_LIST (self), all);
  for (guint i = 0; i < self->items->len; i++)
    g_ptr_array_add (all, dd_case_summary_ref (dd_case_item_get_summary (self->items->pdata[i])));
  return all;
}
