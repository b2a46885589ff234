/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Rules about what a service asks for and what it leaves out: exclusions, required inputs, the
 * request.
 */
#include "config.h"

#include "lint/dd-lint-rules.h"

#include <glib/gi18n-lib.h>

/* --- certainty --- */

char *
dd_lint_quote_exclusion (const DdExclusion *exclusion)
{
  return g_strdup_printf (_ ("“%s” (%s)"),
                          exclusion->wording != NULL ? exclusion->wording : exclusion->certainty,
                          exclusion->name);
}

gboolean
dd_lint_is_possible (const DdExclusion *exclusion)
{
  return g_str_equal (exclusion->certainty, "may");
}

/* Returns: (nullable) (transfer full): the exclusions whose effect is possible, or those whose
 * effect is certain, as a list */
static char *
list_exclusions (DdService *service, gboolean possible)
{
  g_autoptr (GPtrArray) quotes = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < service->exclusions->len; i++)
    {
      const DdExclusion *exclusion = g_ptr_array_index (service->exclusions, i);
      if (dd_lint_is_possible (exclusion) == possible)
        g_ptr_array_add (quotes, dd_lint_quote_exclusion (exclusion));
    }
  return quotes->len > 0 ? dd_lint_list (quotes) : NULL;
}

void
dd_lint_certainty (DdLintRun *run)
{
  g_autofree char *possible = list_exclusions (run->service, TRUE);
  g_autofree char *certain = list_exclusions (run->service, FALSE);
  const DdExclusion *first;

  if (possible == NULL || certain == NULL)
    return;

  first = g_ptr_array_index (run->service->exclusions, 0);
  dd_lint_run_add (
      run, first->section, NULL,
      g_strdup_printf (_ ("Exclusions are not equally certain: %s, but %s."), certain, possible),
      g_strdup (_ ("Drydock takes “will” and “would” as certain once the condition is met, and "
                   "“may” as possible.")));
}

/* --- gate-inputs --- */

static GHashTable *
index_inputs (DdService *service)
{
  GHashTable *inputs = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < service->inputs->len; i++)
    {
      DdInput *input = g_ptr_array_index (service->inputs, i);
      g_hash_table_insert (inputs, input->id, input);
    }
  return inputs;
}

/* What the document lists stands in the section of the first input; what other sections ask for on
 * top is easily missed. */
static void
check_gate (DdLintRun *run, const DdActivity *gate, GHashTable *inputs)
{
  const DdInput *first = g_ptr_array_index (run->service->inputs, 0);

  for (guint i = 0; i < gate->inputs->len; i++)
    {
      const DdInput *input = g_hash_table_lookup (inputs, g_ptr_array_index (gate->inputs, i));
      if (g_strcmp0 (input->section, first->section) != 0)
        dd_lint_run_add (
            run, input->section, gate,
            g_strdup_printf (_ ("%s waits for “%s”, which is asked for in %s but not in %s."),
                             gate->name, input->id, dd_lint_section (input->section),
                             dd_lint_section (first->section)),
            g_strdup (_ ("Drydock lists it with the required inputs, and waits for it.")));
    }
}

void
dd_lint_gate_inputs (DdLintRun *run)
{
  g_autoptr (GHashTable) inputs = index_inputs (run->service);

  for (guint i = 0; i < run->service->activities->len; i++)
    {
      const DdActivity *activity = g_ptr_array_index (run->service->activities, i);
      if (activity->kind == DD_ACTIVITY_GATE && activity->inputs->len > 0)
        check_gate (run, activity, inputs);
    }
}

/* --- request-portal --- */

void
dd_lint_request_portal (DdLintRun *run)
{
  if (run->service->request_portal != NULL
      || (run->service->request_title == NULL && run->service->request_fields->len == 0))
    return;

  dd_lint_run_add (run, run->service->request_section, NULL,
                   g_strdup (_ ("No address is given for making the request.")),
                   g_strdup (_ ("Drydock shows the title and the fields without it.")));
}
