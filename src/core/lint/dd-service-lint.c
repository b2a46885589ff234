/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * The lint of services: where a document disagrees with itself, and how Drydock reads it.
 *
 * A rule is one function over any service; none knows a particular document. They stand in the two
 * tables below in the order in which a reader meets their findings. A rule that needs to know what
 * waits for what is skipped by itself when there is no network.
 */
#include "config.h"

#include "lint/dd-service-lint.h"

#include "lint/dd-lint-rules.h"

typedef struct
{
  const char *name;
  DdLintRule find;
} NamedRule;

static const NamedRule rules[] = {
  { "headline-rows", dd_lint_headline_rows },
  { "headline-headline", dd_lint_headline_headline },
  { "headline-typical", dd_lint_headline_typical },
  { "row-sum", dd_lint_row_sum },
  { "range", dd_lint_range },
  { "at-most", dd_lint_at_most },
  { "merged-duration", dd_lint_merged_duration },
  { "no-duration", dd_lint_no_duration },
  { "no-figure", dd_lint_no_figure },
  { "blank-owner", dd_lint_blank_owner },
  { "same-name", dd_lint_same_name },
  { "business-day", dd_lint_business_day },
  { "certainty", dd_lint_certainty },
  { "gate-inputs", dd_lint_gate_inputs },
  { "request-portal", dd_lint_request_portal },
};

static const NamedRule comparisons[] = {
  { "certainty", dd_lint_compare_certainty },
  { "activity-name", dd_lint_compare_activity_name },
  { "activity-owner", dd_lint_compare_activity_owner },
};

static void
finding_free (DdLintFinding *finding)
{
  g_free (finding->section);
  g_free (finding->activity);
  g_free (finding->message);
  g_free (finding->reading);
  g_free (finding);
}

static GPtrArray *
apply (const NamedRule *table, gsize n, DdLintRun run)
{
  run.findings = g_ptr_array_new_with_free_func ((GDestroyNotify) finding_free);
  for (gsize i = 0; i < n; i++)
    {
      run.rule = table[i].name;
      table[i].find (&run);
    }
  return run.findings;
}

GPtrArray *
dd_service_lint (DdService *self)
{
  g_autoptr (DdNetwork) network = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  network = dd_network_new (self);
  return apply (rules, G_N_ELEMENTS (rules), (DdLintRun){ .service = self, .network = network });
}

GPtrArray *
dd_service_lint_compare (DdService *self, DdService *other)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);

  return apply (comparisons, G_N_ELEMENTS (comparisons),
                (DdLintRun){ .service = self, .other = other });
}
