/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "lint/dd-service-lint.h"
#include "plan/dd-network.h"

G_BEGIN_DECLS

/* What a rule is given: what it looks at, and where its findings go. Lives for one call of
 * dd_service_lint() or dd_service_lint_compare(). */
typedef struct
{
  DdService *service;   /* (unowned) */
  DdService *other;     /* (nullable) (unowned): only where two services are compared */
  DdNetwork *network;   /* (nullable) (unowned): only where one is looked at */
  const char *rule;     /* (unowned): the name of the rule that runs */
  GPtrArray *findings;  /* (element-type DdLintFinding) (unowned) */
} DdLintRun;

/* Adds a finding of the rule that runs. @section and @activity may be NULL.
 * Takes @message and @reading. */
void dd_lint_run_add (DdLintRun *run, const char *section, const DdActivity *activity,
                      char *message, char *reading);

/* Returns: (transfer none): @section as it stands after "in", "the document" where none is named */
const char *dd_lint_section (const char *section);

/* Returns: (transfer none) (nullable): the section of @activity, or else of its cell */
const char *dd_lint_activity_section (const DdActivity *activity);

/* Working minutes in words, in days where both are whole days of 8 hours: "5 working days", "9 to
 * 14 working days".
 * Returns: (transfer full): the words */
char *dd_lint_time (gint64 shorter, gint64 longer);

/* Returns: (transfer full): @names (element-type utf8) as a list in a sentence, "A, B and C"; of a
 * long list the beginning and how many more there are */
char *dd_lint_list (GPtrArray *names);

G_END_DECLS
