/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "service/dd-service.h"

G_BEGIN_DECLS

/* One place where a document disagrees with itself, or leaves something open. */
typedef struct
{
  char *rule;       /* a stable name: "headline-rows", "headline-headline", "business-day", … */
  char *section;    /* (nullable): where it stands */
  char *activity;   /* (nullable): the id of the activity it is about */
  char *message;    /* what disagrees with what, in a project manager's words */
  char *reading;    /* how Drydock reads it, and so plans it */
} DdLintFinding;

/* Every place where the document of @self disagrees with itself, in document order.
 * Returns: (transfer full) (element-type DdLintFinding): the findings; empty if there are none */
GPtrArray *dd_service_lint (DdService *self);

G_END_DECLS
