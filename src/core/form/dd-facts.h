/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "form/dd-answer-value.h"

G_BEGIN_DECLS

/*
 * DdFacts: what conditions can look at beside answers: the fields of the case's request, and what
 * is known of the case itself ("non-functional-tests" is "not-run", "passed" or "failed").
 *
 * Each is a value by its id. Belongs to one thread until nobody changes it any more.
 */
typedef struct _DdFacts DdFacts;

/* Returns: (transfer full): no fields and no facts */
DdFacts *dd_facts_new (void);

/* Returns: (transfer full): the same fields and facts */
DdFacts *dd_facts_copy (const DdFacts *self);

/* Frees @self. */
void dd_facts_free (DdFacts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (DdFacts, dd_facts_free)

/* Sets the request's field @id to @value (nullable or blank: it is not given). An acknowledgement
 * is "yes" or "no". */
void dd_facts_set_field (DdFacts *self, const char *id, const char *value);

/* Sets the fact @id to @value (nullable or blank: it is not known). */
void dd_facts_set_fact (DdFacts *self, const char *id, const char *value);

/* Returns: (transfer none) (nullable): the field @id */
const DdAnswerValue *dd_facts_get_field (const DdFacts *self, const char *id);

/* Returns: (transfer none) (nullable): the fact @id */
const DdAnswerValue *dd_facts_get_fact (const DdFacts *self, const char *id);

G_END_DECLS
