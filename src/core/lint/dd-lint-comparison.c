/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Rules about two services of one vendor, told about the first: what both have by the same id is
 * taken for the same thing. Durations are left out, as products take as long as they take.
 */
#include "config.h"

#include "lint/dd-lint-rules.h"

#include <glib/gi18n-lib.h>

/* --- certainty --- */

static GHashTable *
index_exclusions (DdService *service)
{
  GHashTable *exclusions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < service->exclusions->len; i++)
    {
      DdExclusion *exclusion = g_ptr_array_index (service->exclusions, i);
      g_hash_table_insert (exclusions, exclusion->id, exclusion);
    }
  return exclusions;
}

static void
compare_exclusion (DdLintRun *run, const DdExclusion *mine, const DdExclusion *theirs)
{
  g_autofree char *my_words = dd_lint_quote_exclusion (mine);
  g_autofree char *their_words = dd_lint_quote_exclusion (theirs);

  dd_lint_run_add (run, mine->section, NULL,
                   /* Translators: a product, quoted words; another product, other words */
                   g_strdup_printf (_ ("%s says %s, %s says %s."), run->service->product, my_words,
                                    run->other->product, their_words),
                   g_strdup (_ ("Drydock takes each as its own document says: “may” as possible, "
                                "“will” and “would” as certain once the condition is met.")));
}

void
dd_lint_compare_certainty (DdLintRun *run)
{
  g_autoptr (GHashTable) exclusions = index_exclusions (run->other);

  for (guint i = 0; i < run->service->exclusions->len; i++)
    {
      const DdExclusion *mine = g_ptr_array_index (run->service->exclusions, i);
      const DdExclusion *theirs = g_hash_table_lookup (exclusions, mine->id);
      if (theirs != NULL && dd_lint_is_possible (mine) != dd_lint_is_possible (theirs))
        compare_exclusion (run, mine, theirs);
    }
}

/* --- activity-name, activity-owner --- */

typedef void (*ActivityComparison) (DdLintRun *run,
                                    const DdActivity *mine,
                                    const DdActivity *theirs);

/* Gates are no rows of either document. */
static void
for_each_common (DdLintRun *run, ActivityComparison compare)
{
  for (guint i = 0; i < run->service->activities->len; i++)
    {
      const DdActivity *mine = g_ptr_array_index (run->service->activities, i);
      const DdActivity *theirs = dd_service_find_activity (run->other, mine->id);
      if (theirs != NULL && mine->kind != DD_ACTIVITY_GATE)
        compare (run, mine, theirs);
    }
}

static void
compare_name (DdLintRun *run, const DdActivity *mine, const DdActivity *theirs)
{
  if (g_str_equal (mine->name, theirs->name))
    return;
  dd_lint_run_add (run, dd_lint_activity_section (mine), mine,
                   g_strdup_printf (_ ("%s says “%s”, %s says “%s”."), run->service->product,
                                    mine->name, run->other->product, theirs->name),
                   g_strdup (_ ("Drydock takes them for the same activity, each under its own "
                                "document's name.")));
}

void
dd_lint_compare_activity_name (DdLintRun *run)
{
  for_each_common (run, compare_name);
}

static void
compare_owner (DdLintRun *run, const DdActivity *mine, const DdActivity *theirs)
{
  g_autofree char *my_owner = NULL;
  g_autofree char *their_owner = NULL;

  if (mine->owner == theirs->owner)
    return;
  my_owner = dd_owner_get_label (mine->owner);
  their_owner = dd_owner_get_label (theirs->owner);
  dd_lint_run_add (run, dd_lint_activity_section (mine), mine,
                   /* Translators: an activity, its owner, a product; another owner and product */
                   g_strdup_printf (_ ("%s is for %s in %s, for %s in %s."), mine->name, my_owner,
                                    run->service->product, their_owner, run->other->product),
                   g_strdup (_ ("Drydock takes each as its own document says.")));
}

void
dd_lint_compare_activity_owner (DdLintRun *run)
{
  for_each_common (run, compare_owner);
}
