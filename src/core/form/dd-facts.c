/* SPDX-FileCopyrightText: The Drydock contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/*
 * Two sets of values: as small as a request has fields. Everything is O(1), but for copying.
 */
#include "config.h"

#include "form/dd-facts.h"

#include "form/dd-answers.h"

struct _DdFacts
{
  DdAnswers *fields; /* (owned) */
  DdAnswers *facts;  /* (owned) */
};

DdFacts *
dd_facts_new (void)
{
  DdFacts *self = g_new0 (DdFacts, 1);

  self->fields = dd_answers_new ();
  self->facts = dd_answers_new ();
  return self;
}

DdFacts *
dd_facts_copy (const DdFacts *self)
{
  DdFacts *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new0 (DdFacts, 1);
  copy->fields = dd_answers_copy (self->fields);
  copy->facts = dd_answers_copy (self->facts);
  return copy;
}

void
dd_facts_free (DdFacts *self)
{
  dd_answers_free (self->fields);
  dd_answers_free (self->facts);
  g_free (self);
}

static void
set_text (DdAnswers *values, const char *id, const char *text)
{
  g_autoptr (DdAnswerValue) value = text != NULL ? dd_answer_value_new_text (text) : NULL;

  dd_answers_set (values, id, value);
}

void
dd_facts_set_field (DdFacts *self, const char *id, const char *value)
{
  g_return_if_fail (self != NULL && id != NULL);

  set_text (self->fields, id, value);
}

void
dd_facts_set_fact (DdFacts *self, const char *id, const char *value)
{
  g_return_if_fail (self != NULL && id != NULL);

  set_text (self->facts, id, value);
}

const DdAnswerValue *
dd_facts_get_field (const DdFacts *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return dd_answers_get (self->fields, id);
}

const DdAnswerValue *
dd_facts_get_fact (const DdFacts *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return dd_answers_get (self->facts, id);
}
