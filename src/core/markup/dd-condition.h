/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "markup/dd-markup-error.h"

G_BEGIN_DECLS

/* A condition below <when>, of an exclusion of a service or of a question: a tree of names and
 * attributes, checked by the parser. core/form evaluates it (form/dd-condition-truth.h). A "field"
 * names a field of the request. */
typedef struct
{
  char *name;            /* "when", "all", "any", "not", "equals", "contains", "greater", "answered"
                            or "fact" */
  GPtrArray *attributes; /* (element-type utf8): name, value, name, value, … */
  GPtrArray *children;   /* (element-type DdCondition) (owned) */
  int line;              /* of the file, for messages */
} DdCondition;

/* Returns: (transfer full): a condition called @name without attributes and children. For parsers
 * alone: what they have read does not change. */
DdCondition *dd_condition_new (const char *name);

/* Frees @condition with its children. Untyped, for lists. */
void dd_condition_free (gpointer condition);

/* Returns: (transfer none) (nullable): the value of the attribute @name of @condition */
const char *dd_condition_get_attribute (const DdCondition *condition, const char *name);

/* Checks that @condition, if it is no group, looks at just one of question, field and fact.
 * Returns: FALSE with a DdMarkupError about @origin when it does not */
gboolean dd_condition_check_operand (const DdCondition *condition, const char *origin,
                                     GError **error);

G_END_DECLS
